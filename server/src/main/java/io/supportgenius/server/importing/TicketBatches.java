package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileLimits;
import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.importing.files.ReadAs;
import io.supportgenius.server.importing.files.TicketFile;
import io.supportgenius.server.importing.files.TicketFiles;
import io.supportgenius.server.importing.files.UnreadableFileException;
import io.supportgenius.server.store.DraftFate;
import io.supportgenius.server.store.LoadResult;
import io.supportgenius.server.store.Organisation;
import io.supportgenius.server.store.TicketLoad;
import io.supportgenius.server.store.TicketLoads;
import io.supportgenius.server.store.TicketPart;
import io.supportgenius.server.ticket.TicketDraft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes tickets that programs send, up to a thousand at once: each is checked and converted as a row of a file is, all that can be read become
 * visible together before the answer, and the others are told one by one.
 */
@Component
public class TicketBatches {
    private static final LoadResult NOTHING = new LoadResult(0, 0, 0, 0, 0);

    /** So many are saved at once, as each takes a connection of those that pages need: they would wait for each other anyway. */
    private static final int SAVED_AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore turns = new Semaphore(SAVED_AT_ONCE, true);
    private final TicketLoads loads;
    private final TicketFiles files;
    private final FileLimits limits;
    private final SavedMappings saved;
    private final Organisation organisation;

    TicketBatches(
            TicketLoads loads, TicketFiles files, FileLimits limits, SavedMappings saved, Organisation organisation) {
        this.loads = loads;
        this.files = files;
        this.limits = limits;
        this.saved = saved;
        this.organisation = organisation;
    }

    /**
     * Takes {@code {"source": ..., "tickets": [...]}}.
     *
     * @throws BatchRefusedException if it is nothing of the kind
     * @throws BatchesBusyException if it could not be saved in time
     * @throws ImportFailedException if there can be no source of that name
     */
    public BatchReport take(byte[] body) {
        BatchDocument document = BatchDocument.batch(body);
        String source = document.source() == null ? ImportRequest.DEFAULT_SOURCE : document.source();
        return take(document.tickets(), ImportRequest.sourceOf(source));
    }

    /**
     * Takes what a helpdesk sends when something has happened: a ticket or a batch in our own form, or one in the helpdesk's, whose columns are
     * recognised as those of a file are. The latter may tell only what has changed: what it lacks stays as it is stored.
     *
     * @param source of the tickets, whatever the event says
     * @throws BatchRefusedException if there are no tickets in it, or only a person could say what it means
     * @throws BatchesBusyException if it could not be saved in time
     */
    public BatchReport takeEvent(byte[] body, String source) {
        BatchDocument document = BatchDocument.event(body);
        return document.own() ? take(document.tickets(), source) : recognised(body, source);
    }

