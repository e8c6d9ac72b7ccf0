package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CategoryClustering;
import io.supportgenius.analytics.clustering.ClusterFigures;
import io.supportgenius.analytics.clustering.ClusterFigures.ClusterOf;
import io.supportgenius.analytics.clustering.ClusteringMethod;
import io.supportgenius.analytics.clustering.RatedClustering;
import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.RowCondition;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.server.insights.ClusterReport.Cluster;
import io.supportgenius.server.insights.ClusterReport.Distinction;
import io.supportgenius.server.insights.ClusterReport.Method;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Clusters of a selection with their names and figures. Immutable. */
final class FoundClusters {

    private final TicketFacts facts;
    private final ClusterOrigin origin;
    private final Map<Integer, Double> importances;
    private final CategoryClustering clustering;
    private final RatedClustering asked;
    private final List<RatedClustering> rated;
    private final ClusterOf clusterOf;
    private final List<Integer> counted;
    private final ClusterFigures figures;
    private final List<String> leftOut;
    private final List<List<Distinction>> distinctions;
    private final List<String> names;

    FoundClusters(
            TicketFacts facts,
            ClusterOrigin origin,
            Map<Integer, Double> importances,
            RatedClustering asked,
            List<RatedClustering> rated,
            ClusterOf clusterOf,
            List<Integer> counted,
            ClusterFigures figures,
            List<String> leftOut) {
        this.facts = facts;
        this.origin = origin;
        this.importances = importances;
        this.asked = asked;
        this.rated = List.copyOf(rated);
        clustering = asked.clustering();
        this.clusterOf = clusterOf;
        this.counted = counted;
        this.figures = figures;
        this.leftOut = List.copyOf(leftOut);
        var distinctive = new Distinctions(facts, counted, figures, clustering.clusters());
        this.distinctions = IntStream.range(0, clustering.clusters())
                .mapToObj(distinctive::of)
                .toList();
        this.names = ClusterNames.of(distinctions);
    }

    /** Only tickets of some clusters, by their names; empty if there is no cluster of one of them. */
    Optional<RowCondition> named(List<String> wanted) {
        var found = new BitSet();
        for (String name : wanted) {
            int cluster = names.indexOf(name);
            if (cluster < 0) {
                return Optional.empty();
            }
            found.set(cluster);
        }
        return Optional.of(new InClusters(clusterOf, found));
    }

    ClusterReport report() {
        var clusters = new ArrayList<Cluster>();
        long n = 0;
        for (int cluster = 0; cluster < clustering.clusters(); cluster++) {
            clusters.add(cluster(cluster));
            n += figures.tickets(cluster);
        }
        Map<String, Double> dimensions = new LinkedHashMap<>();
        importances.forEach((index, importance) ->
                dimensions.put(facts.dimensions().get(index).name(), importance));
        boolean any = n > 0;
        return new ClusterReport(
                n,
                clusters,
                any ? number(clustering.bandwidth()) : null,
                any ? number(clustering.quantile()) : null,
                number(clustering.silhouette()),
                number(clustering.shuffledSilhouette()),
                dimensions,
                leftOut,
                clustering.structure(),
                verdict(n),
                origin.query(),
                clustering.method().key(),
                preferred(any),
                any ? rated.stream().map(FoundClusters::method).toList() : List.of(),
                any ? preference() : null);
    }

    private static Method method(RatedClustering one) {
        return new Method(
                one.clustering().method().key(),
                one.clustering().clusters(),
                number(one.clustering().silhouette()),
                number(one.stability()),
                one.clustering().structure());
    }

    private @Nullable String preferred(boolean any) {
        CategoryClustering best = RatedClustering.preferred(rated).clustering();
        return any && best.structure() ? best.method().key() : null;
    }

