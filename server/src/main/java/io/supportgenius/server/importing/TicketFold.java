package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.store.TicketEvent;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketEffort;
import io.supportgenius.server.ticket.TicketTimes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes tickets of events that come ticket by ticket and in the order of time. Of each column a ticket has the last value, and of those that
 * tell how it began the first one; times, touches and reopens come from the file's own columns where it has them, else from the course of
 * events. Holds one ticket at a time, of it one value per column. Used by one thread.
 */
final class TicketFold {
    /** What a ticket began with: later rows often repeat these with somebody else's words. */
    private static final Set<TicketField> FIRST = EnumSet.of(
            TicketField.CREATED,
            TicketField.FIRST_REPLY,
            TicketField.FIRST_SOLVED,
            TicketField.CHANNEL,
            TicketField.SUBJECT,
            TicketField.TEXT,
            TicketField.REQUESTER,
            TicketField.REQUESTER_EMAIL);

    private static final Set<String> STATE_NAMES =
            Set.of("status", "state", "incidentstate", "ticketstatus", "estado", "etat", "statut", "stato", "zustand");
    private static final List<String> CUSTOMERS = List.of(
            "customer", "client", "requester", "end user", "user", "contact", "incoming", "inbound", "caller", "kunde");
    private static final List<String> AGENTS = List.of(
            "agent", "staff", "support", "admin", "operator", "employee", "outgoing", "outbound", "teammate", "agente");
    private static final List<String> MACHINES =
            List.of("system", "bot", "automat", "trigger", "workflow", "rule", "api");

    private final EventLog log;
    private final RowConverter converter;
    private final Consumer<TicketDraft> tickets;
    private final Set<Integer> firstColumns = new HashSet<>();

    private @Nullable String id;
    private String[] values = {};
    private List<String> last = List.of();
    private TicketCourse course = new TicketCourse();
    private long line;
    private long count;
    private long events;

    /** @param tickets takes each ticket when it is whole */
    TicketFold(EventLog log, RowConverter converter, Consumer<TicketDraft> tickets) {
        this.log = log;
        this.converter = converter;
        this.tickets = tickets;
        for (TicketField field : FIRST) {
            Integer column = log.mapping().fields().get(field);
            if (column != null) {
                firstColumns.add(column);
            }
        }
    }

    /** Takes the next event. */
    void accept(TicketEvent event) {
        if (!event.externalId().equals(id)) {
            end();
            id = event.externalId();
            values = new String[log.mapping().columns().size()];
            course = new TicketCourse();
            line = event.line();
        }
        events++;
        last = event.cells();
        for (int i = 0; i < Math.min(values.length, last.size()); i++) {
            String cell = last.get(i);
            boolean known = values[i] != null && !values[i].isEmpty();
            if (!cell.isEmpty() && !Placeholders.missing(cell) && !(known && firstColumns.contains(i))) {
                values[i] = cell;
            }
        }
        course.next(event.at());
        tell();
    }

    private void tell() {
        String role = cell(log.role()).toLowerCase(Locale.ROOT);
        String activity = cell(log.activity());
        if (!activity.isEmpty()) {
            course.activity(inRole(log.activities().meaning(activity), role));
        }
        String state = cell(log.state());
        if (!state.isEmpty() && changesState()) {
            course.state(log.states().meaning(state));
        }
        String actor = cell(log.actor());
        if (isAgent(role)) {
            course.byAgent();
        }
        if (!actor.isEmpty() && !isMachine(actor.toLowerCase(Locale.ROOT)) && !isRequester(actor)) {
            course.byActor();
        }
    }

    /** The answer of somebody who is no agent is none. */
    private static EventMeaning inRole(EventMeaning meaning, String role) {
        boolean answer = meaning == EventMeaning.REPLY || meaning == EventMeaning.FIRST_REPLY;
        return answer && !role.isEmpty() && !isAgent(role) ? EventMeaning.NONE : meaning;
    }

    private String cell(@Nullable Integer column) {
        if (column == null || column >= last.size()) {
            return "";
        }
        String cell = last.get(column);
        return Placeholders.missing(cell) ? "" : cell;
    }

    /** In a log of changed fields, whether the state is what has changed. */
    private boolean changesState() {
        return log.changedField() == null || STATE_NAMES.contains(HeaderName.normalise(cell(log.changedField())));
    }

