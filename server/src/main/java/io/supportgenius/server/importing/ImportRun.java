package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.ReadAs;
import io.supportgenius.server.importing.files.TicketFile;
import io.supportgenius.server.importing.files.TicketFiles;
import io.supportgenius.server.importing.files.UnreadableFileException;
import io.supportgenius.server.store.EventStage;
import io.supportgenius.server.store.EventStages;
import io.supportgenius.server.store.LoadResult;
import io.supportgenius.server.store.TicketLoad;
import io.supportgenius.server.store.TicketLoads;
import io.supportgenius.server.store.Tickets;
import io.supportgenius.server.store.TimeProblems;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
    private final EventStages events;
    private final Tickets tickets;
    private final ImportRunTable table;
    private final RejectTable rejected;
    private final SavedMappings saved;
    private final Stages stages = new Stages();
    private @Nullable ImportReport committed;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<ImportReport> ended = new CompletableFuture<>();

    private Map<String, String> mapping = Map.of();
    private List<String> attributes = List.of();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable EventLog log;
    private @Nullable FoldRule rule;
    private RowCounts counts = RowCounts.NONE;
    private List<Reconciled> reconciliation = List.of();
    private TimeProblems quality = TimeProblems.NONE;

    ImportRun(
            long id,
            ImportRequest request,
            ZoneId zone,
            TicketFiles files,
            TicketLoads loads,
            EventStages events,
            Tickets tickets,
            ImportRunTable table,
            RejectTable rejected,
            SavedMappings saved) {
        this.id = id;
        this.request = request;
        this.zone = zone;
        this.files = files;
        this.loads = loads;
        this.events = events;
        this.tickets = tickets;
        this.table = table;
        this.rejected = rejected;
        this.saved = saved;
    }

    /** Its report from its commit on, whatever fails afterwards; null before. */
    @Nullable
    ImportReport committed() {
        return committed;
    }

    ImportRequest request() {
        return request;
    }

    /** Whether somebody wants it to end without a result. */
    boolean cancelled() {
        return stages.cancelled();
    }

    /** Lets it end without a result as soon as may be; what is committed stays. */
    void cancel() {
        stages.cancel();
    }

    /** Whether it is for the caller to do or to end it; true once. */
    boolean take() {
        return !taken.getAndSet(true);
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
            MappingDocument wishes = wishes(file.columns());
            EventEvidence evidence = new EventEvidence(file.columns(), wishes);
            FileProfile profile = FileProfile.of(file, row -> {
                stages.row();
                evidence.accept(row);
            });
            if (profile.rows() == 0) {
                throw new ImportFailedException(request.file() + " has a header but no rows.");
            }
            return load(file, plan(profile, evidence, wishes), profile.rows());
        } catch (DecisionNeededException question) {
            return nothingChanged(ImportState.NEEDS_DECISION, question.getMessage());
        } catch (UnreadableFileException unreadable) {
            throw new ImportFailedException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private ImportPlan plan(FileProfile profile, EventEvidence evidence, MappingDocument wishes) {
        ColumnMapping recognised = Recognition.of(profile, wishes);
        log = EventLog.of(
                        profile,
                        recognised,
                        evidence,
                        request.fold(),
                        wishes,
                        events.earlier(request.source(), profile.columns()).orElse(null))
                .orElse(null);
        recognised = log == null ? recognised : log.mapping();
        mapping = recognised.byApiName();
        attributes = recognised.attributes().stream()
                .filter(column -> profile.column(column).values() > 0)
                .map(profile.columns()::get)
                .toList();
        ImportPlan plan = ImportPlan.of(profile, recognised, log, zone, request.dateOrder());
        warnings.addAll(plan.warnings());
        return plan;
    }

    /** What the user says, else what was remembered for such files. */
    private MappingDocument wishes(List<String> columns) {
        if (!request.mapping().equals(MappingDocument.NONE)) {
            return request.mapping();
        }
        MappingDocument remembered = saved.find(request.source(), columns).orElse(MappingDocument.NONE);
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
        // Before the stage of a log holds the run's row in a transaction of its own.
        rejected.keepColumns(id, file.columns());
        RejectLog rejects = new RejectLog(id, rejected);
        return log == null ? loadRows(file, plan, rejects) : loadEvents(file, log, plan, rejects);
    }

    private ImportReport loadRows(TicketFile file, ImportPlan plan, RejectLog rejects) {
        RowConverter converter = new RowConverter(plan);
        Reconciliation compared = new Reconciliation(plan.mapping());
        try (TicketLoad load = loads.begin(request.source())) {
            file.forEachRow(row -> {
                stages.row();
                try {
                    TicketDraft ticket = converter.convert(row);
                    compared.accept(ticket);
                    load.add(ticket);
                } catch (RejectedRowException unreadable) {
                    rejects.add(unreadable.reject(), row);
                }
            });
            long rows = stages.rows();
            rejects.flush();
            stages.beginWithAllRows("saving");
            return save(load, compared, rejects, result -> {
                warnings.addAll(shiftedTimes(converter.times()));
                warnings.addAll(converter.warnings());
                if (result.folded() > 0) {
                    warnings.add(Counted.of(result.folded(), "further row bears", "further rows bear")
                            + " the id of a ticket that is in the file already. Of such"
                            + " rows the one updated last counts, else the last one. If each row is an event of its ticket,"
                            + " import with --fold events.");
                }
                if (rejects.count() == rows) {
                    warnings.add("Every row was rejected.");
                }
                return counts(rows, result, rejects.count());
            });
        }
    }

    private ImportReport loadEvents(TicketFile file, EventLog found, ImportPlan plan, RejectLog rejects) {
        try (EventStage stage =
                events.begin(request.source(), file.columns(), found.rule().time(), id)) {
            EventFolding folding = new EventFolding(found, plan, stage, stages);
            ZonedTimes times = folding.read(file, rejects);
            rejects.flush();
            try (TicketLoad load = loads.begin(request.source())) {
                Reconciliation compared = new Reconciliation(plan.mapping());
                folding.fold(ticket -> {
                    compared.accept(ticket);
                    load.add(ticket);
                });
                if (!request.dryRun()) {
                    stage.keep();
                }
                stages.beginWithAllRows("saving");
                rule = folding.rule().orElse(null);
                warnings.addAll(shiftedTimes(times));
                warnings.addAll(folding.warnings());
                return save(load, compared, rejects, folding::counts);
            }
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

    /**
     * Saves all tickets, and with them that the import is done: a crash leaves both or neither.
     *
     * @param account of the rows, asked once
     */
    private ImportReport save(
            TicketLoad load, Reconciliation compared, RejectLog rejects, Function<LoadResult, RowCounts> account) {
        if (request.dryRun()) {
            LoadResult tried = load.tryOut();
            stages.refuseIfCancelled();
            counts = account.apply(tried);
            return concluded(load, compared, Map.of(), rejects);
        }
        if (request.zone() != null) {
            load.zoneOfFirstTickets(request.zone());
        }
        load.remember(id);
        load.concludeWith(result -> {
            stages.refuseIfCancelled();
            counts = account.apply(result);
            return table.text(concluded(load, compared, Map.of(), rejects));
        });
        load.commit();
        committed = concluded(load, compared, Map.of(), rejects);
        // Only now do the examples have pages.
        return concluded(load, compared, tickets.ids(request.source(), compared.exampleIds()), rejects);
    }

    private ImportReport concluded(TicketLoad load, Reconciliation compared, Map<String, Long> ids, RejectLog rejects) {
        reconciliation = compared.result(ids);
        quality = load.timeProblems();
        return report(ImportState.DONE, null, counts, rejects.shown());
    }

    private List<String> shiftedTimes(ZonedTimes times) {
        List<String> shifted = new ArrayList<>();
        if (times.skipped() > 0) {
            shifted.add(Counted.of(times.skipped(), "time does", "times do") + " not exist in " + zone
                    + " because clocks were put forward; moved forward by the gap.");
        }
        if (times.repeated() > 0) {
            shifted.add(Counted.of(times.repeated(), "time exists", "times exist") + " twice in " + zone
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
                rule,
                reconciliation,
                quality,
                stages.seconds(),
                null);
    }
}
