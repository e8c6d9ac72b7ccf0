package io.supportgenius.server.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the tickets of a selection feel.
 *
 * @param all tickets of the selection
 * @param trend by the time of creation; null when no ticket has one
 * @param byDimension by a dimension of the visitor's choice; null when none was asked for
 */
public record SentimentPanels(
        SentimentFigures all,
        @Nullable Trend trend,
        @Nullable ByDimension byDimension) {

    /**
     * @param unit {@code day}, {@code week}, {@code month} or {@code year}
     * @param periods every one of the range, also without a ticket
     */
    public record Trend(String unit, List<Period> periods) {}

    /**
     * @param from first day, ISO 8601
     * @param to last day, inclusive
     */
    public record Period(String from, String to, SentimentFigures figures) {}

    /** @param values highest share of negative tickets first, those without a scored ticket last */
    public record ByDimension(String dimension, List<Value> values) {}

    /** @param value as filters take it; null for tickets without one */
    public record Value(@Nullable String value, SentimentFigures figures) {}
}
