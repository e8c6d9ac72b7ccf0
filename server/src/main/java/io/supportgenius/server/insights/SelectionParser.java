package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads selections from parameters and writes them back: the one place that knows the names. */
public final class SelectionParser {

    /** First day, last day and words to search for. */
    public static final String FROM = "from";

    public static final String TO = "to";
    public static final String WORDS = "q";

    /** Days told from today, in place of a first and a last one: the key of a {@link RangePreset}. */
    public static final String RANGE = "range";

    /** What figures are compared with: the key of a {@link Baseline}. It chooses no tickets, and goes along with the days. */
    public static final String COMPARE = "compare";

    /** Weekday of the creation, 1 (Monday) to 7, and hour of the day, 0 to 23, both in the organisation's zone. */
    public static final String WEEKDAY = "weekday";

    public static final String HOUR = "hour";

    /** Whether the ticket has been solved, and whether its times are in a possible order: true or false. */
    public static final String SOLVED = "solved";

    public static final String PLAUSIBLE = "plausibleTimes";

    /** What is wrong with its times: keys of {@link TimeFinding}. */
    public static final String TIME_PROBLEM = "timeProblem";

    /** First and last day of the solution, whenever the ticket was created, and a day at whose end the ticket was not solved. */
    public static final String SOLVED_FROM = "solvedFrom";

    public static final String SOLVED_TO = "solvedTo";
    public static final String OPEN_ON = "openOn";

    /** Whether the ticket has a duration that counts in medians, that is a known one that is not negative: true or false. */
    public static final String HAS_FIRST_REPLY_TIME = "hasFirstReplyTime";

    public static final String HAS_FULL_RESOLUTION_TIME = "hasFullResolutionTime";

    /** Names of clusters, and what the clusters are made from: the query of a {@link ClusterOrigin}; absent for all tickets. */
    public static final String CLUSTER = "cluster";

    public static final String CLUSTERS_OF = "clustersOf";

    private static final int MOST_CLUSTERS_IN_CLUSTERS = 3;

    private static final Set<String> DAYS = Set.of(SOLVED_FROM, SOLVED_TO, OPEN_ON);

    private static final List<String> OWN = List.of(FROM, TO, RANGE, COMPARE, WORDS);

    private static final Set<String> FILTERS = filters();

    private final MultiValueMap<String, String> parameters;
    private final List<Problem> problems = new ArrayList<>();

    private final @Nullable LocalDate today;

    private SelectionParser(MultiValueMap<String, String> parameters, @Nullable LocalDate today) {
        this.parameters = parameters;
        this.today = today;
    }

    /**
     * Reads a selection; {@link Selections} knows today.
     *
     * @param alsoAllowed parameters that the caller reads itself
     * @param today where days may be told from it; null where they may not
     * @throws InvalidSelectionException naming every parameter that is unknown or cannot be understood
     */
    static TicketSelection parse(
            MultiValueMap<String, String> parameters, Set<String> alsoAllowed, @Nullable LocalDate today) {
        return new SelectionParser(parameters, today).parse(alsoAllowed);
    }

    /** The parameters that are read as this selection, in a fixed order. */
    public static MultiValueMap<String, String> query(TicketSelection selection) {
        var query = new LinkedMultiValueMap<String, String>();
        if (selection.from() != null) {
            query.add(FROM, selection.from().toString());
        }
        if (selection.to() != null) {
            query.add(TO, selection.to().toString());
        }
        selection.filters().forEach((name, values) -> values.forEach(value -> query.add(name, value)));
        if (selection.q() != null) {
            query.add(WORDS, selection.q());
        }
        return query;
    }

