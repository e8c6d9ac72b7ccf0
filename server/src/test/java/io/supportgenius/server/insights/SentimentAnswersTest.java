package io.supportgenius.server.insights;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.server.insights.SentimentPanels.Period;
import io.supportgenius.server.insights.SentimentPanels.Value;
import io.supportgenius.server.ticket.TicketDraft;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The scorer of the test store finds "awful" negative at .8, "great" positive at .7 and other texts neutral at .6. */
class SentimentAnswersTest {

    private final TestInsights insights = new TestInsights();

    @Test
    void sentimentIsCountedAsAWholeOverTimeAndByADimension() {
        load(
                ticket("1")
                        .created("2015-10-01T08:00:00Z")
                        .channel("Email")
                        .text("awful")
                        .draft(),
                ticket("2")
                        .created("2015-10-01T09:00:00Z")
                        .channel("Email")
                        .text("great")
                        .draft(),
                ticket("3")
                        .created("2015-10-03T08:00:00Z")
                        .channel("Phone")
                        .text("awful")
                        .draft(),
                ticket("4").created("2015-10-03T08:00:00Z").channel("Phone").draft());

        SentimentPanels panels = Objects.requireNonNull(
                insights.dashboardBy("from=2015-10-01&to=2015-10-04", "channel").sentiment());

        assertThat(counts(panels.all())).containsExactly(2L, 0L, 1L, 1L);
        SentimentPanels.Trend trend = Objects.requireNonNull(panels.trend());
        assertThat(trend.unit()).isEqualTo("day");
        assertThat(trend.periods())
                .extracting(Period::from, period -> counts(period.figures()))
                .containsExactly(
                        tuple("2015-10-01", List.of(1L, 0L, 1L, 0L)),
                        tuple("2015-10-02", List.of(0L, 0L, 0L, 0L)),
                        tuple("2015-10-03", List.of(1L, 0L, 0L, 1L)),
                        tuple("2015-10-04", List.of(0L, 0L, 0L, 0L)));
        assertThat(Objects.requireNonNull(panels.byDimension()).values())
                .extracting(Value::value, value -> counts(value.figures()))
                .containsExactly(tuple("Phone", List.of(1L, 0L, 0L, 1L)), tuple("Email", List.of(1L, 0L, 1L, 0L)));
    }

    /** scipy 1.17.1: binomtest(2, 3).proportion_ci(method="wilson") gives 0.2076596 and 0.9385081. */
    @Test
    void theNegativeShareIsOfJudgedTicketsAndHasAnInterval() {
        load(
                ticket("1").text("awful").draft(),
                ticket("2").text("awful").draft(),
                ticket("3").text("great").draft(),
                ticket("4").draft());

        SentimentFigures all =
                Objects.requireNonNull(insights.dashboard("").sentiment()).all();

        assertThat(all.negativeShare()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(all.low()).isCloseTo(0.2076596, within(1e-6));
        assertThat(all.high()).isCloseTo(0.9385081, within(1e-6));
    }

    @Test
    void withoutTextsThereIsAReasonInsteadOfAZero() {
        load(ticket("1").created("2015-10-01T08:00:00Z").draft());

        Dashboard dashboard = insights.dashboard("");

        assertThat(dashboard.sentiment()).isNull();
        assertThat(dashboard.bySentiment()).isNull();
        assertThat(dashboard.reasons().get("sentiment"))
                .isEqualTo("No ticket of the selection has an English text to judge by.");
    }

    @Test
    void listsAreFilteredAndSortedBySentiment() {
        load(
                ticket("plain").text("so").draft(),
                ticket("good").text("great").draft(),
                ticket("none").draft(),
                ticket("bad").text("awful").draft());

        assertThat(insights.tickets("", "sentiment", 10, "").tickets())
                .extracting(TicketRow::externalId, TicketRow::sentiment, TicketRow::sentimentCertainty)
                .containsExactly(
                        tuple("bad", "negative", 0.8),
                        tuple("plain", "neutral", 0.6),
                        tuple("good", "positive", 0.7),
                        tuple("none", null, null));
        assertThat(insights.tickets("sentiment=negative&sentiment=", "sentiment", 10, "")
                        .tickets())
                .extracting(TicketRow::externalId)
                .containsExactly("bad", "none");
    }

    @Test
    void pagesOfAListSortedBySentimentFollowEachOther() {
        load(
                ticket("1").text("awful").draft(),
                ticket("2").text("so").draft(),
                ticket("3").text("great").draft(),
                ticket("4").text("great").draft());

        TicketPage first = insights.tickets("", "-sentiment", 3, "");
        TicketPage second = insights.tickets("", "-sentiment", 3, Objects.requireNonNull(first.next()));

        assertThat(first.tickets()).extracting(TicketRow::externalId).containsExactly("4", "3", "2");
        assertThat(second.tickets()).extracting(TicketRow::externalId).containsExactly("1");
    }

    @Test
    void viewsKnowTheShareOfNegativeTickets() {
        load(
                ticket("1").agent("Ann").text("awful").draft(),
                ticket("2").agent("Ann").text("great").draft(),
                ticket("3").agent("Bob").draft(),
                ticket("4").agent("Cem").text("awful").draft());

        ViewPage page = insights.views().page("agent", TicketSelection.ALL, null, "-negativeShare", 10, null);

        assertThat(page.rows())
                .extracting(ViewRow::label, row -> row.sentiment().negativeShare())
                .containsExactly(tuple("Cem", 1.0), tuple("Ann", 0.5), tuple("Bob", null));
    }

    private void load(TicketDraft... drafts) {
        insights.store().load("desk", drafts);
    }

    private static List<Long> counts(SentimentFigures figures) {
        return List.of(figures.negative(), figures.neutral(), figures.positive(), figures.unscored());
    }
}
