package io.supportgenius.analytics.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into the pieces of words that a BERT model in lower case knows (Devlin et al. 2019, doi:10.18653/v1/N19-1423; Wu et
 * al. 2016, arXiv:1609.08144): control characters go, Chinese characters and punctuation stand alone, accents are taken off, letters
 * become small, and each word is cut from its beginning into the longest pieces known. A word with a part that is not known, or of
 * more than {@value #LONGEST_WORD} characters, is unknown as a whole. The names of special pieces, such as {@code [SEP]}, are
 * read as these pieces where a text has them, as the tokenizer of the model does.
 *
 * <p>Immutable and safe for use by many threads; the cost is proportional to the length of the text, of which no more is read than
 * the pieces asked for need.
 */
public final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";
    private static final String BEGIN = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final List<String> SPECIAL = List.of("[PAD]", UNKNOWN, BEGIN, END, "[MASK]");

    private final Map<String, Integer> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;
    private final int longest;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.begin = number(vocabulary, BEGIN);
        this.end = number(vocabulary, END);
        this.unknown = number(vocabulary, UNKNOWN);
        this.longest =
                vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * The pieces of a vocabulary.
     *
     * @param vocabulary the number of each piece; those inside of words begin with {@code ##}
     * @throws IllegalArgumentException if one of the special pieces is missing
     */
    public static WordPieces of(Map<String, Integer> vocabulary) {
        if (!vocabulary.keySet().containsAll(SPECIAL)) {
            throw new IllegalArgumentException("The vocabulary needs the pieces " + String.join(", ", SPECIAL));
        }
        return new WordPieces(Map.copyOf(vocabulary));
    }

    /**
     * The numbers of a text's pieces, between those that stand for beginning and end.
     *
     * @param most how many numbers at most, at least 2; what is beyond is left out
     */
    public int[] numbers(String text, int most) {
        var pieces = new Pieces(most);
        pieces.add(begin);
        int from = 0;
        while (from < text.length() && !pieces.full()) {
            int at = special(text, from);
            plain(text.substring(from, at), pieces);
            if (at == text.length()) {
                break;
            }
            String name = text.substring(at, text.indexOf(']', at) + 1);
            pieces.add(number(vocabulary, name));
            from = at + name.length();
        }
        return pieces.closed(end);
    }

    private static int number(Map<String, Integer> vocabulary, String piece) {
        return Objects.requireNonNull(vocabulary.get(piece));
    }

    /** Where the next name of a special piece begins; the text's length where there is none. */
    private static int special(String text, int from) {
        for (int at = text.indexOf('[', from); at >= 0; at = text.indexOf('[', at + 1)) {
            int start = at;
            if (SPECIAL.stream().anyMatch(name -> text.startsWith(name, start))) {
                return at;
            }
        }
        return text.length();
    }

    private void plain(String text, Pieces pieces) {
        int[] points = normalized(text);
        int start = 0;
        for (int at = 0; at <= points.length && !pieces.full(); at++) {
            boolean space = at == points.length || points[at] == ' ';
            boolean mark = !space && isPunctuation(points[at]);
            if (space || mark) {
                word(points, start, at, pieces);
                start = at + 1;
            }
            if (mark) {
                word(points, at, at + 1, pieces);
            }
        }
    }

    private static int[] normalized(String text) {
        var clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isSpace(point)) {
                clean.append(' ');
            } else if (isChinese(point)) {
                clean.append(' ').appendCodePoint(point).append(' ');
            } else if (!isControl(point)) {
                clean.appendCodePoint(point);
            }
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFD)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .toArray();
    }

    private void word(int[] points, int from, int to, Pieces pieces) {
        if (from >= to || pieces.full()) {
            return;
        }
        if (to - from > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        var word = new Pieces(LONGEST_WORD + 1);
        int start = from;
        while (start < to) {
            int known = Math.min(to, start + longest);
            @Nullable Integer piece = null;
            while (known > start) {
                String letters = new String(points, start, known - start);
                piece = vocabulary.get(start == from ? letters : INSIDE + letters);
                if (piece != null) {
                    break;
                }
                known--;
            }
            if (piece == null) {
                pieces.add(unknown);
                return;
            }
            word.add(piece);
            start = known;
        }
        for (int i = 0; i < word.count; i++) {
            pieces.add(word.numbers[i]);
        }
    }

    private static boolean isSpace(int point) {
        return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
    }

    private static boolean isControl(int point) {
        if (point == 0xfffd) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int point) {
        return point >= 0x4e00 && point <= 0x9fff
                || point >= 0x3400 && point <= 0x4dbf
                || point >= 0x20000 && point <= 0x2a6df
                || point >= 0x2a700 && point <= 0x2b73f
                || point >= 0x2b740 && point <= 0x2b81f
                || point >= 0x2b920 && point <= 0x2ceaf
                || point >= 0xf900 && point <= 0xfaff
                || point >= 0x2f800 && point <= 0x2fa1f;
    }

    private static boolean isPunctuation(int point) {
        if (point < 0x80) {
            return point > ' ' && point < 0x7f && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Numbers on their way, one place always kept for the end. */
    private static final class Pieces {

        private final int most;
        private int[] numbers = new int[64];
        private int count;

        Pieces(int most) {
            this.most = most;
        }

        boolean full() {
            return count >= most - 1;
        }

        void add(int number) {
            if (full()) {
                return;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }

        int[] closed(int end) {
            int[] closed = Arrays.copyOf(numbers, count + 1);
            closed[count] = end;
            return closed;
        }
    }
}
