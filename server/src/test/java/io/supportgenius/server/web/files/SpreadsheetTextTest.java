package io.supportgenius.server.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    private static final List<String> SIGNS =
            List.of("=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\u2212");
    private static final List<String> UNSEEN =
            List.of(" ", "\t", "\r", "\n", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u0000", "\u2028");
    private static final String LETTERS = "aZ09\"',;()!|%\u00E4\u6F22 =+-@";

    @Test
    void anEmptyTextStaysEmpty() {
        assertThat(SpreadsheetText.safe("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30 1234", "-5", "@SUM(A1)", "\t=1", "\rx", " =1+1", "\u200B=1", "\uFF1D1+1"})
    void whatASpreadsheetWouldComputeGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Printer", " 1 = 1", "a-b", "5 > 3", "\u00DCber", "'=1"})
    void whatItWouldNotStaysAsItIs(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
    }

    /** Whatever stands in front and behind: nothing that begins with a sign stays, and the text itself is never changed. */
    @RepeatedTest(500)
    void noTextBehindAnythingUnseenBeginsWithASign(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(UNSEEN.get(random.nextInt(UNSEEN.size())));
        }
        text.append(SIGNS.get(random.nextInt(SIGNS.size())));
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }

        assertThat(SpreadsheetText.safe(text.toString())).isEqualTo("'" + text);
    }
}
