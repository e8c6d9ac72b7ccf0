package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.FoldRule;
import io.supportgenius.server.importing.ImportProgress;
import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.Reconciled;
import io.supportgenius.server.importing.RowCounts;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.store.TimeProblems;
import io.supportgenius.server.web.pages.TicketListView.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words for what became of files. */
@Component
class ImportViews {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final int REJECTS_ON_PAGE = 100;

    private final Wording wording;
    private final PageWords pageWords;
    private final Freshness freshness;

    ImportViews(Wording wording, PageWords pageWords, Freshness freshness) {
        this.wording = wording;
        this.pageWords = pageWords;
        this.freshness = freshness;
    }

    /** @param started when it was asked for; null where that is not known */
    ImportsView.Row row(ImportReport report, @Nullable Instant started) {
        RowCounts counts = report.counts();
        boolean done = done(report);
        return new ImportsView.Row(
                ImportRunController.PATH + "/" + report.id(),
                report.file(),
                report.source(),
                started == null
                        ? wording.text("value.none")
                        : wording.time(started, freshness.state().zone()),
                report.dryRun() ? wording.text("import.dryRun") : "",
                wording.text("import.state." + report.state().apiName()),
                report.state().apiName(),
                number(done, counts.rows()),
                number(done, counts.created()),
                number(done, counts.updated()),
                number(done, counts.unchanged()),
                number(done, counts.rejected()),
                lasted(report.seconds()));
    }

    private static boolean done(ImportReport report) {
        return report.state() == ImportState.DONE || report.state() == ImportState.UNDONE;
    }

    private String number(boolean known, long value) {
        return known ? wording.number(value) : wording.text("value.none");
    }

    private String lasted(double seconds) {
        return seconds < 60
                ? wording.text("import.seconds", wording.decimal(seconds, seconds < 10 ? 1 : 0))
                : wording.hours(seconds / SECONDS_PER_HOUR);
    }

    /** @param again where the same file can be read anew; null where it does not wait any more */
    ImportRunView run(ImportReport report, @Nullable String again) {
        String state = report.state().apiName();
        return new ImportRunView(
                report.id(),
                report.file(),
                report.source(),
                state,
                wording.text("import.state." + state),
                report.message() == null ? null : pageWords.of(report.message()),
                report.dryRun(),
                done(report) ? counts(report.counts()) : List.of(),
                wording.number(report.counts().created()),
                wording.number(report.counts().updated()),
                wording.text(
                        "import.rejects.title",
                        report.counts().rejected(),
                        wording.number(report.counts().rejected())),
                report.rejects().stream()
                        .limit(REJECTS_ON_PAGE)
                        .map(reject -> new ImportRunView.Rejected(
                                wording.number(reject.line()),
                                reject.column(),
                                reject.value(),
                                pageWords.of(reject.reason())))
                        .toList(),
                report.counts().rejected() > REJECTS_ON_PAGE
                        ? wording.text("import.rejects.first", wording.number(REJECTS_ON_PAGE))
                        : null,
                report.warnings().stream().map(pageWords::of).toList(),
                report.mapping().entrySet().stream()
                        .map(entry -> new ImportRunView.Mapped(
                                wording.text("import.field." + entry.getKey()), entry.getValue()))
                        .toList(),
                report.attributes(),
                report.events() == null ? List.of() : events(report.events()),
                report.events() == null ? List.of() : words(report.events()),
                done(report) ? quality(report.quality()) : List.of(),
                report.reconciliation().stream().map(this::compared).toList(),
                lasted(report.seconds()),
                progress(report),
                again);
    }