    private BatchReport take(List<JsonNode> tickets, String source) {
        BatchTable table = new BatchTable(limits);
        @Nullable Reject[] refused = new Reject[tickets.size()];
        for (int i = 0; i < refused.length; i++) {
            try {
                table.add(tickets.get(i));
            } catch (RejectedRowException unreadable) {
                refused[i] = unreadable.reject();
            }
        }
        RowConverter converter = new RowConverter(table.plan(organisation.zone()));
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < refused.length; i++) {
            Reject reject = refused[i];
            try {
                read.add(
                        reject == null
                                ? new Read(null, converter.ticket(table.row(i)), null)
                                : new Read(BatchTable.externalId(tickets.get(i)), null, reject));
            } catch (RejectedRowException unreadable) {
                read.add(new Read(BatchTable.externalId(tickets.get(i)), null, BatchTable.told(unreadable)));
            }
        }
        return save(source, read, converter.warnings(), null);
    }

    private BatchReport recognised(byte[] body, String source) {
        try (TicketFile file = files.open(body, "The body", new ReadAs(StandardCharsets.UTF_8, null, Long.MAX_VALUE))) {
            List<FileRow> rows = new ArrayList<>();
            FileProfile profile = FileProfile.of(file, row -> {
                if (rows.size() == BatchDocument.MOST_TICKETS) {
                    throw BatchRefusedException.tooLarge("Expected at most 1,000 tickets in an event.");
                }
                rows.add(row);
            });
            MappingDocument wishes = saved.find(source, profile.columns()).orElse(MappingDocument.NONE);
            ImportPlan plan = ImportPlan.of(profile, Recognition.of(profile, wishes), organisation.zone(), null);
            RowConverter converter = new RowConverter(plan);
            List<Read> read = new ArrayList<>();
            for (FileRow row : rows) {
                try {
                    read.add(new Read(null, withId(plan, row, converter.ticket(row)), null));
                } catch (RejectedRowException unreadable) {
                    read.add(new Read(null, null, unreadable.reject()));
                }
            }
            List<String> warnings = new ArrayList<>(plan.warnings());
            warnings.addAll(converter.warnings());
            return save(source, read, warnings, rows.size() == 1 ? told(plan.mapping()) : Set.of());
        } catch (DecisionNeededException | UnreadableFileException unreadable) {
            throw BatchRefusedException.unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    /** An id that is made from what a row says, as for a file, would make another ticket of each event. */
    private static TicketDraft withId(ImportPlan plan, FileRow row, TicketDraft draft) throws RejectedRowException {
        Integer column = plan.mapping().fields().get(TicketField.EXTERNAL_ID);
        if (column == null) {
            throw new RejectedRowException(new Reject(
                    row.line(),
                    TicketField.EXTERNAL_ID.apiName(),
                    "",
                    "no member was recognised as the ticket's id: send it as id, or in our own form as externalId"));
        }
        if (Ids.damaged(row.cell(column), plan.roundedIds())) {
            throw new RejectedRowException(new Reject(
                    row.line(),
                    plan.mapping().columns().get(column),
                    row.cell(column),
                    "digits are missing, as spreadsheets leave them out: expected the whole id"));
        }
        return draft;
    }

    /** The columns say it of the only row there is; of several rows each may lack some of them. */
    private static Set<TicketPart> told(ColumnMapping mapping) {
        Set<TicketPart> told = EnumSet.noneOf(TicketPart.class);
        for (TicketField field : mapping.fields().keySet()) {
            TicketPart part = switch (field) {
                case EXTERNAL_ID, UPDATED, JOB_TITLE -> null;
                case CREATED -> TicketPart.CREATED;
                case FIRST_REPLY, FIRST_REPLY_TIME -> TicketPart.FIRST_REPLY;
                case FIRST_SOLVED -> TicketPart.FIRST_SOLVED;
                case SOLVED, FULL_RESOLUTION_TIME -> TicketPart.SOLVED;
                case CLOSED -> TicketPart.CLOSED;
                case STATUS -> TicketPart.STATUS;
                case PRIORITY -> TicketPart.PRIORITY;
                case TYPE -> TicketPart.TYPE;
                case CHANNEL -> TicketPart.CHANNEL;
                case SUBJECT -> TicketPart.SUBJECT;
                case TEXT -> TicketPart.TEXT;
                case TAGS -> TicketPart.TAGS;
                case REQUESTER, REQUESTER_EMAIL -> TicketPart.REQUESTER;
                case COMPANY -> TicketPart.COMPANY;
                case AGENT, AGENT_EMAIL -> TicketPart.AGENT;
                case INDUSTRY -> TicketPart.INDUSTRY;
                case SUPPORT_TIER -> TicketPart.SUPPORT_TIER;
                case LOCATION -> TicketPart.LOCATION;
                case PILOT -> TicketPart.PILOT;
                case TOUCHES -> TicketPart.TOUCHES;
                case REOPENS -> TicketPart.REOPENS;
                case SATISFACTION -> TicketPart.SATISFACTION;
            };
            if (part != null) {
                told.add(part);
            }
        }
        return told;
    }

    /** @param told what all tickets tell, others of what they lack staying as it is stored; null where tickets are whole */
    private BatchReport save(String source, List<Read> read, List<String> warnings, @Nullable Set<TicketPart> told) {
        List<TicketDraft> drafts = new ArrayList<>();
        read.forEach(one -> {
            if (one.draft() != null) {
                drafts.add(one.draft());
            }
        });
        LoadResult result = NOTHING;
        List<DraftFate> fates = List.of();
        if (!drafts.isEmpty()) {
            awaitTurn();
            try (TicketLoad load = loads.begin(source)) {
                drafts.forEach(load::add);
                load.push();
                if (told != null) {
                    load.fillUp(told);
                }
                result = load.commit();
                fates = load.fates();
            } catch (CannotAcquireLockException taken) {
                throw new BatchesBusyException(taken);
            } finally {
                turns.release();
            }
        }
        return new BatchReport(
                source, counts(read.size(), result, read.size() - drafts.size()), rows(read, fates), warnings);
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BatchesBusyException();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BatchesBusyException(stopping);
        }
    }

    private static List<BatchRow> rows(List<Read> read, List<DraftFate> fates) {
        List<BatchRow> rows = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < read.size(); i++) {
            Read one = read.get(i);
            TicketDraft draft = one.draft();
            Reject reject = one.reject();
            if (draft != null) {
                DraftFate fate = fates.get(next++);
                String state = fate.state().name().toLowerCase(Locale.ROOT);
                rows.add(
                        new BatchRow(i, draft.externalId(), state, fate.ticket().value(), null, null, null));
            } else if (reject != null) {
                rows.add(BatchRow.rejected(i, one.externalId(), reject));
            }
        }
        return rows;
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
     * A ticket as it was read.
     *
     * @param externalId of one that was rejected, where it can be told
     * @param draft null where it was rejected
     * @param reject null where it was not
     */
    private record Read(
            @Nullable String externalId,
            @Nullable TicketDraft draft,
            @Nullable Reject reject) {}
}
