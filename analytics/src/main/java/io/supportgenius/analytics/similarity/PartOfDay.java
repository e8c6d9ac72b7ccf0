package io.supportgenius.analytics.similarity;

import java.util.List;
import java.util.stream.IntStream;

/** Hours of the local day that belong together. */
public enum PartOfDay {
    /** From 22 to 6 o'clock. */
    NIGHT,
    /** From 6 to 12 o'clock. */
    MORNING,
    /** From 12 to 18 o'clock. */
    AFTERNOON,
    /** From 18 to 22 o'clock. */
    EVENING;

    private static final int MORNING_BEGINS = 6;
    private static final int NOON = 12;
    private static final int EVENING_BEGINS = 18;
    private static final int NIGHT_BEGINS = 22;
    private static final int DAY = 24;

    /** @param hour 0 to 23 */
    public static PartOfDay of(int hour) {
        if (hour < MORNING_BEGINS || hour >= NIGHT_BEGINS) {
            return NIGHT;
        }
        if (hour < NOON) {
            return MORNING;
        }
        return hour < EVENING_BEGINS ? AFTERNOON : EVENING;
    }

    /** Its hours, 0 to 23. */
    public List<Integer> hours() {
        return IntStream.range(0, DAY).filter(hour -> of(hour) == this).boxed().toList();
    }
}
