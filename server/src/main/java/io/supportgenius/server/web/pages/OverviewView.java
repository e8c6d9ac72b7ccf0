package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overview.
 *
 * @param compared which days the changes compare, or why there are none; null where only days must be chosen
 * @param presets days to choose, where none are chosen; else empty
 * @param flows counts of tickets; rates stand below them
 * @param figuresFile address of the figures as a file
 * @param empty whether no ticket matches, so that the cards have nothing to show
 */
record OverviewView(
        FilterBar filters,
        String evidence,
        @Nullable String compared,
        List<FilterBar.Preset> presets,
        List<Card> flows,
        List<Card> rates,
        TrendCard trend,
        String figuresFile,
        boolean empty,
        boolean noTicketsAtAll) {

    /**
     * A figure with what it rests on, how it changed and how it went on.
     *
     * @param name end of its message keys
     * @param href the tickets that the value counts; null where there are none
     * @param second a further figure; null for none
     * @param note what the value rests on, or why it is missing
     * @param noteHref the tickets that the value rests on; null where these are those of the value, or there are none
     * @param warning what the figure leaves out; null for nothing
     * @param change null where nothing is compared
     * @param spark null without a trend
     */
    record Card(
            String name,
            String value,
            @Nullable String href,
            @Nullable Second second,
            String note,
            @Nullable String noteHref,
            @Nullable String warning,
            @Nullable Change change,
            @Nullable Spark spark) {}

    record Second(String label, String value) {}

    /**
     * @param kind {@code better}, {@code worse}, {@code neutral} or {@code unsure}
     * @param direction {@code up}, {@code down} or {@code same}; null when there are too few to compare
     * @param size how much, with its sign, also as a part of what it was
     * @param amount how much alone
     * @param judgement a word; empty where the change is neither good nor bad
     * @param from what the figure was before
     * @param fromHref the tickets that it counted; null where there were none
     * @param p90 the 90th percentile on both sides; null for figures without one
     * @param sentence both sides with their days and n
     */
    record Change(
            String kind,
            @Nullable String direction,
            String size,
            String amount,
            String judgement,
            String from,
            @Nullable String fromHref,
            @Nullable String p90,
            String sentence) {}

    /**
     * A small drawing in a box of 1,000 by 100.
     *
     * @param bars whether periods are bars; else a line
     * @param line path of finished periods; empty for bars
     * @param pale path of finished periods with too few tickets to say anything; empty for bars
     * @param open path towards a period that is not finished; empty for bars
     * @param before path of what the periods are compared with; empty where nothing is compared
     * @param marks one for each period, in order
     * @param first label of the first period; likewise last
     * @param summary the same in words
     */
    record Spark(
            boolean bars,
            String line,
            String pale,
            String open,
            String before,
            List<Mark> marks,
            String first,
            String last,
            String summary) {}

    /**
     * A period of a small drawing.
     *
     * @param href null where it has no tickets
     * @param x left end of its column
     * @param y upper end of its bar
     * @param height of its bar; 0 where there is nothing
     */
    record Mark(
            @Nullable String href,
            String sentence,
            boolean finished,
            String x,
            String width,
            String barX,
            String barWidth,
            String y,
            String height) {}

    /**
     * The table of all series.
     *
     * @param table null when there is none
     * @param why why there is none; null when there is
     */
    record TrendCard(@Nullable PanelTable table, @Nullable String why) {}
}
