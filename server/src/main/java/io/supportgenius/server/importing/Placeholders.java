package io.supportgenius.server.importing;

import java.util.Locale;
import java.util.Set;

/** What helpdesks and spreadsheets write where there is no value. {@code Unspecified} and {@code Unknown} are values. */
final class Placeholders {
    private static final int LONGEST = 9;
    private static final Set<String> WORDS = Set.of(
            "-",
            "--",
            "---",
            "–",
            "—",
            "?",
            "??",
            "n/a",
            "#n/a",
            "n.a.",
            "none",
            "(none)",
            "null",
            "(null)",
            "[null]",
            "<null>",
            "nan",
            "nat",
            "<na>",
            "nil",
            "\\n",
            "(blank)",
            "(empty)",
            "#value!",
            "#ref!",
            "#div/0!",
            "#name?",
            "undefined");

    private Placeholders() {}

    /** Whether a stripped cell that is not empty stands for a missing value in any column. */
    static boolean missing(String stripped) {
        return stripped.length() <= LONGEST && WORDS.contains(stripped.toLowerCase(Locale.ROOT));
    }

    /** Whether a cell stands for a missing value in columns of dates, numbers, durations, flags and ids only: {@code NA} may be a country. */
    static boolean notAvailable(String stripped) {
        return stripped.equals("NA");
    }
}
