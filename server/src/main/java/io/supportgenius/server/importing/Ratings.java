package io.supportgenius.server.importing;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What customers' ratings mean, in words of several languages or as 1 to 5, of which 4 and 5 are good. */
final class Ratings {
    private static final double SCALE = 5;
    private static final double GOOD_FROM = 4;

    /** {@code 4/5}, {@code 4 stars}, or a number before the word that it means: {@code 2 - Satisfied}. */
    private static final Pattern COUNTED = Pattern.compile(
            "([0-9])(?:\\s*(/ ?5|/ ?5[.,]0|(?i:stars?|sterne?|estrellas?|estrelas?|[ée]toiles?|stell[ae]))|\\s*[-–:]\\s*(\\D+))?");

    private static final Set<String> GOOD = Set.of(
            "good",
            "satisfied",
            "very satisfied",
            "extremely satisfied",
            "highly satisfied",
            "happy",
            "great",
            "positive",
            "very good",
            "excellent",
            "good with comment",
            "gut",
            "sehr gut",
            "zufrieden",
            "sehr zufrieden",
            "positiv",
            "bueno",
            "buena",
            "muy bueno",
            "satisfecho",
            "muy satisfecho",
            "positivo",
            "positiva",
            "bom",
            "boa",
            "otimo",
            "muito bom",
            "satisfeito",
            "muito satisfeito",
            "bon",
            "bonne",
            "tres bon",
            "satisfait",
            "tres satisfait",
            "positif",
            "buono",
            "buona",
            "ottimo",
            "soddisfatto",
            "molto soddisfatto");
    private static final Set<String> BAD = Set.of(
            "bad",
            "dissatisfied",
            "unsatisfied",
            "very dissatisfied",
            "extremely dissatisfied",
            "not satisfied",
            "unhappy",
            "not good",
            "negative",
            "very bad",
            "poor",
            "very poor",
            "terrible",
            "bad with comment",
            "schlecht",
            "sehr schlecht",
            "unzufrieden",
            "sehr unzufrieden",
            "negativ",
            "malo",
            "mala",
            "muy malo",
            "insatisfecho",
            "muy insatisfecho",
            "negativo",
            "negativa",
            "mau",
            "ruim",
            "pessimo",
            "insatisfeito",
            "muito insatisfeito",
            "mauvais",
            "mauvaise",
            "insatisfait",
            "tres insatisfait",
            "negatif",
            "cattivo",
            "scarso",
            "insoddisfatto",
            "molto insoddisfatto");

    private Ratings() {}

    /** Whether ratings of a column can be understood, by the largest number it holds: words can, and scales up to 5. */
    static boolean known(double largest) {
        return largest == Double.NEGATIVE_INFINITY || largest >= GOOD_FROM && largest <= SCALE;
    }

    /**
     * Whether a customer was satisfied.
     *
     * @param largest the largest number of the column; negative infinity where it holds words
     * @return null where the customer was not asked, did not answer, or the scale is not known
     */
    static @Nullable Boolean satisfied(String cell, double largest) {
        Matcher counted = COUNTED.matcher(cell);
        if (counted.matches() && counted.group(2) != null) {
            return Integer.parseInt(counted.group(1)) >= GOOD_FROM;
        }
        String word = DateWords.folded(counted.matches() && counted.group(3) != null ? counted.group(3) : cell);
        if (GOOD.contains(word)) {
            return true;
        }
        if (BAD.contains(word)) {
            return false;
        }
        Double rating = Numbers.read(cell.replace(',', '.'));
        return rating == null || !known(largest) || rating < 1 ? null : rating >= GOOD_FROM;
    }
}
