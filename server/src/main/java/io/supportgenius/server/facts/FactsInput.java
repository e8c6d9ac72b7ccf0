package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.FactsSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads back what {@link FactsOutput} has written. */
final class FactsInput implements FactsSource, AutoCloseable {

    private final FileChannel file;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(FactsOutput.BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    FactsInput(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        buffer.limit(0);
    }

    /** Whether the checksum at the end of the file is that of all before it. Looks at the whole file and comes back to where it was. */
    boolean isWhole() throws IOException {
        long size = file.size() - Long.BYTES;
        var checksum = new CRC32C();
        ByteBuffer some = ByteBuffer.allocateDirect(FactsOutput.BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = 0; at < size; ) {
            some.clear().limit((int) Math.min(some.capacity(), size - at));
            int read = file.read(some, at);
            if (read < 0) {
                return false;
            }
            checksum.update(some.flip());
            at += read;
        }
        some.clear().limit(Long.BYTES);
        int read = size < 0 ? 0 : file.read(some, size);
        return read == Long.BYTES && some.flip().getLong() == checksum.getValue();
    }

    @Override
    public long number() {
        need(Long.BYTES);
        return buffer.getLong();
    }

    @Override
    public byte[] bytes(int length) {
        var values = new byte[length];
        for (int from = 0; from < length; ) {
            need(1);
            int count = Math.min(length - from, buffer.remaining());
            buffer.get(values, from, count);
            from += count;
        }
        return values;
    }

    @Override
    public short[] shorts(int length) {
        var values = new short[length];
        for (int from = 0; from < length; ) {
            need(Short.BYTES);
            int count = Math.min(length - from, buffer.remaining() / Short.BYTES);
            buffer.asShortBuffer().get(values, from, count);
            buffer.position(buffer.position() + count * Short.BYTES);
            from += count;
        }
        return values;
    }

    @Override
    public int[] ints(int length) {
        var values = new int[length];
        for (int from = 0; from < length; ) {
            need(Integer.BYTES);
            int count = Math.min(length - from, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, from, count);
            buffer.position(buffer.position() + count * Integer.BYTES);
            from += count;
        }
        return values;
    }

    @Override
    public long[] longs(int length) {
        var values = new long[length];
        for (int i = 0; i < length; i++) {
            values[i] = number();
        }
        return values;
    }

    String text() {
        return new String(bytes(Math.toIntExact(number())), StandardCharsets.UTF_8);
    }

    List<String> texts() {
        var texts = new ArrayList<String>();
        for (long left = number(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private void need(int bytes) {
        try {
            while (buffer.remaining() < bytes) {
                buffer.compact();
                int read = file.read(buffer);
                buffer.flip();
                if (read < 0) {
                    throw new EOFException("The file ends too early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
