package io.supportgenius.server.importing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Column names as they are compared: {@code Created Date}, {@code created_date} and {@code CreatedDate} are one name. */
final class HeaderName {
    private static final String LIST_SUFFIX = " [list]";
    private static final String CUSTOM_FIELD = "Custom field (";

    /** Objects that APIs and database views put around all fields of a ticket; they say nothing about a single one. */
    private static final Pattern WRAPPER =
            Pattern.compile("(?i)(?:fields|properties|ticket|incident|case|_source|custom_fields|attributes)\\.(?=.)");

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Set<String> ARTICLES = Set.of(
            "de", "da", "do", "das", "dos", "del", "della", "dello", "dell", "dei", "degli", "di", "du", "des", "d",
            "l", "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "der", "die", "den", "dem", "vom", "von",
            "zur", "zum", "of", "the", "het", "van");

    private static final Pattern NUMBER_SIGN = Pattern.compile("\\s*#\\s*$");

    private static final Pattern BRACKETS = Pattern.compile("\\s*[\\[(]([^\\[\\]()]*)[\\])]\\s*$");

    /** {@code dd/MM/yyyy} and its likes, also as Germans, French and Italians write it. */
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?i).*\\b(?:d{1,2}|t{1,2}|j{1,2}|g{1,2})[/.-]m{1,2}[/.-](?:y{2,4}|j{2,4}|a{2,4})\\b.*");

    private static final Pattern MONTH_FIRST = Pattern.compile("(?i).*\\bm{1,2}[/.-]d{1,2}[/.-]y{2,4}\\b.*");
    private static final Pattern MINUTES_AND_SECONDS = Pattern.compile("(?i).*[\\s_(\\[]m{1,3}:s{1,2}[)\\]]?\\s*");
    private static final Pattern UTC = Pattern.compile("(?i).*[\\s_(\\[](?:utc|gmt)[)\\]]?\\s*");

    /** Names that say nothing: those that programs give to columns without a name, and words for a time as such. */
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "|(?:column|col|field|spalte|feld|columna|coluna|colonne|colonna|campo|champ|unnamed|var|v|c|f|x)?\\d{0,4}"
                    + "|[a-z]|(?:date|datum|fecha|data|datetime|timestamp|time|dateheure|dataora|datahora|fechahora|zeit"
                    + "|zeitpunkt|zeitstempel|hora|ora|heure)\\d{0,2}");

    private HeaderName() {}

    /** Letters and digits of a name in lower case without accents; what helpdesks put around custom fields is taken off. */
    static String normalise(String header) {
        return letters(bare(header));
    }

    /** A normalised name without articles and the like: {@code Data da criação} is {@code data criação}. */
    static String withoutArticles(String header) {
        StringBuilder rest = new StringBuilder();
        for (String word : WORD_ENDS.split(bare(header))) {
            String letters = letters(word);
            if (!ARTICLES.contains(letters)) {
                rest.append(letters);
            }
        }
        return rest.toString();
    }

    private static String bare(String header) {
        String name = header.strip();
        if (name.endsWith(LIST_SUFFIX)) {
            name = name.substring(0, name.length() - LIST_SUFFIX.length());
        }
        if (name.startsWith(CUSTOM_FIELD) && name.endsWith(")")) {
            name = name.substring(CUSTOM_FIELD.length(), name.length() - 1);
        }
        Matcher wrapper = WRAPPER.matcher(name);
        if (wrapper.lookingAt()) {
            name = name.substring(wrapper.end());
        }
        // Ticket# is the ticket's number, and a column called # a number.
        return NUMBER_SIGN.matcher(name).replaceFirst(" number");
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * The ways to look a name up, the strictest first: as it is, without what stands in brackets at its end, which is a unit, a format or a
     * zone, and both without articles.
     */
    static List<String> readings(String header) {
        Matcher brackets = BRACKETS.matcher(header);
        if (!brackets.find() || brackets.start() == 0) {
            return List.of(normalise(header), withoutArticles(header));
        }
        String before = header.substring(0, brackets.start());
        return List.of(normalise(header), normalise(before), withoutArticles(header), withoutArticles(before));
    }

    /** What stands in brackets at the end of a name, in normalised form; empty where nothing does. */
    static String inBrackets(String header) {
        Matcher brackets = BRACKETS.matcher(header);
        return brackets.find() ? letters(brackets.group(1)) : "";
    }

    /** The order that a name states, as {@code Created (dd/mm/yyyy)} does; null where it states none. */
    static @Nullable DateOrder order(String header) {
        if (DAY_FIRST.matcher(header).matches()) {
            return DateOrder.DAY_FIRST;
        }
        return MONTH_FIRST.matcher(header).matches() ? DateOrder.MONTH_FIRST : null;
    }

    /** Whether a name says that its times are in UTC. */
    static boolean statesUtc(String header) {
        return UTC.matcher(header).matches();
    }

    /** Whether a name says that a clock in its column has minutes and seconds. */
    static boolean countsMinutes(String header) {
        return MINUTES_AND_SECONDS.matcher(header).matches();
    }

    /** Whether a name leaves open what its column means. */
    static boolean saysNothing(String header) {
        return SAYS_NOTHING.matcher(letters(header)).matches();
    }
}
