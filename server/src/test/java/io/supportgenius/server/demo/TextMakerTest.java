package io.supportgenius.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.ticket.TicketText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextMakerTest {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.?!]) ");

    @ParameterizedTest
    @EnumSource(Mood.class)
    void everySentenceBeginsLikeOneOfTheMoodAndAtMostTheFirstLikeANeutralOne(Mood mood) {
        TextMaker texts = new TextMaker();
        Randomness randomness = new Randomness(1, 0);
        Set<String> own = openings(mood);
        Set<String> neutral = openings(Mood.NEUTRAL);
        for (int ticket = 0; ticket < 1000; ticket++) {
            TicketText text = texts.write(mood, randomness);
            List<String> sentences = List.of(END_OF_SENTENCE.split(Objects.requireNonNull(text.body()), -1));
            assertThat(sentences).hasSizeBetween(2, 5);
            assertThat(opening(sentences.get(0))).matches(first -> own.contains(first) || neutral.contains(first));
            assertThat(sentences.subList(1, sentences.size()))
                    .allSatisfy(sentence -> assertThat(own).contains(opening(sentence)));
        }
    }

    @Test
    void subjectAndTagAreThereWhateverTheMood() {
        TextMaker texts = new TextMaker();
        for (Mood mood : Mood.values()) {
            TicketText text = texts.write(mood, new Randomness(1, 0));
            assertThat(text.subject()).isNotBlank();
            assertThat(text.tags()).hasSize(1);
            // Drawn before the mood matters: the same random numbers give the same subject.
            assertThat(text.subject())
                    .isEqualTo(texts.write(Mood.NEUTRAL, new Randomness(1, 0)).subject());
        }
    }

    private static Set<String> openings(Mood mood) {
        Set<String> openings = new HashSet<>();
        TextMaker.sentences(mood).forEach(sentence -> openings.add(opening(sentence)));
        return openings;
    }

    private static String opening(String sentence) {
        return String.join(" ", Arrays.asList(SPACE.split(sentence, -1)).subList(0, 2));
    }
}
