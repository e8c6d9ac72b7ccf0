package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.ClusterFigures;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.server.insights.ClusterReport.Distinction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What sets clusters apart from all tickets: values that are more frequent in them, the most telling first. How telling a value is
 * grows with the cluster's tickets that have it and with the logarithm of its lift, as its part of the log-likelihood ratio does.
 */
record Distinctions(TicketFacts facts, List<Integer> counted, ClusterFigures figures, int clusters) {

    private static final int MOST = 8;
    private static final double LEAST_LIFT = 1.1;
    private static final double LEAST_SHARE = 0.1;

    List<Distinction> of(int cluster) {
        var found = new ArrayList<Distinction>();
        long all = 0;
        for (int other = 0; other < clusters; other++) {
            all += figures.tickets(other);
        }
        for (int d = 0; d < counted.size(); d++) {
            for (int code = 0; code < figures.codes(d); code++) {
                long tickets = figures.count(cluster, d, code);
                if (tickets > 0) {
                    found.add(distinction(cluster, d, code, tickets, all));
                }
            }
        }
        return found.stream()
                .filter(one -> one.lift() >= LEAST_LIFT && one.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble((Distinction one) -> -one.share() * Math.log(one.lift()))
                        .thenComparing(one -> one.dimension() + "=" + one.value()))
                .limit(MOST)
                .toList();
    }

    private Distinction distinction(int cluster, int d, int code, long tickets, long all) {
        long everywhere = 0;
        for (int other = 0; other < clusters; other++) {
            everywhere += figures.count(other, d, code);
        }
        int index = counted.get(d);
        double share = (double) tickets / figures.tickets(cluster);
        double shareOfAll = (double) everywhere / all;
        return new Distinction(
                facts.dimensions().get(index).name(),
                facts.dictionary(index).value(code),
                tickets,
                share,
                shareOfAll,
                share / shareOfAll);
    }
}
