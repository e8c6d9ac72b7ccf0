package io.supportgenius.server.importing.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over all bytes of a text: whether they are UTF-8, and if not, the lines that show what else they are. A first umlaut may stand in
 * the last line of a file, so every byte is looked at, eight at a time where they are ASCII.
 */
final class TextScan {
    static final int BLOCK = 1 << 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final int SAMPLE = 1 << 20;
    private static final int AROUND = 300;
    private static final int BROKEN_PLACES = 5;

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private final List<Long> brokenPlaces = new ArrayList<>();
    private byte[] start = {};
    private long length;
    private long characters;
    private long broken;
    private boolean escapedQuotes;

    /** Continuation bytes that the present character still needs, and what the next of them may be. */
    private int needed;

    private int lowest = 0x80;
    private int highest = 0xBF;
    private boolean afterBackslash;

    private TextScan() {}

    /** Reads to the end. */
    static TextScan of(InputStream input) throws IOException {
        TextScan scan = new TextScan();
        byte[] block = input.readNBytes(BLOCK);
        scan.start = block;
        int read = block.length;
        while (read > 0) {
            scan.accept(block, read);
            scan.length += read;
            block = block == scan.start ? new byte[BLOCK] : block;
            read = input.readNBytes(block, 0, BLOCK);
        }
        if (scan.needed > 0) {
            scan.breakAt(scan.length - 1);
        }
        return scan;
    }

    private void accept(byte[] block, int to) {
        int sampledTo = 0;
        int i = 0;
        while (i < to) {
            if (needed == 0) {
                i = afterPlain(block, i, to);
                if (i == to) {
                    break;
                }
            }
            int one = block[i] & 0xFF;
            if (afterBackslash) {
                escapedQuotes |= one == '"';
                afterBackslash = false;
            }
            if (one < 0x80) {
                if (needed > 0) {
                    breakAt(length + i);
                }
                afterBackslash = one == '\\';
            } else {
                if (i >= sampledTo && sample.size() < SAMPLE) {
                    sampledTo = sample(block, i, to, sampledTo);
                }
                accept(one, length + i);
            }
            i++;
        }
    }

    private int afterPlain(byte[] block, int from, int to) {
        int i = from;
        if (afterBackslash) {
            return i;
        }
        while (i + 8 <= to) {
            long eight = (long) LONGS.get(block, i);
            long backslash = eight ^ BACKSLASHES;
            if (((eight | ((backslash - ONES) & ~backslash)) & HIGH_BITS) != 0) {
                break;
            }
            i += 8;
        }
        while (i < to && block[i] >= 0 && block[i] != '\\') {
            i++;
        }
        return i;
    }

    /** One byte that is not ASCII, by the table of well-formed UTF-8 (Unicode 15, table 3-7). */
    private void accept(int one, long place) {
        if (needed > 0) {
            if (one >= lowest && one <= highest) {
                needed--;
                lowest = 0x80;
                highest = 0xBF;
                characters += needed == 0 ? 1 : 0;
                return;
            }
            breakAt(place);
        }
        if (one >= 0xC2 && one <= 0xDF) {
            needed = 1;
        } else if (one >= 0xE0 && one <= 0xEF) {
            needed = 2;
            lowest = one == 0xE0 ? 0xA0 : 0x80;
            highest = one == 0xED ? 0x9F : 0xBF;
        } else if (one >= 0xF0 && one <= 0xF4) {
            needed = 3;
            lowest = one == 0xF0 ? 0x90 : 0x80;
            highest = one == 0xF4 ? 0x8F : 0xBF;
        } else {
            breakAt(place);
        }
    }

    private void breakAt(long place) {
        broken++;
        needed = 0;
        lowest = 0x80;
        highest = 0xBF;
        if (brokenPlaces.size() < BROKEN_PLACES) {
            brokenPlaces.add(place);
        }
    }

    /** Keeps what stands around a byte, up to the ends of its line. */
    private int sample(byte[] block, int at, int to, int sampledTo) {
        int from = at;
        while (from > sampledTo && at - from < AROUND && block[from - 1] != '\n' && block[from - 1] != '\r') {
            from--;
        }
        int end = at;
        while (end < to && end - at < AROUND && block[end] != '\n' && block[end] != '\r') {
            end++;
        }
        sample.write(block, from, end - from);
        sample.write('\n');
        return end;
    }

    /** The first bytes. */
    byte[] start() {
        return start;
    }

    long length() {
        return length;
    }

    /** Characters of more than one byte that are well-formed UTF-8. */
    long characters() {
        return characters;
    }

    /** Places that are not. */
    long broken() {
        return broken;
    }

    /** The first of them, in bytes from the start of the text. */
    List<Long> brokenPlaces() {
        return brokenPlaces;
    }

    /** The first lines, or pieces of lines, that hold more than ASCII. */
    byte[] sample() {
        return sample.toByteArray();
    }

    /** Whether a backslash stands before a quote somewhere. */
    boolean escapedQuotes() {
        return escapedQuotes;
    }
}
