package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Shortage;
import io.supportgenius.server.facts.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What answers are based on: said on every page. */
@Service
public class Freshness {

    private final LiveFacts facts;

    Freshness(LiveFacts facts) {
        this.facts = facts;
    }

    /** The state right now. */
    public State state() {
        Snapshot current = facts.current();
        return new State(
                facts.organisationName(),
                current.facts().zone(),
                current.facts().size(),
                current.complete(),
                current.loaded(),
                current.toLoad(),
                facts.shortage());
    }

    /** The first and the last day on which a ticket was created, in the organisation's zone; empty without any such ticket. */
    public Optional<Days> days() {
        TicketFacts columns = facts.current().facts();
        var questions = new Questions();
        Totals totals = questions.ask(Totals.KEY, Totals::new);
        questions.answer(columns, Selection.ALL);
        return totals.hasCreated()
                ? Optional.of(
                        new Days(day(totals.firstCreated(), columns.zone()), day(totals.lastCreated(), columns.zone())))
                : Optional.empty();
    }

    private static LocalDate day(long epochSecond, ZoneId zone) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
    }

    /** Both inclusive. */
    public record Days(LocalDate first, LocalDate last) {}

    /**
     * @param organisation the organisation's name, null where none was given
     * @param zone the organisation's zone
     * @param tickets tickets that answers are based on now
     * @param complete whether these are all tickets of the store
     * @param loaded tickets read so far while facts are loaded
     * @param toLoad tickets to read in all while facts are loaded
     * @param shortage why not all tickets are shown where memory does not suffice; else null
     */
    public record State(
            @Nullable String organisation,
            ZoneId zone,
            long tickets,
            boolean complete,
            long loaded,
            long toLoad,
            @Nullable Shortage shortage) {}
}
