package io.supportgenius.server.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.Findings;
import io.supportgenius.server.insights.FindingsReport;
import io.supportgenius.server.insights.Selections;
import io.supportgenius.server.web.pages.FindingSentences;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands out, as data. */
@RestController
class FindingsApi {

    private final Findings findings;
    private final FindingSentences sentences;
    private final Selections selections;

    FindingsApi(Findings findings, FindingSentences sentences, Selections selections) {
        this.findings = findings;
        this.sentences = sentences;
        this.selections = selections;
    }

    @Operation(
            summary = "What stands out",
            description =
                    "Groups of tickets that are more negative or wait longer than all others, the strongest first, corrected for all comparisons made.")
    @GetMapping("/api/v1/findings")
    Answer findings(@RequestParam MultiValueMap<String, String> parameters) {
        FindingsReport report = findings.answer(selections.read(parameters, Set.of()));
        return new Answer(
                report.selection(),
                report.findings().stream()
                        .map(finding -> new Said(sentences.sentence(finding), finding))
                        .toList(),
                report.more(),
                report.comparisons(),
                report.leftOut(),
                report.reasons());
    }

    /** The report with its findings also in words. */
    record Answer(
            Dashboard.Selected selection,
            List<Said> findings,
            int more,
            long comparisons,
            List<String> leftOut,
            Map<String, String> reasons) {}

    /** A finding in words and numbers. */
    record Said(
            String sentence,
            @JsonUnwrapped @JsonIgnoreProperties("verdict") FindingsReport.Finding finding) {}
}
