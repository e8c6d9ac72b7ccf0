package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.FindingsReport;
import io.supportgenius.server.insights.FindingsReport.Finding;
import io.supportgenius.server.web.pages.FindingsView.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The card of what stands out. */
@Component
class FindingCards {

    private final Wording wording;
    private final FindingSentences sentences;

    FindingCards(Wording wording, FindingSentences sentences) {
        this.wording = wording;
        this.sentences = sentences;
    }

    /**
     * @param tickets the list of the selection's tickets
     * @param here the page
     */
    FindingsView card(FindingsReport report, Address tickets, Address here) {
        List<Row> rows =
                report.findings().stream().map(finding -> row(finding, tickets)).toList();
        return new FindingsView(
                rows,
                verdict(report),
                wording.text(
                        "findings.evidence",
                        report.comparisons(),
                        wording.number(report.comparisons()),
                        wording.tickets(report.selection().tickets())),
                report.more() == 0 ? null : wording.text("findings.more", report.more()),
                notes(report),
                PanelFiles.overview("findings", here));
    }

    private String verdict(FindingsReport report) {
        if (!report.findings().isEmpty()) {
            return wording.text("findings.some", report.findings().size());
        }
        return report.comparisons() == 0
                ? wording.text(
                        "findings.few", wording.tickets(report.selection().tickets()))
                : wording.text("findings.none", wording.number(report.comparisons()));
    }

    private List<String> notes(FindingsReport report) {
        var notes = new ArrayList<String>();
        if (report.comparisons() > 0) {
            report.reasons().forEach((measure, why) -> notes.add(wording.text("findings.note", name(measure), why)));
        }
        if (!report.leftOut().isEmpty()) {
            String names = String.join(
                    ", ",
                    report.leftOut().stream().map(wording::dimensionInside).toList());
            notes.add(wording.text("findings.leftOut", names));
        }
        return notes;
    }

    private String name(String measure) {
        return wording.text("finding.name." + measure);
    }

    private Row row(Finding finding, Address tickets) {
        Address there = tickets;
        for (Map.Entry<String, List<String>> filter : finding.segment().entrySet()) {
            there = there.with(filter.getKey(), filter.getValue());
        }
        return new Row(
                finding.measure(),
                name(finding.measure()),
                isMore(finding),
                sentences.sentence(finding),
                sentences.evidence(finding),
                finding.n(),
                there.toString());
    }

    private static boolean isMore(Finding finding) {
        Double difference = finding.difference();
        Double ratio = finding.ratio();
        Double slope = finding.slope();
        return difference != null && difference > 0 || ratio != null && ratio > 1 || slope != null && slope > 0;
    }
}
