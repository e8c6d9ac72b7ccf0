package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.clustering.CategoryClustering;
import io.supportgenius.analytics.clustering.CategoryTable;
import io.supportgenius.analytics.clustering.ClusterFigures;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.AttributeCube;
import io.supportgenius.analytics.summary.AttributeCube.Packing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Finds the clusters of a selection, once for each selection and importance of dimensions as long as the facts are the same. */
@Component
class ClusterFinder implements AutoCloseable {

    /** The cost is its square: above this the least important dimension is left out, and the answer says so. */
    private static final int MOST_COMBINATIONS = 4000;

    private final KeptAnswers<ClusterOrigin, FoundClusters> answers = new KeptAnswers<>("clusters");

    /** @param selection the tickets of the origin, asked for only when they have to be looked at */
    FoundClusters find(TicketFacts facts, ClusterOrigin origin, Supplier<Selection> selection) {
        return answers.get(facts, origin, () -> new Search(facts, selection.get(), origin)::run);
    }

    /** The clusters, or nothing when they are not found within a time; the search goes on for a while, for whoever asks again. */
    Optional<FoundClusters> find(
            TicketFacts facts, ClusterOrigin origin, Supplier<Selection> selection, Duration longest) {
        return answers.get(facts, origin, () -> new Search(facts, selection.get(), origin)::run, longest);
    }

    @Override
    public void close() {
        answers.close();
    }

    /** One search on its way. */
    private static final class Search {

        private final TicketFacts facts;
        private final Selection selection;
        private final ClusterOrigin origin;
        private final Map<Integer, Double> importances = new LinkedHashMap<>();
        private final List<String> leftOut = new ArrayList<>();

        Search(TicketFacts facts, Selection selection, ClusterOrigin origin) {
            this.facts = facts;
            this.selection = selection;
            origin.importances().positive().forEach((name, importance) -> importances.put(index(name), importance));
            this.origin = origin;
        }

        private int index(String name) {
            int index = facts.index(new Dimension(name));
            if (index < 0) {
                throw new InvalidSelectionException(List.of(new InvalidSelectionException.Problem(
                        Importances.PARAMETER, name, "Tickets cannot be clustered by this name.")));
            }
            return index;
        }

        FoundClusters run(CancelWatch watch) {
            AttributeCube cube = cube();
            long[] keys = cube.keys();
            Packing packing = cube.packing();
            var combinations = new int[keys.length][packing.size()];
            var weights = new long[keys.length];
            for (int i = 0; i < keys.length; i++) {
                for (int d = 0; d < packing.size(); d++) {
                    combinations[i][d] = packing.code(keys[i], d);
                }
                weights[i] = cube.count(keys[i]);
            }
            var table = new CategoryTable(combinations, weights, List.copyOf(importances.values()));
            CategoryClustering clustering = CategoryClustering.of(table, watch);
            Map<Long, Integer> clusterOfKey = new HashMap<>();
            for (int i = 0; i < keys.length; i++) {
                clusterOfKey.put(keys[i], clustering.labels()[i]);
            }
            ClusterFigures.ClusterOf clusterOf = (block, row) -> clusterOfKey.getOrDefault(packing.key(block, row), -1);
            List<Integer> counted = counted();
            var figures = new ClusterFigures(
                    clusterOf,
                    clustering.clusters(),
                    facts.index(Dimension.SENTIMENT),
                    counted,
                    counted.stream().map(d -> facts.dictionary(d).size()).toList());
            facts.scan(selection, figures::accept);
            return new FoundClusters(facts, origin, importances, clustering, clusterOf, counted, figures, leftOut);
        }

        /** The clustered dimensions, and those that every cluster is described by. */
        private List<Integer> counted() {
            var counted = new LinkedHashSet<>(importances.keySet());
            counted.add(facts.index(Dimension.INDUSTRY));
            counted.add(facts.index(Dimension.LOCATION));
            counted.add(facts.index(Dimension.PILOT));
            return List.copyOf(counted);
        }

        /** Leaves out dimensions, the least important first, among equals the one with most values, until the cost is bearable. */
        private AttributeCube cube() {
            while (true) {
                AttributeCube cube = null;
                try {
                    cube = new AttributeCube(Packing.of(facts, List.copyOf(importances.keySet())));
                    facts.scan(selection, cube::accept);
                } catch (IllegalArgumentException tooManyValues) {
                    if (importances.size() < 2) {
                        throw tooManyValues;
                    }
                }
                if (importances.size() < 2 || cube != null && cube.keys().length <= MOST_COMBINATIONS) {
                    return Objects.requireNonNull(cube);
                }
                int least = importances.entrySet().stream()
                        .min(Map.Entry.<Integer, Double>comparingByValue()
                                .thenComparing(entry ->
                                        -facts.dictionary(entry.getKey()).size()))
                        .orElseThrow()
                        .getKey();
                importances.remove(least);
                leftOut.add(facts.dimensions().get(least).name());
            }
        }
    }
}
