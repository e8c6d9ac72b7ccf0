package io.supportgenius.server.importing;

import java.util.Locale;
import java.util.Set;

/** What helpdesks and spreadsheets write where there is no value. {@code Unspecified} and {@code Unknown} are values. */
final class Placeholders {
    private static final int LONGEST = 9;
    private static final int DAY_LENGTH = 10;

    /** First days of the calendars of databases and spreadsheets, which no ticket has seen. */
    private static final Set<String> DAYS = Set.of(
            "0000-00-00",
            "00/00/0000",
            "00.00.0000",
            "00-00-0000",
            "0001-01-01",
            "01/01/0001",
            "01.01.0001",
            "1899-12-30",
            "1899-12-31",
            "1753-01-01");

    /** Who helpdesks say works on a ticket that nobody works on. */
    private static final Set<String> NOBODY = Set.of(
            "no agent",
            "unassigned",
            "not assigned",
            "nobody",
            "no assignee",
            "no owner",
            "nicht zugewiesen",
            "nicht zugeordnet",
            "kein agent",
            "sin asignar",
            "no asignado",
            "sin agente",
            "não atribuído",
            "nao atribuido",
            "sem agente",
            "sem responsável",
            "não designado",
            "non assigné",
            "non attribué",
            "non affecté",
            "aucun agent",
            "non assegnato",
            "nessun agente",
            "niet toegewezen");

    /** Most cells are told from the words by their first character. */
    private static final String BEGINNINGS = "-–—?nN#([<\\uU";

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
        return stripped.length() <= LONGEST
                ? BEGINNINGS.indexOf(stripped.charAt(0)) >= 0 && WORDS.contains(stripped.toLowerCase(Locale.ROOT))
                : stripped.charAt(0) <= '1' && DAYS.contains(stripped.substring(0, DAY_LENGTH));
    }

    /** Whether the name of an agent says that there is none. */
    static boolean nobody(String name) {
        return NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a cell stands for a missing value in columns of dates, numbers, durations, flags and ids only: {@code NA} may be a country. */
    static boolean notAvailable(String stripped) {
        return stripped.equals("NA");
    }
}