    private static boolean isAgent(String role) {
        return !isMachine(role)
                && CUSTOMERS.stream().noneMatch(role::contains)
                && AGENTS.stream().anyMatch(role::contains);
    }

    private static boolean isMachine(String name) {
        return MACHINES.stream().anyMatch(word -> name.equals(word) || name.startsWith(word + " "))
                || name.startsWith("automat");
    }

    private boolean isRequester(String actor) {
        Integer requester = log.mapping().fields().get(TicketField.REQUESTER);
        Integer address = log.mapping().fields().get(TicketField.REQUESTER_EMAIL);
        return (requester != null && actor.equals(values[requester]))
                || (address != null && actor.equals(values[address]));
    }

    /**
     * Ends the last ticket.
     *
     * @throws ImportFailedException if rows of an earlier file, each of which was read then, cannot be read in the same way now
     */
    void end() {
        if (id == null) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? "" : values[i];
        }
        try {
            tickets.accept(withCourse(converter.convert(new FileRow(line, values))));
        } catch (RejectedRowException otherwise) {
            throw new ImportFailedException(
                    "Earlier events of ticket " + id + " cannot be read as those of this file: "
                            + otherwise.reject().column() + " is \""
                            + otherwise.reject().value() + "\", "
                            + otherwise.reject().reason() + ".",
                    otherwise);
        }
        count++;
        id = null;
    }

    private TicketDraft withCourse(TicketDraft ticket) {
        TicketTimes times = ticket.times();
        TicketEffort effort = ticket.effort();
        return new TicketDraft(
                ticket.externalId(),
                ticket.requester(),
                ticket.company(),
                ticket.assignee(),
                new TicketTimes(
                        times.created() != null ? times.created() : course.created(),
                        has(TicketField.FIRST_REPLY, TicketField.FIRST_REPLY_TIME)
                                ? times.firstReply()
                                : course.firstReply(),
                        log.mapping().has(TicketField.FIRST_SOLVED) ? times.firstSolved() : course.firstSolved(),
                        solved(times),
                        closed(times),
                        course.last()),
                ticket.kind(),
                ticket.text(),
                new TicketEffort(touches(effort.touches()), reopens(effort.reopens()), effort.satisfied()),
                ticket.profile(),
                ticket.sourceMetrics(),
                ticket.attributes());
    }

    /** Whether the file has a column for a time, a duration being one only with a column of what it is counted from. */
    private boolean has(TicketField time, TicketField duration) {
        ColumnMapping mapping = log.mapping();
        return mapping.has(time) || (mapping.has(duration) && mapping.has(TicketField.CREATED));
    }

    private @Nullable Instant solved(TicketTimes times) {
        if (has(TicketField.SOLVED, TicketField.FULL_RESOLUTION_TIME)) {
            return goneAgain(TicketField.SOLVED) ? null : times.solved();
        }
        if (log.tellsSolved()) {
            return course.solved();
        }
        return log.mapping().resolutionRefused() == null ? closed(times) : null;
    }

    private @Nullable Instant closed(TicketTimes times) {
        if (log.mapping().has(TicketField.CLOSED)) {
            return goneAgain(TicketField.CLOSED) ? null : times.closed();
        }
        return course.closed();
    }

    /** Whether a time that an earlier row holds was taken back: the ticket is open again, and the last row does not hold it. */
    private boolean goneAgain(TicketField field) {
        Integer column = log.mapping().fields().get(field);
        return column != null && course.openAgain() && cell(column).isEmpty();
    }

    private @Nullable Integer touches(@Nullable Integer own) {
        return switch (log.touches()) {
            case "column" -> own;
            case "replies" -> course.replies();
            case "agents" -> course.ofAgents();
            case "actors" -> course.ofActors();
            default -> null;
        };
    }

    private @Nullable Integer reopens(@Nullable Integer own) {
        if (log.mapping().has(TicketField.REOPENS)) {
            return own;
        }
        return log.tellsCourse() ? (Integer) course.reopens() : null;
    }

    /** Tickets so far. */
    long count() {
        return count;
    }

    /** Events so far, those of earlier files included. */
    long events() {
        return events;
    }
}
