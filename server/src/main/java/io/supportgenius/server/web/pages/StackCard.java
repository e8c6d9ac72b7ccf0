package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.SentimentFigures;
import io.supportgenius.server.web.pages.DashboardView.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Negative, neutral and positive tickets side by side, row by row.
 *
 * @param name end of its message keys
 * @param drawing how rows are drawn
 * @param head what a row stands for
 * @param charted how many of the rows the chart shows
 * @param rest sentence about what the chart does not show, such as rows left out; null when there is nothing
 * @param table behind it; null when there is nothing to show
 * @param why why there is nothing to show; null when there is
 */
record StackCard(
        String name,
        String question,
        String summary,
        String evidence,
        Drawing drawing,
        String head,
        List<Row> rows,
        int charted,
        @Nullable String rest,
        @Nullable PanelTable table,
        @Nullable String why) {

    /** Whether tickets that were not judged are drawn. */
    public boolean showsUnscored() {
        return drawing != Drawing.SHARES
                && rows.stream()
                        .anyMatch(row -> row.cells().get(row.cells().size() - 1).count() > 0);
    }

    /** How rows are drawn. */
    enum Drawing {
        /** Beside each other, as columns of counts. */
        COLUMNS("columns"),
        /** Below each other, as bars of counts. */
        LENGTHS("lengths"),
        /** Below each other, as bars of equal length cut by shares. */
        SHARES("shares");

        private final String script;

        Drawing(String script) {
            this.script = script;
        }

        /** Name of the drawing in the page's script. */
        public String script() {
            return script;
        }
    }

    /**
     * One row.
     *
     * @param brief the label where there is little room
     * @param cells negative, neutral, positive and not scored tickets
     * @param values what the row stands for, for programs
     * @param scored tickets with a sentiment
     * @param negativeShare share of negative ones among them, in words
     * @param interval its 95 % interval in words; empty when none was scored
     * @param few whether too few tickets were scored to say anything
     * @param before null where nothing is compared
     */
    record Row(
            String label,
            String brief,
            List<Cell> cells,
            List<@Nullable Object> values,
            SentimentFigures figures,
            String scored,
            String negativeShare,
            String interval,
            boolean few,
            @Nullable Before before) {}

    /**
     * The share of negative tickets in the days it is compared with.
     *
     * @param href the negative tickets of these days; null where there are none
     */
    record Before(
            String share,
            SentimentFigures figures,
            @Nullable String href) {}
}
