package io.supportgenius.analytics.text;

import java.util.Arrays;

/**
 * The words of a text in the form a model sees them, each with its place in the text. Words are in lower case with at most two equal
 * letters in a row; numbers, web addresses and names after an at sign stand for their kind; runs of exclamation or question
 * marks, emoticons and emoji count as words. Tags and entities of HTML are left out. Only the first
 * {@value #MOST_CHARACTERS} characters are read.
 */
final class Tokens {

    static final int MOST_CHARACTERS = 10_000;

    private static final String NUMBER = "0";
    private static final String ADDRESS = "<address>";
    private static final String NAME = "<name>";
    private static final int LONGEST_TAG = 1000;
    private static final int LONGEST_ENTITY = 10;
    private static final String EYES = ":;=";
    private static final String MOUTHS = ")(]DPp/|";

    private final String text;
    private final int length;
    private char[] letters = new char[256];
    private int used;
    private int[] places = new int[256];
    private int count;
    private int words;

    private Tokens(String text) {
        this.text = text;
        this.length = Math.min(text.length(), MOST_CHARACTERS);
    }

    static Tokens of(String text) {
        var tokens = new Tokens(text);
        tokens.read();
        return tokens;
    }

    int count() {
        return count;
    }

    /** Tokens that say something by themselves: words in Latin letters, emoticons and emoji, not numbers, placeholders or marks. */
    int words() {
        return words;
    }

    /** Letters of all tokens, one after the other. */
    char[] letters() {
        return letters;
    }

    /** Index of a token's first letter in {@link #letters()}. */
    int from(int token) {
        return places[4 * token];
    }

    /** Index after a token's last letter in {@link #letters()}. */
    int to(int token) {
        return places[4 * token + 1];
    }

    /** Index of a token's first character in the text. */
    int start(int token) {
        return places[4 * token + 2];
    }

    /** Index after a token's last character in the text. */
    int end(int token) {
        return places[4 * token + 3];
    }

    boolean isWord(int token) {
        return Character.isLetter(letters[from(token)]);
    }

    boolean isLatin(int token) {
        return isLatin(letters[from(token)]);
    }

    private void read() {
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                at = word(at);
            } else if (isSymbol(at)) {
                at = symbol(at);
            } else if (c == '<') {
                at = afterTag(at);
            } else if (c == '&') {
                at = afterEntity(at);
            } else if (Character.isDigit(c)) {
                at = standIn(NUMBER, at, run(at, false));
            } else if (c == '@' && at + 1 < length && Character.isLetter(text.charAt(at + 1))) {
                at = standIn(NAME, at, run(at + 1, true));
            } else if (c == '!' || c == '?') {
                at = marks(at, c);
            } else if (EYES.indexOf(c) >= 0) {
                at = emoticon(at);
            } else {
                at++;
            }
        }
    }

    private int word(int start) {
        if (text.startsWith("http://", start) || text.startsWith("https://", start) || text.startsWith("www.", start)) {
            int end = start;
            while (end < length && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            return standIn(ADDRESS, start, end);
        }
        int from = used;
        int at = start;
        while (at < length && isPartOfWord(at)) {
            char c = text.charAt(at) == '\u2019' ? '\'' : Character.toLowerCase(text.charAt(at));
            boolean third = used - from >= 2 && letters[used - 1] == c && letters[used - 2] == c;
            if (!third) {
                append(c);
            }
            at++;
        }
        words += isLatin(letters[from]) ? 1 : 0;
        place(from, start, at);
        return at;
    }

    private static boolean isLatin(char letter) {
        return letter < '\u0250' || letter >= '\u1e00' && letter < '\u1f00';
    }

    /** A whole character beyond the first 65,536, as most emoji are, or one of the older symbols such as a heart. */
    private boolean isSymbol(int at) {
        char c = text.charAt(at);
        return c >= '\u2600' && c < '\u27c0' || at + 1 < length && Character.isSurrogatePair(c, text.charAt(at + 1));
    }

    private int symbol(int start) {
        int end = Character.isHighSurrogate(text.charAt(start)) ? start + 2 : start + 1;
        words++;
        return standIn(text.substring(start, end), start, end);
    }

    /** After a tag such as {@code <br/>}; after the sign where it begins none. */
    private int afterTag(int start) {
        int name = start + 1 < length && text.charAt(start + 1) == '/' ? start + 2 : start + 1;
        if (name < length && Character.isLetter(text.charAt(name))) {
            for (int at = name; at < length && at - start < LONGEST_TAG && text.charAt(at) != '<'; at++) {
                if (text.charAt(at) == '>') {
                    return at + 1;
                }
            }
        }
        return start + 1;
    }

    /** After an entity such as {@code &nbsp;}; after the sign where it begins none. */
    private int afterEntity(int start) {
        int at = start + 1;
        while (at < length && at - start < LONGEST_ENTITY && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at < length && text.charAt(at) == ';' ? at + 1 : start + 1;
    }

    /** Letters, and apostrophes between letters. */
    private boolean isPartOfWord(int at) {
        char c = text.charAt(at);
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        return (c == '\'' || c == '\u2019') && at + 1 < length && Character.isLetter(text.charAt(at + 1));
    }

    private int run(int start, boolean name) {
        int at = start;
        while (at < length
                && (Character.isLetterOrDigit(text.charAt(at))
                        || name && text.charAt(at) == '_'
                        || !name && ".,:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private int marks(int start, char mark) {
        int at = start;
        while (at < length && text.charAt(at) == mark) {
            at++;
        }
        return standIn(at - start > 1 ? mark + "" + mark : String.valueOf(mark), start, at);
    }

    /** Eyes, perhaps a nose, and a mouth. */
    private int emoticon(int start) {
        int mouth = start + 1 < length && text.charAt(start + 1) == '-' ? start + 2 : start + 1;
        if (mouth >= length || MOUTHS.indexOf(text.charAt(mouth)) < 0) {
            return start + 1;
        }
        words++;
        return standIn(":" + text.charAt(mouth), start, mouth + 1);
    }

    private int standIn(String token, int start, int end) {
        int from = used;
        for (int i = 0; i < token.length(); i++) {
            append(token.charAt(i));
        }
        place(from, start, end);
        return end;
    }

    private void append(char c) {
        if (used == letters.length) {
            letters = Arrays.copyOf(letters, 2 * used);
        }
        letters[used++] = c;
    }

    private void place(int from, int start, int end) {
        if (4 * count == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[4 * count] = from;
        places[4 * count + 1] = used;
        places[4 * count + 2] = start;
        places[4 * count + 3] = end;
        count++;
    }
}
