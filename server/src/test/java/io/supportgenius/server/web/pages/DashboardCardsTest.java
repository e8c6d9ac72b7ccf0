package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.Dashboard.Heatmap;
import io.supportgenius.server.insights.Dashboard.Selected;
import io.supportgenius.server.insights.DurationFigures;
import io.supportgenius.server.insights.FitFigures;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.pages.DashboardView.Count;
import io.supportgenius.server.web.pages.DashboardView.CountsCard;
import io.supportgenius.server.web.pages.DashboardView.FitCard;
import io.supportgenius.server.web.pages.DashboardView.HeatmapCard;
import io.supportgenius.server.web.pages.DashboardView.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Cards made of answers written here by hand, so that every expected number can be seen beside its source. */
class DashboardCardsTest {

    private static final Address TICKETS = Address.of("/tickets", TicketSelection.ALL);
    private static final Address HERE = Address.of("/dashboard", TicketSelection.ALL);

    private final Wording wording = Words.wording();
    private final OverviewWords words = new OverviewWords(wording);
    private final DashboardCards cards = new DashboardCards(words, new ComparedColumns(words, wording), wording);
    private final CountsCards countsCards = new CountsCards(wording);
    private final FitCards fitCards = new FitCards(wording, cards, JsonMapper.shared());

    @Test
    void theHeatmapNamesItsHighestCellAndItsBusiestDay() {
        long[][] counts = new long[7][24];
        counts[1][10] = 5;
        counts[2][8] = 4;
        counts[2][9] = 4;

        HeatmapCard card = cards.heatmap(answer(new Heatmap(counts), Map.of()), TICKETS, HERE);

        assertThat(card.summary())
                .isEqualTo("Most arrive on Tuesday, 10:00\u201311:00: 5 tickets."
                        + " The busiest weekday is Wednesday with 8 tickets.");
        assertThat(card.total()).isEqualTo("13");
        assertThat(card.hours().get(9).count()).isEqualTo(4);
        assertThat(card.days().get(1).cells().get(10).href()).isEqualTo("/tickets?weekday=2&hour=10");
        assertThat(card.days().get(2).total().href()).isEqualTo("/tickets?weekday=3");
    }

    @Test
    void theLegendCoversEveryCountOnceAndHasSixClassesAtMost() {
        for (long highest : new long[] {1, 2, 6, 7, 29, 1000}) {
            long[][] counts = new long[7][24];
            counts[0][0] = highest;

            List<Step> steps = cards.heatmap(answer(new Heatmap(counts), Map.of()), TICKETS, HERE)
                    .steps();

            assertThat(steps).hasSizeBetween(1, 6);
            assertThat(steps.get(0).lowest()).isEqualTo(1);
            assertThat(steps.get(steps.size() - 1).highest()).isEqualTo(highest);
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).lowest()).isEqualTo(steps.get(i - 1).highest() + 1);
            }
        }
    }

    @Test
    void whatCannotBeHadSaysWhy() {
        Dashboard answer = answer(null, Map.of("heatmap", "No dates.", "firstReplyTime", "No replies."));

        assertThat(cards.heatmap(answer, TICKETS, HERE).why()).isEqualTo("No dates.");
        assertThat(cards.figures(answer, TICKETS).get(3).note()).isEqualTo("No replies.");
    }

    @Test
    void aFewTiersAreARingInTheirOwnColoursAndMissingIsApart() {
        CountsCard card = countsCards.card(
                "supportTier",
                List.of(new CategoryCount("Silver", 5), new CategoryCount("gold", 4), new CategoryCount(null, 1)),
                Map.of(),
                TICKETS,
                HERE,
                "",
                true,
                null);

        assertThat(card.ring()).isTrue();
        assertThat(card.rows()).extracting(Count::color).containsExactly("tier-silver", "tier-gold", "missing");
        assertThat(card.rows()).extracting(Count::share).containsExactly("50 %", "40 %", "10 %");
        assertThat(card.rows().get(2).href()).isEqualTo("/tickets?supportTier=");
    }

    @Test
    void manyValuesAreBarsTheChartShowsTheLargestAndSaysSo() {
        List<CategoryCount> counts = IntStream.range(0, 300)
                .mapToObj(value -> new CategoryCount("value " + value, 300 - value))
                .toList();

        CountsCard card = countsCards.card("location", counts, Map.of(), TICKETS, HERE, "", true, null);

        assertThat(card.ring()).isFalse();
        assertThat(card.charted()).isEqualTo(12);
        assertThat(card.rows()).hasSize(200);
        assertThat(card.total()).isEqualTo("45,150"); // 300 * 301 / 2
        assertThat(card.rest()).contains("12 largest of 300");
    }

    @Test
    void aDimensionWithoutAnyValueSaysSoInsteadOfOneGreyBar() {
        CountsCard card = countsCards.card(
                "industry", List.of(new CategoryCount(null, 9)), Map.of(), TICKETS, HERE, "", true, null);

        assertThat(card.why()).isEqualTo("No ticket here has a value for industry.");
    }

    @Test
    void dataOfAFitCannotEndTheScriptElementThatCarriesIt() {
        var fit = new FitFigures(
                3,
                1,
                0,
                2,
                1,
                0.5,
                0.4,
                0.01,
                true,
                "</script>",
                List.of(),
                List.of(new double[] {0, 1}),
                List.of(),
                List.of(new double[] {0, 0, 2}),
                List.of(),
                List.of(),
                null,
                new FitFigures.Ranks(0.5, 0.5),
                null,
                null,
                null,
                null);

        FitCard card = fitCards.card("firstReplyByHour", fit, answer(null, Map.of()), HERE);

        assertThat(card.json()).doesNotContain("<");
        assertThat(card.evidence()).startsWith("n = 3 of 13 tickets");
    }

    private static Dashboard answer(@Nullable Heatmap heatmap, Map<String, String> reasons) {
        var selected = new Selected(null, null, "UTC", 13, Map.of(), null, "2015-10-01", "2015-10-31", 0, 1);
        DurationFigures none = null;
        return new Dashboard(
                selected, 13, 10, 0, Map.of(), heatmap, null, null, null, null, null, none, none, null, null, null,
                reasons);
    }
}
