package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.FactsSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes facts to a file, with a checksum of all before it at the end. */
final class FactsOutput implements FactsSink, AutoCloseable {

    static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    FactsOutput(Path path) throws IOException {
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void number(long value) {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    @Override
    public void bytes(byte[] values) {
        for (int from = 0; from < values.length; ) {
            room(1);
            int count = Math.min(values.length - from, buffer.remaining());
            buffer.put(values, from, count);
            from += count;
        }
    }

    @Override
    public void shorts(short[] values) {
        for (int from = 0; from < values.length; ) {
            room(Short.BYTES);
            int count = Math.min(values.length - from, buffer.remaining() / Short.BYTES);
            buffer.asShortBuffer().put(values, from, count);
            buffer.position(buffer.position() + count * Short.BYTES);
            from += count;
        }
    }

    @Override
    public void ints(int[] values) {
        for (int from = 0; from < values.length; ) {
            room(Integer.BYTES);
            int count = Math.min(values.length - from, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from, count);
            buffer.position(buffer.position() + count * Integer.BYTES);
            from += count;
        }
    }

    @Override
    public void longs(long[] values) {
        for (long value : values) {
            number(value);
        }
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes);
    }

    void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    /** Ends the file. */
    void finish() throws IOException {
        flush();
        buffer.putLong(checksum.getValue());
        flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
