package io.supportgenius.server.importing;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words in dates: months, weekdays and what joins them in English, Spanish, Portuguese, German, French, Italian and Dutch. */
final class DateWords {
    private static final String[] MONTHS = {
        "january jan enero ene janeiro januar janner janvier janv gennaio gen januari jaenner",
        "february feb febrero fevereiro fev februar feber fevrier fevr febbraio febr februari",
        "march mar marzo marco marz mrz mars maerz maart mrt",
        "april apr abril abr avril avr aprile",
        "may mayo maio mai mag maggio mei",
        "june jun junio junho juni juin giugno giu",
        "july jul julio julho juli juillet juil luglio lug",
        "august aug agosto ago aout aou augustus",
        "september sep sept septiembre setiembre setembro set septembre settembre sett",
        "october oct octubre outubro out oktober okt octobre ottobre ott",
        "november nov noviembre novembro novembre",
        "december dec diciembre dic dezembro dez dezember decembre dicembre dicbre"
    };

    private static final Set<String> WEEKDAYS =
            Set.of(("monday mon lunes lun segunda seg montag mo lundi lunedi maandag ma"
                            + " tuesday tue tues martes terca ter dienstag di mardi martedi dinsdag"
                            + " wednesday wed miercoles mie quarta qua mittwoch mi mercredi mer mercoledi woensdag wo mier"
                            + " thursday thu thur thurs jueves jue quinta qui donnerstag do jeudi jeu giovedi gio donderdag"
                            + " friday fri viernes vie sexta sex freitag fr vendredi ven venerdi vrijdag vr"
                            + " saturday sat sabado sab samstag sa sonnabend samedi sam sabato zaterdag za"
                            + " sunday sun domingo dom sonntag so dimanche dim domenica zondag zo feira")
                    .split(" "));

    private static final Set<String> JOINTS = Set.of(
            "de", "del", "do", "da", "di", "of", "the", "den", "der", "le", "il", "el", "om", "st", "nd", "rd", "th",
            "er", "e", "o", "a");

    private static final Set<String> BEFORE_TIMES =
            Set.of("at", "um", "as", "a", "las", "la", "alle", "ore", "h", "om", "um,", "kl", "y");

    private static final Set<String> AFTER_TIMES = Set.of("uhr", "h", "hs", "hrs", "hr", "uur");

    /**
     * Abbreviations that mean one offset wherever they are used, and those of North America, which others use so rarely that their files come from
     * there. {@link #ZONES_OF_SEVERAL} are used as much elsewhere.
     */
    private static final Map<String, ZoneOffset> ZONES = Map.ofEntries(
            Map.entry("UT", ZoneOffset.UTC),
            Map.entry("WET", ZoneOffset.UTC),
            Map.entry("WEST", ZoneOffset.ofHours(1)),
            Map.entry("CET", ZoneOffset.ofHours(1)),
            Map.entry("CEST", ZoneOffset.ofHours(2)),
            Map.entry("MEZ", ZoneOffset.ofHours(1)),
            Map.entry("MESZ", ZoneOffset.ofHours(2)),
            Map.entry("EET", ZoneOffset.ofHours(2)),
            Map.entry("EEST", ZoneOffset.ofHours(3)),
            Map.entry("EST", ZoneOffset.ofHours(-5)),
            Map.entry("EDT", ZoneOffset.ofHours(-4)),
            Map.entry("CDT", ZoneOffset.ofHours(-5)),
            Map.entry("MST", ZoneOffset.ofHours(-7)),
            Map.entry("MDT", ZoneOffset.ofHours(-6)),
            Map.entry("PST", ZoneOffset.ofHours(-8)),
            Map.entry("PDT", ZoneOffset.ofHours(-7)),
            Map.entry("AEDT", ZoneOffset.ofHours(11)),
            Map.entry("AEST", ZoneOffset.ofHours(10)),
            Map.entry("JST", ZoneOffset.ofHours(9)));

    /** Why a zone is not read, by its abbreviation. */
    private static final Map<String, String> ZONES_OF_SEVERAL = Map.of(
            "CST", "-06:00 in Chicago and +08:00 in Shanghai",
            "IST", "+05:30 in India, +02:00 in Israel and +01:00 in Ireland",
            "BST", "+01:00 in London and +06:00 in Dhaka");

    private static final Map<String, Integer> MONTH_OF = months();

    private DateWords() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < MONTHS.length; i++) {
            for (String name : MONTHS[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    /** A word in lower case without accents, as the other methods want it. */
    static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 'z') {
                return Normalizer.normalize(word, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }

    /** 1 to 12, or 0 where the word is no month. */
    static int month(String folded) {
        return MONTH_OF.getOrDefault(folded, 0);
    }

    /** Whether the word may stand in a date and says nothing that its numbers and month do not say. */
    static boolean passed(String folded) {
        return WEEKDAYS.contains(folded) || JOINTS.contains(folded);
    }

    /** Whether a month's name is a weekday's as well: {@code mar} is March, martes, martedì and mardi. */
    static boolean weekdayToo(String folded) {
        return folded.equals("mar");
    }

    static boolean beforeTime(String folded) {
        return BEFORE_TIMES.contains(folded);
    }

    static boolean afterTime(String folded) {
        return AFTER_TIMES.contains(folded);
    }

    /** The offsets that an abbreviation means, in words; null where that is not known. */
    static @Nullable String meanings(String abbreviation) {
        return ZONES_OF_SEVERAL.get(abbreviation);
    }

    /** The offset that an abbreviation of a zone means; null where it means several, or none. */
    static @Nullable ZoneOffset zone(String abbreviation) {
        return ZONES.get(abbreviation);
    }
}
