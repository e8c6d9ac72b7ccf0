package io.supportgenius.server.insights;

import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of a list ended, as text that fits into an address.
 *
 * @param sort order of the list
 * @param missing whether the last row had no value to sort by
 * @param value what the last row was sorted by; 0 when missing
 * @param id of the last row
 */
record Cursor(String sort, boolean missing, double value, long id) {

    private static final String PARAMETER = "after";

    String text() {
        String plain = String.join("|", sort, Boolean.toString(missing), Double.toString(value), Long.toString(id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws InvalidSelectionException if the text is no cursor, or that of a list in another order
     */
    static Cursor of(String text, String sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 4 && parts[0].equals(sort)) {
                return new Cursor(
                        sort, Boolean.parseBoolean(parts[1]), Double.parseDouble(parts[2]), Long.parseLong(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static InvalidSelectionException invalid(String text) {
        return new InvalidSelectionException(List.of(new Problem(
                PARAMETER,
                text,
                "This is not the end of a page of this list in this order; leave it out to begin at the first page.")));
    }
}
