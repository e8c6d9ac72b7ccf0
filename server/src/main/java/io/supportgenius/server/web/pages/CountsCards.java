package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.web.pages.DashboardView.Before;
import io.supportgenius.server.web.pages.DashboardView.Count;
import io.supportgenius.server.web.pages.DashboardView.CountsCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards that count tickets by a dimension: a ring for a few values, sorted bars for more. */
@Component
class CountsCards {

    private static final int RING = 4;
    private static final int BARS = 12;
    /** Beyond this the table would be longer than anybody reads; lists and filters show the rest. */
    private static final int ROWS = 200;

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
        return card(dimension, known, reasons, tickets, evidence, whole, null);
    }

    /** @param compared null where nothing is */
    CountsCard card(
            String dimension,
            @Nullable List<CategoryCount> known,
            Map<String, String> reasons,
            Address tickets,
            String evidence,
            boolean whole,
            Against.@Nullable Counts compared) {
        List<CategoryCount> counts = known == null ? List.of() : withFormer(known, compared);
        String label = wording.dimension(dimension);
        String question = wording.text("card.counts.question", wording.dimensionInside(dimension));
        long total = counts.stream().mapToLong(CategoryCount::tickets).sum();
        String why = why(dimension, counts, reasons);
        boolean ring = whole && counts.size() <= RING && counts.size() > 1;
        var rows = new ArrayList<Count>();
        for (CategoryCount count : counts.subList(0, Math.min(ROWS, counts.size()))) {
            rows.add(row(dimension, label, count, total, ring, rows.size(), tickets, compared));
        }
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
                compared == null
                        ? null
                        : compared.against().words().days(compared.against().previous()),
                rest,
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

    private @Nullable String why(String dimension, List<CategoryCount> counts, Map<String, String> reasons) {
        String key = switch (dimension) {
            case "supportTier" -> "bySupportTier";
            case "industry" -> "byIndustry";
            case "sentiment" -> "bySentiment";
            default -> "byDimension";
        };
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
