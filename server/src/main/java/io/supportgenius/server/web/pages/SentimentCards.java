package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.SentimentFigures;
import io.supportgenius.server.insights.SentimentPanels;
import io.supportgenius.server.insights.SentimentPanels.Period;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.web.pages.DashboardView.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.StackCard.Drawing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards that show how tickets feel: over time and by a dimension. */
@Component
class SentimentCards {

    /** Below this a share says little; the surveys of the field use about the same. */
    static final int FEW = 15;

    private static final int BARS = 12;
    private static final String SENTIMENT = "sentiment";

    private final Wording wording;
    private final SentimentSteps steps;

    SentimentCards(Wording wording, SentimentSteps steps) {
        this.wording = wording;
        this.steps = steps;
    }

    /** Who judged how many of all tickets, in words. */
    private String judges() {
        SentimentSteps.JudgedBy by = steps.judgedBy();
        return wording.text(
                "sentiment.judges",
                wording.number(by.accurate()),
                wording.number(by.fast()),
                wording.number(by.people()),
                wording.number(by.unscored()));
    }

    /**
     * @param why why there is no answer, if there is none
     * @param before the same of the days it is compared with; null where there are none
     */
    StackCard trend(
            @Nullable SentimentPanels panels,
            @Nullable String why,
            @Nullable SentimentPanels before,
            Address tickets,
            Address here,
            String evidence) {
        SentimentPanels.Trend trend = panels == null ? null : panels.trend();
        String question = wording.text("card.sentimentTrend.question");
        if (trend == null) {
            String reason = why == null ? wording.text("card.nothing") : why;
            return new StackCard(
                    "sentimentTrend", question, "", evidence, Drawing.COLUMNS, "", List.of(), 0, null, null, reason);
        }
        List<StackCard.Row> rows = trend.periods().stream()
                .map(period -> row(trend.unit(), period, tickets))
                .toList();
        SentimentPanels.Trend earlier = before == null ? null : before.trend();
        List<StackCard.Row> rowsBefore = earlier == null
                ? List.of()
                : earlier.periods().stream()
                        .map(period -> row(earlier.unit(), period, tickets))
                        .toList();
        String summary = panels == null ? "" : whole(panels.all());
        return new StackCard(
                "sentimentTrend",
                question,
                before == null ? summary : wording.text("sentiment.against", summary, whole(before.all())),
                evidence,
                Drawing.COLUMNS,
                wording.text("period." + trend.unit()),
                rows,
                rows.size(),
                judges(),
                table(
                                PanelFiles.dashboard("sentimentTrend", here),
                                Column.words(
                                        wording.text("period." + trend.unit()),
                                        wording.text("file.from"),
                                        wording.text("file.to")),
                                rows,
                                null)
                        .withEarlier(rowsBefore.stream()
                                .map(row -> row(row, null).noted(wording.text("overview.before")))
                                .toList()),
                null);
    }

    private StackCard.Row row(String unit, Period period, Address tickets) {
        LocalDate first = LocalDate.parse(period.from());
        String brief = switch (unit) {
            case "month" -> wording.shortMonth(first);
            case "year" -> String.valueOf(first.getYear());
            default -> wording.shortDay(first);
        };
        String days = wording.days(first, LocalDate.parse(period.to()));
        Address there = tickets.with(SelectionParser.FROM, period.from()).with(SelectionParser.TO, period.to());
        return row(days, brief, List.of(first, LocalDate.parse(period.to())), period.figures(), there);
    }