    private TicketSelection parse(Set<String> alsoAllowed) {
        LocalDate from = day(FROM);
        LocalDate to = day(TO);
        if (from != null && to != null && to.isBefore(from)) {
            problem(TO, to.toString(), "The last day lies before the first day, " + from + ".");
        }
        RangePreset range = range(from, to);
        baseline();
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> value != null && value.indexOf(0) >= 0)
                .forEach(value -> problem(name, value, "The character NUL is in no ticket.")));
        checkOrderOfSolution();
        String words = single(WORDS);
        Map<String, List<String>> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (isFilter(name)) {
                List<String> wanted = checked(name, values);
                if (!wanted.isEmpty()) {
                    filters.put(name, new ArrayList<>(new LinkedHashSet<>(wanted)));
                }
            } else if (!isOwn(name) && !alsoAllowed.contains(name)) {
                problem(name, String.join(",", values), "There is no parameter of this name.");
            }
        });
        checkClusters(filters);
        if (!problems.isEmpty()) {
            throw new InvalidSelectionException(problems);
        }
        String wordsOrNone = words == null || words.isBlank() ? null : words.strip();
        return range == null || today == null
                ? new TicketSelection(from, to, filters, wordsOrNone)
                : new TicketSelection(range.first(today), range.last(today), filters, wordsOrNone);
    }

    /** Days are told from today or by their dates, not both. */
    private @Nullable RangePreset range(@Nullable LocalDate from, @Nullable LocalDate to) {
        String key = single(RANGE);
        if (key == null || key.isEmpty()) {
            return null;
        }
        RangePreset range = RangePreset.of(key).orElse(null);
        if (range == null) {
            problem(RANGE, key, "Expected one of " + RangePreset.keys() + "; or days of your own as from and to.");
        } else if (today == null) {
            problem(RANGE, key, "Expected dates here: from and to.");
        } else if (from != null || to != null) {
            problem(RANGE, key, "Expected either a range or dates. Leave out the range, or both from and to.");
        }
        return range;
    }

    private void baseline() {
        String key = single(COMPARE);
        if (key != null && !key.isEmpty() && Baseline.of(key).isEmpty()) {
            problem(COMPARE, key, "Expected one of " + Baseline.keys() + ".");
        }
    }

    /** What clusters are made from is given once, belongs to clusters, and may itself be tickets of clusters, but not without end. */
    private void checkClusters(Map<String, List<String>> filters) {
        List<String> origins = filters.get(CLUSTERS_OF);
        if (origins == null) {
            return;
        }
        if (origins.size() > 1 || !filters.containsKey(CLUSTER)) {
            problem(CLUSTERS_OF, String.join(",", origins), "Expected this parameter once, together with a cluster.");
            return;
        }
        try {
            if (ClusterOrigin.parse(origins.get(0)).depth() >= MOST_CLUSTERS_IN_CLUSTERS) {
                problem(CLUSTERS_OF, origins.get(0), "Expected clusters of clusters no more than three deep.");
            }
        } catch (InvalidSelectionException e) {
            problems.addAll(e.problems());
        }
    }

    private static Set<String> filters() {
        var names = new LinkedHashSet<String>();
        Dimension.BUILT_IN.forEach(dimension -> names.add(dimension.name()));
        names.addAll(List.of(
                WEEKDAY, HOUR, SOLVED, PLAUSIBLE, TIME_PROBLEM, HAS_FIRST_REPLY_TIME, HAS_FULL_RESOLUTION_TIME));
        names.addAll(List.of(SOLVED_FROM, SOLVED_TO, OPEN_ON, CLUSTER, CLUSTERS_OF));
        return names;
    }

    /** Every name of a parameter that selections have, in a fixed order; {@code attribute.NAME} stands for all attributes. */
    public static Set<String> names() {
        var names = new LinkedHashSet<String>(OWN);
        names.addAll(FILTERS);
        names.add(Dimension.attribute("NAME").name());
        return names;
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name);
    }

    private static boolean isFilter(String name) {
        return FILTERS.contains(name) || Dimension.isAttribute(name);
    }

    /** Days of a selection that are filters by their name. */
    static @Nullable LocalDate day(TicketSelection selection, String name) {
        List<String> values = selection.filters().getOrDefault(name, List.of());
        return values.isEmpty() ? null : LocalDate.parse(values.get(0));
    }

    private void checkOrderOfSolution() {
        LocalDate from = day(SOLVED_FROM);
        LocalDate to = day(SOLVED_TO);
        day(OPEN_ON);
        if (from != null && to != null && to.isBefore(from)) {
            problem(SOLVED_TO, to.toString(), "The last day lies before the first day, " + from + ".");
        }
    }

    private List<String> checked(String name, List<String> values) {
        if (DAYS.contains(name)) {
            return values.stream()
                    .filter(value -> value != null && !value.isEmpty())
                    .toList();
        }
        var checked = new ArrayList<String>();
        for (String value : values) {
            String text = value == null ? "" : value;
            switch (name) {
                case WEEKDAY -> number(name, text, 1, 7, "Expected a weekday from 1 (Monday) to 7 (Sunday).");
                case HOUR -> number(name, text, 0, 23, "Expected an hour from 0 to 23.");
                case "sentiment" -> oneOf(name, text, "negative", "neutral", "positive");
                case "satisfaction" -> oneOf(name, text, "good", "bad");
                case TIME_PROBLEM -> timeProblem(text);
                case "pilot" -> flag(name, text, !text.isEmpty());
                case SOLVED, PLAUSIBLE, HAS_FIRST_REPLY_TIME, HAS_FULL_RESOLUTION_TIME -> flag(name, text, true);
                default -> {}
            }
            checked.add(text);
        }
        return checked;
    }

    private void timeProblem(String value) {
        if (TimeFinding.of(value).isEmpty()) {
            problem(TIME_PROBLEM, value, "Expected one of " + String.join(", ", TimeFinding.keys()) + ".");
        }
    }

    private void number(String name, String value, int lowest, int highest, String expected) {
        if (!value.matches("\\d{1,2}") || Integer.parseInt(value) < lowest || Integer.parseInt(value) > highest) {
            problem(name, value, expected);
        }
    }

    private void oneOf(String name, String value, String... known) {
        if (!value.isEmpty() && Arrays.stream(known).noneMatch(value::equalsIgnoreCase)) {
            problem(name, value, "Expected one of " + String.join(", ", known) + ", or nothing for a missing value.");
        }
    }

    private void flag(String name, String value, boolean known) {
        if (known && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            problem(name, value, "Expected true or false.");
        }
    }

    private @Nullable LocalDate day(String name) {
        String value = single(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() < 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            problem(name, value, "Expected an existing day, written year-month-day like 2015-10-31.");
            return null;
        }
        problem(name, value, "Expected a day of the years 1 to 9998.");
        return null;
    }

    private @Nullable String single(String name) {
        List<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            problem(name, String.join(",", values), "Expected this parameter once.");
        }
        return values.get(0);
    }

    private void problem(String parameter, String value, String message) {
        problems.add(new Problem(parameter, value, message));
    }
}
