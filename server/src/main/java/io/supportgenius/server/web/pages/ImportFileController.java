package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.EntryNeededException;
import io.supportgenius.server.importing.FilePreview;
import io.supportgenius.server.importing.FilePreviews;
import io.supportgenius.server.importing.FileReading;
import io.supportgenius.server.importing.FoldWish;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.Imports;
import io.supportgenius.server.importing.MappingDocument;
import io.supportgenius.server.importing.SavedMappings;
import io.supportgenius.server.importing.WaitingFiles;
import io.supportgenius.server.importing.WaitingFiles.WaitingFile;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One uploaded file: how it would be read, what to change about that, and the start of its import. */
@Controller
class ImportFileController {

    /** Below it, by their ids. */
    static final String PATH = "/import/files";

    private static final String ONE = PATH + "/{id}";

    private final WaitingFiles files;
    private final FilePreviews previews;
    private final Imports imports;
    private final SavedMappings saved;
    private final ImportFileViews views;

    ImportFileController(
            WaitingFiles files, FilePreviews previews, Imports imports, SavedMappings saved, ImportFileViews views) {
        this.files = files;
        this.previews = previews;
        this.imports = imports;
        this.saved = saved;
        this.views = views;
    }

    /** The address holds what the person has chosen so far. */
    @GetMapping(ONE)
    String show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        return page(existing(id), parameters, null, model);
    }

    /** What was chosen goes into the address, so that a reload or a link shows the same preview. */
    @PostMapping(path = ONE, params = "preview")
    String preview(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        existing(id);
        return "redirect:" + new Address(PATH + "/" + id, parameters).without("preview", "_csrf");
    }

    /** Files with these columns are read as they are recognised again. */
    @PostMapping(path = ONE, params = "forget")
    String forget(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        FilePreview recognised = recognised(existing(id), parameters);
        ReadingWishes wishes = ReadingWishes.of(parameters, recognised, saved);
        saved.forget(wishes.source(), ReadingWishes.names(recognised.columns()));
        MultiValueMap<String, String> others = new LinkedMultiValueMap<>(parameters);
        for (int i = 0; i < recognised.columns().size(); i++) {
            others.remove(ReadingWishes.COLUMN + i);
        }
        return "redirect:" + new Address(PATH + "/" + id, others).without("forget", "_csrf");
    }

    @PostMapping(ONE)
    String start(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        WaitingFile file = existing(id);
        try {
            FilePreview recognised = recognised(file, parameters);
            ReadingWishes wishes = ReadingWishes.of(parameters, recognised, saved);
            saved.remember(wishes.source(), ReadingWishes.names(recognised.columns()), wishes.mapping());
            long run = start(file, wishes);
            return "redirect:" + ImportRunController.PATH + "/" + run;
        } catch (ImportFailedException refused) {
            return page(file, parameters, refused.getMessage(), model);
        }
    }

    /** Somebody who sends the form twice gets the import that runs already. */
    private synchronized long start(WaitingFile file, ReadingWishes wishes) {
        Optional<Long> running = files.runOf(file.id())
                .filter(run -> imports.find(run)
                        .filter(report -> report.state() == ImportState.RUNNING)
                        .isPresent());
        if (running.isPresent()) {
            return running.get();
        }
        long run = imports.start(new ImportRequest(
                file.path(),
                file.name(),
                wishes.reading(),
                wishes.source(),
                wishes.mapping(),
                wishes.zone(),
                wishes.dateOrder(),
                false,
                false,
                wishes.fold()));
        files.started(run, file.id());
        return run;
    }

    /** The file as it was recognised when the form was made. */
    private FilePreview recognised(WaitingFile file, MultiValueMap<String, String> parameters) {
        FileReading reading = ReadingWishes.reading(parameters);
        FoldWish shown = ReadingWishes.shownFold(parameters);
        String source = ReadingWishes.source(parameters);
        try {
            return previews.of(file.path(), file.name(), reading, MappingDocument.NONE, null, null, shown, source);
        } catch (ImportFailedException onlyWithWishes) {
            if (shown != FoldWish.EVENTS) {
                throw onlyWithWishes;
            }
            // Only a column that the person chose made events of these rows; without it they are tickets.
            return previews.of(
                    file.path(), file.name(), reading, MappingDocument.NONE, null, null, FoldWish.AUTO, source);
        }
    }

    private String page(
            WaitingFile file, MultiValueMap<String, String> parameters, @Nullable String problem, Model model) {
        try {
            ReadingWishes wishes = ReadingWishes.of(parameters, recognised(file, parameters), saved);
            FilePreview preview = previews.of(
                    file.path(),
                    file.name(),
                    wishes.reading(),
                    wishes.mapping(),
                    wishes.zone(),
                    wishes.dateOrder(),
                    wishes.fold(),
                    wishes.source());
            model.addAttribute("file", views.of(file, preview, wishes, problem));
        } catch (EntryNeededException several) {
            model.addAttribute("file", views.several(file, several));
        } catch (ImportFailedException refused) {
            model.addAttribute(
                    "file", ImportFileView.unreadable(file, String.valueOf(refused.getMessage()), List.of()));
        }
        return "import/file";
    }

    private WaitingFile existing(UUID id) {
        return files.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
