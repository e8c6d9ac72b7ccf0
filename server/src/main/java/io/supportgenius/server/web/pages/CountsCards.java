package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.web.pages.DashboardView.Cell;
import io.supportgenius.server.web.pages.DashboardView.Count;
import io.supportgenius.server.web.pages.DashboardView.CountsCard;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards that count tickets by a dimension: a ring for a few values, sorted bars for more. */
@Component
class CountsCards {

    private static final int RING = 4;
    private static final int BARS = 12;

    private static final Set<String> TIERS = Set.of("gold", "silver", "bronze");

    private final Wording wording;

    CountsCards(Wording wording) {
        this.wording = wording;
    }

    /** @param whole whether shares of a whole are asked for rather than a comparison */
    CountsCard card(
            String dimension,
            @Nullable List<CategoryCount> known,
            Map<String, String> reasons,
            Address tickets,
            String evidence,
            boolean whole) {
        List<CategoryCount> counts = known == null ? List.of() : known;
        String label = wording.dimension(dimension);
        String question = wording.text("card.counts.question", wording.dimensionInside(dimension));
        long total = counts.stream().mapToLong(CategoryCount::tickets).sum();
        String why = why(dimension, counts, reasons);
        boolean ring = whole && counts.size() <= RING && counts.size() > 1;
        var all = new ArrayList<Count>();
        for (CategoryCount count : counts) {
            all.add(row(dimension, label, count, total, ring, all.size(), tickets));
        }
        List<Count> rows = all.subList(0, Math.min(PanelTable.MOST_ON_SCREEN, all.size()));
        int charted = Math.min(BARS, rows.size());
        String rest = counts.size() <= charted
                ? null
                : wording.text("counts.rest", wording.number(charted), wording.number(counts.size()));
        return new CountsCard(
                dimension,
                question,
                summary(label, rows),
                evidence,
                ring,
                charted,
                rows,
                wording.number(total),
                rest,
                why == null ? table(dimension, counts, all, total, tickets) : null,
                why);
    }

    private PanelTable table(
            String dimension, List<CategoryCount> counts, List<Count> words, long total, Address tickets) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < counts.size(); i++) {
            CategoryCount count = counts.get(i);
            Count row = words.get(i);
            rows.add(new Row(
                    List.of(
                            PanelTable.Cell.of(row.label(), count.value()),
                            PanelTable.Cell.of(
                                    new Cell(row.label(), row.count(), row.number(), row.href(), row.sentence())),
                            PanelTable.Cell.of(row.share(), total == 0 ? null : (double) count.tickets() / total)),
                    new PanelTable.Mark(row.label(), row.label(), row.share(), row.color(), false)));
        }
        String card = key(dimension);
        return new PanelTable(
                PanelFiles.dashboard(card, card.equals("byDimension") ? tickets.with("by", dimension) : tickets),
                List.of(
                        Column.words(wording.text("counts.value"), wording.dimension(dimension)),
                        Column.number(wording.text("counts.tickets"), wording.text("counts.tickets")),
                        Column.number(wording.text("counts.share"), wording.text("file.share"))),
                rows,
                null);
    }

    private static String key(String dimension) {
        return switch (dimension) {
            case "supportTier" -> "bySupportTier";
            case "industry" -> "byIndustry";
            case "sentiment" -> "bySentiment";
            default -> "byDimension";
        };
    }

    private @Nullable String why(String dimension, List<CategoryCount> counts, Map<String, String> reasons) {
        String key = key(dimension);
        if (reasons.containsKey(key)) {
            return reasons.get(key);
        }
        if (counts.isEmpty()) {
            return wording.text("card.nothing");
        }
        boolean onlyMissing = counts.stream().allMatch(count -> count.value() == null);
        return onlyMissing ? wording.text("counts.missing", wording.dimensionInside(dimension)) : null;
    }

    private Count row(
            String dimension,
            String label,
            CategoryCount count,
            long total,
            boolean ring,
            int position,
            Address tickets) {
        String value = wording.value(dimension, count.value());
        String share = wording.share(count.tickets(), total);
        Address there = tickets.with(dimension, count.value() == null ? "" : count.value());
        return new Count(
                value,
                count.tickets(),
                wording.number(count.tickets()),
                share,
                color(dimension, count.value(), ring, position),
                there.toString(),
                wording.text("counts.sentence", label, value, wording.tickets(count.tickets()), share));
    }

    /** The name of a colour; what a colour means is the same everywhere. */
    private static String color(String dimension, @Nullable String value, boolean ring, int position) {
        if (value == null) {
            return "missing";
        }
        String name = value.toLowerCase(Locale.ROOT);
        if (dimension.equals("supportTier") && TIERS.contains(name)) {
            return "tier-" + name;
        }
        if (dimension.equals("sentiment")) {
            return name;
        }
        return ring ? "category-" + (position + 1) : "bar";
    }

    private String summary(String label, List<Count> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        Count first = rows.get(0);
        return wording.text(
                "counts.summary", label, wording.number(rows.size()), first.label(), first.number(), first.share());
    }
}
