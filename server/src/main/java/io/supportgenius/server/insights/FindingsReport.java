package io.supportgenius.server.insights;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands out in a selection. What cannot be had is null.
 *
 * @param findings strongest first
 * @param more findings that are weaker than those listed
 * @param comparisons segments times measures that were compared; each finding is corrected for all of them
 * @param leftOut dimensions that were not looked at: they have too many values, or there are too many of them
 * @param reasons name of a measure to a sentence that says why nothing can be said about it
 */
public record FindingsReport(
        Dashboard.Selected selection,
        List<Finding> findings,
        int more,
        long comparisons,
        List<String> leftOut,
        Map<String, String> reasons) {

    /** Names of the measures. */
    public static final String NEGATIVE_SHARE = "negativeShare";

    public static final String FIRST_REPLY_TIME = "firstReplyTime";
    public static final String FULL_RESOLUTION_TIME = "fullResolutionTime";
    public static final String RESOLUTION_BY_TOUCHES = "resolutionByTouches";

    /**
     * A segment that differs from all other tickets of the selection; or, where the segment is empty, a relationship that holds for
     * all of them.
     *
     * @param measure what differs: {@code negativeShare}, {@code firstReplyTime}, {@code fullResolutionTime}, or {@code
     *     resolutionByTouches} for a relationship
     * @param segment filters that, put in place of those of the selection with the same names, give exactly its tickets
     * @param n tickets of the segment
     * @param nRest other tickets of the selection
     * @param measured tickets of the segment that have the measure
     * @param measuredRest other tickets that have it
     * @param value of the segment: share of negative tickets, 0 to 1; or median in hours; null for a relationship
     * @param valueLow lower end of the 95 % interval of a share (Wilson); null for a median
     * @param restValue the same of all other tickets of the selection
     * @param difference of the shares, -1 to 1; null for durations
     * @param ratio how many times as long the durations are, by the means of their logarithms; null for shares
     * @param slope hours for each agent reply; null except for a relationship
     * @param low lower end of the 95 % interval of the difference, ratio or slope
     * @param high its upper end
     * @param strength standard errors that it is away from nothing, 0 or more
     * @param adjustedP probability that chance gives even one such finding; for a relationship that it gives this one
     * @param verdict a sentence on the relationship; null for a segment
     */
    public record Finding(
            String measure,
            Map<String, List<String>> segment,
            long n,
            long nRest,
            long measured,
            long measuredRest,
            @Nullable Double value,
            @Nullable Double valueLow,
            @Nullable Double valueHigh,
            @Nullable Double restValue,
            @Nullable Double restLow,
            @Nullable Double restHigh,
            @Nullable Double difference,
            @Nullable Double ratio,
            @Nullable Double slope,
            double low,
            double high,
            double strength,
            double adjustedP,
            @Nullable String verdict) {}
}
