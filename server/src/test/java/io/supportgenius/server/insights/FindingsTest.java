package io.supportgenius.server.insights;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.server.insights.FindingsReport.Finding;
import io.supportgenius.server.ticket.Drafts;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small sets in which everything can be counted by hand. The scorer of the test store finds "awful" negative. */
class FindingsTest {

    private final TestInsights insights = new TestInsights();

    @Test
    void aFindingHasBothSharesTheirIntervalsAndTheCountOfItsList() {
        load(
                100,
                (number, draft) -> draft.channel(number <= 40 ? "Phone" : "Email")
                        .text(number <= 30 || number > 95 ? "awful" : "plain"));

        FindingsReport report = insights.findings("");

        assertThat(report.findings()).hasSize(1);
        Finding finding = report.findings().get(0);
        assertThat(finding.segment()).isEqualTo(Map.of("channel", List.of("Phone")));
        assertThat(List.of(finding.n(), finding.nRest(), finding.measured(), finding.measuredRest()))
                .containsExactly(40L, 60L, 40L, 60L);
        assertThat(finding.value()).isEqualTo(0.75); // 30 of 40
        assertThat(finding.restValue()).isCloseTo(5 / 60.0, within(1e-12));
        assertThat(finding.difference()).isCloseTo(0.75 - 5 / 60.0, within(1e-12));
        // scipy 1.17.1: binomtest(30, 40).proportion_ci(method="wilson")
        assertThat(finding.valueLow()).isCloseTo(0.5980603858, within(1e-9));
        assertThat(finding.valueHigh()).isCloseTo(0.8581288136, within(1e-9));
        assertThat(insights.tickets("channel=Phone", "created", 1, "").total()).isEqualTo(finding.n());
        assertThat(report.more()).isZero();
        assertThat(report.reasons()).containsOnlyKeys("firstReplyTime", "fullResolutionTime", "resolutionByTouches");
    }

    @Test
    void ticketsWithoutAValueAreASegmentThatTheEmptyFilterLists() {
        load(100, (number, draft) -> {
            if (number > 40) {
                draft.channel("Email");
            }
            return draft.text(number <= 30 || number > 95 ? "awful" : "plain");
        });

        Finding finding = insights.findings("").findings().get(0);

        assertThat(finding.segment()).isEqualTo(Map.of("channel", List.of("")));
        assertThat(insights.tickets("channel=", "created", 1, "").total()).isEqualTo(finding.n());
    }

    @Test
    void hoursThatTheSelectionLeavesOutAreInNoSegment() {
        load(120, (number, draft) -> draft.created(hour(number % 6)).text(number % 6 < 3 ? "awful" : "plain"));

        Finding finding = insights.findings("hour=0&hour=2&hour=3&hour=4&hour=5")
                .findings()
                .get(0);

        assertThat(finding.segment().get("hour")).isIn(List.of("0", "2"), List.of("3", "4", "5"));
        String hours = String.join("&hour=", finding.segment().get("hour"));
        assertThat(insights.tickets("hour=" + hours, "created", 1, "").total()).isEqualTo(finding.n());
    }

    @Test
    void theSameQuestionIsAnsweredFromMemoryUntilTicketsChange() {
        load(30, (number, draft) -> draft.text("plain"));
        Findings findings = insights.findings();

        FindingsReport first = findings.answer(TicketSelection.ALL);

        assertThat(findings.answer(TicketSelection.ALL)).isSameAs(first);
        load(31, (number, draft) -> draft.text("plain"));
        insights.findings();
        assertThat(findings.answer(TicketSelection.ALL).selection().tickets()).isEqualTo(31);
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsNotKept() {
        assertThatThrownBy(() -> insights.findings("attribute.Nothing=1"))
                .isInstanceOf(InvalidSelectionException.class);
    }

    @Test
    void noTicketAndOneTicketGiveNoFindingAndSayWhy() {
        assertThat(insights.findings("").findings()).isEmpty();
        load(1, (number, draft) -> draft);

        FindingsReport report = insights.findings("");

        assertThat(report.findings()).isEmpty();
        assertThat(report.comparisons()).isZero();
        assertThat(report.reasons().get("negativeShare"))
                .isEqualTo("Too few to say: 0 tickets have what is compared, at least 30 are needed.");
    }

    private static String hour(int hour) {
        return "2024-03-04T0" + hour + ":30:00Z";
    }

    private void load(int count, Each each) {
        var drafts = new ArrayList<TicketDraft>();
        for (int number = 1; number <= count; number++) {
            var draft = ticket("T" + number)
                    .created(Instant.parse("2024-03-04T08:00:00Z")
                            .plusSeconds(number)
                            .toString());
            drafts.add(each.of(number, draft).draft());
        }
        insights.store().load("test", drafts.toArray(TicketDraft[]::new));
    }

    /** Completes a draft. */
    @FunctionalInterface
    private interface Each {
        Drafts of(int number, Drafts draft);
    }
}
