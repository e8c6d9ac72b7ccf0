package io.supportgenius.server.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a PostgreSQL of the user's answers.
 *
 * @param url for JDBC, without user and password
 * @param user null for the user of this process
 * @param password null where none is needed
 */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    private static final String JDBC = "jdbc:";
    /** How PostgreSQL's own programs write addresses. */
    private static final Pattern WITH_USER =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^@]+)", Pattern.DOTALL);

    /**
     * Reads an address as JDBC writes it or as PostgreSQL's own programs do.
     *
     * @param user stronger than the one in the address
     * @param password stronger than the one in the address
     * @throws StoreUnavailableException if it is none
     */
    static DatabaseAddress parse(String address, @Nullable String user, @Nullable String password) {
        Matcher parts = WITH_USER.matcher(address.strip());
        if (!parts.matches()) {
            throw notAnAddress();
        }
        String url = JDBC + "postgresql://" + parts.group(3);
        Properties properties = Driver.parseURL(url, null);
        if (properties == null || PGProperty.PG_DBNAME.getOrDefault(properties) == null) {
            throw notAnAddress();
        }
        return new DatabaseAddress(
                url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", ""),
                first(user, decoded(parts.group(1)), PGProperty.USER.getOrDefault(properties)),
                first(password, decoded(parts.group(2)), PGProperty.PASSWORD.getOrDefault(properties)));
    }

    /** The address itself is not repeated: it may hold a password. */
    private static StoreUnavailableException notAnAddress() {
        return new StoreUnavailableException("The address of the database cannot be read: it is written like"
                + " jdbc:postgresql://host:5432/database or postgresql://user@host:5432/database.");
    }

    private static @Nullable String decoded(@Nullable String part) {
        if (part == null) {
            return null;
        }
        try {
            // A plus sign is one: blanks are written otherwise outside of forms.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw notAnAddress();
        }
    }

    @SuppressWarnings("NullableOnContainingClass")
    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    /** The host, port and database, as messages name it. */
    String shown() {
        String place = url.substring((JDBC + "postgresql://").length());
        int options = place.indexOf('?');
        return options < 0 ? place : place.substring(0, options);
    }

    /** Passwords do not get into logs. */
    @Override
    public String toString() {
        return shown();
    }
}
