package io.supportgenius.server.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.supportgenius.analytics.text.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our tokenizer against that of the model's makers (Hugging Face tokenizers, by DJL), which reads the same file. */
class WordPiecesTest {

    private static final int PLENTY = 10_000;

    private static WordPieces ours;
    private static HuggingFaceTokenizer theirs;

    @BeforeAll
    static void load() throws IOException {
        ours = SentenceEmbedder.wordPieces();
        try (InputStream file = WordPiecesTest.class.getResourceAsStream("/e5-small-v2-q-tokenizer.json")) {
            theirs = HuggingFaceTokenizer.newInstance(
                    Objects.requireNonNull(file), Map.of("truncation", "false", "padding", "false"));
        }
    }

    @AfterAll
    static void close() {
        theirs.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "query: The update is terrible, nothing works any more!!!",
                "Ça va très bien, naïve café — Ångström",
                "İstanbul DİYARBAKIR ΣΊΣΥΦΟΣ straße ﬁne",
                "服务太差了 and 東京タワー",
                "안녕하세요 세계 नमस्ते ไทย العربية",
                "😡😡 so 👩‍💻 angry 🇩🇪 \u2764\ufe0f",
                "can't won't it's 'quoted' \"double\" a-b_c/d\\e {x} [y] <z>",
                "[CLS] [SEP] [MASK] [UNK] [PAD] [cls] [ SEP ] x[SEP]y ]][[MASK]]",
                "\u0000\u0001\ufffd\u00ad\u200b\u200d\ufeff soft\u00adhyphen zero\u200bwidth",
                "tab\tnew\nline\r\nform\ffeed\u000bvertical\u0085nel\u00a0nbsp\u2003em\u3000ideographic\u2028line",
                "e\u0301 o\u0308 n\u0303 \u0301alone a\u0327\u0301",
                "$100 +5% ~ ^ ` | = < > © ® ™ € £ § ° ² ½ №",
                "https://example.org/a?b=c&d=e#f user@example.com v1.2.3 C++ .NET"
            })
    void hardStringsAreCutAsTheModelWasTaught(String text) {
        assertThat(ours.numbers(text, PLENTY)).isEqualTo(theirs(text));
    }

    @Test
    void wordsOfAHundredCharactersAreCutAndLongerOnesAreUnknown() {
        for (int length : new int[] {99, 100, 101, 300}) {
            String text = "a".repeat(length) + " b";

            assertThat(ours.numbers(text, PLENTY)).as(length + " characters").isEqualTo(theirs(text));
        }
    }

    /**
     * Every character, alone and inside a word. Theirs knows the marks and signs of an older Unicode: some hundred of rare scripts, the
     * first of them U+07FD of N'Ko, are read otherwise (367 of them with Java 17).
     */
    @Test
    void everyCharacterButSomeNewerMarksIsReadTheSame() {
        List<Integer> different = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .filter(Character::isDefined)
                .filter(point -> {
                    String text = "a" + Character.toString(point) + "b " + Character.toString(point);
                    return !Arrays.equals(ours.numbers(text, PLENTY), theirs(text));
                })
                .boxed()
                .toList();

        assertThat(different).hasSizeLessThan(400).allMatch(point -> point >= 0x07fd);
    }

    @Test
    void randomTextsAreCutTheSame() {
        var random = new SplittableRandom(7);
        List<String> parts = List.of(
                "the", "not", "un", "believ", "able", "ing", "ß", "É", "ö", "i\u0307", "Σ", "中", "ア", "한", "й", "ם",
                "ก", " ", " ", " ", " ", "\n", "\t", ".", ",", "!", "?", "'", "-", "_", "[SEP]", "[", "]", "##", "0",
                "42", "😡", "\u200d", "\u0301", "\u00a0", "&amp;", "<b>", "@", "#", "$", "€", "x", "Q", "zz");
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(parts.get(random.nextInt(parts.size())));
            }

            assertThat(ours.numbers(text.toString(), PLENTY))
                    .as(() -> "text " + text)
                    .isEqualTo(theirs(text.toString()));
        }
    }

    @Test
    void noMoreThanTheNumbersAskedForAreGivenAndTheEndIsAmongThem() {
        int[] whole = ours.numbers("one two three four five", PLENTY);

        int[] some = ours.numbers("one two three four five", 4);

        assertThat(some).hasSize(4).startsWith(Arrays.copyOf(whole, 3)).endsWith(whole[whole.length - 1]);
    }

    private static int[] theirs(String text) {
        return Arrays.stream(theirs.encode(text).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
