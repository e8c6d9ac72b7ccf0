package io.supportgenius.analytics.facts;

/** A column of dictionary codes in the narrowest array that holds them; immutable. */
abstract sealed class Codes {

    static Codes of(int[] codes) {
        int highest = 0;
        for (int code : codes) {
            highest = Math.max(highest, code);
        }
        if (highest == 0) {
            return new Zeros();
        }
        if (highest <= 0xff) {
            return new Bytes(codes);
        }
        return highest <= 0xffff ? new Shorts(codes) : new Ints(codes.clone());
    }

    abstract int at(int row);

    /** All values are missing. */
    static final class Zeros extends Codes {

        @Override
        int at(int row) {
            return 0;
        }
    }

    static final class Bytes extends Codes {

        private final byte[] codes;

        Bytes(int[] wide) {
            codes = new byte[wide.length];
            for (int i = 0; i < wide.length; i++) {
                codes[i] = (byte) wide[i];
            }
        }

        @Override
        int at(int row) {
            return codes[row] & 0xff;
        }
    }

    static final class Shorts extends Codes {

        private final short[] codes;

        Shorts(int[] wide) {
            codes = new short[wide.length];
            for (int i = 0; i < wide.length; i++) {
                codes[i] = (short) wide[i];
            }
        }

        @Override
        int at(int row) {
            return codes[row] & 0xffff;
        }
    }

    static final class Ints extends Codes {

        private final int[] codes;

        Ints(int[] codes) {
            this.codes = codes;
        }

        @Override
        int at(int row) {
            return codes[row];
        }
    }
}
