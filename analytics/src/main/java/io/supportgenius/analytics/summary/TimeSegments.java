package io.supportgenius.analytics.summary;

import java.util.Arrays;
import java.util.Collection;

/**
 * The line of time cut at some moments: segment 0 lies before the first of them, each moment begins the next one, the last has no
 * end. Immutable.
 */
public final class TimeSegments {

    private final long[] bounds;

    /** @param moments in seconds since 1970-01-01 UTC, in any order */
    public TimeSegments(Collection<Long> moments) {
        bounds = moments.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    /** How many segments there are, one more than moments. */
    public int size() {
        return bounds.length + 1;
    }

    /** The segment that a moment falls into. */
    public int index(long epochSecond) {
        int found = Arrays.binarySearch(bounds, epochSecond);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The same, looking first at a segment that is probably the right one. */
    int index(long epochSecond, int guess) {
        boolean begun = guess == 0 || epochSecond >= bounds[guess - 1];
        boolean over = guess < bounds.length && epochSecond >= bounds[guess];
        return begun && !over ? guess : index(epochSecond);
    }

    /**
     * The segment that one of the moments begins.
     *
     * @throws IllegalArgumentException if time was not cut there
     */
    public int beginning(long moment) {
        int found = Arrays.binarySearch(bounds, moment);
        if (found < 0) {
            throw new IllegalArgumentException("No segment begins at " + moment);
        }
        return found + 1;
    }
}
