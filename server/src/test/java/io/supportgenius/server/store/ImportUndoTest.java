package io.supportgenius.server.store;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImportUndoTest {

    private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");

    private final TestStore store = TestStore.create();

    @Test
    void aCorrectionFromBeforeStays() {
        loaded(ticket("1").text("awful").draft());
        correct(Sentiment.POSITIVE);
        long second = loaded(ticket("1").text("awful").status("closed").draft());

        assertThat(store.importUndo().undo(second)).isTrue();

        assertThat(score()).isEqualTo("person 0 0 10000");
    }

    @Test
    void aCorrectionThatWasTakenBackSinceIsNotRestored() {
        loaded(ticket("1").text("awful").draft());
        correct(Sentiment.POSITIVE);
        long second = loaded(ticket("1").text("awful").status("closed").draft());
        store.corrections().takeBack(id(), "plain-words", null);

        assertThat(store.importUndo().undo(second)).isTrue();

        // Nobody has judged it: both steps look for such tickets.
        assertThat(score()).isEmpty();
    }

    @Test
    void aCorrectionThatWasChangedSinceCountsAsItIsNow() {
        loaded(ticket("1").text("awful").draft());
        correct(Sentiment.POSITIVE);
        long second = loaded(ticket("1").text("awful").status("closed").draft());
        correct(Sentiment.NEUTRAL);

        assertThat(store.importUndo().undo(second)).isTrue();

        assertThat(score()).isEqualTo("person 0 10000 0");
    }

    /** The correction of the later text goes with that text, and that of the earlier one was replaced by it. */
    @Test
    void aCorrectionOfAnotherTextDoesNotCount() {
        loaded(ticket("1").text("awful").draft());
        correct(Sentiment.POSITIVE);
        long second = loaded(ticket("1").text("great").draft());
        correct(Sentiment.NEUTRAL);

        assertThat(store.importUndo().undo(second)).isTrue();

        assertThat(score()).isEmpty();
    }

    private long loaded(TicketDraft draft) {
        long run = store.jdbc()
                .sql(
                        "insert into import_run (source, file, state, report) values ('desk', 'f', 'running', '{}') returning id")
                .query(Long.class)
                .single();
        try (TicketLoad load = store.loads().begin("desk")) {
            load.remember(run);
            load.concludeWith(result -> "{}");
            load.add(draft);
            load.commit();
        }
        return run;
    }

    private void correct(Sentiment sentiment) {
        assertThat(store.corrections().correct(id(), sentiment, "Ann", NOON)).isTrue();
    }

    private TicketId id() {
        return new TicketId(
                store.jdbc().sql("select id from ticket").query(Long.class).single());
    }

    private String score() {
        return store.jdbc().sql("""
                        select concat_ws(' ', sentiment_model, sentiment_negative, sentiment_neutral, sentiment_positive)
                        from ticket
                        """).query(String.class).single();
    }
}
