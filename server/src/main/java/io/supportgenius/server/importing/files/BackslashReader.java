package io.supportgenius.server.importing.files;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Turns {@code \"} into {@code ""} and {@code \\} into one backslash, so that a reader of CSV understands it. */
final class BackslashReader extends FilterReader {
    private static final int NOTHING = -2;
    private static final int BLOCK = 1 << 13;

    private final char[] block = new char[BLOCK];
    private int at;
    private int end;
    private int pending = NOTHING;

    BackslashReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        if (pending != NOTHING) {
            int one = pending;
            pending = NOTHING;
            return one;
        }
        int one = next();
        if (one != '\\') {
            return one;
        }
        int escaped = next();
        if (escaped == '"') {
            pending = '"';
            return '"';
        }
        if (escaped != '\\') {
            pending = escaped;
        }
        return '\\';
    }

    private int next() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(block, 0, BLOCK));
            at = 0;
            if (end == 0) {
                return -1;
            }
        }
        return block[at++];
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int read = 0;
        while (read < length) {
            int one = read();
            if (one < 0) {
                return read == 0 ? -1 : read;
            }
            characters[offset + read] = (char) one;
            read++;
        }
        return read;
    }
}
