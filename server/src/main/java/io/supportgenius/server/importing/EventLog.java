package io.supportgenius.server.importing;

import io.supportgenius.server.store.EarlierLog;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file whose rows are events, several of them to a ticket: which columns say when, what and who.
 *
 * <p>A file is one if most of its tickets have several different rows and a column of times differs between them, and a column of
 * activities or states says what happened; with a column of activities a tenth of the tickets is enough. A plain export in which some
 * tickets come twice is none: there the newest row is the ticket.
 *
 * @param mapping the columns as fields, the times of the events being {@code updated}
 * @param activity index of the column of what happened; null for none, like the following ones
 * @param state index of the column of the ticket's state
 * @param changedField index of the column that names the field a row changed; the state counts only where that is the state
 * @param role index of the column that tells agents from customers
 * @param step index of the column that numbers a ticket's events
 */
record EventLog(
        ColumnMapping mapping,
        int time,
        @Nullable Integer activity,
        @Nullable Integer state,
        @Nullable Integer changedField,
        @Nullable Integer actor,
        @Nullable Integer role,
        @Nullable Integer step,
        EventVocabulary activities,
        EventVocabulary states) {

    /** Share of the tickets with several rows in which a column must differ to be one of the events. */
    private static final double DIFFERS = 0.5;
    /** The same for activities, which repeat. */
    private static final double SOMETIMES_DIFFERS = 0.3;
    /** Share of the tickets that must have several rows, where activities are named and where not. */
    private static final double SOME = 0.1;

    private static final double MOST = 0.5;
    private static final double ROWS_OF_A_LOG = 2.5;
    private static final double DATES = 0.9;

    /**
     * Finds out whether a file is a log.
     *
     * @param mapping its columns as they are recognised
     * @param continued what is known of earlier logs of the same source that had the same columns, which the file continues; null
     *     where there was none
     * @return empty if its rows are tickets, or versions of tickets
     * @throws ImportFailedException if the user says that it is one and it cannot be
     */
    static Optional<EventLog> of(
            FileProfile profile,
            ColumnMapping mapping,
            EventEvidence evidence,
            FoldWish wish,
            MappingDocument document,
            @Nullable EarlierLog continued) {
        Integer id = mapping.fields().get(TicketField.EXTERNAL_ID);
        if (wish == FoldWish.NEWEST || id == null) {
            return refuse(wish, "no column is the ticket id");
        }
        EventEvidence.Repetition rows = evidence.repetition(id).orElse(null);
        if (rows == null || (rows.repeated() == 0 && wish != FoldWish.EVENTS && continued == null)) {
            return refuse(wish, "\"" + mapping.columns().get(id) + "\" has not the name of a ticket id");
        }
        return new Finder(profile, mapping, evidence, rows, wish, document, continued).find();
    }

    private static Optional<EventLog> refuse(FoldWish wish, String why) {
        if (wish == FoldWish.EVENTS) {
            throw new ImportFailedException("The rows cannot be folded as events: " + why + ".");
        }
        return Optional.empty();
    }

    /** What counts as a touch, by the name that reports use. */
    String touches() {
        if (mapping.has(TicketField.TOUCHES)) {
            return "column";
        }
        if (activities.names(EventMeaning.REPLY) || states.names(EventMeaning.REPLY)) {
            return "replies";
        }
        return role != null ? "agents" : actor != null ? "actors" : "unknown";
    }

    /** Whether the log tells when tickets were solved, so that their closing is not taken for it. */
    boolean tellsSolved() {
        return activities.names(EventMeaning.SOLVED) || states.names(EventMeaning.SOLVED);
    }

    /** Whether the log tells whether tickets are solved and open again. */
    boolean tellsCourse() {
        return tellsSolved() || activities.names(EventMeaning.CLOSED) || states.names(EventMeaning.CLOSED);
    }

    /** The rule as reports show it; nothing is counted yet. */
    FoldRule rule() {
        List<FoldRule.Word> words = new ArrayList<>();
        words.addAll(activity == null ? List.of() : activities.words(name((int) activity)));
        words.addAll(state == null ? List.of() : states.words(name((int) state)));
        return new FoldRule(name(time), name(activity), name(state), name(actor), touches(), words, 0, 0);
    }

    private String name(int column) {
        return mapping.columns().get(column);
    }

    private @Nullable String name(@Nullable Integer column) {
        return column == null ? null : mapping.columns().get(column);
    }

    /** What is assumed, in sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        String what = activity != null ? name(activity) : state != null ? name(state) : null;
        warnings.add(
                "The rows were read as events and folded into one ticket for each id, in the order of \"" + name(time)
                        + "\"" + (what == null ? "" : ", by what \"" + what + "\" says")
                        + ". If each row is a whole ticket, of which the newest counts, import with --fold newest.");
        if (tellsCourse()) {
            warnings.add("In the log these mean: first reply " + texts(EventMeaning.REPLY, EventMeaning.FIRST_REPLY)
                    + "; solved " + texts(EventMeaning.SOLVED) + "; closed " + texts(EventMeaning.CLOSED)
                    + "; reopened "
                    + texts(EventMeaning.REOPENED) + ". A mapping can say otherwise under events.");
        }
        warnings.add(
                switch (touches()) {
                    case "column" ->
                        "Touches are the last value of \"" + mapping.columnOf(TicketField.TOUCHES)
                                + "\" of each ticket.";
                    case "replies" -> "Touches are the events that are answers of agents.";
                    case "agents" ->
                        "Touches are the events of agents as \"" + name(role) + "\" tells them, after the first event.";
                    case "actors" ->
                        "The log does not tell answers from other work: touches are all events for which \""
                                + name(actor) + "\" names somebody.";
                    default -> "The log does not tell who did what, so the touches are not known.";
                });
        return warnings;
    }

    private String texts(EventMeaning... meanings) {
        List<String> texts = new ArrayList<>();
        for (EventMeaning meaning : meanings) {
            for (FoldRule.Word word : rule().words()) {
                if (word.meaning().equals(meaning.apiName())) {
                    texts.add("\"" + word.word() + "\"");
                }
            }
        }
        return texts.isEmpty() ? "nothing" : String.join(", ", texts);
    }

    /** Looks for the columns of one file. */
    private static final class Finder {
        private final FileProfile profile;
        private final ColumnMapping mapping;
        private final EventEvidence evidence;
        private final EventEvidence.Repetition rows;
        private final FoldWish wish;
        private final MappingDocument document;
        private final boolean forced;
        private final @Nullable EarlierLog continued;

        Finder(
                FileProfile profile,
                ColumnMapping mapping,
                EventEvidence evidence,
                EventEvidence.Repetition rows,
                FoldWish wish,
                MappingDocument document,
                @Nullable EarlierLog continued) {
            this.profile = profile;
            this.mapping = mapping;
            this.evidence = evidence;
            this.rows = rows;
            this.wish = wish;
            this.document = document;
            this.forced = wish == FoldWish.EVENTS || continued != null;
            this.continued = continued;
        }

        Optional<EventLog> find() {
            Integer time = time();
            if (time == null) {
                return refuse(wish, "no column of times differs between the rows of a ticket");
            }
            Integer activity = activity();
            Integer changedField = named(EventColumns::changedField, 0);
            Integer newValue = changedField == null ? null : named(EventColumns::newValue, SOMETIMES_DIFFERS);
            Integer state = newValue != null ? newValue : state();
            if (!forced && !isLog(activity, state)) {
                return Optional.empty();
            }
            Integer actor = named(EventColumns::actor, 0);
            Map<EventMeaning, List<String>> wishes = wishes();
            return Optional.of(new EventLog(
                    adjusted(time, activity, newValue == null ? state : null, actor),
                    time,
                    activity,
                    state,
                    newValue == null ? null : changedField,
                    actor,
                    named(EventColumns::role, 0),
                    named(EventColumns::step, DIFFERS),
                    EventVocabulary.ofActivities(words(activity), wishes),
                    EventVocabulary.ofStates(words(state), wishes)));
        }

        private Map<String, Long> words(@Nullable Integer column) {
            if (column == null) {
                return Map.of();
            }
            Map<String, Long> words = new HashMap<>(evidence.words(column));
            if (continued != null) {
                String name = mapping.columns().get(column);
                continued.words().stream()
                        .filter(word -> word.column().equals(name))
                        .forEach(word -> words.merge(word.word(), word.rows(), Long::sum));
            }
            return words;
        }

        private boolean isLog(@Nullable Integer activity, @Nullable Integer state) {
            if (activity != null && rows.share() >= SOME) {
                return true;
            }
            boolean changes = state != null && rows.varies(state) >= SOMETIMES_DIFFERS;
            return rows.share() >= MOST && (changes || rows.rowsPerRepeated() >= ROWS_OF_A_LOG);
        }

        private boolean dates(int column) {
            boolean named = EventColumns.time(mapping.columns().get(column)) >= 0;
            return profile.column(column).dates().share() >= (named ? MOST : DATES);
        }

        private boolean differs(int column, double share) {
            return forced || rows.varies(column) >= share;
        }

        /** What the user says is {@code updated}, else the column of times with the best name of those that differ. */
        private @Nullable Integer time() {
            Integer wished = mapping.fields().get(TicketField.UPDATED);
            if (wished != null && document.fields().containsKey(TicketField.UPDATED.apiName())) {
                return wished;
            }
            if (continued != null) {
                return mapping.columns().indexOf(continued.time());
            }
            Integer best = null;
            for (int i = 0; i < mapping.columns().size(); i++) {
                boolean differs = rows.varies(i) >= DIFFERS
                        || (forced && EventColumns.time(mapping.columns().get(i)) >= 0);
                if (dates(i) && differs && rank(i) < (best == null ? Integer.MAX_VALUE : rank(best))) {
                    best = i;
                }
            }
            return best == null && forced ? wished : best;
        }

        private int rank(int column) {
            int named = EventColumns.time(mapping.columns().get(column));
            if (named >= 0) {
                return named;
            }
            TicketField field = mapping.fields().entrySet().stream()
                    .filter(entry -> entry.getValue() == column)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                return 2_000;
            }
            return switch (field) {
                case CREATED -> 1_000;
                case UPDATED -> 1_001;
                // The time of one event of the ticket is not that of each.
                case FIRST_REPLY, FIRST_SOLVED, SOLVED, CLOSED -> Integer.MAX_VALUE;
                default -> 3_000;
            };
        }

        private @Nullable Integer activity() {
            String wished = document.events().getOrDefault(EventColumns.ACTIVITY, List.of()).stream()
                    .findFirst()
                    .orElse(null);
            if (wished != null) {
                return IntStream.range(0, mapping.columns().size())
                        .filter(i ->
                                HeaderName.normalise(mapping.columns().get(i)).equals(HeaderName.normalise(wished)))
                        .boxed()
                        .findFirst()
                        .orElseThrow(() ->
                                new ImportFailedException("The mapping takes the activity of events from a column \""
                                        + wished + "\" that the file does not have; its columns are "
                                        + String.join(", ", mapping.columns()) + "."));
            }
            Integer named = named(EventColumns::activity, SOMETIMES_DIFFERS);
            return named != null ? named : named(header -> EventColumns.eventType(header) ? 0 : -1, DIFFERS);
        }

        private @Nullable Integer state() {
            Integer named = named(EventColumns::state, 0);
            return named != null ? named : mapping.fields().get(TicketField.STATUS);
        }

        /** The column with the best name of those that differ in a share of the tickets and hold anything. */
        private @Nullable Integer named(ToIntFunction<String> rank, double share) {
            Integer best = null;
            for (int i = 0; i < mapping.columns().size(); i++) {
                int place = rank.applyAsInt(mapping.columns().get(i));
                boolean fits = place >= 0 && profile.column(i).values() > 0 && differs(i, share);
                if (fits
                        && (best == null
                                || place < rank.applyAsInt(mapping.columns().get(best)))) {
                    best = i;
                }
            }
            return best;
        }

        private Map<EventMeaning, List<String>> wishes() {
            Map<EventMeaning, List<String>> wishes = new EnumMap<>(EventMeaning.class);
            document.events().forEach((name, texts) -> {
                if (!name.equals(EventColumns.ACTIVITY)) {
                    wishes.put(meaning(name), texts);
                }
            });
            return wishes;
        }

        private static EventMeaning meaning(String name) {
            return EventMeaning.ofApiName(name)
                    .orElseThrow(() -> new ImportFailedException("The mapping names events \"" + name
                            + "\" that do not exist; there are " + EventColumns.ACTIVITY + ", "
                            + IntStream.range(0, EventMeaning.values().length)
                                    .mapToObj(i -> EventMeaning.values()[i].apiName())
                                    .collect(Collectors.joining(", "))
                            + "."));
        }

        private ColumnMapping adjusted(
                int time, @Nullable Integer activity, @Nullable Integer state, @Nullable Integer actor) {
            Map<TicketField, Integer> fields = new EnumMap<>(TicketField.class);
            fields.putAll(mapping.fields());
            fields.values().removeIf(column -> column == time || (activity != null && column.equals(activity)));
            Integer created = fields.get(TicketField.CREATED);
            if (created != null && rows.varies(created) >= DIFFERS) {
                fields.remove(TicketField.CREATED);
            }
            fields.put(TicketField.UPDATED, time);
            if (state != null && !fields.containsValue(state)) {
                fields.putIfAbsent(TicketField.STATUS, state);
            }
            if (actor != null && EventColumns.agents(mapping.columns().get(actor)) && !fields.containsValue(actor)) {
                fields.putIfAbsent(TicketField.AGENT, actor);
            }
            return new ColumnMapping(
                    mapping.columns(),
                    fields,
                    mapping.timesOfDay(),
                    mapping.leftOut(),
                    mapping.desk(),
                    mapping.resolutionRefused(),
                    mapping.warnings());
        }
    }
}
