package io.supportgenius.server.importing.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made up on the spot, and what is read from them. */
final class TestFiles {
    private final Path directory;
    private final TicketFiles files;
    private int count;

    TestFiles(Path directory) {
        this(directory, FileLimits.usual());
    }

    TestFiles(Path directory, FileLimits limits) {
        this.directory = directory;
        this.files = new TicketFiles(limits, directory);
    }

    TicketFile open(String text) {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    TicketFile open(byte[] bytes) {
        return open(bytes, ReadAs.FOUND_OUT);
    }

    TicketFile open(byte[] bytes, ReadAs wishes) {
        try {
            return files.open(Files.write(directory.resolve("file" + ++count), bytes), "file", wishes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Files that lie in the directory. */
    long onDisk() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.count();
        }
    }

    static List<FileRow> rows(TicketFile file) {
        List<FileRow> rows = new ArrayList<>();
        file.forEachRow(rows::add);
        return rows;
    }

    /** The texts of all rows. */
    static List<List<String>> cells(TicketFile file) {
        return rows(file).stream().map(row -> List.of(row.cells())).toList();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
            output.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** An archive of names and contents by turns; a null content makes a directory. */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream output = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                output.putNextEntry(new ZipEntry(namesAndContents[i].toString()));
                Object content = namesAndContents[i + 1];
                output.write(
                        content instanceof byte[] bytes
                                ? bytes
                                : content.toString().getBytes(StandardCharsets.UTF_8));
                output.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
