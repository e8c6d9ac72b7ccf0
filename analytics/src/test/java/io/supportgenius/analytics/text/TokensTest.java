package io.supportgenius.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The export FAILED.|the export failed",
                "I don't know|i don't know",
                "I don’t know|i don't know",
                "soooo goooood|soo good",
                "12 users, 3.5 GB at 10:30|0 users 0 gb at 0",
                "see https://example.com/a?b=c now|see <address> now",
                "@anna_b help|<name> help",
                "What?! Really!!!|what ? ! really !!",
                "fixed :-) or not :(|fixed :) or not :(",
                "naïve café ÜBER|naïve café über",
                "well… 'quoted' words'|well quoted words",
                "<p>Not <b class=x>good</b>,<br/>sorry</p>|not good sorry",
                "&lt;b&gt; this&nbsp;&amp; that|b this that",
                "1 < 2 and 3 > 2, <3 you|0 0 and 0 0 0 you",
                "open <here and never closed|open here and never closed",
            })
    void textsAreReadAsWords(String text, String expected) {
        assertThat(String.join(" ", words(text))).isEqualTo(expected);
    }

    @Test
    void emojiAreWordsOfTheirOwn() {
        assertThat(words("great😀😡")).containsExactly("great", "😀", "😡");
    }

    @Test
    void symbolsThatStandForAFeelingAreWordsToo() {
        assertThat(words("☹ ❤️ ok")).containsExactly("☹", "❤", "ok");
        assertThat(Tokens.of("☹").words()).isEqualTo(1);
    }

    @Test
    void halfACharacterIsNoWordAndSwallowsNone() {
        assertThat(words("\ud83dbad \ude00 \ud83d")).containsExactly("bad");
    }

    /** The texts it has learned from are English: other scripts say nothing to it, so there is nothing to judge by. */
    @Test
    void wordsOfOtherScriptsAreReadButAreNothingToJudgeBy() {
        Tokens tokens = Tokens.of("服务太差了 плохо سيئ");

        assertThat(tokens.count()).isEqualTo(3);
        assertThat(tokens.words()).isZero();
        assertThat(Tokens.of("Müller, Łódź, đ, ạ").words()).isEqualTo(4);
    }

    @Test
    void marksAndNumbersAloneAreNothingToJudgeBy() {
        assertThat(Tokens.of("42 ?! 3:15").words()).isZero();
        assertThat(Tokens.of("").words()).isZero();
    }

    @Test
    void eachTokenKnowsItsPlaceInTheText() {
        String text = "Not «good», 12 x https://a.b @me :-( !!";
        Tokens tokens = Tokens.of(text);

        var pieces = new ArrayList<String>();
        for (int token = 0; token < tokens.count(); token++) {
            pieces.add(text.substring(tokens.start(token), tokens.end(token)));
        }
        assertThat(pieces).containsExactly("Not", "good", "12", "x", "https://a.b", "@me", ":-(", "!!");
    }

    @Test
    void onlyTheBeginningOfAHugeTextIsRead() {
        Tokens tokens = Tokens.of("word ".repeat(1_000_000));

        assertThat(tokens.count()).isEqualTo(Tokens.MOST_CHARACTERS / "word ".length());
    }

    @Test
    void anyCharactersGivePlacesInOrderInsideTheText() {
        var random = new SplittableRandom(1);
        for (int run = 0; run < 2000; run++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(96)));
            }
            Tokens tokens = Tokens.of(text.toString());
            int last = 0;
            for (int token = 0; token < tokens.count(); token++) {
                assertThat(tokens.start(token)).isGreaterThanOrEqualTo(last);
                assertThat(tokens.end(token)).isGreaterThan(tokens.start(token)).isLessThanOrEqualTo(text.length());
                assertThat(tokens.to(token)).isGreaterThan(tokens.from(token));
                last = tokens.end(token);
            }
        }
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text);
        var words = new ArrayList<String>();
        for (int token = 0; token < tokens.count(); token++) {
            words.add(new String(tokens.letters(), tokens.from(token), tokens.to(token) - tokens.from(token)));
        }
        return words;
    }
}
