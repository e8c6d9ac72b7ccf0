package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.ReadAs;
import io.supportgenius.server.importing.files.TicketFile;
import io.supportgenius.server.importing.files.TicketFiles;
import io.supportgenius.server.importing.files.UnreadableFileException;
import io.supportgenius.server.store.LoadResult;
import io.supportgenius.server.store.TicketLoad;
import io.supportgenius.server.store.TicketLoads;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way into the store, in stages: open, look at the columns, settle how to read them, read and check the
 * rows, save. The tickets become visible all together at the end or not at all. One thread does the work; any thread may
 * ask how far it is.
 */
final class ImportRun {
    private final long id;
    private final ImportRequest request;
    private final ZoneId zone;
    private final TicketFiles files;
    private final TicketLoads loads;
    private final ImportRunTable table;
    private final RejectTable rejected;
    private final SavedMappings saved;
    private final Stages stages = new Stages();
    private final CompletableFuture<ImportReport> ended = new CompletableFuture<>();

    private Map<String, String> mapping = Map.of();
    private List<String> attributes = List.of();
    private final List<String> warnings = new ArrayList<>();

    ImportRun(
            long id,
            ImportRequest request,
            ZoneId zone,
            TicketFiles files,
            TicketLoads loads,
            ImportRunTable table,
            RejectTable rejected,
            SavedMappings saved) {
        this.id = id;
        this.request = request;
        this.zone = zone;
        this.files = files;
        this.loads = loads;
        this.table = table;
        this.rejected = rejected;
        this.saved = saved;
    }

    ImportRequest request() {
        return request;
    }

    /** Completed when the run is over and its report is kept. */
    CompletableFuture<ImportReport> ended() {
        return ended;
    }

    /** Its report, final once it has ended, else how far it is. */
    ImportReport present() {
        ImportReport last = ended.getNow(null);
        return last != null ? last : ImportReport.waiting(request).on(id, stages.progress(), stages.seconds());
    }

    /**
     * Does the work.
     *
     * @throws ImportFailedException if it cannot be done
     */
    ImportReport run() {
        ReadAs readAs =
                new ReadAs(request.reading().encoding(), request.reading().entry(), Long.MAX_VALUE);
        try (TicketFile file = files.open(request.path(), request.file(), readAs)) {
            warnings.addAll(file.warnings());
            stages.begin("looking at the columns", file.estimatedRows());
            FileProfile profile = FileProfile.of(file, stages::row);
            if (profile.rows() == 0) {
                throw new ImportFailedException(request.file() + " has a header but no rows.");
            }
            return load(file, plan(profile), profile.rows());
        } catch (DecisionNeededException question) {
            return nothingChanged(ImportState.NEEDS_DECISION, question.getMessage());
        } catch (UnreadableFileException unreadable) {
            throw new ImportFailedException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private ImportPlan plan(FileProfile profile) {
        ColumnMapping recognised = Recognition.of(profile, wishes(profile));
        mapping = recognised.byApiName();
        attributes = recognised.attributes().stream()
                .filter(column -> profile.column(column).values() > 0)
                .map(profile.columns()::get)
                .toList();
        ImportPlan plan = ImportPlan.of(profile, recognised, zone, request.dateOrder());
        warnings.addAll(plan.warnings());
        return plan;
    }

    /** What the user says, else what was remembered for such files. */
    private MappingDocument wishes(FileProfile profile) {
        if (!request.mapping().equals(MappingDocument.NONE)) {
            return request.mapping();
        }
        MappingDocument remembered =
                saved.find(request.source(), profile.columns()).orElse(MappingDocument.NONE);
        if (!remembered.equals(MappingDocument.NONE)) {
            warnings.add(
                    "The mapping that was once corrected for files with these columns was applied. The import page can forget it.");
        }
        return remembered;
    }

    private ImportReport load(TicketFile file, ImportPlan plan, long expected) {
        if (loads.holds(TicketLoads.DEMO_SOURCE)) {
            warnings.add(
                    "This directory also holds the demo company's tickets; figures mix both. Use another --data-dir for"
                            + " tickets of your own.");
        }
        stages.begin("reading", expected);
        RowConverter converter = new RowConverter(plan);
        RejectLog rejects = new RejectLog(id, rejected);
        try (TicketLoad load = loads.begin(request.source())) {
            file.forEachRow(row -> {
                stages.row();
                try {
                    load.add(converter.convert(row));
                } catch (RejectedRowException unreadable) {
                    rejects.add(unreadable.reject().in(row.part()));
                }
            });
            long rows = stages.rows();
            rejects.flush();
            stages.beginWithAllRows("saving");
            LoadResult result = save(load);
            warnings.addAll(shiftedTimes(converter.times()));
            warnings.addAll(converter.warnings());
            if (result.folded() > 0) {
                warnings.add(
                        result.folded() + " further rows bear the id of a ticket that is in the file already. Of such"
                                + " rows the one updated last counts, else the last one: logs with a row for each event are not"
                                + " gathered into first and last times.");
            }
            if (rejects.count() == rows) {
                warnings.add("Every row was rejected.");
            }
            return report(ImportState.DONE, null, counts(rows, result, rejects.count()), rejects.shown());
        }
    }

    private static RowCounts counts(long rows, LoadResult result, long rejected) {
        return new RowCounts(
                rows,
                result.created(),
                result.updated(),
                result.unchanged(),
                result.folded(),
                result.duplicates(),
                rejected);
    }

    private LoadResult save(TicketLoad load) {
        if (request.dryRun()) {
            return load.tryOut();
        }
        if (request.zone() != null) {
            load.zoneOfFirstTickets(request.zone());
        }
        table.saving(id);
        load.remember(id);
        return load.commit();
    }

    private List<String> shiftedTimes(ZonedTimes times) {
        List<String> shifted = new ArrayList<>();
        if (times.skipped() > 0) {
            shifted.add(times.skipped() + " times do not exist in " + zone
                    + " because clocks were put forward; they were moved forward.");
        }
        if (times.repeated() > 0) {
            shifted.add(times.repeated() + " times exist twice in " + zone
                    + " because clocks were put back; the earlier one was taken.");
        }
        return shifted;
    }

    /** The report of a run that came to nothing. */
    ImportReport nothingChanged(ImportState state, @Nullable String message) {
        return report(state, message, RowCounts.NONE, List.of());
    }

    /** The report of a run that an error of the Java machine has ended. */
    ImportReport brokenOff() {
        return nothingChanged(
                ImportState.FAILED,
                "The import broke off for a reason that the server's log tells: import the file again, which changes nothing"
                        + " that is already there.");
    }

    private ImportReport report(ImportState state, @Nullable String message, RowCounts counts, List<Reject> rejects) {
        return new ImportReport(
                id,
                state,
                message,
                request.source(),
                request.file(),
                request.dryRun(),
                counts,
                rejects,
                mapping,
                attributes,
                warnings,
                stages.seconds(),
                null);
    }
}
