package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.clustering.CategoryClustering;
import io.supportgenius.analytics.clustering.CategoryTable;
import io.supportgenius.analytics.clustering.ClusterFigures;
import io.supportgenius.analytics.clustering.ClusteringMethod;
import io.supportgenius.analytics.clustering.RatedClustering;
import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.AttributeCube;
import io.supportgenius.analytics.summary.AttributeCube.Packing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
            AttributeCube cube = cube(watch);
            long[] keys = cube.keys();
            int[][] combinations = byNames(keys, cube.packing());
            Integer[] order = IntStream.range(0, keys.length)
                    .boxed()
                    .sorted((a, b) -> Arrays.compare(combinations[a], combinations[b]))
                    .toArray(Integer[]::new);
            var table = new CategoryTable(
                    Arrays.stream(order).map(i -> combinations[i]).toArray(int[][]::new),
                    Arrays.stream(order).mapToLong(i -> cube.count(keys[i])).toArray(),
                    List.copyOf(importances.values()));
            List<RatedClustering> rated = Arrays.stream(ClusteringMethod.values())
                    .map(method -> RatedClustering.of(table, method, watch))
                    .toList();
            RatedClustering asked = rated.get(origin.method().ordinal());
            CategoryClustering clustering = asked.clustering();
            var labels = new int[keys.length];
            for (int i = 0; i < order.length; i++) {
                labels[order[i]] = clustering.labels()[i];
            }
            ClusterFigures.ClusterOf clusterOf = (block, row) -> {
                int found = Arrays.binarySearch(keys, cube.packing().key(block, row));
                return found < 0 ? -1 : labels[found];
            };
            List<Integer> counted = counted();
            var figures =
                    new ClusterFigures(clusterOf, clustering.clusters(), facts.index(Dimension.SENTIMENT), counted);
            facts.scan(selection, chunk -> {
                watch.check();
                figures.accept(chunk);
            });
            return new FoundClusters(facts, origin, importances, asked, rated, clusterOf, counted, figures, leftOut);
        }

        /**
         * Combinations with the values that come numbered by their names, because codes tell in which order tickets came, on which no
         * answer may depend, and because there may be many more of them.
         */
        private int[][] byNames(long[] keys, Packing packing) {
            List<Integer> dimensions = List.copyOf(importances.keySet());
            var combinations = new int[keys.length][packing.size()];
            for (int d = 0; d < packing.size(); d++) {
                int place = d;
                Dictionary dictionary = facts.dictionary(dimensions.get(d));
                List<Integer> codes = Arrays.stream(keys)
                        .mapToInt(key -> packing.code(key, place))
                        .distinct()
                        .boxed()
                        .sorted(Comparator.comparing(
                                dictionary::value, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
                Map<Integer, Integer> numbers = new HashMap<>();
                codes.forEach(code -> numbers.put(code, numbers.size()));
                for (int i = 0; i < keys.length; i++) {
                    combinations[i][d] = numbers.getOrDefault(packing.code(keys[i], d), 0);
                }
            }
            return combinations;
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
        private AttributeCube cube(CancelWatch watch) {
            while (true) {
                AttributeCube cube = counted(watch);
                if (cube != null) {
                    return cube;
                }
                int least = importances.entrySet().stream()
                        .min(Map.Entry.<Integer, Double>comparingByValue()
                                .thenComparing(entry ->
                                        -facts.dictionary(entry.getKey()).size()))
                        .orElseThrow()
                        .getKey();
                String name = facts.dimensions().get(least).name();
                if (importances.size() < 2) {
                    throw new InvalidSelectionException(List.of(new InvalidSelectionException.Problem(
                            Importances.PARAMETER,
                            name,
                            "These tickets have more than " + MOST_COMBINATIONS
                                    + " different values of it, too many to compare. Let something else count, or choose"
                                    + " fewer days.")));
                }
                importances.remove(least);
                leftOut.add(name);
            }
        }

        /** The tickets by combination; null where there are too many combinations. */
        private @Nullable AttributeCube counted(CancelWatch watch) {
            Packing packing;
            try {
                packing = Packing.of(facts, List.copyOf(importances.keySet()));
            } catch (IllegalArgumentException tooManyValues) {
                return null;
            }
            var cube = new AttributeCube(packing, MOST_COMBINATIONS);
            facts.scan(selection, chunk -> {
                watch.check();
                cube.accept(chunk);
            });
            return cube.isOver() ? null : cube;
        }
    }
}