    /**
     * @param before the same of the days it is compared with; null where there are none
     * @param against likewise
     */
    StackCard byDimension(
            SentimentPanels.ByDimension answer,
            SentimentPanels.@Nullable ByDimension before,
            @Nullable Against against,
            Address tickets,
            Address here,
            String evidence) {
        String dimension = answer.dimension();
        String label = wording.dimension(dimension);
        List<StackCard.Row> all = answer.values().stream()
                .map(value -> {
                    String name = wording.value(dimension, value.value());
                    Address there = tickets.with(dimension, value.value() == null ? "" : value.value());
                    StackCard.Row row =
                            row(name, name, Collections.singletonList(value.value()), value.figures(), there);
                    return before == null || against == null
                            ? row
                            : compared(row, former(before, value), against, there);
                })
                .toList();
        List<StackCard.Row> rows = all.subList(0, Math.min(PanelTable.MOST_ON_SCREEN, all.size()));
        int charted = Math.min(BARS, rows.size());
        String rest = answer.values().size() <= charted
                ? null
                : wording.text(
                        "sentiment.rest",
                        wording.number(charted),
                        wording.number(answer.values().size()));
        return new StackCard(
                "sentimentByDimension",
                wording.text("card.sentimentByDimension.question", wording.dimensionInside(dimension)),
                rows.isEmpty()
                        ? ""
                        : wording.text(
                                "sentiment.most",
                                rows.get(0).label(),
                                rows.get(0).negativeShare()),
                evidence,
                Drawing.SHARES,
                label,
                rows,
                charted,
                rest,
                rows.isEmpty()
                        ? null
                        : table(
                                PanelFiles.dashboard("sentimentByDimension", here.with("by", dimension)),
                                Column.words(label, label),
                                all,
                                before == null || against == null
                                        ? null
                                        : against.words().days(against.previous())),
                rows.isEmpty() ? wording.text("card.nothing") : null);
    }

    private static SentimentFigures former(SentimentPanels.ByDimension before, SentimentPanels.Value value) {
        return before.values().stream()
                .filter(one -> Objects.equals(one.value(), value.value()))
                .map(SentimentPanels.Value::figures)
                .findFirst()
                .orElseGet(() -> new SentimentFigures(0, 0, 0, 0, null, null, null));
    }

    /**
     * The table behind any such card.
     *
     * @param compared the days that each row is compared with, in words; null where they are not
     */
    PanelTable table(String file, Column first, List<StackCard.Row> rows, @Nullable String compared) {
        String negative = wording.text("value.sentiment.negative");
        var columns = new ArrayList<>(List.of(
                first,
                count(negative),
                count(wording.text("value.sentiment.neutral")),
                count(wording.text("value.sentiment.positive")),
                count(wording.text("sentiment.unscored")),
                Column.number(
                        wording.text("view.column.negativeShare"),
                        wording.text("file.negativeShare"),
                        wording.text("file.judged")),
                Column.number(
                        wording.text("sentiment.interval.head"), wording.text("file.low"), wording.text("file.high"))));
        if (compared != null) {
            String before = wording.text("sentiment.before", compared);
            columns.add(Column.number(before, before, wording.text("file.n", before)));
        }
        return new PanelTable(
                file, columns, rows.stream().map(row -> row(row, compared)).toList(), null);
    }

    private Column count(String head) {
        return Column.number(head, wording.text("file.tickets", head));
    }

    private PanelTable.Row row(StackCard.Row row, @Nullable String compared) {
        SentimentFigures figures = row.figures();
        var cells = new ArrayList<PanelTable.Cell>();
        cells.add(PanelTable.Cell.of(row.label(), row.values().toArray()));
        row.cells().forEach(cell -> cells.add(PanelTable.Cell.of(cell)));
        cells.add(PanelTable.Cell.of(row.negativeShare(), figures.negativeShare(), figures.scored()));
        cells.add(PanelTable.Cell.of(
                row.few() ? wording.text("sentiment.few.short") : row.interval(), figures.low(), figures.high()));
        StackCard.Before before = row.before();
        if (compared != null) {
            cells.add(
                    before == null
                            ? PanelTable.Cell.of(wording.text("value.none"), null, null)
                            : former(before, row.label()));
        }
        return new PanelTable.Row(
                cells, new PanelTable.Mark(row.label(), row.brief(), row.negativeShare(), null, row.few(), null));
    }

    private static PanelTable.Cell former(StackCard.Before before, String label) {
        SentimentFigures figures = before.figures();
        String href = before.href();
        var negative = new Cell(label, figures.negative(), before.share(), href == null ? "" : href, before.share());
        return PanelTable.Cell.of(before.share(), figures.negativeShare(), figures.scored())
                .leading(negative);
    }

