package io.supportgenius.server.insights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the overview, in the shape of {@code GET /api/v1/overview}. What cannot be had is null, and {@code reasons} says why
 * under the same name.
 *
 * @param selection the selection that was answered; its tickets are those created in it
 * @param lastFinishedDay last day that can be compared, ISO 8601; null when no ticket has a time
 * @param backlogDay day at whose end the backlog was counted; null for now, that is all tickets that are not solved
 * @param solvedAtUnknownTime solved tickets, created on any day, whose time of solution is not known
 * @param comparison which days the changes compare; null where there are no changes
 * @param trend the periods of every series; null where no ticket has a creation time
 * @param figures by name: {@code created}, {@code solved}, {@code backlog}, {@code firstReplyTime}, {@code fullResolutionTime}, {@code
 *     negativeShare} and {@code csat}
 * @param reasons name of a missing answer to a sentence that says why it is missing
 */
public record Overview(
        Dashboard.Selected selection,
        @Nullable String lastFinishedDay,
        @Nullable String backlogDay,
        long solvedAtUnknownTime,
        @Nullable Comparison comparison,
        @Nullable Trend trend,
        Map<String, @Nullable Figure> figures,
        Map<String, String> reasons) {

    public Overview {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** Whether no figure has a ticket. */
    public boolean isEmpty() {
        return selection.tickets() == 0
                && figures.values().stream().allMatch(figure -> figure == null || figure.n() == 0);
    }

    /**
     * Days in ISO 8601, inclusive.
     *
     * @param with {@code previous} or {@code year}
     * @param unfinished days of the range that are left out of the comparison; null when there are none
     */
    public record Comparison(
            String with,
            Days current,
            Days previous,
            @Nullable Days unfinished) {}

    /** Both inclusive, ISO 8601. */
    public record Days(String from, String to) {}

    /**
     * @param unit {@code day}, {@code week}, {@code month} or {@code year}
     * @param periods every one of the range, also without a ticket
     * @param previous what each period is compared with; null at those that are not wholly among the compared days; null without
     *     comparison
     */
    public record Trend(
            String unit, List<Period> periods, @Nullable List<@Nullable Days> previous) {}

    /**
     * @param from first day, ISO 8601
     * @param to last day, inclusive
     * @param whole whether it is a whole week, month or year, not cut off by the range; days always are
     * @param finished whether all its days are finished
     */
    public record Period(String from, String to, boolean whole, boolean finished) {}

    /**
     * One figure.
     *
     * @param unit {@code tickets}, {@code hours} or {@code share} (0 to 1)
     * @param value the number of tickets, the median or the share; null when n is 0 and there is nothing to take it from
     * @param p90 90th percentile of a duration, else null
     * @param low lower end of the 95 % interval of a share (Wilson) or of a median (order statistics), else null
     * @param high its upper end
     * @param n tickets that the value rests on
     * @param tickets tickets that the value counts: those of the share's numerator, else n
     * @param response how many solved tickets were rated; null for other figures than {@code csat}
     * @param compared the figure of the days that are compared, which may be fewer than those of the selection; null without comparison
     * @param previous the figure of the days right before; null without comparison
     * @param change from previous to compared; null without comparison
     * @param series one reading for each period of the trend; null without trend
     * @param previousSeries likewise for what the periods are compared with
     */
    public record Figure(
            String unit,
            @Nullable Number value,
            @Nullable Double p90,
            @Nullable Double low,
            @Nullable Double high,
            long n,
            long tickets,
            @Nullable Response response,
            @Nullable Reading compared,
            @Nullable Reading previous,
            @Nullable Change change,
            @Nullable List<Reading> series,
            @Nullable List<@Nullable Reading> previousSeries) {}

    /** A figure of some days; see {@link Figure}. */
    public record Reading(
            @Nullable Number value,
            @Nullable Double p90,
            @Nullable Double low,
            @Nullable Double high,
            long n,
            long tickets) {}

    /**
     * @param rate rated among the solved tickets, 0 to 1; null when none was solved
     * @param rated solved tickets with a rating
     * @param solved tickets created in the selection that have been solved
     */
    public record Response(@Nullable Double rate, long rated, long solved) {}

    /**
     * How a figure changed.
     *
     * @param enough whether both sides rest on enough tickets to compare them
     * @param direction {@code up}, {@code down} or {@code same}; null when there are too few
     * @param difference in the figure's unit; null when there are too few
     * @param relative difference as a part of the previous value; null when there are too few, or that is 0
     * @param better whether the change is for the better; null when it is neither good nor bad, nothing changed, or chance could do it
     * @param beyondChance whether a share or a median changed by more than chance would, at 95 %; null for counts, when nothing changed,
     *     or when there are too few
     */
    public record Change(
            boolean enough,
            @Nullable String direction,
            @Nullable Double difference,
            @Nullable Double relative,
            @Nullable Boolean better,
            @Nullable Boolean beyondChance) {}
}
