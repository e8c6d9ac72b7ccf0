package io.supportgenius.server.command;

import io.supportgenius.server.importing.DateOrder;
import io.supportgenius.server.importing.FileReading;
import io.supportgenius.server.importing.FoldWish;
import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.MappingDocument;
import io.supportgenius.server.store.DataDirectoryInUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files of tickets: through the server that runs on the data directory, else alone. */
@Command(
        name = "import",
        description =
                "Takes the tickets of files in: CSV, JSON or .xlsx, also in gzip or zip files. The columns are recognised by their names; what is not"
                        + " recognised is kept as an attribute. Importing a file again changes nothing, a newer export updates.",
        footer = {
            "",
            "Exit code: 0 every row of every file is accounted for; 1 a file failed; 2 no file failed, but you must decide "
                    + "something first. A file that failed or waits for a decision changed nothing; the other files came in. "
                    + "Where the connection to the server was lost, importing again tells: it changes nothing that is there."
        },
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int NEEDS_DECISION = 2;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, JSON or .xlsx files, also compressed.")
    private List<Path> files = List.of();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Encoding of the text, for example windows-1252 or IBM850. Default: found out from the whole file.")
    private @Nullable String encoding;

    @Option(
            names = "--entry",
            paramLabel = "NAME",
            description = "The file of an archive, or the sheet of a workbook, that holds the tickets.")
    private @Nullable String entry;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "A JSON object, their column by our field: {\"created\": \"Opened on\", \"status\": null, \"leaveOut\": [\"Notes\"]}. Fields:"
                            + " externalId, created, firstReply, firstSolved, solved, closed, updated, status, priority, type,"
                            + " channel, subject, text, tags, requester, requesterEmail, jobTitle, company, agent, agentEmail,"
                            + " industry, supportTier, location, pilot, touches, reopens, satisfaction, firstReplyTime,"
                            + " fullResolutionTime.")
    private @Nullable Path mapping;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times without offset, for example Europe/Berlin. Default: the organisation's.")
    private @Nullable String zone;

    @Option(
            names = "--date-order",
            paramLabel = "dmy|mdy|ymd",
            description = "Order of day and month where no row of a column settles it.")
    private @Nullable String dateOrder;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = ImportRequest.DEFAULT_SOURCE,
            description = "Name under which ticket ids are unique. Default: ${DEFAULT-VALUE}.")
    private String source = ImportRequest.DEFAULT_SOURCE;

    @Option(
            names = "--fold",
            paramLabel = "auto|events|newest",
            description =
                    "What several rows of one ticket are: events, which together make the ticket, or versions, of which the"
                            + " newest is the ticket. Default: auto, as the file tells.")
    private @Nullable String fold;

    @Option(names = "--dry-run", description = "Tells what would become of the rows and changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "json",
            description = "json: the report as one JSON document on the standard output, a list for several files.")
    private @Nullable String report;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Class<?> application;

    ImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (report != null && !report.equals("json")) {
            throw new CommandFailedException("--report knows only json, not " + report + ".");
        }
        store.check();
        ImportTeller teller =
                new ImportTeller(spec.commandLine().getOut(), spec.commandLine().getErr());
        return report == null ? tellText(teller) : tellJson(teller);
    }

    /** Tells of each file as soon as it is done, so that a later failure hides nothing. */
    private int tellText(ImportTeller teller) throws IOException, InterruptedException {
        List<ImportReport> reports = new ArrayList<>();
        importAll(teller, one -> {
            reports.add(one);
            teller.text(one);
        });
        return exitCode(reports);
    }

    /** Whatever goes wrong, programs that read the standard output find a report for each file. */
    private int tellJson(ImportTeller teller) throws InterruptedException {
        List<ImportReport> reports = new ArrayList<>();
        try {
            importAll(teller, reports::add);
        } catch (IOException | RuntimeException failure) {
            String sentence = FailureSentence.of(failure);
            files.subList(reports.size(), files.size()).forEach(file -> reports.add(refused(file, sentence)));
        }
        teller.json(reports);
        return exitCode(reports);
    }

    private ImportReport refused(Path file, String sentence) {
        return ImportReport.refused(name(file), source, dryRun, sentence);
    }

    private void importAll(ImportTeller teller, Consumer<ImportReport> reports)
            throws IOException, InterruptedException {
        ImportWishes wishes = wishes();
        if (files.stream().allMatch(file -> objection(file).isPresent())) {
            // No product needs to start to say that there is nothing to read.
            files.forEach(file -> reports.accept(refused(file, objection(file).orElseThrow())));
            return;
        }
        try (ImportDoor door = door()) {
            for (Path file : files) {
                Optional<String> objection = objection(file);
                reports.accept(
                        objection.isPresent()
                                ? refused(file, objection.get())
                                : door.take(file, wishes, teller::progress));
            }
        }
    }

    private ImportDoor door() {
        try {
            return new OwnImportDoor(application, store.take());
        } catch (DataDirectoryInUseException inUse) {
            return new ServerImportDoor(inUse.server().orElseThrow(() -> inUse));
        }
    }

    private static Optional<String> objection(Path file) {
        if (!Files.exists(file)) {
            return Optional.of("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            return Optional.of(file + " is a directory, not a file of tickets.");
        }
        return Files.isReadable(file) ? Optional.empty() : Optional.of(file + " cannot be read by this user.");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private ImportWishes wishes() throws IOException {
        String document = null;
        if (mapping != null) {
            Optional<String> objection = objection(mapping);
            if (objection.isPresent()) {
                throw new CommandFailedException("The mapping cannot be read: " + objection.get());
            }
            document = Files.readString(mapping);
            MappingDocument.read(document);
        }
        return new ImportWishes(
                FileReading.of(encoding, entry),
                document,
                zone(),
                order(),
                ImportRequest.sourceOf(source),
                dryRun,
                fold());
    }

    private @Nullable ZoneId zone() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new CommandFailedException("There is no zone \"" + zone + "\": zones are named like Europe/Berlin.");
        }
    }

    private @Nullable DateOrder order() {
        return dateOrder == null
                ? null
                : DateOrder.ofFlag(dateOrder)
                        .orElseThrow(() -> new CommandFailedException(
                                "--date-order must be dmy, mdy or ymd, not " + dateOrder + "."));
    }

    private FoldWish fold() {
        return fold == null
                ? FoldWish.AUTO
                : FoldWish.ofFlag(fold)
                        .orElseThrow(() ->
                                new CommandFailedException("--fold must be auto, events or newest, not " + fold + "."));
    }

    private static int exitCode(List<ImportReport> reports) {
        if (reports.stream().anyMatch(one -> one.state() == ImportState.FAILED)) {
            return FAILED;
        }
        return reports.stream().allMatch(one -> one.state() == ImportState.DONE) ? 0 : NEEDS_DECISION;
    }
}
