package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.ClusterReport;
import io.supportgenius.server.insights.ClusterReport.Cluster;
import io.supportgenius.server.insights.ClusterReport.Distinction;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the box of the customer dashboard explains, of all clusters at once, as tables for files. */
@Component
class ClusterTables {

    private static final List<String> MOODS = List.of("value.sentiment.negative", "value.sentiment.positive");

    private final Wording wording;

    ClusterTables(Wording wording) {
        this.wording = wording;
    }

    /** A row for each cluster: what is known of its negative and of its positive tickets. */
    PanelTable sides(ClusterReport report, Address here) {
        Stream<String> figures = Stream.of("tickets", "certainty", "industry", "location", "pilots")
                .flatMap(side -> MOODS.stream()
                        .map(mood ->
                                wording.text("file.side", wording.text("clusters.side." + side), wording.text(mood))));
        List<Column> columns = Stream.concat(Stream.of(wording.text("clusters.cluster")), figures)
                .map(head -> Column.words(head, head))
                .toList();
        return new PanelTable(
                PanelFiles.clusters("sides", here),
                columns,
                report.clusters().stream().map(ClusterTables::sides).toList(),
                null);
    }

    private static Row sides(Cluster cluster) {
        return row(
                cluster.name(),
                cluster.sentiment().negative(),
                cluster.sentiment().positive(),
                cluster.meanShareNegativeOfNegatives(),
                cluster.meanSharePositiveOfPositives(),
                cluster.topIndustryOfNegatives(),
                cluster.topIndustryOfPositives(),
                cluster.topLocationOfNegatives(),
                cluster.topLocationOfPositives(),
                cluster.pilotShareOfNegatives(),
                cluster.pilotShareOfPositives());
    }

    /** A row for each value that sets a cluster apart. */
    PanelTable distinctive(ClusterReport report, Address here) {
        List<Column> columns = Stream.of(
                        "clusters.cluster",
                        "file.dimension",
                        "counts.value",
                        "counts.tickets",
                        "file.share",
                        "file.shareOfAll",
                        "clusters.lift.head",
                        "file.liftLow",
                        "file.liftHigh")
                .map(key -> Column.words(wording.text(key), wording.text(key)))
                .toList();
        List<Row> rows = report.clusters().stream()
                .flatMap(cluster -> cluster.distinctive().stream().map(one -> distinction(cluster, one)))
                .toList();
        return new PanelTable(PanelFiles.clusters("distinctive", here), columns, rows, null);
    }

    private Row distinction(Cluster cluster, Distinction one) {
        return row(
                cluster.name(),
                wording.dimension(one.dimension()),
                one.value(),
                one.tickets(),
                one.share(),
                one.shareOfAll(),
                one.lift(),
                one.liftLow(),
                one.liftHigh());
    }

    private static Row row(@Nullable Object... values) {
        return Row.of(Stream.of(values).map(value -> Cell.of("", value)).toList());
    }
}
