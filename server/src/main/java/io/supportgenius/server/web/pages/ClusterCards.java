package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.ClusterReport;
import io.supportgenius.server.insights.ClusterReport.Cluster;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.SentimentFigures;
import io.supportgenius.server.insights.TicketLists;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.pages.ClusterView.Distinction;
import io.supportgenius.server.web.pages.ClusterView.Side;
import io.supportgenius.server.web.pages.ClusterView.Value;
import io.supportgenius.server.web.pages.DashboardView.Choice;
import io.supportgenius.server.web.pages.DashboardView.Fact;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.StackCard.Drawing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards of the customer dashboard. */
@Component
class ClusterCards {

    private static final int BARS = 40;
    private static final int NEWEST = 10;

    /** Hennig's readings of the stability. */
    private static final double STABLE = 0.75;

    private static final double DISSOLVED = 0.5;
    private static final String SENTIMENT = "sentiment";

    private final SentimentCards sentiments;
    private final TicketLists lists;
    private final TicketRows ticketRows;
    private final Wording wording;

    ClusterCards(SentimentCards sentiments, TicketLists lists, TicketRows ticketRows, Wording wording) {
        this.sentiments = sentiments;
        this.lists = lists;
        this.ticketRows = ticketRows;
        this.wording = wording;
    }

    /** @param shares whether bars are cut by shares rather than as long as there are tickets */
    StackCard bars(ClusterReport report, Address here, String evidence, boolean shares) {
        List<StackCard.Row> all = report.clusters().stream()
                .map(cluster -> sentiments.row(
                        cluster.name(),
                        cluster.name(),
                        Collections.singletonList(cluster.name()),
                        cluster.sentiment(),
                        Address.of("/tickets", only(report, cluster))))
                .toList();
        List<StackCard.Row> rows = all.subList(0, Math.min(PanelTable.MOST_ON_SCREEN, all.size()));
        int charted = Math.min(BARS, rows.size());
        return new StackCard(
                "clusterBars",
                wording.text("card.clusterBars.question"),
                summary(report),
                evidence,
                shares ? Drawing.SHARES : Drawing.LENGTHS,
                wording.text("clusters.cluster"),
                rows,
                charted,
                report.clusters().size() <= charted
                        ? null
                        : wording.text(
                                "clusters.rest",
                                wording.number(charted),
                                wording.number(report.clusters().size())),
                rows.isEmpty()
                        ? null
                        : sentiments.table(
                                PanelFiles.clusters("clusterBars", here.without("tab", "bars", "groups")),
                                Column.words(wording.text("clusters.cluster"), wording.text("clusters.cluster")),
                                all,
                                null),
                rows.isEmpty() ? wording.text("card.nothing") : null);
    }

    /** The cluster with the largest negative share, where there is a choice and there are enough tickets to say so. */
    private String summary(ClusterReport report) {
        return report.clusters().stream()
                .filter(cluster -> cluster.sentiment().scored() >= SentimentCards.FEW)
                .max((a, b) -> Double.compare(negativeShare(a), negativeShare(b)))
                .filter(cluster -> report.clusters().size() > 1)
                .map(cluster -> wording.text("sentiment.most", cluster.name(), sentiments.share(cluster.sentiment())))
                .orElse("");
    }

    private static double negativeShare(Cluster cluster) {
        return (double) cluster.sentiment().negative() / cluster.sentiment().scored();
    }

