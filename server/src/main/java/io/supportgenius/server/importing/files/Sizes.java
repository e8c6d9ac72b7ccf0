package io.supportgenius.server.importing.files;

import org.springframework.util.unit.DataSize;

/** Sizes as people write them. */
public final class Sizes {
    private static final long KIBI = 1024;
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB"};

    private Sizes() {}

    /** The size in the largest unit that it is a whole number of. */
    public static String words(DataSize size) {
        long number = size.toBytes();
        int unit = 0;
        while (unit < UNITS.length - 1 && number % KIBI == 0) {
            number /= KIBI;
            unit++;
        }
        return number + " " + UNITS[unit];
    }
}
