package io.supportgenius.server.insights;

import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended, as text that fits into an address. It holds the last row's own value, not its place, so that rows that
 * arrive between two pages move nothing.
 *
 * @param sort order of the list
 * @param value what the last row was sorted by: a number or a text; null when it had no value
 * @param id of the last row
 */
record Cursor(String sort, @Nullable String value, long id) {

    private static final String PARAMETER = "after";
    private static final String MISSING = "-";
    private static final String PRESENT = "+";

    String text() {
        String shown = value == null ? MISSING : PRESENT + value;
        String plain = String.join("|", sort, Long.toString(id), shown);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws InvalidSelectionException if the text is no cursor, or that of a list in another order
     */
    static Cursor of(String text, String sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
            if (parts.length == 3 && parts[0].equals(sort)) {
                String value = parts[2].startsWith(PRESENT) ? parts[2].substring(1) : null;
                return new Cursor(sort, value, Long.parseLong(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    /** The value as a number; 0 when missing. */
    double number() {
        try {
            return value == null ? 0 : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw invalid(text());
        }
    }

    private static InvalidSelectionException invalid(String text) {
        return new InvalidSelectionException(List.of(new Problem(
                PARAMETER,
                text,
                "This is not the end of a page of this list in this order; leave it out to begin at the first page.")));
    }
}
