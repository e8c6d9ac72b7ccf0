package io.supportgenius.server.importing;

import java.util.Locale;
import java.util.Set;

/** What helpdesks and spreadsheets write where there is no value. {@code Unspecified} and {@code Unknown} are values. */
final class Placeholders {
    private static final int LONGEST = 6;
    private static final Set<String> WORDS =
            Set.of("-", "--", "---", "?", "n/a", "#n/a", "none", "null", "(null)", "nan", "nil", "\\n");

    private Placeholders() {}

    /** Whether a stripped cell that is not empty stands for a missing value in any column. */
    static boolean missing(String stripped) {
        return stripped.length() <= LONGEST && WORDS.contains(stripped.toLowerCase(Locale.ROOT));
    }
}
