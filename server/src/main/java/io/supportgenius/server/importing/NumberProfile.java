package io.supportgenius.server.importing;

/**
 * How the numbers of one column are written. Whether {@code 1.234} is a thousand or a little more than one is settled by the
 * column as a whole, as the order of its dates is.
 */
final class NumberProfile {
    private static final int GROUP = 3;

    private final Sign points = new Sign('.');
    private final Sign commas = new Sign(',');
    private long numbers;
    private long integers;
    private long largeIntegers;

    /** Counts one cell; whether it is a number in some way of writing. */
    boolean accept(String cell) {
        if (!Numbers.shaped(cell)) {
            return false;
        }
        numbers++;
        boolean separated = points.accept(cell);
        separated |= commas.accept(cell);
        if (!separated) {
            integers++;
            if (cell.length() > GROUP) {
                largeIntegers++;
            }
        }
        return true;
    }

    /** Cells that are numbers in some way of writing. */
    long numbers() {
        return numbers;
    }

    /**
     * The way the column writes numbers; where nothing tells, the point separates decimals.
     *
     * @param whole whether they can only be whole, as counts are
     */
    NumberStyle style(boolean whole) {
        boolean pointDecimal = decimal(points, whole);
        boolean commaDecimal = decimal(commas, whole);
        if (pointDecimal || points.cells == 0 && !commaDecimal) {
            return NumberStyle.POINT;
        }
        return commaDecimal || commas.cells == 0 ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    private boolean decimal(Sign sign, boolean whole) {
        if (sign.decimal > 0 || sign.grouping > 0) {
            return sign.decimal > sign.grouping;
        }
        // Only cells such as 1.234. A column that writes thousands without a sign, or that bears one in every cell, has
        // decimals.
        return sign.cells > 0 && !whole && (largeIntegers > 0 || integers == 0);
    }

    /** How often one sign stands where only decimals, or only thousands, can be separated by it. */
    private static final class Sign {
        private final char sign;
        private long cells;
        private long decimal;
        private long grouping;

        Sign(char sign) {
            this.sign = sign;
        }

        /** Whether the cell holds the sign. */
        boolean accept(String cell) {
            int last = cell.lastIndexOf(sign);
            if (last < 0) {
                return false;
            }
            cells++;
            int other = cell.lastIndexOf(sign == '.' ? ',' : '.');
            if (cell.indexOf(sign) < last || other > last) {
                grouping++;
            } else if (other >= 0 || cell.length() - last - 1 != GROUP || last > GROUP + 1 || startsWithZero(cell)) {
                decimal++;
            }
            return true;
        }

        private static boolean startsWithZero(String cell) {
            return cell.charAt(0) == '0'
                    || cell.length() > 1 && cell.charAt(1) == '0' && !Character.isDigit(cell.charAt(0));
        }
    }
}
