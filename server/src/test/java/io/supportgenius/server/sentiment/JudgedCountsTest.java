package io.supportgenius.server.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.sentiment.SentimentSteps.JudgedBy;
import io.supportgenius.server.store.Changes.Mark;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The n-th count says n, so that answers tell how often there was counting. */
class JudgedCountsTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private long revision = 1;
    private long now;
    private long counted;
    private long tickets = JudgedCounts.FEW;

    private boolean fails;
    private final JudgedCounts counts =
            new JudgedCounts(() -> new Mark(1, revision), this::count, background::add, () -> now);

    private JudgedBy count() {
        if (fails) {
            throw new IllegalStateException("no database");
        }
        counted++;
        return new JudgedBy(counted, 0, 0, tickets - counted);
    }

    @Test
    void fewTicketsAreCountedAtOnceWheneverTheyHaveChanged() {
        assertThat(counts.known().accurate()).isEqualTo(1);
        assertThat(counts.known().accurate()).isEqualTo(1);

        revision++;

        assertThat(counts.known().accurate()).isEqualTo(2);
        assertThat(background).isEmpty();
    }

    @Test
    void manyTicketsAreCountedInTheBackgroundOnceAMinuteByOneAtATime() {
        tickets = JudgedCounts.FEW + 1;
        counts.known();

        revision++;
        now += JudgedCounts.BETWEEN_SLOW_ONES.toNanos() - 1;
        assertThat(counts.known().accurate()).isEqualTo(1);
        assertThat(background).isEmpty();

        now += 1;
        assertThat(counts.known().accurate()).isEqualTo(1);
        assertThat(counts.known().accurate()).isEqualTo(1);
        assertThat(background).hasSize(1);

        background.remove().run();
        assertThat(counts.known().accurate()).isEqualTo(2);
        assertThat(background).isEmpty();
    }

    @Test
    void afterAFailureTheNextPageTriesAgain() {
        tickets = JudgedCounts.FEW + 1;
        counts.known();
        revision++;
        now += JudgedCounts.BETWEEN_SLOW_ONES.toNanos();
        counts.known();
        fails = true;
        background.remove().run();
        fails = false;

        assertThat(counts.known().accurate()).isEqualTo(1);
        background.remove().run();

        assertThat(counts.known().accurate()).isEqualTo(2);
    }
}
