package io.supportgenius.server.importing;

/** Counts in sentences. */
final class Counted {

    private Counted() {}

    /** {@code 1 row has}, {@code 2 rows have}. */
    static String of(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
