package io.supportgenius.server.importing;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no in the words of several languages. */
final class Flags {
    private static final int LONGEST = 6;

    private static final Set<String> YES = Set.of(
            "true", "yes", "y", "t", "1", "ja", "j", "si", "sí", "sì", "s", "sim", "oui", "o", "vrai", "wahr", "vero",
            "x");
    private static final Set<String> NO =
            Set.of("false", "no", "n", "f", "0", "nein", "não", "nao", "non", "faux", "falsch", "falso", "nee");

    private Flags() {}

    /** Whether a cell says yes; null where it says neither yes nor no. */
    static @Nullable Boolean read(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        return NO.contains(word) ? false : null;
    }
}
