package io.supportgenius.server.importing.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What a compressed file unpacks to, up to the limits: a small file can unpack to more than any disk holds. */
final class GuardedUnpacking extends FilterInputStream {
    private static final long FREE = (long) FileLimits.FREE_MEBIBYTES << 20;

    private final String name;
    private final FileLimits limits;
    private final LongSupplier packed;
    private long unpacked;

    /**
     * @param packed compressed bytes that were taken for what was unpacked so far
     */
    GuardedUnpacking(InputStream unpacking, String name, FileLimits limits, LongSupplier packed) {
        super(unpacking);
        this.name = name;
        this.limits = limits;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        unpacked += read;
        if (unpacked > limits.unpackedSize().toBytes()) {
            throw new UnreadableFileException(name + " unpacks to more than " + Sizes.words(limits.unpackedSize())
                    + ", the limit that supportgenius.import.unpacked-size sets.");
        }
        if (unpacked > FREE && unpacked / limits.unpackedRatio() > packed.getAsLong()) {
            throw new UnreadableFileException(name + " unpacks to more than " + limits.unpackedRatio()
                    + " times its size, as files do that are made to fill disks. Unpack it yourself if you trust it, or raise"
                    + " supportgenius.import.unpacked-ratio.");
        }
    }
}
