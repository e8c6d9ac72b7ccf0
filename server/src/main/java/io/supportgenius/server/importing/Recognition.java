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
 * fits, the one with values before the empty one, then the better name. A column serves one field only.
 */
final class Recognition {
    private final FileProfile profile;
    private final Map<TicketField, Integer> fields = new EnumMap<>(TicketField.class);
    private final Set<TicketField> left = EnumSet.noneOf(TicketField.class);
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private final Map<Integer, String> refused = new LinkedHashMap<>();
    private final Set<Integer> refusedResolutions = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private Recognition(FileProfile profile) {
        this.profile = profile;
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
        recognition.sayWhatWasRefused();
        return new ColumnMapping(
                profile.columns(),
                recognition.fields,
                recognition.leftOut,
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
            int rank = taken.contains(i) ? -1 : field.rank(name);
            if (rank < 0) {
                continue;
            }
            String objection = ContentCheck.objection(field, name, profile.column(i));
            if (objection == null) {
                fitting.add(new Candidate(i, rank, profile.column(i).values() == 0));
            } else {
                if (field == TicketField.SOLVED || field == TicketField.FULL_RESOLUTION_TIME) {
                    refusedResolutions.add(i);
                }
                refused.put(i, "\"" + name + "\" was not taken for " + field.apiName() + ": " + objection + ".");
            }
        }
        fitting.sort(Comparator.comparing(Candidate::empty).thenComparing(Candidate::rank));
        if (!fitting.isEmpty()) {
            take(field, fitting);
        }
    }

    private void take(TicketField field, List<Candidate> fitting) {
        int best = fitting.get(0).column();
        fields.put(field, best);
        taken.add(best);
        String others = fitting.stream()
                .skip(1)
                .filter(other -> !other.empty())
                .map(other -> "\"" + profile.columns().get(other.column()) + "\"")
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            warnings.add("More than one column could be " + field.apiName() + ": \""
                    + profile.columns().get(best) + "\" was taken, not " + others + ".");
        }
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

    private record Candidate(int column, int rank, boolean empty) {}
}
