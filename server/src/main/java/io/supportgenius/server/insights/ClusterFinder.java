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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the clusters of a selection, once for each selection and importance of dimensions as long as the facts are the same; who asks
 * at the same moment waits for the same answer. A search that nobody waits for any more is given up.
 */
@Component
class ClusterFinder implements AutoCloseable {

    /** The cost is its square: above this the least important dimension is left out, and the answer says so. */
    private static final int MOST_COMBINATIONS = 4000;

    private static final int MOST_KEPT = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService searches = Executors.newCachedThreadPool(ClusterFinder::thread);
    private @Nullable TicketFacts keptFor;
    private final Map<ClusterOrigin, Ask> kept = new HashMap<>();

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "clusters");
        thread.setDaemon(true);
        return thread;
    }

    /** @param selection the tickets of the origin, asked for only when they have to be looked at */
    FoundClusters find(TicketFacts facts, ClusterOrigin origin, Supplier<Selection> selection) {
        Ask ask = known(facts, origin, selection);
        Optional<FoundClusters> found = Optional.empty();
        while (found.isEmpty()) {
            found = await(ask, origin, PATIENCE.dividedBy(4));
        }
        return found.get();
    }

    /** The clusters, or nothing when they are not found within a time; the search goes on for a while, for whoever asks again. */
    Optional<FoundClusters> find(
            TicketFacts facts, ClusterOrigin origin, Supplier<Selection> selection, Duration longest) {
        return await(known(facts, origin, selection), origin, longest);
    }

    private Optional<FoundClusters> await(Ask ask, ClusterOrigin origin, Duration longest) {
        ask.wantedNow();
        try {
            return Optional.of(ask.answer().get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillSearching) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for clusters", e);
        } catch (ExecutionException e) {
            forget(origin, ask);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The clusters could not be found", e.getCause());
        }
    }

    private synchronized Ask known(TicketFacts facts, ClusterOrigin origin, Supplier<Selection> selection) {
        if (keptFor != facts || kept.size() >= MOST_KEPT) {
            keptFor = facts;
            kept.clear();
        }
        Ask known = kept.get(origin);
        if (known == null || known.givenUp()) {
            known = new Ask(searches, new Search(facts, selection, origin));
            kept.put(origin, known);
        }
        return known;
    }

    private synchronized void forget(ClusterOrigin origin, Ask failed) {
        kept.remove(origin, failed);
    }

    @Override
    public void close() {
        searches.shutdownNow();
    }

    /** One search and who waits for it: given up when nobody has asked for it for a while. */
    private static final class Ask {

        private final CompletableFuture<FoundClusters> answer;
        private volatile long wanted = System.nanoTime();

        Ask(ExecutorService searches, Search search) {
            answer = CompletableFuture.supplyAsync(() -> search.run(this::isUnwanted), searches);
        }

        CompletableFuture<FoundClusters> answer() {
            return answer;
        }

        void wantedNow() {
            wanted = System.nanoTime();
        }

        private boolean isUnwanted() {
            return Thread.currentThread().isInterrupted() || System.nanoTime() - wanted > PATIENCE.toNanos();
        }

        boolean givenUp() {
            return answer.isCompletedExceptionally();
        }
    }

    /** One search on its way. */
    private static final class Search {

        private final TicketFacts facts;
        private final Supplier<Selection> tickets;
        private final ClusterOrigin origin;
        private final Map<Integer, Double> importances = new LinkedHashMap<>();
        private final List<String> leftOut = new ArrayList<>();

        Search(TicketFacts facts, Supplier<Selection> tickets, ClusterOrigin origin) {
            this.facts = facts;
            this.tickets = tickets;
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
            origin.importances().positive().forEach((name, importance) -> importances.put(index(name), importance));
            Selection selection = tickets.get();
            AttributeCube cube = cube(selection);
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
        private AttributeCube cube(Selection selection) {
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
