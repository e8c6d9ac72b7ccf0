package io.supportgenius.analytics.finding;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.summary.Summary;
import io.supportgenius.analytics.summary.TicketDuration;
import java.util.Objects;

/** How many tickets have a duration of each step of the {@link LogScale}; negative and missing durations are not counted. */
final class DurationCounts implements Summary<DurationCounts> {

    /** Ranks are stretched to 0 to this, so that sums of their squares fit into a long for two thousand million tickets. */
    static final int HIGHEST_RANK = 65_535;

    private final long[][] counts = new long[Measure.DURATIONS.size()][LogScale.SIZE];

    @Override
    public void accept(Chunk chunk) {
        for (int d = 0; d < counts.length; d++) {
            TicketDuration duration =
                    Objects.requireNonNull(Measure.DURATIONS.get(d).duration());
            for (int i = 0; i < chunk.size(); i++) {
                int seconds = duration.seconds(chunk.block(), chunk.row(i));
                if (seconds >= 0) {
                    counts[d][LogScale.step(seconds)]++;
                }
            }
        }
    }

    @Override
    public DurationCounts identity() {
        return new DurationCounts();
    }

    @Override
    public void combine(DurationCounts other) {
        for (int d = 0; d < counts.length; d++) {
            for (int step = 0; step < LogScale.SIZE; step++) {
                counts[d][step] += other.counts[d][step];
            }
        }
    }

    /**
     * The rank of each step among all counted tickets: tickets of one step share their mean rank.
     *
     * @return 0 to {@link #HIGHEST_RANK}, one for each step
     */
    int[] ranks(Measure measure) {
        long[] steps = counts[Measure.DURATIONS.indexOf(measure)];
        long n = 0;
        for (long count : steps) {
            n += count;
        }
        var ranks = new int[steps.length];
        long below = 0;
        for (int step = 0; step < steps.length && n > 0; step++) {
            ranks[step] = (int) Math.round(HIGHEST_RANK * (below + steps[step] / 2.0) / n);
            below += steps[step];
        }
        return ranks;
    }
}
