package io.supportgenius.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkovChainTest {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern MARK = Pattern.compile("[.?!]$");

    @ParameterizedTest
    @EnumSource(Mood.class)
    void everyThreeWordsInARowStandSoInAGivenSentence(Mood mood) {
        Set<String> given = new HashSet<>();
        TextMaker.sentences(mood).forEach(sentence -> given.addAll(triples(sentence)));

        MarkovChain chain = MarkovChain.of(TextMaker.sentences(mood));
        Randomness randomness = new Randomness(1, 0);
        for (int sentence = 0; sentence < 2000; sentence++) {
            assertThat(given).containsAll(triples(write(chain, randomness)));
        }
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void sentencesAreMadeNewAndHaveAtMost24Words(Mood mood) {
        MarkovChain chain = MarkovChain.of(TextMaker.sentences(mood));
        Randomness randomness = new Randomness(1, 0);
        Set<String> written = new HashSet<>();
        for (int sentence = 0; sentence < 2000; sentence++) {
            String text = write(chain, randomness);
            // An article and its word count as one, so a sentence has at most twice as many words as the chain has
            // steps.
            assertThat(SPACE.split(text, -1)).hasSizeBetween(5, 48);
            written.add(text);
        }
        written.removeAll(TextMaker.sentences(mood));
        assertThat(written).hasSizeGreaterThan(150);
    }

    @Test
    void aChainOfOneSentenceSaysThatSentence() {
        MarkovChain chain = MarkovChain.of(List.of("We need one more seat today."));

        assertThat(write(chain, new Randomness(1, 0))).isEqualTo("We need one more seat today.");
    }

    @Test
    void aQuestionEndsWithAQuestionMarkWhereverItsLastWordsComeFrom() {
        MarkovChain chain =
                MarkovChain.of(List.of("Could we see the monthly report today?", "You see the monthly report."));
        Randomness randomness = new Randomness(1, 0);

        for (int sentence = 0; sentence < 100; sentence++) {
            String text = write(chain, randomness);
            assertThat(text.endsWith("?")).isEqualTo(text.startsWith("Could"));
        }
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void thereAreAtLeast60GivenSentencesAndNoneTwice(Mood mood) {
        assertThat(TextMaker.sentences(mood)).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    private static String write(MarkovChain chain, Randomness randomness) {
        StringBuilder text = new StringBuilder();
        chain.write(randomness, text);
        return text.toString();
    }

    private static Set<String> triples(String sentence) {
        String[] words = SPACE.split(MARK.matcher(sentence).replaceFirst(""), -1);
        Set<String> triples = new HashSet<>();
        for (int word = 2; word < words.length; word++) {
            triples.add(words[word - 2] + " " + words[word - 1] + " " + words[word]);
        }
        return triples;
    }
}
