package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.Arrays;

/**
 * The panels of the ticket dashboard as someone would write them who wants these panels alone: one loop each over plain arrays in the order of creation, in one thread,
 * some 23 bytes a ticket. They are what the product's panels are measured against; a test sees to it that both have the same figures.
 */
final class HandWrittenScans {

    private static final double HOUR = 3600;

    private final int[] created;
    private final long epoch;
    private final byte[] hourOfWeek;
    private final byte[] industry;
    private final byte[] tier;
    private final short[] company;
    private final byte[] touches;
    private final int[] firstReply;
    private final int[] resolution;

    HandWrittenScans(TicketFacts facts) {
        int size = (int) facts.size();
        created = new int[size];
        hourOfWeek = new byte[size];
        industry = new byte[size];
        tier = new byte[size];
        company = new short[size];
        touches = new byte[size];
        firstReply = new int[size];
        resolution = new int[size];
        var place = new int[1];
        var first = new long[] {Long.MAX_VALUE};
        facts.scan(Selection.ALL, chunk -> {
            FactsBlock block = chunk.block();
            first[0] = Math.min(first[0], block.created(0));
            for (int row = 0; row < block.size(); row++) {
                int i = place[0]++;
                created[i] = (int) (block.created(row) - first[0]);
                hourOfWeek[i] = (byte) block.hourOfWeek(row);
                industry[i] = (byte) block.code(SyntheticTickets.INDUSTRY, row);
                tier[i] = (byte) block.code(SyntheticTickets.TIER, row);
                company[i] = (short) block.code(SyntheticTickets.COMPANY, row);
                touches[i] = (byte) block.touches(row);
                firstReply[i] = Math.max(-1, block.firstReply(row));
                resolution[i] = Math.max(-1, block.resolution(row));
            }
        });
        epoch = first[0];
    }

    /**
     * Everything but the percentiles.
     *
     * @param from seconds since 1970-01-01 UTC, inclusive; likewise {@code to}, exclusive
     * @param wanted code of the industry; 0 for all
     */
    Figures panels(long from, long to, int wanted) {
        int first = place(from);
        int last = place(to);
        return wanted == 0 ? all(first, last) : filtered(first, last, (byte) wanted);
    }

    private int place(long time) {
        long offset = Math.max(0, Math.min(Integer.MAX_VALUE, time - epoch));
        int low = 0;
        int high = created.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (created[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Figures all(int first, int last) {
        var figures = new Figures();
        for (int i = first; i < last; i++) {
            figures.grid[hourOfWeek[i] & 0xff]++;
        }
        for (int i = first; i < last; i++) {
            figures.industries[industry[i]]++;
            figures.tiers[tier[i]]++;
            figures.companies[company[i]]++;
        }
        for (int i = first; i < last; i++) {
            if (firstReply[i] >= 0) {
                figures.replies.add(timeOfDay(i), firstReply[i] / HOUR);
            }
        }
        for (int i = first; i < last; i++) {
            if (resolution[i] >= 0) {
                figures.resolutions.add(touches[i], resolution[i] / HOUR);
            }
        }
        return figures;
    }

    private Figures filtered(int first, int last, byte wanted) {
        var figures = new Figures();
        for (int i = first; i < last; i++) {
            if (industry[i] == wanted) {
                figures.grid[hourOfWeek[i] & 0xff]++;
            }
        }
        for (int i = first; i < last; i++) {
            if (industry[i] == wanted) {
                figures.industries[industry[i]]++;
                figures.tiers[tier[i]]++;
                figures.companies[company[i]]++;
            }
        }
        for (int i = first; i < last; i++) {
            if (industry[i] == wanted && firstReply[i] >= 0) {
                figures.replies.add(timeOfDay(i), firstReply[i] / HOUR);
            }
        }
        for (int i = first; i < last; i++) {
            if (industry[i] == wanted && resolution[i] >= 0) {
                figures.resolutions.add(touches[i], resolution[i] / HOUR);
            }
        }
        return figures;
    }

    /** Local time in hours: the zone is whole hours from UTC. */
    private double timeOfDay(int i) {
        return (hourOfWeek[i] & 0xff) % 24 + (int) ((epoch + created[i]) % 3600) / HOUR;
    }

    /** Median and P90 of first reply time, then of full resolution time, in seconds. */
    double[] percentiles(long from, long to, int wanted) {
        int first = place(from);
        int last = place(to);
        double[] replies = percentiles(firstReply, first, last, (byte) wanted);
        double[] resolutions = percentiles(resolution, first, last, (byte) wanted);
        return new double[] {replies[0], replies[1], resolutions[0], resolutions[1]};
    }

    private double[] percentiles(int[] durations, int first, int last, byte wanted) {
        var copy = new int[last - first];
        int n = 0;
        for (int i = first; i < last; i++) {
            if (durations[i] >= 0 && (wanted == 0 || industry[i] == wanted)) {
                copy[n++] = durations[i];
            }
        }
        double median = 0.5 * (n - 1);
        double p90 = 0.9 * (n - 1);
        int[] ranks = {(int) median, (int) median + 1, (int) p90, (int) p90 + 1};
        org.apache.commons.numbers.arrays.Selection.select(copy, 0, n, ranks.clone());
        return new double[] {
            between(copy[ranks[0]], copy[ranks[1]], median - ranks[0]),
            between(copy[ranks[2]], copy[ranks[3]], p90 - ranks[2])
        };
    }

    private static double between(double low, double high, double share) {
        return low + share * (high - low);
    }

    /** What the loops find. */
    static final class Figures {

        final long[] grid = new long[168];
        final long[] industries = new long[16];
        final long[] tiers = new long[16];
        final long[] companies = new long[SyntheticTickets.COMPANIES + 2];
        final Line replies = new Line();
        final Line resolutions = new Line();

        long tickets() {
            return Arrays.stream(grid).sum();
        }
    }

    /** A line by plain sums. */
    static final class Line {

        private long n;
        private double x;
        private double y;
        private double xx;
        private double xy;

        private void add(double newX, double newY) {
            n++;
            x += newX;
            y += newY;
            xx += newX * newX;
            xy += newX * newY;
        }

        long n() {
            return n;
        }

        double slope() {
            return (n * xy - x * y) / (n * xx - x * x);
        }
    }
}
