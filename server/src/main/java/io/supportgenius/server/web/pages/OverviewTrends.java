package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.insights.Overview.Figure;
import io.supportgenius.server.insights.Overview.Period;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.insights.Overview.Trend;
import io.supportgenius.server.web.pages.DashboardView.Cell;
import io.supportgenius.server.web.pages.OverviewView.Row;
import io.supportgenius.server.web.pages.OverviewView.TrendCard;
import io.supportgenius.server.web.pages.OverviewView.TrendCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of all series of the overview: a row for each period, a column for each figure. */
@Component
class OverviewTrends {

    private final OverviewWords words;
    private final Wording wording;

    OverviewTrends(OverviewWords words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    TrendCard card(Overview answer, Address tickets) {
        Trend trend = answer.trend();
        if (trend == null) {
            String why = answer.reasons().getOrDefault("trend", wording.text("card.nothing"));
            return new TrendCard("", List.of(), List.of(), why);
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < trend.periods().size(); i++) {
            Period period = trend.periods().get(i);
            var cells = new ArrayList<TrendCell>();
            int place = i;
            answer.figures().forEach((name, figure) -> {
                List<Reading> series = figure == null ? null : figure.series();
                Reading reading = series == null ? null : series.get(place);
                cells.addAll(cells(name, figure, reading, period, trend.unit(), answer, tickets));
            });
            rows.add(new Row(words.label(period, trend.unit()), words.mark(period, trend.unit()), cells));
        }
        return new TrendCard(wording.text("period." + trend.unit()), rows, before(answer, trend, tickets), null);
    }

    private List<Row> before(Overview answer, Trend trend, Address tickets) {
        var rows = new ArrayList<Row>();
        for (int i = 0; trend.previous() != null && i < trend.previous().size(); i++) {
            Days days = trend.previous().get(i);
            if (days != null) {
                var period = new Period(days.from(), days.to(), true, true);
                var cells = new ArrayList<TrendCell>();
                int place = i;
                answer.figures().forEach((name, figure) -> {
                    Reading reading = figure == null ? null : OverviewCards.at(figure.previousSeries(), place);
                    cells.addAll(cells(name, figure, reading, period, "day", answer, tickets));
                });
                rows.add(new Row(words.days(days), null, cells));
            }
        }
        return rows;
    }

    private List<TrendCell> cells(
            String name,
            @Nullable Figure figure,
            @Nullable Reading reading,
            Period period,
            String unit,
            Overview answer,
            Address tickets) {
        boolean duration = name.endsWith("Time");
        if (figure == null || reading == null) {
            String why = answer.reasons().getOrDefault(name, wording.text("card.nothing"));
            TrendCell none = new TrendCell(new Cell(name, 0, wording.text("value.none"), "", why), "", false, false);
            return duration ? List.of(none, none) : List.of(none);
        }
        String href = OverviewCards.href(name, period, reading, tickets);
        String sentence = words.sentence(name, figure.unit(), reading, period, unit);
        boolean few = words.isFew(figure.unit(), reading);
        String text = words.value(figure.unit(), reading);
        var cell = new Cell(name, reading.tickets(), text, href == null ? "" : href, sentence);
        var value = new TrendCell(cell, exact(reading.value()), href != null, few);
        if (!duration) {
            return List.of(value);
        }
        var p90 = new Cell(name + "P90", reading.tickets(), wording.hours(reading.p90()), cell.href(), sentence);
        return List.of(value, new TrendCell(p90, exact(reading.p90()), href != null, few));
    }

    private static String exact(@Nullable Number value) {
        if (value == null) {
            return "";
        }
        return value instanceof Long ? value.toString() : String.format(Locale.ROOT, "%.4f", value.doubleValue());
    }
}
