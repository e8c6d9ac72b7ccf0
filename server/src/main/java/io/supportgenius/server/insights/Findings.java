package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Answers what stands out. */
@Service
public class Findings implements AutoCloseable {

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final KeptAnswers<TicketSelection, FindingsReport> answers = new KeptAnswers<>("findings");

    Findings(LiveFacts facts, SelectionResolver resolver) {
        this.facts = facts;
        this.resolver = resolver;
    }

    /**
     * The findings of a selection.
     *
     * @throws InvalidSelectionException if the selection names something that does not exist
     */
    public FindingsReport answer(TicketSelection selection) {
        Snapshot snapshot = facts.current();
        return answers.get(snapshot.facts(), selection, () -> question(selection, snapshot));
    }

    /**
     * The same for somebody who does not want to wait: empty when there is no answer within a time. The search goes on, so that asking
     * again some seconds later gets its answer.
     */
    public Optional<FindingsReport> answerWithin(TicketSelection selection, Duration longest) {
        Snapshot snapshot = facts.current();
        return answers.get(snapshot.facts(), selection, () -> question(selection, snapshot), longest);
    }

    private Function<CancelWatch, FindingsReport> question(TicketSelection selection, Snapshot snapshot) {
        var question = new FindingsQuestion(selection, snapshot, resolver.resolve(selection, snapshot.facts()));
        return watch -> question.answer();
    }

    @Override
    public void close() {
        answers.close();
    }
}
