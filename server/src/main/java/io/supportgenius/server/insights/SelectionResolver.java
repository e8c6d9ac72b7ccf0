package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.AnyOf;
import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.OpenAt;
import io.supportgenius.analytics.facts.RowCondition;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.SolvedWithin;
import io.supportgenius.analytics.facts.TicketCondition;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.facts.TicketIds;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import io.supportgenius.server.store.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the names and days of a selection into codes and seconds of the facts. */
@Component
class SelectionResolver {

    private final Tickets tickets;
    private final ClusterFinder clusters;
    private final Clock clock;

    SelectionResolver(Tickets tickets, ClusterFinder clusters, Clock clock) {
        this.clock = clock;
        this.tickets = tickets;
        this.clusters = clusters;
    }

    /** @throws InvalidSelectionException if an attribute is filtered by that no ticket has, or a cluster that there is not */
    Selection resolve(TicketSelection asked, TicketFacts facts) {
        List<String> clusters = asked.filters().getOrDefault(SelectionParser.CLUSTER, List.of());
        Selection selection = clusters.isEmpty() ? Selection.ALL : inClusters(clusters, asked, facts);
        selection = selection.created(
                second(asked.from(), facts, Long.MIN_VALUE),
                second(asked.to() == null ? null : asked.to().plusDays(1), facts, Long.MAX_VALUE));
        for (Map.Entry<String, List<String>> filter : asked.filters().entrySet()) {
            selection = with(selection, filter.getKey(), filter.getValue(), facts);
        }
        selection = withDays(selection, asked, facts);
        BitSet hours = hoursOfWeek(asked);
        if (hours.cardinality() < 7 * 24) {
            selection = selection.hoursOfWeek(hours);
        }
        return asked.q() == null ? selection : selection.tickets(TicketIds.of(tickets.search(asked.q())));
    }

    /** The clusters of an origin. */
    FoundClusters clusters(ClusterOrigin origin, TicketFacts facts) {
        return clusters.find(facts, origin, () -> resolve(origin.tickets(), facts));
    }

    /** The same, or nothing when they are not found within a time. */
    Optional<FoundClusters> clusters(ClusterOrigin origin, TicketFacts facts, Duration longest) {
        return clusters.find(facts, origin, () -> resolve(origin.tickets(), facts), longest);
    }

    private Selection inClusters(List<String> names, TicketSelection asked, TicketFacts facts) {
        List<String> origins = asked.filters().getOrDefault(SelectionParser.CLUSTERS_OF, List.of(""));
        ClusterOrigin origin = ClusterOrigin.parse(origins.get(0));
        RowCondition clustered = clusters(origin, facts)
                .named(names)
                .orElseThrow(() -> new InvalidSelectionException(List.of(new Problem(
                        SelectionParser.CLUSTER,
                        String.join(",", names),
                        "There is no cluster of this name any more: clusters follow their tickets. Choose it again on"
                                + " the customer dashboard."))));
        return resolve(origin.tickets(), facts).with(clustered);
    }

    private static Selection withDays(Selection selection, TicketSelection asked, TicketFacts facts) {
        LocalDate solvedFrom = SelectionParser.day(asked, SelectionParser.SOLVED_FROM);
        LocalDate solvedTo = SelectionParser.day(asked, SelectionParser.SOLVED_TO);
        LocalDate openOn = SelectionParser.day(asked, SelectionParser.OPEN_ON);
        Selection narrowed = selection;
        if (solvedFrom != null || solvedTo != null) {
            narrowed = narrowed.with(new SolvedWithin(
                    second(solvedFrom, facts, Long.MIN_VALUE),
                    second(solvedTo == null ? null : solvedTo.plusDays(1), facts, Long.MAX_VALUE)));
        }
        return openOn == null ? narrowed : narrowed.with(new OpenAt(second(openOn.plusDays(1), facts, 0)));
    }

    private static long second(@Nullable LocalDate day, TicketFacts facts, long otherwise) {
        return day == null ? otherwise : day.atStartOfDay(facts.zone()).toEpochSecond();
    }

    private Selection with(Selection selection, String name, List<String> values, TicketFacts facts) {
        switch (name) {
            case SelectionParser.WEEKDAY,
                    SelectionParser.HOUR,
                    SelectionParser.SOLVED_FROM,
                    SelectionParser.SOLVED_TO,
                    SelectionParser.OPEN_ON,
                    SelectionParser.CLUSTER,
                    SelectionParser.CLUSTERS_OF:
                return selection;
            case SelectionParser.SOLVED:
                return either(selection, values, TicketCondition.SOLVED, TicketCondition.UNSOLVED);
            case SelectionParser.PLAUSIBLE:
                return either(selection, values, TicketCondition.PLAUSIBLE, TicketCondition.IMPLAUSIBLE);
            case SelectionParser.TIME_PROBLEM:
                return selection.with(timeProblems(values));
            case SelectionParser.HAS_FIRST_REPLY_TIME:
                return either(
                        selection,
                        values,
                        TicketCondition.WITH_FIRST_REPLY_TIME,
                        TicketCondition.WITHOUT_FIRST_REPLY_TIME);
            case SelectionParser.HAS_FULL_RESOLUTION_TIME:
                return either(
                        selection,
                        values,
                        TicketCondition.WITH_FULL_RESOLUTION_TIME,
                        TicketCondition.WITHOUT_FULL_RESOLUTION_TIME);
            default:
                break;
        }
        var dimension = new Dimension(name);
        int index = facts.index(dimension);
        if (index >= 0) {
            Dictionary dictionary = facts.dictionary(index);
            var wanted = new BitSet();
            values.forEach(value -> wanted.or(dictionary.codes(value)));
            return selection.with(index, wanted);
        }
        if (!dimension.isAttribute() || !tickets.attributes().contains(dimension.column())) {
            throw new InvalidSelectionException(
                    List.of(new Problem(name, String.join(",", values), "No ticket has an attribute of this name.")));
        }
        List<String> lower =
                values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        return selection.tickets(TicketIds.of(tickets.withAttribute(dimension.column(), lower)));
    }

    private AnyOf timeProblems(List<String> values) {
        long now = clock.instant().getEpochSecond();
        return new AnyOf(values.stream()
                .flatMap(value -> TimeFinding.of(value).stream())
                .map(finding -> finding.condition(now))
                .toList());
    }

    /** True and false together leave nothing out. */
    private static Selection either(
            Selection selection, List<String> values, TicketCondition whenTrue, TicketCondition whenFalse) {
        boolean wanted = values.stream().anyMatch(Boolean::parseBoolean);
        boolean unwanted = values.stream().anyMatch(value -> !Boolean.parseBoolean(value));
        return wanted && unwanted ? selection : selection.with(wanted ? whenTrue : whenFalse);
    }

    private static BitSet hoursOfWeek(TicketSelection asked) {
        List<String> days = asked.filters().getOrDefault(SelectionParser.WEEKDAY, List.of());
        List<String> hours = asked.filters().getOrDefault(SelectionParser.HOUR, List.of());
        var wanted = new BitSet();
        for (int day = 1; day <= 7; day++) {
            for (int hour = 0; hour < 24; hour++) {
                wanted.set(
                        (day - 1) * 24 + hour,
                        (days.isEmpty() || holds(days, day)) && (hours.isEmpty() || holds(hours, hour)));
            }
        }
        return wanted;
    }

    private static boolean holds(List<String> numbers, int number) {
        return numbers.stream().anyMatch(text -> Integer.parseInt(text) == number);
    }
}