    /** How the clusters were found. */
    List<Fact> method(ClusterReport report) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                wording.text("clusters.method.dimensions"),
                report.dimensions().entrySet().stream()
                        .map(entry -> wording.text(
                                "clusters.method.dimension",
                                wording.dimension(entry.getKey()),
                                wording.decimal(entry.getValue(), 4)))
                        .collect(Collectors.joining(", "))));
        number(facts, "bandwidth", report.bandwidth());
        number(facts, "quantile", report.quantile());
        number(facts, "silhouette", report.silhouette());
        number(facts, "shuffledSilhouette", report.shuffledSilhouette());
        return facts;
    }

    /** How clusters can be found, with what each method finds. */
    List<Choice> methods(ClusterReport report) {
        return report.methods().stream()
                .map(method -> new Choice(
                        method.name(),
                        wording.text(
                                "clusters.methods.choice",
                                wording.text("clusters.methods." + method.name()),
                                method.clusters()),
                        method.name().equals(report.method())))
                .toList();
    }

    /** How surely a cluster comes again, in words. */
    private String stability(@Nullable Double stability) {
        if (stability == null) {
            return wording.text("clusters.stability.unknown");
        }
        String kind = stability >= STABLE ? "stable" : stability >= DISSOLVED ? "doubtful" : "dissolves";
        return wording.text("clusters.stability." + kind, wording.decimal(stability, 2));
    }

    private void number(List<Fact> facts, String name, @Nullable Double value) {
        facts.add(new Fact(
                wording.text("clusters.method." + name),
                value == null ? wording.text("value.none") : wording.decimal(value, 3)));
    }

    ClusterView cluster(ClusterReport report, int number) {
        Cluster cluster = report.clusters().get(number);
        TicketSelection tickets = only(report, cluster);
        Address list = Address.of("/tickets", tickets);
        SentimentFigures moods = cluster.sentiment();
        return new ClusterView(
                number,
                cluster.name(),
                wording.text(
                        "clusters.size",
                        wording.number(cluster.tickets()),
                        wording.tickets(report.n()),
                        wording.share(cluster.tickets(), report.n())),
                moods.scored() == 0
                        ? sentiments.note(moods)
                        : wording.text("clusters.mood", sentiments.share(moods), sentiments.note(moods)),
                stability(cluster.stability()),
                list.toString(),
                wording.tickets(cluster.tickets()),
                list.at("/dashboard").toString(),
                sides(cluster, list),
                cluster.distinctive().stream()
                        .map(one -> distinction(one, list))
                        .toList(),
                ticketRows.rows(lists.page(tickets, "-created", NEWEST, null).tickets()));
    }

    private static TicketSelection only(ClusterReport report, Cluster cluster) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put(SelectionParser.CLUSTER, List.of(cluster.name()));
        if (!report.clustersOf().isEmpty()) {
            filters.put(SelectionParser.CLUSTERS_OF, List.of(report.clustersOf()));
        }
        return new TicketSelection(null, null, filters, null);
    }

    private List<Side> sides(Cluster cluster, Address list) {
        Address negative = list.with(SENTIMENT, "negative");
        Address positive = list.with(SENTIMENT, "positive");
        return List.of(
                new Side(
                        "tickets",
                        tickets(cluster.sentiment().negative(), negative),
                        tickets(cluster.sentiment().positive(), positive)),
                new Side(
                        "certainty",
                        share(cluster.meanShareNegativeOfNegatives(), negative, "negative"),
                        share(cluster.meanSharePositiveOfPositives(), positive, "positive")),
                new Side(
                        "industry",
                        top("industry", cluster.topIndustryOfNegatives(), negative),
                        top("industry", cluster.topIndustryOfPositives(), positive)),
                new Side(
                        "location",
                        top("location", cluster.topLocationOfNegatives(), negative),
                        top("location", cluster.topLocationOfPositives(), positive)),
                new Side(
                        "pilots",
                        share(cluster.pilotShareOfNegatives(), negative.with("pilot", "true"), "pilots"),
                        share(cluster.pilotShareOfPositives(), positive.with("pilot", "true"), "pilots")));
    }

    private Value tickets(long count, Address there) {
        return new Value(wording.number(count), count == 0 ? null : there.toString(), null);
    }

    private Value top(String dimension, @Nullable String value, Address there) {
        return value == null
                ? none(dimension)
                : new Value(value, there.with(dimension, value).toString(), null);
    }

    private Value share(@Nullable Double share, Address there, String name) {
        if (share == null) {
            return none(name);
        }
        return new Value(
                wording.text("share", wording.decimal(100 * share, 1)), share == 0 ? null : there.toString(), null);
    }

    private Value none(String name) {
        return new Value(wording.text("value.none"), null, wording.text("clusters.none." + name));
    }

    private Distinction distinction(ClusterReport.Distinction one, Address list) {
        String value = one.value();
        return new Distinction(
                wording.dimension(one.dimension()),
                wording.value(one.dimension(), value),
                wording.number(one.tickets()),
                list.with(one.dimension(), value == null ? "" : value).toString(),
                wording.text("share", wording.decimal(100 * one.share(), 1)),
                percent(one.share()),
                wording.text("share", wording.decimal(100 * one.shareOfAll(), 1)),
                percent(one.shareOfAll()),
                wording.text("clusters.lift", wording.mean(one.lift())),
                wording.text("clusters.lift.interval", wording.mean(one.liftLow()), wording.mean(one.liftHigh())));
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}
