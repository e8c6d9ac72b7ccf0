package io.supportgenius.server.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ticket dashboard.
 *
 * @param compared which days are compared, or why none are; null where that is not asked
 * @param by the dimension of the visitor's choice; null when there is none to choose
 * @param quality times that cannot be, or cannot be known
 * @param empty whether no ticket matches, so that the cards have nothing to show
 */
record DashboardView(
        FilterBar filters,
        String evidence,
        @Nullable String compared,
        List<Figure> figures,
        PanelTable figuresTable,
        HeatmapCard heatmap,
        CountsCard bySupportTier,
        CountsCard byIndustry,
        CountsCard bySentiment,
        StackCard sentimentTrend,
        @Nullable CountsCard byDimension,
        @Nullable StackCard sentimentByDimension,
        List<Choice> dimensions,
        List<Address.Parameter> byFields,
        FitCard firstReplyByHour,
        FitCard resolutionByTouches,
        List<Quality> quality,
        boolean empty,
        boolean noTicketsAtAll) {

    /** Address of the figures as a file. */
    public String figuresFile() {
        return figuresTable.file();
    }

    /** The tables behind the cards that have an answer, by the name of the card. */
    Map<String, PanelTable> tables() {
        var tables = new LinkedHashMap<String, PanelTable>();
        add(tables, "figures", figuresTable);
        add(tables, "heatmap", heatmap.table());
        add(tables, "bySupportTier", bySupportTier.table());
        add(tables, "byIndustry", byIndustry.table());
        add(tables, "bySentiment", bySentiment.table());
        add(tables, "sentimentTrend", sentimentTrend.table());
        add(tables, "byDimension", byDimension == null ? null : byDimension.table());
        add(tables, "sentimentByDimension", sentimentByDimension == null ? null : sentimentByDimension.table());
        for (FitCard fit : List.of(firstReplyByHour, resolutionByTouches)) {
            add(tables, fit.name(), fit.table());
            add(tables, fit.name() + "Points", fit.points());
        }
        return tables;
    }

    private static void add(Map<String, PanelTable> tables, String name, @Nullable PanelTable table) {
        if (table != null) {
            tables.put(name, table);
        }
    }

    /** A sentence about the data, with the tickets it is about. */
    record Quality(String sentence, String href) {}

    /** A dimension to count by. */
    record Choice(String name, String label, boolean here) {}

    /**
     * A figure with what it rests on.
     *
     * @param name end of its message keys
     * @param second a further figure, for example the 90th percentile; null for none
     * @param note how many tickets it rests on, or why it is missing
     * @param href the tickets behind it; null where no filter gives exactly these
     * @param change from the days it is compared with; null where there are none
     */
    record Figure(
            String name,
            String value,
            @Nullable String second,
            String note,
            @Nullable String href,
            OverviewView.@Nullable Change change) {}

    /**
     * Tickets by weekday and hour.
     *
     * @param why why there is nothing to show; null when there is
     * @param steps the classes of the legend
     */
    record HeatmapCard(
            String summary,
            String evidence,
            List<Day> days,
            List<Cell> hours,
            String total,
            List<Step> steps,
            @Nullable PanelTable table,
            @Nullable String why) {}

    record Day(String name, List<Cell> cells, Cell total) {}

    /** A number of tickets that leads to them. */
    record Cell(String label, long count, String number, String href, String sentence) {}

    /** A class of the legend: counts from lowest to highest have one colour. */
    record Step(int index, long lowest, long highest, String label) {}

    /**
     * Tickets by the values of a dimension.
     *
     * @param ring whether few enough values for a ring
     * @param charted how many of the rows the chart shows
     * @param rest sentence about rows that the chart leaves out; null when it shows all
     */
    record CountsCard(
            String dimension,
            String question,
            String summary,
            String evidence,
            boolean ring,
            int charted,
            List<Count> rows,
            String total,
            @Nullable String rest,
            @Nullable PanelTable table,
            @Nullable String why) {}

    /** @param before null where nothing is compared */
    record Count(
            String label,
            long count,
            String number,
            String share,
            String color,
            String href,
            String sentence,
            @Nullable Before before) {}

    /** What a count was in the days it is compared with. */
    record Before(long count, String number, String href, String change) {}

    /**
     * A straight line through pairs of measures.
     *
     * @param name end of its message keys
     * @param notes what the line alone would hide, sentences
     * @param legend ends of message keys of the lines drawn; empty where there is only one
     * @param json what the chart draws, safe inside a script element
     * @param table the fit's numbers
     * @param points the tickets that the chart draws
     */
    record FitCard(
            String name,
            String verdict,
            boolean related,
            List<String> notes,
            List<String> legend,
            String summary,
            String evidence,
            String json,
            @Nullable PanelTable table,
            @Nullable PanelTable points,
            @Nullable String why) {}

    record Fact(String name, String value) {}
}
