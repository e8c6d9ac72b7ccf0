package io.supportgenius.server.importing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** A file of values separated by comma, semicolon, tab or bar, with a header, read as a stream. */
final class CsvFile implements TicketFile {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE_CHARACTERS = 1 << 17;
    private static final int SAMPLE_RECORDS = 200;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_FIELD = 8 << 20;

    private final Path file;
    private final String name;
    private final TextEncoding encoding;
    private final char separator;
    private final List<String> columns;
    private final List<String> warnings = new ArrayList<>();

    private CsvFile(Path file, String name, TextEncoding encoding, char separator, List<String> columns) {
        this.file = file;
        this.name = name;
        this.encoding = encoding;
        this.separator = separator;
        this.columns = columns;
    }

    /**
     * Finds out how a file is written.
     *
     * @param name the name the user knows the file by
     * @throws ImportFailedException if there is no such file, or it is no CSV file with a header and rows
     */
    static CsvFile open(Path file, String name) {
        if (!Files.exists(file)) {
            throw new ImportFailedException("There is no file " + name + ".");
        }
        if (Files.isDirectory(file)) {
            throw new ImportFailedException(name + " is a directory, not a CSV file.");
        }
        try {
            TextEncoding encoding = TextEncoding.of(file, name);
            String sample = sample(file, encoding);
            if (sample.isBlank()) {
                throw new ImportFailedException(name + " is empty.");
            }
            refuseJson(sample, name);
            char separator = separator(sample);
            CsvFile opened = new CsvFile(file, name, encoding, separator, header(sample, separator, name));
            if (encoding.assumed()) {
                opened.warnings.add(name + " is not UTF-8; it was read as Windows-1252 (Western European).");
            }
            return opened;
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** Rows of a file by its size and its first rows, for those who wait; 0 where it cannot be told. */
    static long estimatedRows(Path file, CsvFile opened) {
        long[] length = new long[2];
        opened.firstRows(SAMPLE_RECORDS, row -> {
            length[0]++;
            for (String cell : row.cells()) {
                length[1] += (cell + ",").getBytes(opened.encoding.charset()).length;
            }
        });
        try {
            return length[1] == 0 ? 0 : Files.size(file) * length[0] / length[1];
        } catch (IOException unreadable) {
            throw unreadable(opened.name, unreadable);
        }
    }

    /** How the bytes become characters. */
    TextEncoding encoding() {
        return encoding;
    }

    char separator() {
        return separator;
    }

    private static ImportFailedException unreadable(String name, Exception cause) {
        return new ImportFailedException(name + " cannot be read: " + cause.getMessage(), cause);
    }

    private static void refuseJson(String sample, String name) {
        String start = sample.stripLeading();
        if (start.startsWith("{") || start.startsWith("[{")) {
            throw new ImportFailedException(name + " holds JSON; save the tickets as CSV and import that.");
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void forEachRow(Consumer<FileRow> consumer) {
        firstRows(Long.MAX_VALUE, consumer);
    }

    @Override
    public boolean firstRows(long limit, Consumer<FileRow> consumer) {
        boolean header = true;
        long left = limit;
        try (Reader reader = encoding.open(file);
                CsvReader<CsvRecord> records = records(separator, reader)) {
            for (CsvRecord one : records) {
                if (header) {
                    header = false;
                } else if (left-- > 0) {
                    consumer.accept(row(one));
                } else {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(name, unreadable);
        } catch (CsvParseException broken) {
            throw new ImportFailedException(name + " is not a well-formed CSV file: " + reason(broken), broken);
        }
    }

    private static String reason(CsvParseException broken) {
        Throwable cause = broken.getCause();
        return cause != null && cause.getMessage() != null
                ? broken.getMessage() + " (" + cause.getMessage() + ")"
                : String.valueOf(broken.getMessage());
    }

    private static FileRow row(CsvRecord one) {
        String[] cells = new String[one.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            String cell = one.getField(i);
            // The database has no room for NUL in a text.
            cells[i] = cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "");
        }
        return new FileRow(one.getStartingLineNumber(), cells);
    }

    private static CsvReader<CsvRecord> records(char separator, Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * LONGEST_FIELD)
                .build(CsvRecordHandler.of(handler -> handler.maxFieldSize(LONGEST_FIELD)), reader);
    }

    private static String sample(Path file, TextEncoding encoding) throws IOException {
        try (Reader reader = encoding.open(file)) {
            char[] characters = new char[SAMPLE_CHARACTERS];
            int length = 0;
            while (length < characters.length) {
                int read = reader.read(characters, length, characters.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            return new String(characters, 0, length);
        }
    }

    /** The separator that gives most records as many fields as the header has; more fields win a tie. */
    private static char separator(String sample) {
        char best = SEPARATORS[0];
        double bestScore = 0;
        int bestFields = 1;
        for (char candidate : SEPARATORS) {
            List<CsvRecord> records = sampleRecords(sample, candidate);
            int fields = records.isEmpty() ? 0 : records.get(0).getFieldCount();
            if (fields < 2) {
                continue;
            }
            double score = records.stream()
                            .skip(1)
                            .filter(one -> one.getFieldCount() == fields)
                            .count()
                    / (double) Math.max(1, records.size() - 1);
            if (bestFields == 1 || score > bestScore || (score == bestScore && fields > bestFields)) {
                best = candidate;
                bestScore = score;
                bestFields = fields;
            }
        }
        return best;
    }

    private static List<CsvRecord> sampleRecords(String sample, char separator) {
        List<CsvRecord> records = new ArrayList<>();
        boolean cutOff = sample.length() == SAMPLE_CHARACTERS;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(sample)) {
            for (CsvRecord one : reader) {
                records.add(one);
                if (records.size() > SAMPLE_RECORDS) {
                    cutOff = false;
                    break;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (CsvParseException strange) {
            // The sample is only compared; what is wrong with the file is said when it is read.
            return records;
        }
        return cutOff && records.size() > 1 ? records.subList(0, records.size() - 1) : records;
    }

    private static List<String> header(String sample, char separator, String name) {
        List<CsvRecord> records = sampleRecords(sample, separator);
        if (records.isEmpty()) {
            throw new ImportFailedException(name + " has no header that could be read.");
        }
        List<String> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String field : records.get(0).getFields()) {
            String column = field.strip().replace("\0", "");
            if (column.length() > LONGEST_NAME) {
                throw new ImportFailedException("The name of column " + (columns.size() + 1) + " of " + name
                        + " is longer than " + LONGEST_NAME + " characters; the first line must be a header.");
            }
            if (column.isEmpty()) {
                column = "Column " + (columns.size() + 1);
            }
            String unique = column;
            for (int copy = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
                unique = column + " (" + copy + ")";
            }
            columns.add(unique);
        }
        return List.copyOf(columns);
    }
}
