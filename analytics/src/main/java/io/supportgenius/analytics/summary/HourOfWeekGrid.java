package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Slice;

/** Tickets by local weekday and hour of their creation. Tickets without a creation time are in no cell. */
public final class HourOfWeekGrid implements SliceSummary<HourOfWeekGrid> {

    /** Key under which blocks remember this summary. */
    public static final Object KEY = HourOfWeekGrid.class;

    private final long[] counts = new long[FactsBlock.NO_HOUR + 1];

    @Override
    public void accept(Slice slice) {
        int[] hours = slice.hoursOfWeek();
        for (int i = 0; i < slice.size(); i++) {
            counts[hours[i]]++;
        }
    }

    @Override
    public HourOfWeekGrid identity() {
        return new HourOfWeekGrid();
    }

    @Override
    public void combine(HourOfWeekGrid other) {
        for (int hour = 0; hour < counts.length; hour++) {
            counts[hour] += other.counts[hour];
        }
    }

    /** Seven rows, Monday first, of 24 counts, midnight first. */
    public long[][] counts() {
        var grid = new long[7][24];
        for (int day = 0; day < 7; day++) {
            System.arraycopy(counts, day * 24, grid[day], 0, 24);
        }
        return grid;
    }

    /** Tickets without a creation time. */
    public long undated() {
        return counts[FactsBlock.NO_HOUR];
    }
}
