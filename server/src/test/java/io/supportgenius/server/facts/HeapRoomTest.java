package io.supportgenius.server.facts;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.store.TestStore;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

    private static final long TWO_GIGABYTES = 2L << 30;

    /** What the README says: 300 MB and 90 bytes a ticket. */
    @Test
    void tenMillionTicketsFitIntoTheHeapThatTheLauncherGives() {
        var room = new HeapRoom(TWO_GIGABYTES);

        assertThatCode(() -> room.check(10_000_000, 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.check(25_000_000, 0))
                .hasMessageStartingWith("25,000,000 tickets need 2,446 MB of memory, but this server may use 2,048 MB")
                .hasMessageEndingWith("SUPPORTGENIUS_JAVA_OPTIONS=-Xmx2446m.");
    }

    @Test
    void ticketsThatDoNotFitAreNotReadAndWhyIsSaid() {
        TestStore store = TestStore.create();
        store.load("desk", ticket("1").draft(), ticket("2").draft());
        LiveFacts facts = TestFacts.within(store, 300);

        facts.refresh();

        Shortage shortage = Objects.requireNonNull(facts.shortage());
        assertThat(shortage.tickets()).isEqualTo(2);
        assertThat(shortage.megabytes()).isEqualTo(300);
        assertThat(facts.current().complete()).isFalse();
        assertThat(new FactsHealthIndicator(facts).health().getDetails())
                .containsEntry("shortage", shortage.sentence());
    }
}
