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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks for the sentiment of a selection: as a whole, over time and by a dimension. */
final class SentimentQuestion {

    private static final int MOST_EMPTY_YEARS = 20;

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
        Periods periods = periods(asked, totals);
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

    /** From the first to the last day asked for; of the tickets where none is given, or one far from all tickets. */
    private @Nullable Periods periods(TicketSelection asked, Totals totals) {
        if (!totals.hasCreated()) {
            return null;
        }
        LocalDate first = day(totals.firstCreated());
        LocalDate last = day(totals.lastCreated());
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        if (from != null && from.isAfter(first.minusYears(MOST_EMPTY_YEARS))) {
            first = from;
        }
        if (to != null && to.isBefore(last.plusYears(MOST_EMPTY_YEARS))) {
            last = to;
        }
        return Periods.of(first, last, facts.zone());
    }

    private LocalDate day(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(facts.zone()).toLocalDate();
    }

    private static Trend trend(Periods periods, SentimentByGroup groups) {
        var list = new ArrayList<Period>();
        for (int i = 0; i < periods.list().size(); i++) {
            Periods.Period period = periods.list().get(i);
            list.add(new Period(
                    period.first().toString(), period.last().toString(), SentimentFigures.of(groups.figures(i))));
        }
        return new Trend(periods.unit().name().toLowerCase(Locale.ROOT), list);
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
