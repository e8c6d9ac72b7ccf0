package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.DateOrder;
import io.supportgenius.server.importing.EntryNeededException;
import io.supportgenius.server.importing.FilePreview;
import io.supportgenius.server.importing.FilePreview.Evidence;
import io.supportgenius.server.importing.FilePreview.Use;
import io.supportgenius.server.importing.FilePreviews;
import io.supportgenius.server.importing.FileReading;
import io.supportgenius.server.importing.FoldRule;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.Reject;
import io.supportgenius.server.importing.WaitingFiles.WaitingFile;
import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words for how a file would be read. */
@Component
class ImportFileViews {

    private static final double ALL = 0.995;
    private static final int WORDS = 50;
    private static final List<String> MEANINGS = List.of("none", "reply", "firstReply", "solved", "closed", "reopened");
    private static final double SECONDS_PER_HOUR = 3600;

    private final Wording wording;
    private final PageWords pageWords;

    ImportFileViews(Wording wording, PageWords pageWords) {
        this.wording = wording;
        this.pageWords = pageWords;
    }

    ImportFileView of(WaitingFile file, FilePreview preview, ReadingWishes wishes, @Nullable String problem) {
        DateOrder order = wishes.dateOrder();
        ZoneId zone = wishes.zone();
        return new ImportFileView(
                file.id().toString(),
                file.name(),
                null,
                List.of(),
                problem,
                facts(preview),
                entry(preview.form(), wishes),
                encoding(preview.form(), wishes),
                FilePreviews.fields().stream()
                        .map(name -> new ImportFileView.Field(name, wording.text("import.field." + name)))
                        .toList(),
                columns(preview),
                preview.warnings().stream().map(pageWords::of).toList(),
                wishes.remembered(),
                preview.events() == null ? null : events(preview.events()),
                wishes.fold().flag(),
                preview.question() == null ? null : pageWords.of(preview.question()),
                order == null ? "" : order.flag(),
                zone == null ? "" : zone.getId(),
                wishes.source().equals(ImportRequest.DEFAULT_SOURCE) ? "" : wishes.source(),
                preview.tickets().stream().map(row -> row(row, preview.zone())).toList());
    }

    private ImportFileView.Events events(FoldRule rule) {
        List<String> facts = new ArrayList<>();
        facts.add(wording.text("import.events.time", rule.time()));
        if (rule.activity() != null) {
            facts.add(wording.text("import.events.activity", rule.activity()));
        }
        if (rule.state() != null) {
            facts.add(wording.text("import.events.state", rule.state()));
        }
        facts.add(wording.text("import.events.touches." + rule.touches(), rule.actor() == null ? "" : rule.actor()));
        int more = rule.words().size() - WORDS;
        return new ImportFileView.Events(
                facts,
                MEANINGS.stream()
                        .map(name -> new ImportFileView.Field(name, wording.text("import.meaning." + name)))
                        .toList(),
                rule.words().stream()
                        .limit(WORDS)
                        .map(word -> new ImportFileView.Word(
                                ReadingWishes.parameter(word.word()),
                                word.word(),
                                wording.number(word.rows()),
                                word.meaning()))
                        .toList(),
                more > 0 ? wording.text("import.events.more", wording.number(more)) : null);
    }

    private List<String> facts(FilePreview preview) {
        FilePreview.Form form = preview.form();
        List<String> facts = new ArrayList<>();
        facts.add(wording.text("import.fact.kind." + form.kind()));
        if (form.encoding() != null) {
            facts.add(wording.text(
                    form.encodingSure() ? "import.fact.encoding" : "import.fact.encoding.assumed", form.encoding()));
            if (!form.encodingSamples().isEmpty()) {
                facts.add(wording.text("import.fact.encoding.samples", String.join(", ", form.encodingSamples())));
            }
        }
        if (form.separator() != null) {
            facts.add(wording.text("import.fact.separator", separator(form.separator())));
        }
        facts.add(wording.text(
                "import.fact.columns", wording.number(preview.columns().size())));
        String rows = wording.number(preview.rows());
        facts.add(
                preview.whole()
                        ? wording.text("import.fact.rows", preview.rows(), rows)
                        : wording.text("import.fact.rows.first", rows, wording.number(preview.rowsExpected())));
        return facts;
    }

    private String separator(char separator) {
        return ",;\t|".indexOf(separator) >= 0
                ? wording.text("import.separator." + (int) separator)
                : String.valueOf(separator);
    }

