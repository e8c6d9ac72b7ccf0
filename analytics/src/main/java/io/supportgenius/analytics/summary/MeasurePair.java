package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;
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
        void fill(Slice slice, ZoneClock clock, PairColumns into) {
            if (!slice.block().isDated()) {
                return;
            }
            int[] replies = slice.firstReplies();
            int[] resolutions = slice.resolutions();
            long[] created = slice.created();
            int size = 0;
            for (int i = 0; i < slice.size(); i++) {
                int reply = replies[i];
                if (FactsBlock.isMeasured(reply) && FactsBlock.isPlausible(reply, resolutions[i])) {
                    into.x[size] = clock.secondOfDay(created[i]) / SECONDS_IN_HOUR;
                    into.y[size] = reply / SECONDS_IN_HOUR;
                    into.places[size++] = i;
                }
            }
            into.size = size;
        }

        @Override
        void fillOpen(Slice slice, ZoneClock clock, long until, PairColumns into) {
            if (!slice.block().isDated()) {
                return;
            }
            int[] replies = slice.firstReplies();
            int[] resolutions = slice.resolutions();
            long[] created = slice.created();
            int size = 0;
            for (int i = 0; i < slice.size(); i++) {
                boolean waits = replies[i] == FactsBlock.MISSING && resolutions[i] == FactsBlock.MISSING;
                if (waits && created[i] <= until) {
                    into.x[size] = clock.secondOfDay(created[i]) / SECONDS_IN_HOUR;
                    into.y[size] = (until - created[i]) / SECONDS_IN_HOUR;
                    into.places[size++] = i;
                }
            }
            into.size = size;
        }

        @Override
        int columns() {
            return 48;
        }

        @Override
        int column(double x) {
            return Math.min(47, (int) (x * 2));
        }

        @Override
        double middle(int column) {
            return (column + 0.5) / 2;
        }
    },
    /** Agent replies, and full resolution time in hours. */
    RESOLUTION_BY_TOUCHES {
        @Override
        void fill(Slice slice, ZoneClock clock, PairColumns into) {
            int[] touches = slice.touches();
            int[] replies = slice.firstReplies();
            int[] resolutions = slice.resolutions();
            int size = 0;
            for (int i = 0; i < slice.size(); i++) {
                int resolution = resolutions[i];
                boolean known = touches[i] != FactsBlock.MISSING && FactsBlock.isMeasured(resolution);
                if (known && FactsBlock.isPlausible(replies[i], resolution)) {
                    into.x[size] = touches[i];
                    into.y[size] = resolution / SECONDS_IN_HOUR;
                    into.places[size++] = i;
                }
            }
            into.size = size;
        }

        @Override
        void fillOpen(Slice slice, ZoneClock clock, long until, PairColumns into) {
            if (!slice.block().isDated()) {
                return;
            }
            int[] touches = slice.touches();
            int[] resolutions = slice.resolutions();
            long[] created = slice.created();
            int size = 0;
            for (int i = 0; i < slice.size(); i++) {
                boolean waits = touches[i] != FactsBlock.MISSING && resolutions[i] == FactsBlock.MISSING;
                if (waits && created[i] <= until) {
                    into.x[size] = touches[i];
                    into.y[size] = (until - created[i]) / SECONDS_IN_HOUR;
                    into.places[size++] = i;
                }
            }
            into.size = size;
        }

        @Override
        int columns() {
            return 64;
        }

        @Override
        int column(double x) {
            return (int) Math.max(0, Math.min(63, x));
        }

        @Override
        double middle(int column) {
            return column;
        }
    };

    private static final double SECONDS_IN_HOUR = 3600;

    /** Puts the pairs of the rows of a slice into columns. */
    abstract void fill(Slice slice, ZoneClock clock, PairColumns into);

    /**
     * Puts those rows into columns that have the first measure and still wait for the second one, which is how long they have waited.
     *
     * @param until the moment up to which they have waited, in seconds since 1970-01-01 UTC
     */
    abstract void fillOpen(Slice slice, ZoneClock clock, long until, PairColumns into);

    /** How many columns a table of the first measure has: half-hours of the day, or numbers up to 63 and more. */
    abstract int columns();

    abstract int column(double x);

    /** The first measure in the middle of a column. */
    abstract double middle(int column);

    /**
     * Hands over the pairs of the selected rows.
     *
     * @param zone the zone of local times
     */
    public void forEach(Chunk chunk, ZoneId zone, Pairs pairs) {
        chunk.slices(slice -> {
            PairColumns columns = PairColumns.of(slice, this, zone);
            long[] tickets = slice.tickets();
            for (int i = 0; i < columns.size; i++) {
                pairs.accept(tickets[columns.places[i]], columns.x[i], columns.y[i]);
            }
        });
    }

    /** Takes the pair of one ticket. */
    @FunctionalInterface
    public interface Pairs {
        void accept(long ticket, double x, double y);
    }
}