    /**
     * One row of any such card.
     *
     * @param values what the row stands for, for programs
     */
    StackCard.Row row(
            String label, String brief, List<@Nullable Object> values, SentimentFigures figures, Address tickets) {
        String sentence = sentence(label, figures);
        return new StackCard.Row(
                label,
                brief,
                List.of(
                        cell("negative", figures.negative(), tickets.with(SENTIMENT, "negative"), sentence),
                        cell("neutral", figures.neutral(), tickets.with(SENTIMENT, "neutral"), sentence),
                        cell("positive", figures.positive(), tickets.with(SENTIMENT, "positive"), sentence),
                        cell("unscored", figures.unscored(), tickets.with(SENTIMENT, ""), sentence)),
                values,
                figures,
                wording.number(figures.scored()),
                share(figures),
                interval(figures),
                figures.scored() < FEW,
                null);
    }

    /** The same row with what its share was. */
    private StackCard.Row compared(StackCard.Row row, SentimentFigures before, Against against, Address tickets) {
        String share = before.scored() == 0
                ? wording.text("sentiment.before.none")
                : wording.text("sentiment.before.value", share(before), wording.number(before.scored()));
        String days = against.words().days(against.previous());
        String negative = against.there(tickets).with(SENTIMENT, "negative").toString();
        return new StackCard.Row(
                row.label(),
                row.brief(),
                row.cells().stream()
                        .map(cell -> new Cell(
                                cell.label(),
                                cell.count(),
                                cell.number(),
                                cell.href(),
                                wording.text("sentiment.before.sentence", cell.sentence(), share, days)))
                        .toList(),
                row.values(),
                row.figures(),
                row.scored(),
                row.negativeShare(),
                row.interval(),
                row.few(),
                new StackCard.Before(share, before, before.negative() == 0 ? null : negative));
    }

    private Cell cell(String kind, long count, Address there, String sentence) {
        return new Cell(kind, count, wording.number(count), there.toString(), sentence);
    }

    /** Negative tickets among the scored ones, in words. */
    String share(SentimentFigures figures) {
        return wording.share(figures.negative(), figures.scored());
    }

    /** What that share rests on, in words. */
    String note(SentimentFigures figures) {
        if (figures.scored() == 0) {
            return wording.text("ticket.sentiment.missing");
        }
        String n = wording.number(figures.scored());
        return figures.scored() < FEW
                ? wording.text("sentiment.note.few", n)
                : wording.text("sentiment.note", n, interval(figures));
    }

    /** Shares of the three sentiments among the scored tickets. */
    List<JudgementView.Share> shares(SentimentFigures figures) {
        return List.of(
                share("negative", figures.negative(), figures.scored()),
                share("neutral", figures.neutral(), figures.scored()),
                share("positive", figures.positive(), figures.scored()));
    }

    private JudgementView.Share share(String kind, long part, long whole) {
        int percent = whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
        return new JudgementView.Share(kind, wording.share(part, whole), percent);
    }

    /** The 95 % interval of the negative share, in words; empty when none was scored. */
    String interval(SentimentFigures figures) {
        return wording.interval(figures.low(), figures.high());
    }

    private String sentence(String label, SentimentFigures figures) {
        String counts = wording.text(
                "sentiment.counts",
                label,
                wording.number(figures.negative()),
                wording.number(figures.neutral()),
                wording.number(figures.positive()),
                figures.unscored(),
                wording.number(figures.unscored()));
        if (figures.scored() == 0) {
            return counts;
        }
        return figures.scored() < FEW
                ? wording.text("sentiment.few", counts)
                : wording.text("sentiment.share", counts, share(figures), interval(figures));
    }

    private String whole(SentimentFigures all) {
        return all.scored() == 0
                ? wording.text("sentiment.whole.none")
                : wording.text("sentiment.whole", share(all), wording.number(all.scored()), interval(all));
    }
}
