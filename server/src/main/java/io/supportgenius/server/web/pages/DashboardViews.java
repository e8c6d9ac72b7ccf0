package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.DashboardComparison;
import io.supportgenius.server.insights.Dashboards;
import io.supportgenius.server.insights.FilterChoices;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.SentimentPanels;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.pages.DashboardView.Choice;
import io.supportgenius.server.web.pages.DashboardView.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the view of the ticket dashboard, for its page and for the files of its cards. */
@Component
class DashboardViews {

    private static final String PATH = "/dashboard";
    private static final Set<String> CARDS_OF_THEIR_OWN = Set.of("industry", "supportTier", "sentiment");
    private static final List<String> MOST_ASKED_FOR = List.of("channel", "type", "priority", "status", "location");
    private static final int VALUES_OF_A_CARD = 50;

    private final Dashboards dashboards;
    private final FilterChoices choices;
    private final FilterBars filterBars;
    private final DashboardCards cards;
    private final CountsCards countsCards;
    private final SentimentCards sentimentCards;
    private final FitCards fitCards;
    private final Freshness freshness;
    private final Wording wording;
    private final SelectionReader selections;

    DashboardViews(
            Dashboards dashboards,
            FilterChoices choices,
            FilterBars filterBars,
            DashboardCards cards,
            CountsCards countsCards,
            SentimentCards sentimentCards,
            FitCards fitCards,
            Freshness freshness,
            Wording wording,
            SelectionReader selections) {
        this.dashboards = dashboards;
        this.choices = choices;
        this.filterBars = filterBars;
        this.cards = cards;
        this.countsCards = countsCards;
        this.sentimentCards = sentimentCards;
        this.fitCards = fitCards;
        this.freshness = freshness;
        this.wording = wording;
        this.selections = selections;
    }

    /**
     * @param by the dimension of the visitor's choice; null or blank for the usual one
     * @throws io.supportgenius.server.insights.InvalidSelectionException if a parameter cannot be understood
     */
    DashboardView view(MultiValueMap<String, String> parameters, @Nullable String by) {
        TicketSelection selection = selections.read(parameters, Set.of("by"));
        List<FilterChoices.Choice> further = choices.dimensions().stream()
                .filter(choice -> !CARDS_OF_THEIR_OWN.contains(choice.name()))
                .toList();
        String chosen = by == null || by.isBlank() ? usual(further) : by;
        List<String> dimensions =
                further.stream().map(FilterChoices.Choice::name).toList();
        Baseline baseline = Baseline.of(parameters);
        Dashboard answer = dashboards.answer(selection, chosen, baseline);
        return view(SelectionReader.address(PATH, parameters), selection, dimensions, answer, baseline);
    }

    private DashboardView view(
            Address here, TicketSelection selection, List<String> dimensions, Dashboard answer, Baseline baseline) {
        Address tickets = Address.of("/tickets", selection);
        String evidence = cards.evidence(answer);
        Dashboard.DimensionCounts by = answer.byDimension();
        String further = by == null ? null : by.dimension();
        SentimentPanels sentiment = answer.sentiment();
        return new DashboardView(
                filterBars.bar(here),
                evidence,
                baseline == Baseline.NONE || selection.from() == null && selection.to() == null
                        ? null
                        : cards.compared(answer),
                cards.figures(answer, tickets),
                cards.figuresTable(answer, tickets, here),
                cards.heatmap(answer, tickets, here),
                countsCards.card(
                        "supportTier",
                        answer.bySupportTier(),
                        answer.reasons(),
                        tickets,
                        here,
                        evidence,
                        true,
                        cards.counts(answer, Dashboard::bySupportTier)),
                countsCards.card(
                        "industry",
                        answer.byIndustry(),
                        answer.reasons(),
                        tickets,
                        here,
                        evidence,
                        true,
                        cards.counts(answer, Dashboard::byIndustry)),
                bySentiment(answer, tickets, here, evidence),
                sentimentCards.trend(
                        sentiment,
                        answer.reasons().get("sentiment"),
                        answer.comparison() == null
                                ? null
                                : answer.comparison().before().sentiment(),
                        tickets,
                        here,
                        evidence),
                by == null
                        ? null
                        : countsCards.card(
                                by.dimension(),
                                by.values(),
                                answer.reasons(),
                                tickets,
                                here,
                                evidence,
                                false,
                                cards.counts(answer, DashboardViews::byDimension)),
                sentiment == null || sentiment.byDimension() == null
                        ? null
                        : sentimentCards.byDimension(
                                sentiment.byDimension(),
                                sentimentBefore(answer),
                                cards.against(answer),
                                tickets,
                                here,
                                evidence),
                dimensions.stream()
                        .map(name -> new Choice(name, wording.dimension(name), name.equals(further)))
                        .toList(),
                here.without("by").fields(),
                fitCards.card("firstReplyByHour", answer.firstReplyByHour(), answer, here),
                fitCards.card("resolutionByTouches", answer.resolutionByTouches(), answer, here),
                quality(answer, tickets),
                answer.created() == 0,
                freshness.state().tickets() == 0);
    }

    private DashboardView.CountsCard bySentiment(Dashboard answer, Address tickets, Address here, String evidence) {
        return countsCards.card(
                "sentiment",
                answer.bySentiment(),
                answer.reasons(),
                tickets,
                here,
                evidence,
                true,
                cards.counts(answer, Dashboard::bySentiment));
    }

    private static SentimentPanels.@Nullable ByDimension sentimentBefore(Dashboard answer) {
        DashboardComparison comparison = answer.comparison();
        SentimentPanels before = comparison == null ? null : comparison.before().sentiment();
        return before == null ? null : before.byDimension();
    }

    private static @Nullable List<CategoryCount> byDimension(Dashboard answer) {
        Dashboard.DimensionCounts counts = answer.byDimension();
        return counts == null ? null : counts.values();
    }

    /** The times that spoil figures together, then each kind of what is wrong. */
    private List<Quality> quality(Dashboard answer, Address tickets) {
        List<Quality> findings = new ArrayList<>();
        long impossible = answer.negativeDurations();
        if (impossible > 0) {
            findings.add(new Quality(
                    wording.text("quality.negative", impossible, wording.number(impossible)),
                    tickets.with(SelectionParser.PLAUSIBLE, "false").toString()));
        }
        answer.timeProblems().forEach((finding, count) -> {
            if (count > 0) {
                findings.add(new Quality(
                        wording.text("quality." + finding, count, wording.number(count)),
                        tickets.with(SelectionParser.TIME_PROBLEM, finding).toString()));
            }
        });
        return findings;
    }

    /** The first dimension of those most asked for that has values here; else any whose values fit on a card. */
    private static @Nullable String usual(List<FilterChoices.Choice> dimensions) {
        Map<String, Integer> values =
                dimensions.stream().collect(Collectors.toMap(FilterChoices.Choice::name, FilterChoices.Choice::values));
        return Stream.concat(
                        MOST_ASKED_FOR.stream().filter(name -> values.getOrDefault(name, 0) > 0),
                        dimensions.stream()
                                .filter(choice -> choice.values() > 1 && choice.values() <= VALUES_OF_A_CARD)
                                .map(FilterChoices.Choice::name))
                .findFirst()
                .orElseGet(() -> dimensions.isEmpty() ? null : dimensions.get(0).name());
    }
}
