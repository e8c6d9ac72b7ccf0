package io.supportgenius.server.importing.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * What a text is that is not UTF-8. Detectors tell Cyrillic, Greek, Hebrew and East Asian texts apart by how often which bytes follow each other, but
 * call everything in Latin letters Windows-1252. There the letters themselves decide: in the right encoding they are letters of one
 * language, lower case inside words, not beside digits, and signs do not stand between letters: {@code M\u00FCnchen}, not {@code M\u0081nchen}.
 */
final class EncodingGuess {
    /** In the order in which they win a tie. */
    private static final List<Charset> LATIN = Stream.of(
                    "windows-1252",
                    "IBM850",
                    "windows-1250",
                    "IBM437",
                    "IBM852",
                    "x-MacRoman",
                    "windows-1254",
                    "ISO-8859-2",
                    "windows-1257")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    /** The letters beside a to z of languages that share an encoding in practice. */
    private static final List<Set<Integer>> ALPHABETS = Stream.of(
                    "äöüß",
                    "éèêëàâçùûüîïôœæÿ",
                    "áéíóúñü",
                    "ãõáàâéêíóôúçü",
                    "àèéìòùíóú",
                    "åäöéü",
                    "æøåéö",
                    "áéíóúýþæöð",
                    "ąćęłńóśźż",
                    "áäčďéěíĺľňóôŕřšťúůýž",
                    "áéíóöőúüű",
                    "ăâîşţșț",
                    "čćđšž",
                    "çğıöşüâîû",
                    "ąčęėįšųūž",
                    "āčēģīķļņšūž")
            .map(letters -> letters.codePoints().boxed().collect(Collectors.toSet()))
            .toList();

    private static final String OPENING = "«„‚“‘¿¡‹";
    private static final String CLOSING = "»”…™®©°²³‰›";
    private static final String ANYWHERE = "’\u00A0\u00AD–—·";
    private static final String ALONE = "€£§•×±µ½¼¾º“”¢¥¬";

    /** From here on a text reads as a Latin one. */
    private static final double CONVINCING = 0.8;

    private EncodingGuess() {}

    /** The encoding that reads lines best; Windows-1252 where nothing tells. */
    static Charset of(byte[] lines) {
        Charset best = LATIN.get(0);
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Charset candidate : LATIN) {
            double score = score(new String(lines, candidate));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        Charset detected = detected(lines);
        return detected != null && bestScore < CONVINCING ? detected : best;
    }

    private static @Nullable Charset detected(byte[] lines) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(lines);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || !Charset.isSupported(name)) {
            return null;
        }
        Charset charset = Charset.forName(name);
        boolean latin = LATIN.contains(charset)
                || charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.US_ASCII)
                || charset.equals(StandardCharsets.ISO_8859_1);
        return latin ? null : charset;
    }

    /** How well a text reads: 1 where each sign beyond ASCII is where it belongs, less and below 0 where it is not. */
    private static double score(String text) {
        long[] inAlphabet = new long[ALPHABETS.size()];
        long signs = 0;
        long fitting = 0;
        long odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < 0x80) {
                continue;
            }
            signs++;
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
            if (Character.isLetter(one)) {
                if (strangeCase(before, one, after) || Character.isDigit(before) || Character.isDigit(after)) {
                    odd++;
                } else {
                    count(Character.toLowerCase(one), inAlphabet);
                }
            } else if (belongs(before, one, after)) {
                fitting++;
            } else {
                odd++;
            }
        }
        long letters = 0;
        for (long count : inAlphabet) {
            letters = Math.max(letters, count);
        }
        return signs == 0 ? 0 : (double) (letters + fitting - 2 * odd) / signs;
    }

    private static void count(int letter, long[] inAlphabet) {
        for (int i = 0; i < inAlphabet.length; i++) {
            if (ALPHABETS.get(i).contains(letter)) {
                inAlphabet[i]++;
            }
        }
    }

    private static boolean strangeCase(char before, char one, char after) {
        if (Character.isUpperCase(one)) {
            return Character.isLowerCase(before) || (Character.isLetter(before) && Character.isLowerCase(after));
        }
        return Character.isUpperCase(before) && Character.isUpperCase(after);
    }

    private static boolean belongs(char before, char one, char after) {
        return ANYWHERE.indexOf(one) >= 0
                || (OPENING.indexOf(one) >= 0 && !Character.isLetter(before))
                || (CLOSING.indexOf(one) >= 0 && !Character.isLetter(after))
                || (ALONE.indexOf(one) >= 0 && !Character.isLetter(before) && !Character.isLetter(after));
    }
}
