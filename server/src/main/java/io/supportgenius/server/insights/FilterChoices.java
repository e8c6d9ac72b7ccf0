package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** What the filter bar offers. */
@Service
public class FilterChoices {

    private final LiveFacts facts;
    private final SelectionResolver resolver;

    FilterChoices(LiveFacts facts, SelectionResolver resolver) {
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

    /**
     * Values of one dimension among the tickets of a selection, most tickets first. The selection's own filter on this dimension is
     * left out, so that further values can be added.
     *
     * @param search part of a value to look for, ignoring case; empty for all
     * @throws InvalidSelectionException if there is no such dimension
     */
    public List<CategoryCount> values(String dimension, TicketSelection selection, String search, int limit) {
        TicketFacts columns = facts.current().facts();
        int index = columns.index(new Dimension(dimension));
        if (index < 0) {
            throw new InvalidSelectionException(
                    List.of(new Problem("dimension", dimension, "Tickets cannot be counted by this name.")));
        }
        var filters = new LinkedHashMap<>(selection.filters());
        filters.remove(dimension);
        var others = new TicketSelection(selection.from(), selection.to(), filters, selection.q());
        var questions = new Questions();
        CategoryCounts counts = questions.ask(CategoryCounts.key(index), () -> new CategoryCounts(index));
        questions.answer(columns, resolver.resolve(others, columns));
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return Dashboards.counts(columns, index, counts).stream()
                .filter(count -> wanted.isEmpty()
                        || count.value() != null
                                && count.value().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
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
