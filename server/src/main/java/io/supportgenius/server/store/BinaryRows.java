package io.supportgenius.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query as PostgreSQL sends them by COPY in its binary format: several times faster to read than a result set, which makes an
 * object of each value and asks for each some thousand rows anew. The columns of a row are read one after the other. Texts that come again
 * are the same object again.
 */
final class BinaryRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int END = -1;
    private static final int MICROSECONDS = 1_000_000;

    /** PostgreSQL counts from 2000-01-01 UTC. */
    private static final long EPOCH = 946_684_800L * MICROSECONDS;

    private final CopyOut copy;
    private final KnownTexts texts = new KnownTexts();
    private ByteBuffer row = ByteBuffer.allocate(0);

    /** @param query without parameters */
    BinaryRows(Connection connection, String query) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
    }

    /** Goes to the next row; false behind the last one. */
    boolean next() throws SQLException {
        if (!row.hasRemaining() && !receive()) {
            return false;
        }
        int columns = row.getShort();
        if (columns != END) {
            return true;
        }
        while (receive()) {
            // What follows the end is the end of the transfer alone.
        }
        return false;
    }

    private boolean receive() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        row = ByteBuffer.wrap(message);
        if (message.length >= SIGNATURE.length
                && Arrays.equals(message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            row.position(SIGNATURE.length + Integer.BYTES);
            int extension = row.getInt();
            row.position(row.position() + extension);
        }
        return row.hasRemaining() || receive();
    }

    /** A whole number of any width. */
    @Nullable
    Long number() {
        return switch (row.getInt()) {
            case NULL -> null;
            case Short.BYTES -> (long) row.getShort();
            case Integer.BYTES -> (long) row.getInt();
            default -> row.getLong();
        };
    }

    @Nullable
    Boolean flag() {
        return row.getInt() == NULL ? null : row.get() != 0;
    }

    /** A moment in microseconds since 1970-01-01 UTC. */
    @Nullable
    Long moment() {
        return row.getInt() == NULL ? null : row.getLong() + EPOCH;
    }

    @Nullable
    String text() {
        int length = row.getInt();
        if (length == NULL) {
            return null;
        }
        String text = texts.of(row.array(), row.position(), length);
        row.position(row.position() + length);
        return text;
    }

    /** An array of texts with one dimension. */
    @Nullable
    String[] texts() {
        row.getInt();
        int dimensions = row.getInt();
        row.getInt();
        row.getInt();
        if (dimensions == 0) {
            return new String[0];
        }
        var values = new @Nullable String[row.getInt()];
        row.getInt();
        for (int i = 0; i < values.length; i++) {
            values[i] = text();
        }
        return values;
    }

    /** Gives the rest of the rows up where not all were read. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Texts by their bytes; those that come for the first time push out others with the same place. */
    private static final class KnownTexts {

        private static final int PLACES = 1 << 14;
        private static final int LONGEST = 64;

        private final byte[][] bytes = new byte[PLACES][];
        private final String[] texts = new String[PLACES];

        String of(byte[] from, int start, int length) {
            if (length > LONGEST) {
                return new String(from, start, length, StandardCharsets.UTF_8);
            }
            int hash = length;
            for (int i = start; i < start + length; i++) {
                hash = 31 * hash + from[i];
            }
            int place = (hash ^ hash >>> 15) & PLACES - 1;
            byte[] known = bytes[place];
            if (known == null || !Arrays.equals(known, 0, known.length, from, start, start + length)) {
                bytes[place] = Arrays.copyOfRange(from, start, start + length);
                texts[place] = new String(from, start, length, StandardCharsets.UTF_8);
            }
            return texts[place];
        }
    }
}
