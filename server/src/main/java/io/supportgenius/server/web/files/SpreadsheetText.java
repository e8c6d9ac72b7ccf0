package io.supportgenius.server.web.files;

/**
 * Texts of strangers that a spreadsheet must take for texts. Spreadsheets compute a cell that begins with one of a few signs, also behind
 * blanks, and some take their full-width forms for the same; such a text gets an apostrophe in front, which spreadsheets do not show. See
 * the Open Worldwide Application Security Project, "CSV Injection".
 */
final class SpreadsheetText {

    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212";
    private static final char APOSTROPHE = '\'';

    private SpreadsheetText() {}

    /** The text, safe to open. */
    static String safe(String text) {
        return isComputed(text) ? APOSTROPHE + text : text;
    }

    /** Whether a spreadsheet could compute the text: its first visible character is a sign, or it begins with a control character. */
    static boolean isComputed(String text) {
        if (text.isEmpty()) {
            return false;
        }
        if (Character.isISOControl(text.charAt(0))) {
            return true;
        }
        return text.codePoints()
                .dropWhile(SpreadsheetText::isUnseen)
                .limit(1)
                .anyMatch(first -> SIGNS.indexOf(first) >= 0);
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
