package io.supportgenius.server.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the column of each field: what the user says stands; else a column is taken whose name is known and whose content
 * fits, the one with values before the empty one, names of people before their numbers, then the better name. Where names say nothing,
 * {@link ContentRecognition} looks at the cells. A column serves one field only.
 */
final class Recognition {
    /** A column with fewer values than this share of another one's is no rival to it. */
    private static final double NEARLY_EMPTY = 0.1;

    private static final double NEARLY_ALL = 0.9;
    /** More than any desk has names for a field. */
    private static final int OWN_NAMES = 100;

    private final FileProfile profile;
    private final List<ColumnName> names;
    private final @Nullable Desk desk;
    private final Map<TicketField, Integer> fields = new EnumMap<>(TicketField.class);
    private final Set<TicketField> left = EnumSet.noneOf(TicketField.class);
    private final Set<TicketField> wished = EnumSet.noneOf(TicketField.class);
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private final Map<Integer, String> refused = new LinkedHashMap<>();
    private final Set<Integer> refusedResolutions = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private Recognition(FileProfile profile) {
        this.profile = profile;
        this.names = profile.columns().stream().map(ColumnName::of).toList();
        this.desk = Desk.of(profile.columns()).orElse(null);
    }

    /**
     * Recognises the columns of a file.
     *
     * @param wishes the user's own mapping
     * @throws ImportFailedException if the wishes name a field or a column that does not exist
     */
    static ColumnMapping of(FileProfile profile, MappingDocument wishes) {
        Recognition recognition = new Recognition(profile);
        wishes.leaveOut().forEach(recognition::leaveOut);
        wishes.fields().forEach(recognition::obey);
        for (TicketField field : TicketField.values()) {
            if (!recognition.fields.containsKey(field) && !recognition.left.contains(field)) {
                recognition.recognise(field);
            }
        }
        recognition.preferFilled(TicketField.FIRST_REPLY, TicketField.FIRST_REPLY_TIME);
        recognition.preferFilled(TicketField.SOLVED, TicketField.FULL_RESOLUTION_TIME);
        recognition.recogniseByContent();
        Map<TicketField, Integer> timesOfDay = TimesOfDay.of(profile, recognition.fields, recognition.taken);
        timesOfDay.forEach(recognition::join);
        recognition.sayWhatWasRefused();
        recognition.sayWhatCountsBusinessHours();
        return new ColumnMapping(
                profile.columns(),
                recognition.fields,
                timesOfDay,
                recognition.leftOut,
                recognition.desk,
                recognition.resolutionRefused(),
                recognition.warnings);
    }

    private void obey(String fieldName, String column) {
        TicketField field = TicketField.ofApiName(fieldName)
                .orElseThrow(() -> new ImportFailedException("The mapping names a field \"" + fieldName
                        + "\" that does not exist; the fields are "
                        + Stream.of(TicketField.values())
                                .map(TicketField::apiName)
                                .collect(Collectors.joining(", "))
                        + "."));
        if (column.isBlank()) {
            left.add(field);
            return;
        }
        int index = find(column)
                .orElseThrow(() -> new ImportFailedException("The mapping takes " + fieldName + " from a column \""
                        + column + "\" that the file does not have; its columns are "
                        + String.join(", ", profile.columns()) + "."));
        fields.put(field, index);
        wished.add(field);
        taken.add(index);
    }

    private void leaveOut(String column) {
        int index = find(column)
                .orElseThrow(() -> new ImportFailedException("The mapping leaves out a column \"" + column
                        + "\" that the file does not have; its columns are "
                        + String.join(", ", profile.columns()) + "."));
        leftOut.add(index);
        taken.add(index);
    }

