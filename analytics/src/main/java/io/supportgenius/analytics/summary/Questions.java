package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several summaries answered in one pass over the facts, so that the rows of a selection are found once. Used by one thread, for
 * one run.
 */
public final class Questions {

    private final List<Question<?>> questions = new ArrayList<>();

    /** Asks for a summary; the returned instance holds the answer after {@link #answer}. */
    public <S extends Summary<S>> S ask(S summary) {
        questions.add(new Question<>(summary, null, null));
        return summary;
    }

    /**
     * Asks for a summary that blocks remember: where all rows of a block are selected, it is combined from there.
     *
     * @param key stands for this summary with its parameters; with {@code equals}
     * @param identity makes new empty summaries of the kind
     */
    public <S extends Summary<S>> S ask(Object key, Supplier<S> identity) {
        S summary = identity.get();
        questions.add(new Question<>(summary, key, identity));
        return summary;
    }

    /** Runs all questions over the selected rows. */
    public void answer(TicketFacts facts, Selection selection) {
        facts.scan(selection, chunk -> questions.forEach(question -> question.take(chunk)));
    }

    private record Question<S extends Summary<S>>(
            S summary, @Nullable Object key, @Nullable Supplier<S> identity) {

        void take(Chunk chunk) {
            if (key != null && identity != null && chunk.isWhole()) {
                FactsBlock block = chunk.block();
                summary.combine(block.remembered(key, () -> {
                    S whole = identity.get();
                    whole.accept(block.whole());
                    return whole;
                }));
            } else {
                summary.accept(chunk);
            }
        }
    }
}
