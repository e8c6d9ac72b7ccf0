package io.supportgenius.server.importing;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The unit that a column of durations states in its name. */
public enum DurationUnit {
    MILLISECONDS(
            1,
            "milliseconds millisecond millis ms msec msecs millisekunden milisegundos milissegundos millisecondes millisecondi"),
    SECONDS(
            1_000,
            "seconds second secs sec s stc segundos segundo seg segs sekunden sekunde sek secondes seconde secondi"
                    + " secondo seconden"),
    MINUTES(60_000, "minutes minute mins min m mn minutos minuto minuten minuti minuut"),
    HOURS(3_600_000, "hours hour hrs hr h horas hora hs stunden stunde std heures heure ore ora uren uur"),
    DAYS(86_400_000, "days day d dias dia tage tagen tag jours jour j giorni giorno gg g dagen dag"),
    WEEKS(
            604_800_000,
            "weeks week w wk wks semanas semana wochen woche semaines semaine sem settimane settimana weken");

    /** A shorter word is a unit only in brackets, set off by a separator or behind a preposition: a score ends with {@code ore}, too. */
    private static final int SHORTEST_WORD = 4;

    private static final List<String> SURE = List.of("hrs", "stc");

    private static final Map<String, DurationUnit> WORDS = words();
    /** The longer first, so that {@code milliseconds} is not taken for seconds. */
    private static final List<String> SUFFIXES = suffixes();

    private static final Pattern SET_OFF = Pattern.compile("[_\\s.\\-\\[(]([\\p{L}]{1,3})[\\])]?\\s*$");
    /** That a time counts all hours is what we take it for anyway. */
    private static final Pattern CALENDAR = Pattern.compile("(?:in)?calendar(?:hours|time|minutes)?$");

    /** Whose hours are meant, not what is counted. */
    private static final Pattern BUSINESS = Pattern.compile(
            "(?i)[\\s_.-]*(?:with)?in[\\s_.-]+(?:business|working|operational|office)[\\s_.-]+hours?\\s*$");

    private final long milliseconds;
    private final String words;

    DurationUnit(long milliseconds, String words) {
        this.milliseconds = milliseconds;
        this.words = words;
    }

    private static Map<String, DurationUnit> words() {
        Map<String, DurationUnit> words = new HashMap<>();
        for (DurationUnit unit : values()) {
            for (String word : unit.words.split(" ")) {
                words.put(word, unit);
            }
        }
        return Map.copyOf(words);
    }

    private static List<String> suffixes() {
        return WORDS.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The unit a word names, in normalised form; null where it names none. */
    static @Nullable DurationUnit ofWord(String word) {
        return WORDS.get(word);
    }

    double inSeconds() {
        return milliseconds / 1000.0;
    }

    /** The unit at the end of a column's name; null where it names none. */
    static @Nullable DurationUnit ofHeader(String named) {
        String header = BUSINESS.matcher(named).replaceFirst("");
        DurationUnit inBrackets = ofWord(withoutPreposition(HeaderName.inBrackets(header)));
        if (inBrackets != null) {
            return inBrackets;
        }
        Matcher setOff = SET_OFF.matcher(header);
        if (setOff.find()) {
            DurationUnit unit = ofWord(HeaderName.normalise(setOff.group(1)));
            if (unit != null) {
                return unit;
            }
        }
        for (String name : HeaderName.readings(header)) {
            String plain = CALENDAR.matcher(name).replaceFirst("");
            for (String suffix : SUFFIXES) {
                if (plain.endsWith(suffix) && (alone(suffix) || behindPreposition(plain, suffix))) {
                    return WORDS.get(suffix);
                }
            }
        }
        return null;
    }

    private static boolean alone(String suffix) {
        return suffix.length() >= SHORTEST_WORD || SURE.contains(suffix);
    }

    private static boolean behindPreposition(String name, String suffix) {
        String before = name.substring(0, name.length() - suffix.length());
        return suffix.length() > 1 && (before.endsWith("in") || before.endsWith("en") || before.endsWith("em"));
    }

    private static String withoutPreposition(String words) {
        return words.length() > 2 && words.matches("(?:in|en|em)[a-z]+") && !WORDS.containsKey(words)
                ? words.substring(2)
                : words;
    }

    /** A normalised name without the unit at its end. */
    static String withoutUnit(String normalised) {
        String name = CALENDAR.matcher(normalised).replaceFirst("");
        for (String suffix : SUFFIXES) {
            if (name.length() > suffix.length() && name.endsWith(suffix)) {
                String rest = name.substring(0, name.length() - suffix.length());
                return rest.matches(".+(?:in|en|em)") ? rest.substring(0, rest.length() - 2) : rest;
            }
        }
        return name;
    }

    /** So many of this unit, to the millisecond. */
    Duration times(double number) {
        return Duration.ofMillis(Math.round(number * milliseconds));
    }
}
