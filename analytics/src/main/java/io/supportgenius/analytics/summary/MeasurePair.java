package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.ZoneClock;
import java.time.ZoneId;

/**
 * Two measures of one ticket, to see whether the first predicts the second. Tickets that lack one of them are left out, and so are
 * those whose times are in an impossible order.
 */
public enum MeasurePair {
    /** Local time of day of the creation in hours (15:30 is 15.5), and first reply time in hours. */
    FIRST_REPLY_BY_TIME_OF_DAY {
        @Override
        public void forEach(Chunk chunk, ZoneId zone, Pairs pairs) {
            FactsBlock block = chunk.block();
            if (!block.isDated()) {
                return;
            }
            var clock = new ZoneClock(zone);
            for (int i = 0; i < chunk.size(); i++) {
                int row = chunk.row(i);
                int reply = block.firstReply(row);
                if (FactsBlock.isMeasured(reply) && block.isPlausible(row)) {
                    double timeOfDay = clock.secondOfDay(block.created(row)) / SECONDS_IN_HOUR;
                    pairs.accept(block.ticket(row), timeOfDay, reply / SECONDS_IN_HOUR);
                }
            }
        }
    },
    /** Agent replies, and full resolution time in hours. */
    RESOLUTION_BY_TOUCHES {
        @Override
        public void forEach(Chunk chunk, ZoneId zone, Pairs pairs) {
            FactsBlock block = chunk.block();
            for (int i = 0; i < chunk.size(); i++) {
                int row = chunk.row(i);
                int touches = block.touches(row);
                int resolution = block.resolution(row);
                boolean known = touches != FactsBlock.MISSING && FactsBlock.isMeasured(resolution);
                if (known && block.isPlausible(row)) {
                    pairs.accept(block.ticket(row), touches, resolution / SECONDS_IN_HOUR);
                }
            }
        }
    };

    private static final double SECONDS_IN_HOUR = 3600;

    /**
     * Hands over the pairs of the selected rows.
     *
     * @param zone the zone of local times
     */
    public abstract void forEach(Chunk chunk, ZoneId zone, Pairs pairs);

    /** Takes the pair of one ticket. */
    @FunctionalInterface
    public interface Pairs {
        void accept(long ticket, double x, double y);
    }
}
