package io.supportgenius.analytics.clustering;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.summary.SentimentCounts;
import io.supportgenius.analytics.summary.Summary;
import io.supportgenius.analytics.text.Sentiment;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tickets of each cluster by sentiment and by the values of some dimensions, also of ones that were not clustered by. Tickets of no
 * cluster are not counted.
 */
public final class ClusterFigures implements Summary<ClusterFigures> {

    private static final int KINDS = 1 + Sentiment.values().length;

    private final ClusterOf clusterOf;
    private final int sentiment;
    private final int[] dimensions;

    /** For each cluster and dimension the codes that come, each with its tickets by sentiment. */
    private final List<List<Map<Integer, long[]>>> counts;

    private final long[][] certainties;
    private final List<SentimentCounts> sentiments;

    /**
     * @param sentiment index of the sentiment dimension in the facts
     * @param dimensions indices of those to count by
     */
    public ClusterFigures(ClusterOf clusterOf, int clusters, int sentiment, List<Integer> dimensions) {
        this.clusterOf = clusterOf;
        this.sentiment = sentiment;
        this.dimensions = dimensions.stream().mapToInt(Integer::intValue).toArray();
        this.certainties = new long[clusters][KINDS];
        this.sentiments = Stream.generate(SentimentCounts::new).limit(clusters).toList();
        this.counts = Stream.generate(() -> Stream.generate(() -> (Map<Integer, long[]>) new HashMap<Integer, long[]>())
                        .limit(dimensions.size())
                        .toList())
                .limit(clusters)
                .toList();
    }

    @Override
    public void accept(Chunk chunk) {
        FactsBlock block = chunk.block();
        for (int i = 0; i < chunk.size(); i++) {
            int row = chunk.row(i);
            int cluster = clusterOf.cluster(block, row);
            if (cluster >= 0) {
                int kind = block.code(sentiment, row);
                sentiments.get(cluster).accept(kind);
                if (kind > 0) {
                    certainties[cluster][kind] += block.certainty(row);
                }
                for (int d = 0; d < dimensions.length; d++) {
                    byKind(cluster, d, block.code(dimensions[d], row))[kind]++;
                }
            }
        }
    }

    @Override
    public ClusterFigures identity() {
        return new ClusterFigures(
                clusterOf,
                certainties.length,
                sentiment,
                Arrays.stream(dimensions).boxed().toList());
    }

    @Override
    public void combine(ClusterFigures other) {
        for (int cluster = 0; cluster < certainties.length; cluster++) {
            sentiments.get(cluster).combine(other.sentiments.get(cluster));
            add(certainties[cluster], other.certainties[cluster]);
            for (int d = 0; d < dimensions.length; d++) {
                int into = cluster;
                int dimension = d;
                other.counts.get(cluster).get(d).forEach((code, kinds) -> add(byKind(into, dimension, code), kinds));
            }
        }
    }

    private long[] byKind(int cluster, int d, int code) {
        return counts.get(cluster).get(d).computeIfAbsent(code, unused -> new long[KINDS]);
    }

    private static void add(long[] sums, long[] others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
    }

    /** The tickets of a cluster by sentiment. */
    public SentimentCounts sentiments(int cluster) {
        return sentiments.get(cluster);
    }

    /** All tickets of a cluster. */
    public long tickets(int cluster) {
        return sentiments.get(cluster).tickets();
    }

    /** Mean certainty of a cluster's tickets with a sentiment, 0 to 1; NaN when there are none. */
    public double meanCertainty(int cluster, Sentiment kind) {
        return certainties[cluster][1 + kind.ordinal()]
                / 10_000.0
                / sentiments.get(cluster).count(kind);
    }

    /**
     * The codes that tickets of a cluster have, the missing one included.
     *
     * @param d place of the dimension among those counted by
     */
    public Set<Integer> codes(int cluster, int d) {
        return Collections.unmodifiableSet(counts.get(cluster).get(d).keySet());
    }

    /** Tickets of a cluster with a value. */
    public long count(int cluster, int d, int code) {
        return Arrays.stream(kinds(cluster, d, code)).sum();
    }

    /** Tickets of a cluster with a value and a sentiment. */
    public long count(int cluster, int d, int code, Sentiment kind) {
        return kinds(cluster, d, code)[1 + kind.ordinal()];
    }

    private long[] kinds(int cluster, int d, int code) {
        return counts.get(cluster).get(d).getOrDefault(code, new long[KINDS]);
    }

    /** Which cluster a row belongs to. */
    @FunctionalInterface
    public interface ClusterOf {

        /** Its number, or -1 for none. */
        int cluster(FactsBlock block, int row);
    }
}