    /** Which method the data prefer, and why. */
    private String preference() {
        RatedClustering best = RatedClustering.preferred(rated);
        RatedClustering other =
                rated.stream().filter(one -> one != best).findFirst().orElse(best);
        String name = best.clustering().method() == ClusteringMethod.MEANSHIFT ? "mean shift" : "average linkage";
        if (!best.clustering().structure()) {
            return "The data prefer neither method: neither finds clusters that are more distinct than chance would make them.";
        }
        if (!other.clustering().structure()) {
            return "The data prefer " + name + ": its clusters alone are more distinct than chance would make them.";
        }
        if (best.clustering().clusters() < 2 && other.clustering().clusters() < 2) {
            return "Both methods find one cluster.";
        }
        if (best.clusteringIsClearlyBetterThan(other)) {
            return "The data prefer " + name + ": its clusters lie more clearly apart (silhouette "
                    + decimal(best.clustering().silhouette()) + " against "
                    + decimal(other.clustering().silhouette()) + ").";
        }
        return "The data prefer " + name + ": both lie about equally apart, and its clusters come again more surely"
                + " among other tickets (stability " + decimal(best.stability()) + " against "
                + decimal(other.stability()) + ").";
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.UK, "%.2f", value);
    }

    private String verdict(long n) {
        if (n == 0) {
            return "There is no ticket in the selection.";
        }
        if (clustering.structure()) {
            return "Structure found: the tickets fall into " + clustering.clusters()
                    + " clusters that are clearly more distinct than chance would make them.";
        }
        if (clustering.clusters() == 1) {
            return "No structure found: no group of tickets stands apart from the others.";
        }
        return Double.isNaN(clustering.shuffledSilhouette())
                ? "No structure found: the clusters lie so close together that they can hardly be told apart."
                : "No structure found: the clusters are hardly more distinct than those of tickets dealt at random.";
    }

    private Cluster cluster(int cluster) {
        return new Cluster(
                names.get(cluster),
                figures.tickets(cluster),
                SentimentFigures.of(figures.sentiments(cluster)),
                number(figures.meanCertainty(cluster, Sentiment.NEGATIVE)),
                number(figures.meanCertainty(cluster, Sentiment.POSITIVE)),
                top(cluster, Dimension.INDUSTRY, Sentiment.NEGATIVE),
                top(cluster, Dimension.INDUSTRY, Sentiment.POSITIVE),
                top(cluster, Dimension.LOCATION, Sentiment.NEGATIVE),
                top(cluster, Dimension.LOCATION, Sentiment.POSITIVE),
                pilots(cluster, Sentiment.NEGATIVE),
                pilots(cluster, Sentiment.POSITIVE),
                number(asked.stabilities()[cluster]),
                distinctions.get(cluster));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** The most frequent known value, among equals the first in alphabetical order. */
    private @Nullable String top(int cluster, Dimension dimension, Sentiment sentiment) {
        int index = facts.index(dimension);
        int d = counted.indexOf(index);
        String top = null;
        long most = 0;
        for (int code : figures.codes(cluster, d)) {
            long count = figures.count(cluster, d, code, sentiment);
            String value = facts.dictionary(index).value(code);
            if (value == null) {
                continue;
            }
            if (count > most || count == most && top != null && count > 0 && value.compareTo(top) < 0) {
                most = count;
                top = value;
            }
        }
        return top;
    }

    private @Nullable Double pilots(int cluster, Sentiment sentiment) {
        int index = facts.index(Dimension.PILOT);
        int d = counted.indexOf(index);
        long known = 0;
        long pilots = 0;
        Dictionary values = facts.dictionary(index);
        for (int code : figures.codes(cluster, d)) {
            long count = figures.count(cluster, d, code, sentiment);
            known += values.value(code) == null ? 0 : count;
            pilots += "true".equals(values.value(code)) ? count : 0;
        }
        return known == 0 ? null : (double) pilots / known;
    }

    /** Equal only to itself, which is enough: the clusters of a selection are found once. */
    private record InClusters(ClusterOf clusterOf, BitSet clusters) implements RowCondition {

        @Override
        public boolean holds(FactsBlock block, int row) {
            int cluster = clusterOf.cluster(block, row);
            return cluster >= 0 && clusters.get(cluster);
        }
    }
}
