package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.web.pages.DashboardView.Before;
import io.supportgenius.server.web.pages.DashboardView.Cell;
import io.supportgenius.server.web.pages.DashboardView.Count;
import io.supportgenius.server.web.pages.DashboardView.CountsCard;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

    /**
     * @param here the page, for the file of the card
     * @param whole whether shares of a whole are asked for rather than a comparison
     * @param compared null where nothing is
     */
    CountsCard card(
            String dimension,
            @Nullable List<CategoryCount> known,
            Map<String, String> reasons,
            Address tickets,
            Address here,
            String evidence,
            boolean whole,
            Against.@Nullable Counts compared) {
        List<CategoryCount> counts = known == null ? List.of() : withFormer(known, compared);
        String label = wording.dimension(dimension);
        String question = wording.text("card.counts.question", wording.dimensionInside(dimension));
        long total = counts.stream().mapToLong(CategoryCount::tickets).sum();
        String why = why(dimension, counts, reasons);
        boolean ring = whole && counts.size() <= RING && counts.size() > 1;
        var all = new ArrayList<Count>();
        for (CategoryCount count : counts) {
            all.add(row(dimension, label, count, total, ring, all.size(), tickets, compared));
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
                why == null ? table(dimension, counts, all, total, here, compared) : null,
                why);
    }

    /** Values that only the days have that are compared with come last. */
    private static List<CategoryCount> withFormer(List<CategoryCount> known, Against.@Nullable Counts compared) {
        if (compared == null) {
            return known;
        }
        Set<@Nullable String> values = new HashSet<>();
        known.forEach(count -> values.add(count.value()));
        Stream<CategoryCount> former = compared.before().stream()
                .filter(count -> !values.contains(count.value()))
                .map(count -> new CategoryCount(count.value(), 0));
        return Stream.concat(known.stream(), former).toList();
    }

    private PanelTable table(
            String dimension,
            List<CategoryCount> counts,
            List<Count> words,
            long total,
            Address here,
            Against.@Nullable Counts compared) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < counts.size(); i++) {
            CategoryCount count = counts.get(i);
            Count row = words.get(i);
            var cells = new ArrayList<PanelTable.Cell>();
            cells.add(PanelTable.Cell.of(row.label(), count.value()));
            cells.add(PanelTable.Cell.of(new Cell(row.label(), row.count(), row.number(), row.href(), row.sentence())));
            cells.add(PanelTable.Cell.of(row.share(), total == 0 ? null : (double) count.tickets() / total));
            if (compared != null) {
                cells.addAll(former(count, row, compared));
            }
            rows.add(new Row(
                    cells,
                    new PanelTable.Mark(row.label(), row.label(), row.share(), row.color(), false, row.before())));
        }
        var columns = new ArrayList<>(List.of(
                Column.words(wording.text("counts.value"), wording.dimension(dimension)),
                Column.number(wording.text("counts.tickets"), wording.text("counts.tickets")),
                Column.number(wording.text("counts.share"), wording.text("file.share"))));
        if (compared != null) {
            String days = compared.against().words().days(compared.against().previous());
            String before = wording.text("counts.before", days);
            columns.add(Column.number(before, before, wording.text("file.compared")));
            columns.add(Column.number(wording.text("counts.change"), wording.text("counts.change")));
        }
        String card = key(dimension);
        return new PanelTable(
                PanelFiles.dashboard(card, card.equals("byDimension") ? here.with("by", dimension) : here),
                columns,
                rows,
                null);
    }

    /** What a value counted before and how that changed; the file also says what is compared, where days are cut off. */
    private static List<PanelTable.Cell> former(CategoryCount count, Count row, Against.Counts compared) {
        Before before = Objects.requireNonNull(row.before());
        long now = Against.Counts.of(compared.now(), count);
        return List.of(
                PanelTable.Cell.of(before.number(), before.count(), now)
                        .leading(new Cell(row.label(), before.count(), before.number(), before.href(), row.sentence())),
                PanelTable.Cell.of(before.change(), now - before.count()));
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
            Address tickets,
            Against.@Nullable Counts compared) {
        String value = wording.value(dimension, count.value());
        String share = wording.share(count.tickets(), total);
        Address there = tickets.with(dimension, count.value() == null ? "" : count.value());
        String sentence = wording.text("counts.sentence", label, value, wording.tickets(count.tickets()), share);
        return new Count(
                value,
                count.tickets(),
                wording.number(count.tickets()),
                share,
                color(dimension, count.value(), ring, position),
                there.toString(),
                compared == null
                        ? sentence
                        : compared.against()
                                .sentence(
                                        sentence,
                                        Against.Counts.of(compared.now(), count),
                                        Against.Counts.of(compared.before(), count)),
                compared == null ? null : before(count, there, compared));
    }

    private Before before(CategoryCount count, Address there, Against.Counts compared) {
        long now = Against.Counts.of(compared.now(), count);
        long before = Against.Counts.of(compared.before(), count);
        Against against = compared.against();
        return new Before(before, wording.number(before), against.there(there).toString(), against.change(now, before));
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
