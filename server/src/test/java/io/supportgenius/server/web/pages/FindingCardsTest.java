package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.insights.Dashboard.Selected;
import io.supportgenius.server.insights.FindingsReport;
import io.supportgenius.server.insights.FindingsReport.Finding;
import io.supportgenius.server.insights.TicketSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words made of findings written here by hand, so that every number can be seen beside its source. */
class FindingCardsTest {

    private static final Address TICKETS = Address.of("/tickets", TicketSelection.ALL);
    private static final Address HERE = Address.of("/", TicketSelection.ALL);

    private final FindingSentences sentences = new FindingSentences(Words.wording());
    private final FindingCards cards = new FindingCards(Words.wording(), sentences);

    @Test
    void aShareSaysWhoHowMuchMoreThanWhatAndHowSure() {
        Finding finding = share(pilots(), 0.667, 0.247, 0.42, 0.30, 0.54, 51);

        assertThat(sentences.sentence(finding))
                .isEqualTo("Pilot customers in transportation: 67 % negative, 42 percentage points more than others"
                        + " (95 % interval 30 to 54)");
        assertThat(sentences.evidence(finding))
                .isEqualTo("51 of 800 tickets \u00b7 67 % negative (50\u201380 %) against 25 % (20\u201330 %) \u00b7"
                        + " adjusted p < 0.001");
    }

    @Test
    void fewerIsSaidWithPositiveNumbersInAscendingOrder() {
        Finding finding = share(Map.of("industry", List.of("media")), 0.1, 0.3, -0.2, -0.26, -0.14, 100);

        assertThat(sentences.sentence(finding))
                .isEqualTo("Customers in media: 10 % negative, 20 percentage points fewer than others"
                        + " (95 % interval 14 to 26)");
        assertThat(row(finding).more()).isFalse();
    }

    @Test
    void durationsSayHowManyTimesAsLongAndBothMedians() {
        Finding finding =
                duration(Map.of("hour", List.of("22", "23", "0", "1", "2", "3", "4", "5")), 2.96, 2.4, 3.61, 72);

        assertThat(sentences.sentence(finding))
                .isEqualTo("Tickets created from 22:00 to 06:00: first reply takes 3 times as long as for others"
                        + " (95 % interval 2.4 to 3.6)");
        assertThat(sentences.evidence(finding))
                .isEqualTo("78 of 800 tickets (72 with a reply) \u00b7 median 4 h 30 min against 1 h 30 min \u00b7"
                        + " adjusted p < 0.001");
        assertThat(row(finding).href()).isEqualTo("/tickets?hour=22&hour=23&hour=0&hour=1&hour=2&hour=3&hour=4&hour=5");
    }

    @Test
    void aNarrowIntervalHasOneDigitMore() {
        assertThat(sentences.sentence(duration(Map.of("weekday", List.of("6", "7")), 0.772, 0.768, 0.776, 78)))
                .contains("0.77 times", "0.77 to 0.78");
        assertThat(sentences.sentence(duration(Map.of("weekday", List.of("2")), 2.996, 2.96, 3.03, 78)))
                .startsWith("Tickets created on a Tuesday: ")
                .contains("3 times", "2.96 to 3.03");
    }

    @Test
    void everyKindOfSegmentHasItsWords() {
        assertThat(who("pilot", "false")).startsWith("Customers without pilot: ");
        assertThat(who("pilot", "")).startsWith("Customers with unknown pilot: ");
        assertThat(who("location", "Bern")).startsWith("Customers from Bern: ");
        assertThat(who("supportTier", "Gold")).startsWith("Customers with support tier Gold: ");
        assertThat(who("company", "Acme")).startsWith("Tickets from Acme: ");
        assertThat(who("agent", "Olga")).startsWith("Tickets of agent Olga: ");
        assertThat(who("agent", "")).startsWith("Tickets without agent: ");
        assertThat(who("channel", "Phone")).startsWith("Tickets by Phone: ");
        assertThat(who("priority", "High")).startsWith("Tickets with priority High: ");
        assertThat(who("attribute.Plan {0}", "{1}")).startsWith("Tickets with Plan {0} {1}: ");
    }

    @Test
    void aCardWithoutFindingsSaysWhatWasLookedAt() {
        FindingsView none = cards.card(report(List.of(), 1753, Map.of()), TICKETS, HERE);
        FindingsView few = cards.card(report(List.of(), 0, Map.of("negativeShare", "Too few.")), TICKETS, HERE);

        assertThat(none.verdict())
                .isEqualTo("Nothing stands out: 1,753 comparisons were made, none is surer than chance.");
        assertThat(few.verdict()).startsWith("Too few to say: 800 tickets here");
        assertThat(few.notes()).isEmpty();
    }

    @Test
    void aMeasureThatNothingCanBeSaidAboutIsNamedBesideTheOthers() {
        FindingsView view = cards.card(report(List.of(), 10, Map.of("negativeShare", "No text.")), TICKETS, HERE);

        assertThat(view.notes()).containsExactly("Negative tickets: No text.");
    }

    private FindingsView.Row row(Finding finding) {
        return cards.card(report(List.of(finding), 10, Map.of()), TICKETS, HERE)
                .rows()
                .get(0);
    }

    private String who(String dimension, String value) {
        return sentences.sentence(share(Map.of(dimension, List.of(value)), 0.5, 0.2, 0.3, 0.2, 0.4, 50));
    }

    private static Map<String, List<String>> pilots() {
        var segment = new LinkedHashMap<String, List<String>>();
        segment.put("industry", List.of("transportation"));
        segment.put("pilot", List.of("true"));
        return segment;
    }

    private static FindingsReport report(List<Finding> findings, long comparisons, Map<String, String> reasons) {
        var selected = new Selected(null, null, "UTC", 800, Map.of(), null, null, null, 0, 1);
        return new FindingsReport(selected, findings, 0, comparisons, List.of(), reasons);
    }

    private static Finding share(
            Map<String, List<String>> segment,
            double value,
            double rest,
            double difference,
            double low,
            double high,
            long n) {
        return new Finding(
                FindingsReport.NEGATIVE_SHARE,
                segment,
                n,
                800 - n,
                n,
                800 - n,
                value,
                0.5,
                0.8,
                rest,
                0.2,
                0.3,
                difference,
                null,
                null,
                low,
                high,
                7,
                1e-9,
                null);
    }

    private static Finding duration(
            Map<String, List<String>> segment, double ratio, double low, double high, long measured) {
        return new Finding(
                FindingsReport.FIRST_REPLY_TIME,
                segment,
                78,
                722,
                measured,
                700,
                4.5,
                null,
                null,
                1.5,
                null,
                null,
                null,
                ratio,
                null,
                low,
                high,
                7,
                1e-9,
                null);
    }
}
