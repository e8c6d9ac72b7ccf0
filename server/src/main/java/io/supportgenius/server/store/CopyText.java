package io.supportgenius.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row in the text format of PostgreSQL's COPY, built field by field. Characters that PostgreSQL cannot keep (NUL) are left
 * out.
 */
final class CopyText {

    private final StringBuilder row = new StringBuilder(1024);
    private final MessageDigest digest;

    CopyText() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    CopyText text(@Nullable String value) {
        separate();
        if (value == null) {
            row.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    CopyText number(@Nullable Number value) {
        return text(value == null ? null : value.toString());
    }

    CopyText flag(@Nullable Boolean value) {
        return text(value == null ? null : value.toString());
    }

    CopyText time(@Nullable Instant value) {
        return text(value == null ? null : value.toString());
    }

    /** A text array. */
    CopyText texts(Collection<String> values) {
        var array = new StringBuilder("{");
        for (String value : values) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text(array.append('}').toString());
    }

    /** Hash of everything appended since {@link #start()}. */
    UUID hash() {
        byte[] hash = digest.digest(row.toString().getBytes(StandardCharsets.UTF_8));
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | hash[i] & 0xff;
            low = low << 8 | hash[i + 8] & 0xff;
        }
        return new UUID(high, low);
    }

    CopyText start() {
        row.setLength(0);
        return this;
    }

    byte[] end() {
        return row.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (!row.isEmpty()) {
            row.append('\t');
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case 0 -> {}
                default -> row.append(c);
            }
        }
    }
}
