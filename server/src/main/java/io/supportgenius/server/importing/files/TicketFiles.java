package io.supportgenius.server.importing.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Opens files of tickets, whatever they are packed in and however they are written. */
public final class TicketFiles {
    private static final int START = 16;
    /** A file in an archive in a compressed file is as deep as anybody packs. */
    private static final int DEEPEST = 4;

    /** First bytes of files that people take for exports, and what to do about them. */
    private static final Map<String, String> OTHERS = Map.of(
            "D0CF11E0A1B11AE1",
            "is an old Excel workbook (.xls), or one that a password protects: open it and save it as .xlsx or CSV without a password.",
            "25504446",
            "is a PDF document: export the tickets as CSV, JSON or .xlsx.",
            "377ABCAF271C",
            "is a 7-Zip archive: unpack it and import the file in it.",
            "526172211A07",
            "is a RAR archive: unpack it and import the file in it.",
            "425A68",
            "is compressed with bzip2: unpack it and import the file in it, or compress it with gzip.",
            "FD377A585A00",
            "is compressed with xz: unpack it and import the file in it, or compress it with gzip.",
            "28B52FFD",
            "is compressed with zstd: unpack it and import the file in it, or compress it with gzip.",
            "50415231",
            "is a Parquet file: export the tickets as CSV, JSON or .xlsx.",
            "89504E470D0A1A0A",
            "is a picture: export the tickets as CSV, JSON or .xlsx.",
            "53514C69746520666F726D6174",
            "is a SQLite database: export its table of tickets as CSV.");

    private final FileLimits limits;
    private final Path directory;

    /**
     * @param directory where to unpack what cannot be read as it is packed
     */
    public TicketFiles(FileLimits limits, Path directory) {
        this.limits = limits;
        this.directory = directory;
    }

    /**
     * Finds out what a file is and how it is written.
     *
     * @param name the name the user knows it by
     * @throws UnreadableFileException if it cannot be read, or holds no table
     */
    public TicketFile open(Path file, String name, ReadAs wishes) {
        if (!Files.exists(file)) {
            throw new UnreadableFileException("There is no file " + name + ".");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException(name + " is a directory, not a file of tickets.");
        }
        try {
            return open(new StoredContent(file, name), wishes, 0);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /**
     * The same of bytes at hand.
     *
     * @throws UnreadableFileException if they cannot be read, or hold no table
     */
    public TicketFile open(byte[] bytes, String name, ReadAs wishes) {
        try {
            return open(new HeldContent(bytes, name), wishes, 0);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    TicketFile open(Content content, ReadAs wishes, int depth) throws IOException {
        byte[] start;
        try (InputStream input = content.open()) {
            start = input.readNBytes(START);
        }
        String name = content.name();
        if (start.length == 0) {
            throw UnreadableFileException.otherKind(name + " is empty.");
        }
        String hex = HexFormat.of().withUpperCase().formatHex(start);
        OTHERS.forEach((magic, sentence) -> {
            if (hex.startsWith(magic)) {
                throw UnreadableFileException.otherKind(name + " " + sentence);
            }
        });
        boolean packed = hex.startsWith("1F8B") || hex.startsWith("504B0304") || hex.startsWith("504B0506");
        if (packed && depth == DEEPEST) {
            throw new UnreadableFileException(name + " is packed too often: unpack it and import the file in it.");
        }
        if (hex.startsWith("1F8B")) {
            return open(new GzipContent(content, limits), wishes, depth + 1);
        }
        return packed ? ZipArchive.open(content, wishes, depth, this) : text(content, wishes);
    }

    private TicketFile text(Content content, ReadAs wishes) throws IOException {
        TextEncoding encoding = TextEncoding.of(content, wishes.encoding());
        CsvFile.Sample sample = CsvFile.sample(content, encoding);
        String start = sample.text().stripLeading();
        if (start.isEmpty()) {
            throw UnreadableFileException.otherKind(content.name() + " is empty.");
        }
        if (JsonFile.startsLike(start)) {
            return JsonFile.open(content, encoding, wishes.records(), limits);
        }
        if (start.startsWith("<") && start.substring(1).matches("(?s)[!?a-zA-Z].*")) {
            throw new UnreadableFileException(
                    content.name()
                            + " is a web page or XML: open it in a spreadsheet and save it as .xlsx or CSV, or export the tickets as CSV or JSON.");
        }
        return CsvFile.open(content, encoding, sample, limits);
    }

    Path directory() {
        return directory;
    }

    FileLimits limits() {
        return limits;
    }

    /** Puts bytes on disk that must be read here and there and not from the first to the last. */
    Path unpack(Content content) throws IOException {
        Path file = Files.createTempFile(directory, "unpacked", "");
        try (InputStream input = content.open()) {
            Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    static UnreadableFileException unreadable(String name, IOException cause) {
        if (cause instanceof EOFException) {
            return new UnreadableFileException(
                    name + " is cut off: what is packed in it ends too early. Get it anew.", cause);
        }
        if (cause instanceof ZipException || String.valueOf(cause.getMessage()).contains("corrupt")) {
            return new UnreadableFileException(
                    name + " is damaged: it cannot be unpacked (" + cause.getMessage() + "). Get it anew.", cause);
        }
        return new UnreadableFileException(name + " cannot be read: " + cause.getMessage(), cause);
    }

    /** A file as it lies on disk. */
    record StoredContent(Path file, String name) implements Content {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** What was sent and is held in memory. */
    private static final class HeldContent implements Content {
        private final byte[] bytes;
        private final String name;

        HeldContent(byte[] bytes, String name) {
            this.bytes = bytes;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** What a gzip file holds. */
    private record GzipContent(Content packed, FileLimits limits) implements Content {

        @Override
        public String name() {
            return packed.name();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream input = packed.open();
            try {
                GzipCompressorInputStream unpacking = GzipCompressorInputStream.builder()
                        .setInputStream(new BufferedInputStream(input, TextScan.BLOCK))
                        .setDecompressConcatenated(true)
                        .get();
                return new GuardedUnpacking(unpacking, name(), limits, unpacking::getCompressedCount);
            } catch (IOException | RuntimeException failed) {
                input.close();
                throw failed;
            }
        }
    }
}
