package io.supportgenius.server.insights;

import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Answers the overview. */
@Service
public class Overviews {

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final Clock clock;

    Overviews(LiveFacts facts, SelectionResolver resolver, Clock clock) {
        this.facts = facts;
        this.resolver = resolver;
        this.clock = clock;
    }

    /** @throws InvalidSelectionException if the selection names something that does not exist */
    public Overview answer(TicketSelection selection, Baseline baseline) {
        Snapshot snapshot = facts.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), snapshot.facts().zone());
        var onAnyDay = new TicketSelection(null, null, selection.filters(), selection.q());
        return new OverviewQuestion(selection, resolver.resolve(onAnyDay, snapshot.facts()), snapshot, baseline, today)
                .compose();
    }
}
