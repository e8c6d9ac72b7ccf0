package io.supportgenius.server.importing;

import org.jspecify.annotations.Nullable;

/** Which sign separates decimals in a column; the other one separates thousands, as spaces and apostrophes do. */
enum NumberStyle {
    /** {@code 1,234.5}. */
    POINT('.', ','),
    /** {@code 1.234,5}. */
    COMMA(',', '.');

    private static final int GROUP = 3;

    private final char decimal;
    private final char thousands;

    NumberStyle(char decimal, char thousands) {
        this.decimal = decimal;
        this.thousands = thousands;
    }

    /** The number a stripped cell holds; null where it holds none in this style. */
    @Nullable
    Double read(String cell) {
        Double plain = Numbers.read(cell);
        if (plain != null && (this == POINT || cell.indexOf('.') < 0)) {
            return plain;
        }
        if (!Numbers.shaped(cell)) {
            return null;
        }
        int comma = cell.indexOf(decimal);
        String whole = comma < 0 ? cell : cell.substring(0, comma);
        String fraction = comma < 0 ? "" : cell.substring(comma + 1);
        if (!fraction.chars().allMatch(Character::isDigit)) {
            return null;
        }
        String digits = withoutGroups(whole);
        return digits == null ? null : Double.valueOf(fraction.isEmpty() ? digits : digits + "." + fraction);
    }

    private @Nullable String withoutGroups(String whole) {
        StringBuilder digits = new StringBuilder(whole.length());
        int sinceSign = -1;
        for (int i = 0; i < whole.length(); i++) {
            char sign = whole.charAt(i);
            if (Character.isDigit(sign) || i == 0) {
                digits.append(sign);
                sinceSign += sinceSign >= 0 ? 1 : 0;
            } else if (sign == thousands || Numbers.groups(sign)) {
                if (sinceSign >= 0 && sinceSign != GROUP) {
                    return null;
                }
                sinceSign = 0;
            } else {
                return null;
            }
        }
        return sinceSign >= 0 && sinceSign != GROUP ? null : digits.toString();
    }
}
