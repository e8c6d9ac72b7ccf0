package io.supportgenius.server.importing.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.supportgenius.server.importing.files.CsvFormat.Quoting;
import io.supportgenius.server.importing.files.FileForm.Kind;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A text of values separated by comma, semicolon, tab or bar, read as a stream. */
final class CsvFile implements TicketFile {
    private static final int SAMPLE_CHARACTERS = 1 << 17;
    private static final int SAMPLE_RECORDS = 200;

    private final Content content;
    private final FileLimits limits;
    private final TextEncoding encoding;
    private final CsvDialect dialect;
    private final ColumnNames columns;
    private final List<String> warnings = new ArrayList<>();

    private CsvFile(
            Content content, FileLimits limits, TextEncoding encoding, CsvDialect dialect, ColumnNames columns) {
        this.content = content;
        this.limits = limits;
        this.encoding = encoding;
        this.dialect = dialect;
        this.columns = columns;
    }

    /**
     * Finds out how a text is written.
     *
     * @param sample its first characters
     * @throws UnreadableFileException if it is no CSV file with columns
     */
    static CsvFile open(Content content, TextEncoding encoding, Sample sample, FileLimits limits) throws IOException {
        CsvDialect dialect = dialect(content, encoding, sample, limits);
        String name = content.name();
        ColumnNames columns = dialect.header()
                ? ColumnNames.of(dialect.first(), name, limits)
                : ColumnNames.counted(dialect.first().length, name, limits);
        CsvFile opened = new CsvFile(content, limits, encoding, dialect, columns);
        opened.warnings.addAll(encoding.warnings());
        if (dialect.start() > 0) {
            opened.warnings.add("The first " + dialect.start() + " lines of " + name
                    + " with content were left out: the table begins below them.");
        }
        opened.warnings.addAll(columnWarnings(columns, dialect.header(), name));
        return opened;
    }

    /** What to say of the columns of a table. */
    static List<String> columnWarnings(ColumnNames columns, boolean header, String name) {
        List<String> warnings = new ArrayList<>();
        if (!header) {
            warnings.add(name + " has no header, since its first row looks like the others: the columns are called "
                    + columns.names().get(0) + " to "
                    + columns.names().get(columns.names().size() - 1) + ".");
        }
        if (!columns.repeated().isEmpty()) {
            warnings.add("Columns that bear one name were joined to one with a list of values: "
                    + String.join(", ", columns.repeated()) + ".");
        }
        return warnings;
    }

    /** What a backslash before a quote means, or a quote between tabs, only the whole file tells. */
    private static CsvDialect dialect(Content content, TextEncoding encoding, Sample sample, FileLimits limits)
            throws IOException {
        CsvDialect usual = CsvDialect.of(sample, Quoting.DOUBLED, content.name(), limits);
        List<Quoting> others = new ArrayList<>();
        if (encoding.escapedQuotes()) {
            others.add(Quoting.BACKSLASH);
        }
        if (usual.format().separator() == '\t' && sample.text().indexOf('"') >= 0) {
            others.add(Quoting.NONE);
        }
        CsvDialect best = usual;
        long fewest = others.isEmpty() ? 0 : irregular(content, encoding, usual, limits);
        for (Quoting other : others) {
            CsvDialect dialect = CsvDialect.of(sample, other, content.name(), limits);
            long irregular = irregular(content, encoding, dialect, limits);
            if (irregular < fewest
                    || (irregular == fewest
                            && isStrict(content, encoding, dialect, limits)
                            && !isStrict(content, encoding, best, limits))) {
                best = dialect;
                fewest = irregular;
            }
        }
        return best;
    }

    /** Whether nothing stands behind the quotes that end fields. */
    private static boolean isStrict(Content content, TextEncoding encoding, CsvDialect dialect, FileLimits limits)
            throws IOException {
        try (Reader reader = encoding.open(content);
                CsvReader<CsvRecord> records = dialect.format().strictRecords(reader, limits)) {
            records.forEach(one -> {});
            return true;
        } catch (CsvParseException broken) {
            return false;
        }
    }

    private static long irregular(Content content, TextEncoding encoding, CsvDialect dialect, FileLimits limits)
            throws IOException {
        long irregular = 0;
        try (Reader reader = encoding.open(content);
                CsvReader<CsvRecord> records = dialect.format().records(reader, limits)) {
            int skipped = dialect.start();
            for (CsvRecord one : records) {
                if (skipped > 0) {
                    skipped--;
                } else if (one.getFieldCount() != dialect.first().length) {
                    irregular++;
                }
            }
            return irregular;
        } catch (CsvParseException broken) {
            return Long.MAX_VALUE;
        }
    }

    /** The first characters of a text. */
    static Sample sample(Content content, TextEncoding encoding) throws IOException {
        try (Reader reader = encoding.open(content)) {
            char[] characters = new char[SAMPLE_CHARACTERS];
            int length = 0;
            while (length < characters.length) {
                int read = reader.read(characters, length, characters.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            return new Sample(new String(characters, 0, length), length == characters.length);
        }
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public FileForm form() {
        return new FileForm(Kind.CSV, encoding.shown(), dialect.format().separator(), null, List.of());
    }

    @Override
    public long estimatedRows() {
        return estimatedRows(this, encoding);
    }

    /** The rows of a text by the length of its first ones. */
    static long estimatedRows(TicketFile file, TextEncoding encoding) {
        Charset charset = encoding.charset();
        long[] length = new long[2];
        boolean whole = file.firstRows(SAMPLE_RECORDS, row -> {
            length[0]++;
            for (String cell : row.cells()) {
                length[1] += cell == null ? 0 : (cell + ",").getBytes(charset).length;
            }
        });
        return whole || length[1] == 0 ? length[0] : encoding.length() * length[0] / length[1];
    }

    @Override
    public boolean firstRows(long limit, Consumer<FileRow> consumer) {
        int skipped = dialect.start() + (dialect.header() ? 1 : 0);
        long left = limit;
        try (Reader reader = encoding.open(content);
                CsvReader<CsvRecord> records = dialect.format().records(reader, limits)) {
            for (CsvRecord one : records) {
                if (skipped > 0) {
                    skipped--;
                } else if (left-- > 0) {
                    consumer.accept(row(one));
                } else {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            throw TicketFiles.unreadable(content.name(), unreadable);
        } catch (UncheckedIOException unreadable) {
            IOException cause = unreadable.getCause();
            throw TicketFiles.unreadable(content.name(), cause == null ? new IOException(unreadable) : cause);
        } catch (CsvParseException broken) {
            throw broken(broken);
        }
    }

    private UnreadableFileException broken(CsvParseException broken) {
        Throwable cause = broken.getCause();
        if (cause instanceof IOException unreadable) {
            return TicketFiles.unreadable(content.name(), unreadable);
        }
        String reason = cause != null && cause.getMessage() != null
                ? broken.getMessage() + " (" + cause.getMessage() + ")"
                : String.valueOf(broken.getMessage());
        return new UnreadableFileException(content.name() + " is not a well-formed CSV file: " + reason, broken);
    }

    private FileRow row(CsvRecord one) {
        String[] cells = new String[one.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            String cell = one.getField(i);
            // The database has no room for NUL in a text.
            cells[i] = cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "");
        }
        return new FileRow(one.getStartingLineNumber(), columns.byColumn(cells));
    }

    /**
     * @param text the first characters of a file
     * @param cutOff whether it goes on behind them
     */
    record Sample(String text, boolean cutOff) {}
}