    private Optional<Integer> find(String column) {
        int exact = profile.columns().indexOf(column);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        String wanted = HeaderName.normalise(column);
        for (int i = 0; i < profile.columns().size(); i++) {
            if (HeaderName.normalise(profile.columns().get(i)).equals(wanted)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void recognise(TicketField field) {
        List<Candidate> fitting = new ArrayList<>();
        for (int i = 0; i < profile.columns().size(); i++) {
            String name = profile.columns().get(i);
            int rank = taken.contains(i) ? -1 : rank(field, names.get(i));
            if (rank < 0) {
                continue;
            }
            String objection = ContentCheck.objection(field, name, profile.column(i));
            if (objection == null) {
                fitting.add(candidate(field, i, rank));
            } else {
                boolean answers = profile.column(i).flagShare() > NEARLY_ALL;
                if (!answers
                        && (field == TicketField.SOLVED || field == TicketField.FULL_RESOLUTION_TIME)
                        && !speaksOfClosing(name)) {
                    refusedResolutions.add(i);
                }
                refused.put(i, "\"" + name + "\" was not taken for " + field.apiName() + ": " + objection + ".");
            }
        }
        long most = fitting.stream().mapToLong(Candidate::values).max().orElse(0);
        fitting.sort(Comparator.comparing((Candidate one) -> one.values() == 0)
                .thenComparing(one -> one.values() < NEARLY_EMPTY * most)
                .thenComparing(Candidate::poor)
                .thenComparing(Candidate::rank));
        if (!fitting.isEmpty()) {
            take(field, fitting);
        }
    }

    /** Such a column that cannot be read says no more of the solution than the time of closing beside it, which can. */
    private static boolean speaksOfClosing(String name) {
        return HeaderName.normalise(name).contains("close");
    }

    /** What the desk itself calls the field comes before all that desks call it in general. */
    private int rank(TicketField field, ColumnName name) {
        if (desk != null && desk.meansSomethingElse(field, name)) {
            return -1;
        }
        int own = desk == null ? -1 : desk.rank(field, name);
        int rank = field.rank(name);
        return own >= 0 ? own : rank < 0 ? rank : rank + OWN_NAMES;
    }

    private Candidate candidate(TicketField field, int index, int rank) {
        ColumnProfile column = profile.column(index);
        boolean poor = switch (field.kind()) {
            case NAME -> column.numberShare() > NEARLY_ALL;
            case ID -> column.damaged() > 0;
            case DATE -> column.values() > 0 && column.dates().share() < NEARLY_ALL;
            case DURATION -> column.values() == 0 && names.get(index).unit() == null;
            case CATEGORY, TEXT, EMAIL, FLAG, COUNT, RATING -> false;
        };
        return new Candidate(index, rank, column.values(), poor);
    }

    private void take(TicketField field, List<Candidate> fitting) {
        int best = fitting.get(0).column();
        fields.put(field, best);
        taken.add(best);
        String others = fitting.stream()
                .skip(1)
                .filter(other -> other.values() > 0)
                .map(other -> "\"" + profile.columns().get(other.column()) + "\"")
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            warnings.add("More than one column could be " + field.apiName() + ": \""
                    + profile.columns().get(best) + "\" was taken, not " + others + ".");
        }
    }

    /** A column of times without any value says nothing where a column of durations beside it says how long it took. */
    private void preferFilled(TicketField time, TicketField duration) {
        Integer timed = fields.get(time);
        Integer lasted = fields.get(duration);
        if (timed != null
                && lasted != null
                && !wished.contains(time)
                && profile.column(timed).values() == 0
                && profile.column(lasted).values() > 0) {
            fields.remove(time);
            taken.remove(timed);
        }
    }

    private void recogniseByContent() {
        ContentRecognition content = new ContentRecognition(profile, fields, taken);
        for (TicketField field : ContentRecognition.FIELDS) {
            if (!fields.containsKey(field) && !left.contains(field)) {
                content.columnOf(field).ifPresent(column -> {
                    fields.put(field, column);
                    taken.add(column);
                    warnings.add("The name of \"" + profile.columns().get(column)
                            + "\" does not say what it holds; by its values it was taken for " + field.apiName()
                            + ". A mapping can say otherwise.");
                });
            }
        }
    }

    /** A time that stands still at night is none of ours: where it is all there is, its figure stays empty. */
    private void sayWhatCountsBusinessHours() {
        boolean reply = fields.containsKey(TicketField.FIRST_REPLY) || fields.containsKey(TicketField.FIRST_REPLY_TIME);
        boolean resolution =
                fields.containsKey(TicketField.SOLVED) || fields.containsKey(TicketField.FULL_RESOLUTION_TIME);
        for (int i = 0; i < profile.columns().size(); i++) {
            String name = profile.columns().get(i);
            if ((!reply || !resolution)
                    && !taken.contains(i)
                    && profile.column(i).values() > 0
                    && BusinessHours.named(name)
                    && ColumnMapping.sourceMetric(name)) {
                warnings.add(
                        "\"" + name
                                + "\" counts business hours only; it is kept as the source's own value and not taken for a time of ours.");
            }
        }
    }

    private void join(TicketField field, int time) {
        refused.remove(time);
        refusedResolutions.remove(time);
        warnings.add("The days of " + field.apiName() + " were read together with the times of day in \""
                + profile.columns().get(time) + "\".");
    }

    private @Nullable String resolutionRefused() {
        return refusedResolutions.stream()
                .filter(column -> !taken.contains(column))
                .findFirst()
                .map(profile.columns()::get)
                .orElse(null);
    }

    private void sayWhatWasRefused() {
        refused.forEach((column, sentence) -> {
            if (!taken.contains(column)
                    && !ColumnMapping.sourceMetric(profile.columns().get(column))) {
                warnings.add(sentence);
            }
        });
    }

    /**
     * @param values cells with a value
     * @param poor whether the content fits worse than that of a column that is not
     */
    private record Candidate(int column, int rank, long values, boolean poor) {}
}
