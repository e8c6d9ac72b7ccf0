package io.supportgenius.server.insights;

import static io.supportgenius.server.insights.TestInsights.selection;
import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.insights.TicketExports.Exported;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketExportsTest {

    /** More than are read from the store at once. */
    private static final int MANY = 1203;

    private final TestInsights insights = new TestInsights();

    @ParameterizedTest
    @ValueSource(strings = {"-created", "touches", "-company", "firstReplyHours"})
    void givesEveryTicketOfTheListInItsOrder(String sort) {
        loadMany();
        var received = new Received();

        insights.exports().read(selection("company=Even"), sort, false, received);

        List<String> listed = insights.tickets("company=Even", sort, 1000, "").tickets().stream()
                .map(TicketRow::externalId)
                .toList();
        assertThat(received.total).isEqualTo(602).isEqualTo(listed.size());
        assertThat(received.externalIds()).isEqualTo(listed);
    }

    @Test
    void showsOneStateWhateverHappensMeanwhile() {
        loadMany();
        var received = new Received() {
            @Override
            public void accept(Exported one) {
                super.accept(one);
                if (tickets.size() == 1) {
                    // Both a change of a ticket that is still to come and a new one.
                    insights.store()
                            .load(
                                    "desk",
                                    ticket("t1").subject("changed").draft(),
                                    ticket("new").draft());
                }
            }
        };

        insights.exports().read(TicketSelection.ALL, "-created", false, received);

        assertThat(received.tickets).hasSize(MANY);
        assertThat(received.tickets)
                .noneMatch(one -> "changed".equals(one.shown().subject()));
        assertThat(insights.count("")).isEqualTo(MANY + 1);
    }

    @Test
    void readsWhatWasStoredAMomentAgo() {
        TicketExports exports = insights.exports();
        insights.store().load("desk", ticket("late").draft());
        var received = new Received();

        exports.read(TicketSelection.ALL, "created", false, received);

        assertThat(received.externalIds()).containsExactly("late");
    }

    @Test
    void whoBreaksOffLeavesNothingOpenAndTakesNoPlace() {
        loadMany();
        TicketExports exports = insights.exports();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> exports.read(TicketSelection.ALL, "created", false, new Received() {
                        @Override
                        public void accept(Exported one) {
                            throw new IllegalArgumentException("gone");
                        }
                    }))
                    .hasMessage("gone");
        }

        Long open = insights.store()
                .jdbc()
                .sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                                + " and state like 'idle in transaction%'")
                .query(Long.class)
                .single();
        assertThat(open).isZero();
    }

    @Test
    void textsAreReadOnlyWhereTheyAreWanted() {
        insights.store().load("desk", ticket("a").text("It is broken").draft());
        var without = new Received();
        var with = new Received();

        insights.exports().read(TicketSelection.ALL, "created", false, without);
        insights.exports().read(TicketSelection.ALL, "created", true, with);

        assertThat(without.tickets.get(0).stored().ticket().text().body()).isNull();
        assertThat(with.tickets.get(0).stored().ticket().text().body()).isEqualTo("It is broken");
    }

    @Test
    void nothingFoundIsNothingReceived() {
        loadMany();
        var received = new Received();

        insights.exports().read(selection("company=Nobody"), "created", false, received);

        assertThat(received.total).isZero();
        assertThat(received.tickets).isEmpty();
    }

    private void loadMany() {
        TicketDraft[] drafts = IntStream.range(0, MANY)
                .mapToObj(i -> ticket("t" + i)
                        .created("2015-10-%02dT10:00:00Z".formatted(1 + i % 31))
                        .touches(i % 7)
                        .company(i % 2 == 0 ? "Even" : "Odd")
                        .draft())
                .toArray(TicketDraft[]::new);
        insights.store().load("desk", drafts);
    }

    private static class Received implements TicketExports.Receiver {

        final List<Exported> tickets = new ArrayList<>();
        long total = -1;

        @Override
        public void begin(long announced, ZoneId zone, List<String> attributes) {
            total = announced;
        }

        @Override
        public void accept(Exported one) {
            tickets.add(one);
        }

        List<String> externalIds() {
            return tickets.stream().map(one -> one.shown().externalId()).toList();
        }
    }
}
