package io.supportgenius.server.importing;

/**
 * A row that was not imported.
 *
 * @param line the line of the file on which the row starts, 1 = first
 * @param column the column at fault
 * @param value what stands there, shortened where it is long
 * @param reason what is wrong with it and what was expected
 */
public record Reject(long line, String column, String value, String reason) {
    private static final int LONGEST_VALUE = 200;

    public Reject {
        if (value.length() > LONGEST_VALUE) {
            boolean insidePair = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1));
            value = value.substring(0, insidePair ? LONGEST_VALUE - 1 : LONGEST_VALUE) + "…";
        }
    }

    /** The same of a row in one of several files of an archive; of the only file where its name is empty. */
    Reject in(String part) {
        return part.isEmpty() ? this : new Reject(line, column, value, reason + " (in " + part + ")");
    }
}
