package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketEffort;
import io.supportgenius.server.ticket.TicketKind;
import io.supportgenius.server.ticket.TicketText;
import io.supportgenius.server.ticket.TicketTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks one row after the other and turns it into a ticket. Used by one thread. */
final class RowConverter {
    /** A table as narrow as this may hold ids alone. */
    private static final int FEW_COLUMNS = 3;

    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "sum",
            "summe",
            "gesamt",
            "gesamtergebnis",
            "gesamtsumme",
            "total general",
            "total geral",
            "total general:",
            "totale",
            "totale complessivo",
            "total:");

    private final ImportPlan plan;
    private final List<Integer> attributes;
    private final List<Integer> sourceMetrics;
    private final ZonedTimes times;
    private final CellReader cells;

    RowConverter(ImportPlan plan) {
        this.plan = plan;
        this.attributes = plan.mapping().attributes();
        this.sourceMetrics = plan.mapping().sourceMetrics();
        this.times = new ZonedTimes(plan.zone());
        this.cells = new CellReader(plan, times);
    }

    /** Times that had to be shifted because of a change of clocks. */
    ZonedTimes times() {
        return times;
    }

    /** What the rows have shown that the columns as such did not. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (cells.damagedIds() > 0) {
            warnings.add(Counted.of(cells.damagedIds(), "id was", "ids were")
                    + " damaged by a spreadsheet, as in 5.67E+17: several tickets may bear one of them. Their rows were not"
                    + " merged; each got an id made from its contents, so a row that changes comes in as a new ticket. Export again"
                    + " and import the file without opening it in a spreadsheet.");
        }
        if (cells.unassigned() > 0) {
            warnings.add(Counted.of(cells.unassigned(), "agent was", "agents were")
                    + " read as missing because the name says that there is none.");
        }
        return warnings;
    }

    /**
     * The ticket a row describes.
     *
     * @throws RejectedRowException if a cell that matters cannot be read
     */
    TicketDraft convert(FileRow row) throws RejectedRowException {
        refuseFurtherFields(row);
        refuseLinesBeside(row);
        return ticket(row);
    }

    /**
     * The ticket a row describes that is known to be one.
     *
     * @throws RejectedRowException if a cell that matters cannot be read
     */
    TicketDraft ticket(FileRow row) throws RejectedRowException {
        String id = cells.externalId(row);
        Profile profile = profile(row);
        return new TicketDraft(
                id,
                requester(row),
                company(row, profile),
                agent(row),
                times(row),
                kind(row),
                new TicketText(cells.text(row, TicketField.SUBJECT), cells.text(row, TicketField.TEXT), tags(row)),
                effort(row),
                profile,
                named(row, sourceMetrics),
                named(row, attributes));
    }

    private void refuseFurtherFields(FileRow row) throws RejectedRowException {
        int expected = plan.mapping().columns().size();
        for (int i = expected; i < row.cells().length; i++) {
            if (!row.cell(i).isEmpty()) {
                throw new RejectedRowException(new Reject(
                        row.line(),
                        "Column " + (i + 1),
                        row.cell(i),
                        "too many fields: expected " + expected + " as in the header, found " + row.cells().length));
            }
        }
    }

    /** Reports end with lines that are no tickets: notes in the first cell alone, and totals. */
    private void refuseLinesBeside(FileRow row) throws RejectedRowException {
        Integer created = plan.mapping().fields().get(TicketField.CREATED);
        if (created == null
                || plan.mapping().columns().size() < FEW_COLUMNS
                || !row.cell(created).isEmpty()) {
            return;
        }
        int filled = 0;
        for (int i = 0; i < row.cells().length; i++) {
            filled += row.cell(i).isEmpty() ? 0 : 1;
        }
        String first = row.cell(0);
        if (filled == 1 && first.indexOf(' ') > 0 || TOTALS.contains(DateWords.folded(first))) {
            throw new RejectedRowException(new Reject(
                    row.line(),
                    plan.mapping().columns().get(0),
                    first,
                    "no ticket but a note or a total: expected a creation time, or more than this cell"));
        }
    }

    private Profile profile(FileRow row) throws RejectedRowException {
        return new Profile(
                cells.text(row, TicketField.INDUSTRY),
                cells.text(row, TicketField.SUPPORT_TIER),
                cells.text(row, TicketField.LOCATION),
                cells.flag(row, TicketField.PILOT));
    }

    private @Nullable CustomerDraft requester(FileRow row) throws RejectedRowException {
        String name = cells.name(row, TicketField.REQUESTER);
        String email = cells.name(row, TicketField.REQUESTER_EMAIL);
        return name == null && email == null
                ? null
                : new CustomerDraft(name, email, null, cells.text(row, TicketField.JOB_TITLE));
    }

    /** Industry, tier and pilot belong to the customer's company; a location may be the ticket's own. */
    private @Nullable CompanyDraft company(FileRow row, Profile profile) throws RejectedRowException {
        String name = cells.name(row, TicketField.COMPANY);
        return name == null
                ? null
                : new CompanyDraft(
                        name,
                        null,
                        null,
                        new Profile(profile.industry(), profile.supportTier(), null, profile.pilot()));
    }

    private @Nullable AgentDraft agent(FileRow row) throws RejectedRowException {
        String name = cells.name(row, TicketField.AGENT);
        String email = cells.name(row, TicketField.AGENT_EMAIL);
        return name == null && email == null ? null : new AgentDraft(name, email, null, null, null);
    }

    private TicketTimes times(FileRow row) throws RejectedRowException {
        Instant created = cells.time(row, TicketField.CREATED);
        Instant closed = cells.time(row, TicketField.CLOSED);
        return new TicketTimes(
                created,
                timeOrDuration(row, TicketField.FIRST_REPLY, TicketField.FIRST_REPLY_TIME, created, null),
                cells.time(row, TicketField.FIRST_SOLVED),
                timeOrDuration(
                        row,
                        TicketField.SOLVED,
                        TicketField.FULL_RESOLUTION_TIME,
                        created,
                        plan.mapping().closedIsSolved() ? closed : null),
                closed,
                cells.time(row, TicketField.UPDATED));
    }

    /** The column of times wins even where its cell is empty: that says it has not happened. */
    private @Nullable Instant timeOrDuration(
            FileRow row, TicketField time, TicketField duration, @Nullable Instant created, @Nullable Instant otherwise)
            throws RejectedRowException {
        Duration lasted = cells.duration(row, duration);
        if (plan.mapping().has(time)) {
            return cells.time(row, time);
        }
        if (plan.mapping().has(duration)) {
            return created == null || lasted == null ? null : created.plus(lasted);
        }
        return otherwise;
    }

    private TicketKind kind(FileRow row) throws RejectedRowException {
        return new TicketKind(
                word(row, TicketField.STATUS),
                word(row, TicketField.PRIORITY),
                cells.text(row, TicketField.TYPE),
                word(row, TicketField.CHANNEL));
    }

    private @Nullable String word(FileRow row, TicketField field) {
        String cell = cells.text(row, field);
        Desk desk = plan.mapping().desk();
        return cell == null || desk == null ? cell : desk.word(field, cell);
    }

    private TicketEffort effort(FileRow row) throws RejectedRowException {
        return new TicketEffort(
                cells.count(row, TicketField.TOUCHES), cells.count(row, TicketField.REOPENS), cells.satisfied(row));
    }

    private List<String> tags(FileRow row) throws RejectedRowException {
        String tags = cells.text(row, TicketField.TAGS);
        if (tags == null) {
            return List.of();
        }
        // Helpdesks separate by comma or semicolon; only where there is neither do spaces separate.
        String separator = tags.indexOf(',') >= 0 || tags.indexOf(';') >= 0 ? "[,;]" : "\\s+";
        return Stream.of(tags.split(separator))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private Map<String, String> named(FileRow row, List<Integer> columns) {
        Map<String, String> values = new HashMap<>();
        for (int column : columns) {
            String cell = row.cell(column);
            if (!cell.isEmpty() && !Placeholders.missing(cell)) {
                values.put(plan.mapping().columns().get(column), cell);
            }
        }
        return values;
    }
}
