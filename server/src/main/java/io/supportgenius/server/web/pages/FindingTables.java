package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.FindingsReport;
import io.supportgenius.server.insights.FindingsReport.Finding;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import io.supportgenius.server.web.pages.PanelTable.Row;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands out as a table for a file: the sentences of the page, and the numbers behind them. */
@Component
class FindingTables {

    private final FindingSentences sentences;
    private final Wording wording;

    FindingTables(FindingSentences sentences, Wording wording) {
        this.sentences = sentences;
        this.wording = wording;
    }

    PanelTable table(FindingsReport report, Address here) {
        List<Column> columns = Stream.of(
                        "file.finding",
                        "file.finding.kind",
                        "file.finding.n",
                        "file.finding.rest",
                        "file.finding.value",
                        "file.finding.restValue",
                        "file.finding.effect",
                        "file.finding.effect.unit",
                        "file.interval.low",
                        "file.interval.high",
                        "file.finding.p")
                .map(key -> Column.words(wording.text(key), wording.text(key)))
                .toList();
        return new PanelTable(
                PanelFiles.overview("findings", here),
                columns,
                report.findings().stream().map(this::row).toList(),
                null);
    }

    private Row row(Finding finding) {
        Number effect = finding.difference() != null
                ? finding.difference()
                : finding.ratio() != null ? finding.ratio() : finding.slope();
        String unit = finding.difference() != null ? "difference" : finding.ratio() != null ? "ratio" : "slope";
        return Row.of(Stream.of(
                        sentences.sentence(finding),
                        wording.text("finding.name." + finding.measure()),
                        finding.n(),
                        finding.nRest(),
                        finding.value(),
                        finding.restValue(),
                        effect,
                        wording.text("file.finding.unit." + unit),
                        finding.low(),
                        finding.high(),
                        finding.adjustedP())
                .map(value -> Cell.of("", value))
                .toList());
    }
}
