package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.Imports;
import io.supportgenius.server.importing.Uploads;
import io.supportgenius.server.importing.WaitingFiles;
import io.supportgenius.server.importing.WaitingFiles.WaitingFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes files, and lists what was imported. */
@Controller
class ImportController {

    /** Where imports begin. */
    static final String PATH = "/import";

    private static final int LATEST = 50;

    private final Imports imports;
    private final WaitingFiles files;
    private final Uploads uploads;
    private final ImportViews views;
    private final Wording wording;

    ImportController(Imports imports, WaitingFiles files, Uploads uploads, ImportViews views, Wording wording) {
        this.imports = imports;
        this.files = files;
        this.uploads = uploads;
        this.views = views;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(@RequestParam(name = TooLargeUploads.PARAMETER, defaultValue = "false") boolean tooLarge, Model model) {
        return page(tooLarge ? wording.text("import.upload.large", uploads.largestInWords()) : null, model);
    }

    /** Keeps a file until somebody has looked at how it would be read. */
    @PostMapping(PATH)
    String upload(@RequestParam MultipartFile file, Model model) {
        if (file.isEmpty()) {
            return page(wording.text("import.upload.empty"), model);
        }
        try {
            // Renames the file that the upload was streamed to, both being in one directory.
            WaitingFile waiting = files.keep(name(file), path -> file.transferTo(path.toFile()));
            return "redirect:" + ImportFileController.PATH + "/" + waiting.id();
        } catch (ImportFailedException full) {
            return page(full.getMessage(), model);
        }
    }

    private String page(@Nullable String problem, Model model) {
        files.deleteOld();
        boolean mayImport = Visitor.current()
                .filter(visitor -> visitor.role().includes(Role.ANALYST))
                .isPresent();
        model.addAttribute(
                "imports",
                new ImportsView(
                        mayImport,
                        uploads.largest().toBytes(),
                        uploads.largestInWords(),
                        problem,
                        rows(imports.latest(LATEST))));
        return "import/imports";
    }

    private List<ImportsView.Row> rows(List<ImportReport> latest) {
        Map<Long, Instant> started =
                imports.started(latest.stream().map(ImportReport::id).toList());
        return latest.stream()
                .map(report -> views.row(report, started.get(report.id())))
                .toList();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            return "upload.csv";
        }
        // Some clients send the whole path.
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ");
    }
}
