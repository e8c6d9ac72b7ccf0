package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.Imports;
import io.supportgenius.server.importing.WaitingFiles;
import io.supportgenius.server.importing.WaitingFiles.WaitingFile;
import io.supportgenius.server.web.files.CsvText;
import io.supportgenius.server.web.files.RejectedRows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** One import: how far it is, and what became of its rows. */
@Controller
class ImportRunController {

    /** Below it, by their numbers. */
    static final String PATH = "/import/runs";

    private static final Duration TO_CANCEL = Duration.ofSeconds(10);
    private static final String ONE = PATH + "/{id:\\d{1,18}}";
    private final Imports imports;
    private final WaitingFiles files;
    private final ImportViews views;

    ImportRunController(Imports imports, WaitingFiles files, ImportViews views) {
        this.imports = imports;
        this.files = files;
        this.views = views;
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, Model model) {
        return view(id, model, "import/run");
    }

    /** The part of the page that changes, for a page that asks again. */
    @GetMapping(ONE + "/progress")
    String progress(@PathVariable long id, Model model) {
        return view(id, model, "fragments/import :: run");
    }

    private String view(long id, Model model, String template) {
        ImportReport report = existing(id);
        Optional<WaitingFile> file = files.ofRun(id);
        boolean again = report.state() == ImportState.FAILED || report.state() == ImportState.NEEDS_DECISION;
        model.addAttribute(
                "run",
                views.run(
                        report,
                        again
                                ? file.map(waiting -> ImportFileController.PATH + "/" + waiting.id())
                                        .orElse(null)
                                : null));
        return template;
    }

    /** Ends an import that is running; one that was quicker is shown as it is. */
    @PostMapping(ONE + "/cancel")
    String cancel(@PathVariable long id) throws InterruptedException {
        existing(id);
        if (imports.cancel(id)) {
            imports.await(id, TO_CANCEL);
        }
        return "redirect:" + PATH + "/" + id;
    }

    /** Asks before an import is taken back. */
    @GetMapping(ONE + "/undo")
    String askUndo(@PathVariable long id, Model model) {
        return undoPage(existing(id), model);
    }

    @PostMapping(ONE + "/undo")
    String undo(@PathVariable long id, Model model) {
        ImportReport report = existing(id);
        return imports.undo(id) ? "redirect:" + PATH + "/" + id : undoPage(report, model);
    }

    private String undoPage(ImportReport report, Model model) {
        boolean possible =
                imports.undoable().filter(next -> next == report.id()).isPresent();
        Optional<Long> first = imports.newest().filter(newest -> newest != report.id());
        model.addAttribute("run", views.run(report, null));
        model.addAttribute("possible", possible);
        model.addAttribute("first", first.orElse(null));
        return "import/undo";
    }

    /** All rejected rows, one after the other as the database gives them. */
    @GetMapping(ONE + "/rejects.csv")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        ImportState state = existing(id).state();
        if (state != ImportState.DONE && state != ImportState.UNDONE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rejected-rows-of-import-" + id + ".csv")
                        .build()
                        .toString());
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        CsvText csv = new CsvText(writer, ZoneOffset.UTC);
        var table = new RejectedRows(imports.rejectedColumns(id));
        csv.row(table.header());
        imports.forEachReject(id, row -> csv.row(table.row(row)));
        csv.flush();
    }

    private ImportReport existing(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
