package io.supportgenius.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.Totals;
import org.junit.jupiter.api.Test;

class SyntheticTicketsTest {

    @Test
    void theTicketsAreWhatTheirDescriptionSays() {
        Totals totals = totals(SyntheticTickets.facts(50_000, 1));

        assertThat(totals.tickets()).isEqualTo(50_000);
        assertThat(totals.replied() / 50_000.0).isCloseTo(0.97, within(0.005));
        assertThat(totals.solved() / 50_000.0).isCloseTo(0.92, within(0.005));
        assertThat(totals.implausible()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameTickets() {
        assertThat(totals(SyntheticTickets.facts(3000, 2)).solved())
                .isEqualTo(totals(SyntheticTickets.facts(3000, 2)).solved());
    }

    private static Totals totals(TicketFacts facts) {
        var totals = new Totals();
        facts.scan(Selection.ALL, totals::accept);
        return totals;
    }
}
