package io.supportgenius.server.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.text.WordInfluence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private final Explanations explanations = new Explanations();
    private final List<String> made = new ArrayList<>();

    private List<WordInfluence> explain(String text) {
        return explanations.of(text, () -> {
            made.add(text);
            return List.of(new WordInfluence(0, text.length(), 0.5));
        });
    }

    @Test
    void whatWasMadeOnceIsNotMadeAgain() {
        assertThat(explain("awful")).isEqualTo(List.of(new WordInfluence(0, 5, 0.5)));
        assertThat(explain("awful")).isEqualTo(List.of(new WordInfluence(0, 5, 0.5)));

        assertThat(made).containsExactly("awful");
    }

    @Test
    void whatWasLookedAtLeastLatelyIsForgottenFirst() {
        for (int i = 0; i < Explanations.MOST; i++) {
            explain("text " + i);
        }
        explain("text 0");
        explain("one more");
        made.clear();

        explain("text 0");
        explain("text 1");

        assertThat(made).containsExactly("text 1");
    }
}