    private static ImportFileView.@Nullable Choice entry(FilePreview.Form form, ReadingWishes wishes) {
        return form.entry() == null || form.entries().size() < 2
                ? null
                : new ImportFileView.Choice(form.entry(), "", wishes.reading().entry() != null, form.entries());
    }

    private ImportFileView.@Nullable Choice encoding(FilePreview.Form form, ReadingWishes wishes) {
        if (form.encoding() == null) {
            return null;
        }
        boolean wished = wishes.reading().encoding() != null;
        List<String> all = new ArrayList<>(FileReading.commonEncodings());
        if (wished && !all.contains(form.encoding())) {
            all.add(form.encoding());
        }
        String auto = wished
                ? wording.text("import.option.encoding.auto")
                : wording.text("import.option.encoding.found", form.encoding());
        return new ImportFileView.Choice(form.encoding(), auto, wished, all);
    }

    /** A file of which nothing can be shown before one of its files or sheets is chosen. */
    ImportFileView several(WaitingFile file, EntryNeededException several) {
        return ImportFileView.unreadable(file, wording.text("import.file.several"), several.entries());
    }

    private List<ImportFileView.Column> columns(FilePreview preview) {
        List<ImportFileView.Column> columns = new ArrayList<>();
        for (int i = 0; i < preview.columns().size(); i++) {
            FilePreview.Column column = preview.columns().get(i);
            columns.add(new ImportFileView.Column(
                    ReadingWishes.COLUMN + i,
                    column.name(),
                    column.samples(),
                    ReadingWishes.choice(column),
                    wording.text(
                            column.use() == Use.METRIC
                                    ? "import.use.metric"
                                    : column.use() == Use.MEANINGLESS ? "import.use.meaningless" : "import.use.keep"),
                    evidence(column),
                    sure(column)));
        }
        return columns;
    }

    private static boolean sure(FilePreview.Column column) {
        Double fitting = column.fitting();
        return column.evidence() != Evidence.REFUSED && (fitting == null || fitting >= ALL);
    }

    private String evidence(FilePreview.Column column) {
        String key = "import.evidence." + column.evidence().name().toLowerCase(Locale.ROOT);
        String filled = column.filled() == 0
                ? wording.text("import.evidence.empty")
                : column.filled() >= ALL
                        ? ""
                        : " " + wording.text("import.evidence.filled", wording.decimal(100 * column.filled(), 0));
        Double fitting = column.fitting();
        String sentence = fitting != null
                ? wording.text(key + ".share", wording.decimal(100 * fitting, 1))
                : column.objection() != null ? wording.text(key + ".why", column.objection()) : wording.text(key);
        return column.filled() == 0 ? sentence + " " + filled : sentence + filled;
    }

    private ImportFileView.Row row(FilePreview.Row row, ZoneId zone) {
        TicketDraft ticket = row.ticket();
        Reject reject = row.reject();
        String line = wording.number(row.line());
        if (ticket == null) {
            String why = reject == null
                    ? ""
                    : wording.text(
                            "import.preview.rejected", reject.column(), reject.value(), pageWords.of(reject.reason()));
            return new ImportFileView.Row(line, "", "", "", "", "", "", "", "", "", "", why);
        }
        Instant created = ticket.times().created();
        return new ImportFileView.Row(
                line,
                ticket.externalId(),
                wording.time(created, zone),
                shown(ticket.text().subject()),
                shown(ticket.kind().status()),
                requester(ticket.requester()),
                company(ticket.company()),
                agent(ticket.assignee()),
                ticket.effort().touches() == null
                        ? wording.text("value.none")
                        : wording.number(ticket.effort().touches()),
                lasted(created, ticket.times().firstReply()),
                lasted(created, ticket.times().solved()),
                null);
    }

    private String shown(@Nullable String text) {
        return text == null ? wording.text("value.none") : text;
    }

    private String requester(@Nullable CustomerDraft customer) {
        return shown(customer == null ? null : customer.name() == null ? customer.email() : customer.name());
    }

    private String company(@Nullable CompanyDraft company) {
        return shown(company == null ? null : company.name());
    }

    private String agent(@Nullable AgentDraft agent) {
        return shown(agent == null ? null : agent.name() == null ? agent.email() : agent.name());
    }

    private String lasted(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? wording.text("value.none")
                : wording.hours(Duration.between(from, to).toSeconds() / SECONDS_PER_HOUR);
    }
}
