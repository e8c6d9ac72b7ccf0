package io.supportgenius.server.web.api;

import io.supportgenius.server.importing.DateOrder;
import io.supportgenius.server.importing.FileReading;
import io.supportgenius.server.importing.FoldWish;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.Imports;
import io.supportgenius.server.importing.MappingDocument;
import io.supportgenius.server.importing.Uploads;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/v1/imports}: takes files of tickets and tells what became of them. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {
    private static final int LATEST = 50;
    private static final int LONGEST_WAIT = 30;
    private static final int SECONDS_TO_CANCEL = 10;
    private static final List<String> FIELDS =
            List.of("file", "encoding", "entry", "mapping", "zone", "dateOrder", "source", "fold", "dryRun", "wait");

    private final Imports imports;
    private final Uploads uploads;
    private final JsonMapper json;

    ImportsApi(Imports imports, Uploads uploads, JsonMapper json) {
        this.imports = imports;
        this.uploads = uploads;
        this.json = json;
    }

    /**
     * Imports a file: part {@code file}, optional fields {@code encoding}, {@code entry} (of an archive or workbook), {@code mapping}
     * (JSON object), {@code zone}, {@code dateOrder}, {@code source}, {@code fold}, {@code dryRun} and {@code wait} (seconds).
     *
     * @return 201 with the report of the import that is done, 202 while it runs on, 422 if it changed nothing
     */
    @Operation(
            summary = "Import a file of tickets",
            description =
                    "CSV, JSON or .xlsx, also in a gzip or zip file. 201 with the report of an import that is done, 202 while it runs"
                            + " on, 422 if it changed nothing.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> create(
            MultipartHttpServletRequest form,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String dateOrder,
            @RequestParam(defaultValue = ImportRequest.DEFAULT_SOURCE) String source,
            @RequestParam(defaultValue = "auto") String fold,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "10") int wait)
            throws IOException, InterruptedException {
        refuseUnknownFields(form);
        FileReading reading = FileReading.of(encoding, entry);
        MappingDocument mapping = mapping(form);
        ZoneId readIn = zone(zone);
        DateOrder order = order(dateOrder);
        String readSource = ImportRequest.sourceOf(source);
        Path copy = uploads.newFile();
        ImportRequest request = new ImportRequest(
                copy, name(file), reading, readSource, mapping, readIn, order, dryRun, true, fold(fold));
        return answer(find(start(request, file), wait));
    }

    /** From its start on the import itself sees to it that the copy is deleted. */
    private long start(ImportRequest request, MultipartFile file) throws IOException {
        boolean started = false;
        try {
            // Renames the file that the upload was streamed to, both being in one directory.
            file.transferTo(request.path().toFile());
            long id = imports.start(request);
            started = true;
            return id;
        } finally {
            if (!started) {
                Files.deleteIfExists(request.path());
            }
        }
    }

    private static void refuseUnknownFields(MultipartHttpServletRequest form) {
        Set<String> unknown = new TreeSet<>(form.getParameterMap().keySet());
        unknown.addAll(form.getMultiFileMap().keySet());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new ImportFailedException("There is no field " + String.join(", ", unknown) + "; the fields are "
                    + String.join(", ", FIELDS) + ".");
        }
    }

    /** One import; {@code wait} gives the seconds to wait for its end. */
    @Operation(
            summary = "The report of an import",
            description = "wait is how many seconds to wait for its end, up to 30.")
    @GetMapping("/{id}")
    ImportReport one(@PathVariable long id, @RequestParam(defaultValue = "0") int wait) throws InterruptedException {
        return find(id, wait);
    }

    /** The latest imports, the newest first. */
    @Operation(summary = "The latest imports, the newest first")
    @GetMapping
    Map<String, List<ImportReport>> latest() {
        return Map.of("imports", imports.latest(LATEST));
    }

    @Operation(
            summary = "Cancel an import or take it back",
            description =
                    "One that is running ends and changes nothing: 200 when it has ended, 202 while it still merges tickets and its report"
                            + " will tell, 409 if it was done before. Of one that is done what it created goes, what it changed is as it was before. Only the newest import that is not taken"
                            + " back yet; 409 for any other.")
    @DeleteMapping("/{id}")
    ResponseEntity<ImportReport> undo(@PathVariable long id) throws InterruptedException {
        ImportReport report = find(id, 0);
        if (report.state() == ImportState.RUNNING && imports.cancel(id)) {
            return cancelled(find(id, SECONDS_TO_CANCEL));
        }
        if (!imports.undo(id)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    imports.newest()
                            .filter(newest -> newest != id)
                            .map(newest -> "Imports are taken back the newest first: import " + newest
                                    + " comes before " + report.id() + ".")
                            .orElse(
                                    "An import of the same source is running, or this one changed nothing, or what was before it is"
                                            + " not kept any more."));
        }
        return ResponseEntity.ok(find(id, 0));
    }

    /** @param report as it is some seconds after the import was cancelled */
    static ResponseEntity<ImportReport> cancelled(ImportReport report) {
        if (report.state() == ImportState.DONE) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Import " + report.id()
                            + " was done before it could be cancelled: delete it again to take it back.");
        }
        return ResponseEntity.status(report.state() == ImportState.RUNNING ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(report);
    }

    private ImportReport find(long id, int wait) throws InterruptedException {
        Duration patience = Duration.ofSeconds(Math.max(0, Math.min(wait, LONGEST_WAIT)));
        return imports.await(id, patience)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no import " + id + "."));
    }

    private ResponseEntity<?> answer(ImportReport report) {
        URI location = URI.create("/api/v1/imports/" + report.id());
        if (report.state() == ImportState.RUNNING) {
            return ResponseEntity.accepted().location(location).body(report);
        }
        if (report.state() == ImportState.DONE) {
            return ResponseEntity.created(location).body(report);
        }
        // A problem document that carries the whole report as further members.
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(report.message()));
        problem.setProperties(json.convertValue(report, new TypeReference<Map<String, Object>>() {}));
        return ResponseEntity.unprocessableContent().location(location).body(problem);
    }

    /** The field {@code mapping}, sent as text or as a file. */
    private static MappingDocument mapping(MultipartHttpServletRequest form) throws IOException {
        MultipartFile asFile = form.getFile("mapping");
        String text =
                asFile == null ? form.getParameter("mapping") : new String(asFile.getBytes(), StandardCharsets.UTF_8);
        return text == null || text.isBlank() ? MappingDocument.NONE : MappingDocument.read(text);
    }

    private static @Nullable ZoneId zone(@Nullable String zone) {
        if (zone == null || zone.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            throw new ImportFailedException(
                    "There is no zone \"" + zone + "\"; zones are named like Europe/Berlin.", unknown);
        }
    }

    private static @Nullable DateOrder order(@Nullable String order) {
        if (order == null || order.isBlank()) {
            return null;
        }
        return DateOrder.ofFlag(order)
                .orElseThrow(
                        () -> new ImportFailedException("dateOrder must be dmy, mdy or ymd, not \"" + order + "\"."));
    }

    private static FoldWish fold(String fold) {
        return FoldWish.ofFlag(fold.strip())
                .orElseThrow(
                        () -> new ImportFailedException("fold must be auto, events or newest, not \"" + fold + "\"."));
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            return "upload.csv";
        }
        // Some clients send the whole path.
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    @ExceptionHandler(ImportFailedException.class)
    ProblemDetail wrongRequest(ImportFailedException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
}
