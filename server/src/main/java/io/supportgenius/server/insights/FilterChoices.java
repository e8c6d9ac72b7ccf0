package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketCondition;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** What the filter bar offers. */
@Service
public class FilterChoices {

    private static final List<String> OF_THE_TICKET_ITSELF = List.of(
            SelectionParser.WEEKDAY,
            SelectionParser.HOUR,
            SelectionParser.SOLVED,
            SelectionParser.HAS_FIRST_REPLY_TIME,
            SelectionParser.HAS_FULL_RESOLUTION_TIME,
            SelectionParser.PLAUSIBLE,
            SelectionParser.TIME_PROBLEM);

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final Clock clock;

    FilterChoices(LiveFacts facts, SelectionResolver resolver, Clock clock) {
        this.clock = clock;
        this.facts = facts;
        this.resolver = resolver;
    }

    /**
     * Every dimension that tickets can be filtered and grouped by, built-in ones first.
     *
     * @return never empty
     */
    public List<Choice> dimensions() {
        TicketFacts columns = facts.current().facts();
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < columns.dimensions().size(); i++) {
            Dimension dimension = columns.dimensions().get(i);
            choices.add(new Choice(
                    dimension.name(),
                    dimension.isAttribute(),
                    columns.dictionary(i).size() - 1));
        }
        return choices;
    }

    /** Names of everything that can be filtered by: the dimensions, and what holds for the ticket itself. */
    public List<String> filters() {
        var filters = new ArrayList<String>();
        dimensions().forEach(choice -> filters.add(choice.name()));
        int attributes = (int) filters.stream().filter(Dimension::isAttribute).count();
        filters.addAll(filters.size() - attributes, OF_THE_TICKET_ITSELF);
        return filters;
    }

    /**
     * Values of one dimension among the tickets of a selection, most tickets first. The selection's own filter on this dimension is
     * left out, so that further values can be added.
     *
     * @param search part of a value to look for, ignoring case; empty for all
     * @throws InvalidSelectionException if there is no such dimension
     */
    public List<CategoryCount> values(String dimension, TicketSelection selection, String search, int limit) {
        TicketFacts columns = facts.current().facts();
        if (OF_THE_TICKET_ITSELF.contains(dimension)) {
            return dimension.equals(SelectionParser.TIME_PROBLEM)
                    ? timeProblems(resolver.resolve(without(dimension, selection), columns), columns)
                    : valuesOfTheTicketItself(
                            dimension, resolver.resolve(without(dimension, selection), columns), columns);
        }
        int index = columns.index(new Dimension(dimension));
        if (index < 0) {
            throw new InvalidSelectionException(
                    List.of(new Problem("dimension", dimension, "Tickets cannot be counted by this name.")));
        }
        var questions = new Questions();
        CategoryCounts counts = questions.ask(CategoryCounts.key(index), () -> new CategoryCounts(index));
        questions.answer(columns, resolver.resolve(without(dimension, selection), columns));
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return Dashboards.counts(columns, index, counts).stream()
                .filter(count -> wanted.isEmpty()
                        || count.value() != null
                                && count.value().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
    }

    private static TicketSelection without(String dimension, TicketSelection selection) {
        var filters = new LinkedHashMap<>(selection.filters());
        filters.remove(dimension);
        return new TicketSelection(selection.from(), selection.to(), filters, selection.q());
    }

    /** Few values, in their own order. */
    private static List<CategoryCount> valuesOfTheTicketItself(
            String filter, Selection selection, TicketFacts columns) {
        var questions = new Questions();
        HourOfWeekGrid grid = questions.ask(HourOfWeekGrid.KEY, HourOfWeekGrid::new);
        Totals totals = questions.ask(Totals.KEY, Totals::new);
        questions.answer(columns, selection);
        long[][] counts = grid.counts();
        return switch (filter) {
            case SelectionParser.WEEKDAY ->
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day -> new CategoryCount(
                                Integer.toString(day),
                                Arrays.stream(counts[day - 1]).sum()))
                        .toList();
            case SelectionParser.HOUR ->
                IntStream.range(0, 24)
                        .mapToObj(hour -> new CategoryCount(
                                Integer.toString(hour),
                                Arrays.stream(counts)
                                        .mapToLong(day -> day[hour])
                                        .sum()))
                        .toList();
            case SelectionParser.SOLVED -> either(totals.solved(), totals.tickets());
            case SelectionParser.PLAUSIBLE -> either(totals.tickets() - totals.implausible(), totals.tickets());
            case SelectionParser.HAS_FIRST_REPLY_TIME ->
                either(columns.count(selection.with(TicketCondition.WITH_FIRST_REPLY_TIME)), totals.tickets());
            case SelectionParser.HAS_FULL_RESOLUTION_TIME ->
                either(columns.count(selection.with(TicketCondition.WITH_FULL_RESOLUTION_TIME)), totals.tickets());
            default -> throw new IllegalArgumentException(filter);
        };
    }

    private List<CategoryCount> timeProblems(Selection selection, TicketFacts columns) {
        long now = clock.instant().getEpochSecond();
        return Arrays.stream(TimeFinding.values())
                .map(finding -> new CategoryCount(finding.key(), columns.count(selection.with(finding.condition(now)))))
                .toList();
    }

    private static List<CategoryCount> either(long holds, long all) {
        return List.of(new CategoryCount("true", holds), new CategoryCount("false", all - holds));
    }

    /**
     * A dimension.
     *
     * @param name as a parameter, for example {@code supportTier} or {@code attribute.Product}
     * @param attribute whether it comes from a column of an export rather than from our own model
     * @param values how many different values there are, without the missing one
     */
    public record Choice(String name, boolean attribute, int values) {}
}
