package io.supportgenius.server.command;

import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.Imports;
import io.supportgenius.server.importing.MappingDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Imports by a product of our own, without pages, which starts for it and stops after it. */
final class OwnImportDoor implements ImportDoor {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);

    /** No facts in memory: nobody asks this product a question. */
    private static final List<String> SETTINGS =
            List.of("supportgenius.facts.live=false", "supportgenius.sentiment.rescore=false");

    private final ConfigurableApplicationContext context;

    OwnImportDoor(Class<?> application, KeptIn place) {
        context = ProductContext.start(application, place, WebApplicationType.NONE, started -> {}, SETTINGS);
    }

    @Override
    public ImportReport take(Path file, ImportWishes wishes, Consumer<ImportReport> progress)
            throws InterruptedException {
        Imports imports = context.getBean(Imports.class);
        MappingDocument mapping =
                wishes.mapping() == null ? MappingDocument.NONE : MappingDocument.read(wishes.mapping());
        long id = imports.start(new ImportRequest(
                file.toAbsolutePath(),
                String.valueOf(file.getFileName()),
                wishes.reading(),
                wishes.source(),
                mapping,
                wishes.zone(),
                wishes.dateOrder(),
                wishes.dryRun(),
                false,
                wishes.fold()));
        while (true) {
            ImportReport report = imports.await(id, BETWEEN_PROGRESS).orElseThrow();
            if (report.state() != ImportState.RUNNING) {
                return report;
            }
            progress.accept(report);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
