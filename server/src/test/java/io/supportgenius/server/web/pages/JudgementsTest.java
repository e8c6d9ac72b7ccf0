package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.store.PlainWords;
import io.supportgenius.server.ticket.TicketText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The present model is {@link PlainWords}: a text with {@code awful} is negative. */
class JudgementsTest {

    private static final TicketText AWFUL = new TicketText("An awful day", "And more", List.of());

    private final Judgements judgements = new Judgements(new PlainWords(), model -> Optional.empty(), Words.wording());

    @Test
    void wordsArgueForALabelThatThePresentModelGivesToo() {
        JudgementView view = of(AWFUL, new SentimentScore(0.6, 0.3, 0.1));

        assertThat(view.outdated()).isFalse();
        assertThat(view.words()).containsExactly("awful");
        assertThat(view.subject()).extracting(JudgementView.Piece::strength).containsExactly(0, 3, 0);
    }

    @Test
    void noWordsArgueAgainstTheLabelOfAnEarlierModel() {
        JudgementView view = of(AWFUL, new SentimentScore(0.1, 0.3, 0.6));

        assertThat(view.kind()).isEqualTo("positive");
        assertThat(view.outdated()).isTrue();
        assertThat(view.words()).isEmpty();
        assertThat(view.subject()).containsExactly(new JudgementView.Piece("An awful day", 0));
        assertThat(view.body()).containsExactly(new JudgementView.Piece("And more", 0));
    }

    @Test
    void aTextThatThePresentModelCannotJudgeIsJudgedAnewToo() {
        JudgementView view = of(new TicketText(" ", null, List.of()), new SentimentScore(0.1, 0.3, 0.6));

        assertThat(view.outdated()).isTrue();
        assertThat(view.words()).isEmpty();
    }

    /** The accurate step may be left out, or not be loaded yet: the fast one does not speak for it. */
    @Test
    void aScoreOfTheAccurateStepIsNotOutdatedWhileTheStepIsNotThere() {
        JudgementView view =
                Objects.requireNonNull(judgements.of(AWFUL, new SentimentScore(0.1, 0.3, 0.6), "accurate-1", null));

        assertThat(view.judge()).isEqualTo("accurate");
        assertThat(view.outdated()).isFalse();
        assertThat(view.words()).isEmpty();
    }

    @Test
    void whatAPersonSaidNeedsNoWordsAndIsNeverOutdated() {
        JudgementView view = Objects.requireNonNull(
                judgements.of(AWFUL, new SentimentScore(0, 0, 1), "person", "Corrected by Ann on Monday."));

        assertThat(view.judge()).isEqualTo("person");
        assertThat(view.corrected()).isEqualTo("Corrected by Ann on Monday.");
        assertThat(view.outdated()).isFalse();
        assertThat(view.words()).isEmpty();
        assertThat(view.shares()).isEmpty();
    }

    private JudgementView of(TicketText text, @Nullable SentimentScore score) {
        return Objects.requireNonNull(judgements.of(text, score, "plain-words", null));
    }
}
