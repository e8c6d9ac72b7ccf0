package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.Periods;
import io.supportgenius.analytics.summary.SentimentByGroup;
import io.supportgenius.analytics.summary.SentimentByGroup.Grouping;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.insights.SentimentPanels.ByDimension;
import io.supportgenius.server.insights.SentimentPanels.Period;
import io.supportgenius.server.insights.SentimentPanels.Trend;
import io.supportgenius.server.insights.SentimentPanels.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks for the sentiment of a selection: as a whole, over time and by a dimension. */
final class SentimentQuestion {

    private final TicketFacts facts;
    private final Selection selection;
    private final int sentiment;

    SentimentQuestion(TicketFacts facts, Selection selection) {
        this.facts = facts;
        this.selection = selection;
        this.sentiment = facts.index(Dimension.SENTIMENT);
    }

    /**
     * @param totals of the selection
     * @param by index of a dimension, or -1 for none
     */
    SentimentPanels answer(TicketSelection asked, Totals totals, int by) {
        Periods periods = TrendDays.ofCreations(asked, totals, facts.zone());
        var all = new SentimentByGroup(Grouping.NONE, sentiment);
        var trend = periods == null ? null : new SentimentByGroup(Grouping.by(periods), sentiment);
        var values = by < 0 ? null : new SentimentByGroup(Grouping.by(by), sentiment);
        facts.scan(selection, chunk -> {
            all.accept(chunk);
            if (trend != null) {
                trend.accept(chunk);
            }
            if (values != null) {
                values.accept(chunk);
            }
        });
        return new SentimentPanels(
                SentimentFigures.of(all.figures(0)),
                periods == null || trend == null ? null : trend(periods, trend),
                values == null ? null : byDimension(by, values));
    }

    private static Trend trend(Periods periods, SentimentByGroup groups) {
        var list = new ArrayList<Period>();
        for (int i = 0; i < periods.list().size(); i++) {
            Periods.Period period = periods.list().get(i);
            list.add(new Period(
                    period.first().toString(), period.last().toString(), SentimentFigures.of(groups.figures(i))));
        }
        return new Trend(TrendDays.name(periods.unit()), list);
    }

    private ByDimension byDimension(int by, SentimentByGroup groups) {
        List<Value> values = new ArrayList<>();
        for (int code = 0; code < facts.dictionary(by).size(); code++) {
            SentimentFigures figures = SentimentFigures.of(groups.figures(code));
            if (figures.tickets() > 0) {
                values.add(new Value(facts.dictionary(by).value(code), figures));
            }
        }
        values.sort(Comparator.comparing(
                        (Value value) -> value.figures().negativeShare(),
                        Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(value -> value.figures().tickets(), Comparator.reverseOrder())
                .thenComparing(Value::value, Comparator.nullsLast(Comparator.naturalOrder())));
        return new ByDimension(facts.dimensions().get(by).name(), values);
    }
}
