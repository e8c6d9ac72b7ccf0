package io.supportgenius.server.importing.files;

/** Texts as a database can keep them. */
final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Without NUL, and with half surrogate pairs replaced; the same text where there is neither. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == 0 || Character.isSurrogate(one)) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().filter(one -> one != 0).forEach(one -> {
            boolean half = one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE;
            repaired.appendCodePoint(half ? REPLACEMENT : one);
        });
        return repaired.toString();
    }
}
