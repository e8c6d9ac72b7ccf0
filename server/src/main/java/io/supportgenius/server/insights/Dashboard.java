package io.supportgenius.server.insights;

import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the ticket dashboard, in the shape of {@code GET /api/v1/dashboard}. What cannot be had is null, and {@code
 * reasons} says why under the same name.
 *
 * @param created tickets of the selection
 * @param solved tickets of the selection that have been solved
 * @param negativeDurations tickets whose first reply or resolution lies before their creation, or whose resolution lies before
 *     their first reply; left out of the figures they spoil
 * @param timeProblems tickets whose times cannot be or cannot be known, by what is wrong; a ticket may count several times
 * @param byDimension counts by one more dimension of the visitor's choice
 * @param sentiment how the tickets feel; null when none of them was scored
 * @param comparison the same of the days that are compared with; null where nothing is
 * @param reasons name of a missing answer to a sentence that says why it is missing
 */
public record Dashboard(
        Selected selection,
        long created,
        long solved,
        long negativeDurations,
        Map<String, Long> timeProblems,
        @Nullable Heatmap heatmap,
        @Nullable List<CategoryCount> bySupportTier,
        @Nullable List<CategoryCount> byIndustry,
        @Nullable List<CategoryCount> bySentiment,
        @Nullable DimensionCounts byDimension,
        @Nullable SentimentPanels sentiment,
        @Nullable DurationFigures firstReplyTime,
        @Nullable DurationFigures fullResolutionTime,
        @Nullable FitFigures firstReplyByHour,
        @Nullable FitFigures resolutionByTouches,
        @Nullable DashboardComparison comparison,
        Map<String, String> reasons) {

    Dashboard with(DashboardComparison compared) {
        return new Dashboard(
                selection,
                created,
                solved,
                negativeDurations,
                timeProblems,
                heatmap,
                bySupportTier,
                byIndustry,
                bySentiment,
                byDimension,
                sentiment,
                firstReplyTime,
                fullResolutionTime,
                firstReplyByHour,
                resolutionByTouches,
                compared,
                reasons);
    }

    /**
     * The selection that was answered.
     *
     * @param from first day or null, ISO 8601
     * @param to last day or null, ISO 8601
     * @param zone the organisation's zone, for example {@code Europe/Berlin}
     * @param tickets exact number of tickets of the selection
     * @param filters as asked
     * @param q as asked
     * @param firstDay first day on which a ticket of the selection was created; null when there is none
     * @param lastDay last day on which a ticket of the selection was created; null when there is none
     * @param undated tickets of the selection without a creation time
     * @param revision state of the store that was answered from
     */
    public record Selected(
            @Nullable String from,
            @Nullable String to,
            String zone,
            long tickets,
            Map<String, List<String>> filters,
            @Nullable String q,
            @Nullable String firstDay,
            @Nullable String lastDay,
            long undated,
            long revision) {

        /** @param totals of the tickets of the selection */
        static Selected of(TicketSelection asked, Totals totals, Snapshot snapshot) {
            ZoneId zone = snapshot.facts().zone();
            return new Selected(
                    Objects.toString(asked.from(), null),
                    Objects.toString(asked.to(), null),
                    zone.getId(),
                    totals.tickets(),
                    asked.filters(),
                    asked.q(),
                    totals.hasCreated() ? day(totals.firstCreated(), zone) : null,
                    totals.hasCreated() ? day(totals.lastCreated(), zone) : null,
                    totals.undated(),
                    snapshot.revision());
        }

        private static String day(long epochSecond, ZoneId zone) {
            return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate().toString();
        }
    }

    /** Tickets by weekday (7 rows, Monday first) and hour (24 columns), local time. */
    public record Heatmap(long[][] counts) {}

    /** Counts by a dimension, most tickets first. */
    public record DimensionCounts(String dimension, List<CategoryCount> values) {}
}
