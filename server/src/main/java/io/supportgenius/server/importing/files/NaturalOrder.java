package io.supportgenius.server.importing.files;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The order of numbered names: {@code part_2} comes before {@code part_10}. */
final class NaturalOrder {
    static final Comparator<String> OF_NAMES = NaturalOrder::compare;

    private static final Pattern PIECES = Pattern.compile("\\d+|\\D+");

    private NaturalOrder() {}

    private static int compare(String one, String other) {
        List<String> left = pieces(one);
        List<String> right = pieces(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePieces(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(left.size(), right.size());
        return order != 0 ? order : one.compareTo(other);
    }

    private static int comparePieces(String one, String other) {
        boolean numbers = isNumber(one) && isNumber(other);
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    private static boolean isNumber(String piece) {
        return piece.chars().allMatch(one -> one >= '0' && one <= '9');
    }

    private static List<String> pieces(String name) {
        return PIECES.matcher(name).results().map(MatchResult::group).toList();
    }
}
