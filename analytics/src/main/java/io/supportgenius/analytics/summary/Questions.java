package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.Slice;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.facts.TicketFacts.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several summaries answered in one pass over the facts, so that the rows of a selection are found once and their columns unpacked
 * once. All processors take part; because the rows are shared out in the same way each time, the same question has the same answer to the
 * last digit. Used by one thread, for one run.
 */
public final class Questions {

    private final List<Question<?>> questions = new ArrayList<>();

    /** Asks for a summary; the returned instance holds the answer after {@link #answer}. */
    public <S extends Summary<S>> S ask(S summary) {
        questions.add(new Question<>(summary, null));
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
        questions.add(new Question<>(summary, key));
        return summary;
    }

    /** Runs all questions over the selected rows. */
    public void answer(TicketFacts facts, Selection selection) {
        List<Run> runs = facts.runs(selection);
        if (runs.size() == 1) {
            new Pass(questions).over(runs.get(0));
            return;
        }
        // Parts are combined in the order of the runs, whoever was ready first, and let go as soon as those before them
        // are in.
        runs.parallelStream()
                .map(run -> new Pass(questions.stream()
                                .<Question<?>>map(Question::anew)
                                .toList())
                        .over(run))
                .forEachOrdered(this::take);
    }

    private void take(Pass pass) {
        for (int i = 0; i < questions.size(); i++) {
            questions.get(i).combine(pass.questions.get(i));
        }
    }

    /** One walk over a run of blocks. */
    private static final class Pass {

        private final List<Question<?>> questions;
        private final Slice slice = new Slice();

        Pass(List<Question<?>> questions) {
            this.questions = questions;
        }

        Pass over(Run run) {
            run.scan(this::take);
            return this;
        }

        private void take(Chunk chunk) {
            var open = new ArrayList<Part<?>>();
            questions.forEach(question -> question.begin(chunk, open));
            var slices = new ArrayList<SliceSummary<?>>();
            for (Part<?> part : open) {
                if (part.summary instanceof SliceSummary<?> summary) {
                    slices.add(summary);
                } else {
                    part.summary.accept(chunk);
                }
            }
            if (!slices.isEmpty()) {
                chunk.slices(slice, rows -> slices.forEach(summary -> summary.accept(rows)));
            }
            open.forEach(Part::end);
        }
    }

    private record Question<S extends Summary<S>>(
            S summary, @Nullable Object key) {

        Question<S> anew() {
            return new Question<>(summary.identity(), key);
        }

        /** Takes what the block remembers, or opens a part that has to be worked out from the rows. */
        void begin(Chunk chunk, List<Part<?>> open) {
            FactsBlock block = chunk.block();
            if (key == null || !chunk.isWhole()) {
                open.add(new Part<>(summary, () -> {}));
                return;
            }
            S known = block.recalled(key);
            if (known != null) {
                summary.combine(known);
                return;
            }
            S whole = summary.identity();
            Object under = key;
            open.add(new Part<>(whole, () -> {
                block.remember(under, whole);
                summary.combine(whole);
            }));
        }

        @SuppressWarnings("unchecked")
        void combine(Question<?> other) {
            summary.combine((S) other.summary);
        }
    }

    /** A summary that has to see the rows of a chunk, and what is to be done then. */
    private record Part<S extends Summary<S>>(S summary, Runnable whenDone) {

        void end() {
            whenDone.run();
        }
    }
}
