package io.supportgenius.analytics.regression;

import io.supportgenius.analytics.summary.PairTable;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether the ranks of two measures go together: Spearman's rank correlation with mean ranks for equal values, here those of one cell's
 * row or column, and its approximate t test (Kendall and Stuart 1979, chapter 31). How far the far ones lie does not matter, so
 * that a handful of implausible values decides nothing.
 *
 * @param n pairs
 * @param correlation -1 to 1; 0 where one of the measures is the same for all
 * @param pValue two-sided probability of a correlation at least this strong without any relationship
 */
public record RankTrend(long n, double correlation, double pValue) {

    private static final int FEWEST_PAIRS = 3;

    /** The trend of a table. */
    public static RankTrend of(PairTable table) {
        var columns = new long[table.columns()];
        var rows = new long[PairTable.ROWS];
        long n = 0;
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.length; row++) {
                long count = table.count(column, row);
                columns[column] += count;
                rows[row] += count;
                n += count;
            }
        }
        double[] rankOfColumn = centredRanks(columns, n);
        double[] rankOfRow = centredRanks(rows, n);
        double product = 0;
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.length; row++) {
                product += table.count(column, row) * rankOfColumn[column] * rankOfRow[row];
            }
        }
        double spread = Math.sqrt(squares(columns, rankOfColumn) * squares(rows, rankOfRow));
        if (n < FEWEST_PAIRS || spread == 0) {
            return new RankTrend(n, 0, 1);
        }
        double correlation = Math.max(-1, Math.min(1, product / spread));
        double t =
                Math.abs(correlation) * Math.sqrt((n - 2) / Math.max(1 - correlation * correlation, Double.MIN_NORMAL));
        return new RankTrend(n, correlation, 2 * TDistribution.of(n - 2).survivalProbability(t));
    }

    /** The mean rank of each class, from which the mean of all ranks is taken off. */
    static double[] centredRanks(long[] counts, long n) {
        var ranks = new double[counts.length];
        double below = 0;
        for (int i = 0; i < counts.length; i++) {
            ranks[i] = below + (counts[i] + 1) / 2.0 - (n + 1) / 2.0;
            below += counts[i];
        }
        return ranks;
    }

    static double squares(long[] counts, double[] ranks) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * ranks[i] * ranks[i];
        }
        return sum;
    }
}