    private List<String> events(FoldRule rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.text(
                "import.events.folded", wording.number(rule.events()), wording.number(rule.tickets()), rule.time()));
        if (rule.activity() != null) {
            sentences.add(wording.text("import.events.activity", rule.activity()));
        }
        if (rule.state() != null) {
            sentences.add(wording.text("import.events.state", rule.state()));
        }
        sentences.add(
                wording.text("import.events.touches." + rule.touches(), rule.actor() == null ? "" : rule.actor()));
        return sentences;
    }

    /** Those that mean something, and next to them how many rows say so. */
    private List<ImportRunView.Mapped> words(FoldRule rule) {
        return rule.words().stream()
                .filter(word -> !word.meaning().equals("none"))
                .map(word -> new ImportRunView.Mapped(
                        wording.text("import.meaning." + word.meaning()),
                        wording.text("import.events.word", word.word(), word.rows(), wording.number(word.rows()))))
                .toList();
    }

    private List<ImportRunView.Finding> quality(TimeProblems problems) {
        List<ImportRunView.Finding> findings = new ArrayList<>();
        finding(findings, "createdMissing", problems.createdMissing());
        finding(findings, "firstReplyBeforeCreated", problems.firstReplyBeforeCreated());
        finding(findings, "resolutionBeforeCreated", problems.resolutionBeforeCreated());
        finding(findings, "resolutionBeforeFirstReply", problems.resolutionBeforeFirstReply());
        finding(findings, "inFuture", problems.inFuture());
        return findings;
    }

    private void finding(List<ImportRunView.Finding> findings, String name, long count) {
        if (count > 0) {
            findings.add(new ImportRunView.Finding(
                    wording.text("quality." + name, count, wording.number(count)),
                    "/tickets?" + SelectionParser.TIME_PROBLEM + "=" + name));
        }
    }

    private ImportRunView.Compared compared(Reconciled one) {
        Double median = one.medianDifferenceHours();
        return new ImportRunView.Compared(
                wording.text("import.reconciliation." + one.metric()),
                one.column(),
                wording.number(one.n()),
                wording.number(one.equal()),
                wording.number(one.different()),
                median == null ? wording.text("value.none") : wording.hours(median),
                one.examples().stream()
                        .map(example -> new Link(
                                wording.text(
                                        "import.reconciliation.example",
                                        example.externalId(),
                                        wording.hours(example.sourceHours()),
                                        wording.hours(example.oursHours())),
                                example.id() == null ? null : "/tickets/" + example.id()))
                        .toList());
    }

    private List<ImportRunView.Count> counts(RowCounts counts) {
        var list = new ArrayList<ImportRunView.Count>();
        count(list, "rows", counts.rows(), true);
        count(list, "created", counts.created(), true);
        count(list, "updated", counts.updated(), true);
        count(list, "unchanged", counts.unchanged(), true);
        count(list, "folded", counts.folded(), false);
        count(list, "duplicates", counts.duplicates(), false);
        count(list, "rejected", counts.rejected(), true);
        return list;
    }

    private void count(List<ImportRunView.Count> list, String name, long value, boolean always) {
        if (always || value > 0) {
            list.add(new ImportRunView.Count(wording.text("import.count." + name), wording.number(value)));
        }
    }

    private ImportRunView.@Nullable Progress progress(ImportReport report) {
        ImportProgress progress = report.progress();
        if (progress == null || report.state() != ImportState.RUNNING) {
            return null;
        }
        long expected = progress.rowsExpected();
        boolean known = expected > 0 && progress.rowsPerSecond() > 0;
        String stage = progress.stage().replace(' ', '-');
        return new ImportRunView.Progress(
                wording.text("import.stage." + stage),
                expected > 0
                        ? wording.text(
                                "import.run.rows.of", wording.number(progress.rowsRead()), wording.number(expected))
                        : wording.text("import.run.rows", progress.rowsRead(), wording.number(progress.rowsRead())),
                progress.rowsPerSecond() > 0
                        ? wording.text(
                                "import.run.rate", progress.rowsPerSecond(), wording.number(progress.rowsPerSecond()))
                        : null,
                known ? lasted(Math.max(0, expected - progress.rowsRead()) / (double) progress.rowsPerSecond()) : null,
                known ? (int) Math.min(99, 100 * progress.rowsRead() / expected) : null);
    }
}
