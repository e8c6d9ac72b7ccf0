package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.ClusterFigures;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.server.insights.ClusterReport.Distinction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What sets clusters apart from all tickets: values that are more frequent in them, the most telling first. How telling a value is
 * grows with the cluster's tickets that have it and with the logarithm of its lift, as its part of the log-likelihood ratio does.
 */
final class Distinctions {

    private static final int MOST = 8;
    private static final double LEAST_LIFT = 1.1;
    private static final double LEAST_SHARE = 0.1;
    private static final double NORMAL_975 = 1.959964;

    private final TicketFacts facts;
    private final List<Integer> counted;
    private final ClusterFigures figures;
    private final List<Map<Integer, Long>> everywhere;
    private final long all;

    Distinctions(TicketFacts facts, List<Integer> counted, ClusterFigures figures, int clusters) {
        this.facts = facts;
        this.counted = counted;
        this.figures = figures;
        everywhere = Stream.generate(() -> (Map<Integer, Long>) new HashMap<Integer, Long>())
                .limit(counted.size())
                .toList();
        long tickets = 0;
        for (int cluster = 0; cluster < clusters; cluster++) {
            tickets += figures.tickets(cluster);
            for (int d = 0; d < counted.size(); d++) {
                for (int code : figures.codes(cluster, d)) {
                    everywhere.get(d).merge(code, figures.count(cluster, d, code), Long::sum);
                }
            }
        }
        all = tickets;
    }

    List<Distinction> of(int cluster) {
        var found = new ArrayList<Distinction>();
        for (int d = 0; d < counted.size(); d++) {
            for (int code : figures.codes(cluster, d)) {
                found.add(distinction(cluster, d, code));
            }
        }
        return found.stream()
                .filter(one -> one.lift() >= LEAST_LIFT && one.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble((Distinction one) -> -one.share() * Math.log(one.lift()))
                        .thenComparing(one -> one.dimension() + "=" + one.value()))
                .limit(MOST)
                .toList();
    }

    private Distinction distinction(int cluster, int d, int code) {
        int index = counted.get(d);
        long tickets = figures.count(cluster, d, code);
        double share = (double) tickets / figures.tickets(cluster);
        long allTickets = everywhere.get(d).getOrDefault(code, 0L);
        double shareOfAll = (double) allTickets / all;
        double lift = share / shareOfAll;
        double factor = Math.exp(NORMAL_975 * logDeviation(tickets, share, allTickets, shareOfAll));
        return new Distinction(
                facts.dimensions().get(index).name(),
                facts.dictionary(index).value(code),
                tickets,
                share,
                shareOfAll,
                lift,
                lift / factor,
                lift * factor);
    }

    /**
     * Standard deviation of the logarithm of the lift, by the delta method. All tickets include the cluster's, so the two shares go
     * together: their covariance is that of the cluster's own part.
     */
    private static double logDeviation(long tickets, double share, long allTickets, double shareOfAll) {
        double variance = (1 - share) / tickets + (1 - shareOfAll) / allTickets - 2 * (1 - share) / allTickets;
        return Math.sqrt(Math.max(0, variance));
    }
}
