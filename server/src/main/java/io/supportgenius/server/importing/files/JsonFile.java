package io.supportgenius.server.importing.files;

import io.supportgenius.server.importing.files.FileForm.Kind;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A JSON text of tickets: a list, an object around one, or one object after the other. Its columns are the keys of all its tickets. */
final class JsonFile implements TicketFile {
    private static final Pattern START = Pattern.compile("(?s)(\\{\\s*[\"}]|\\[\\s*[{\\]\\[]).*");
    private static final int SAMPLE_RECORDS = 200;

    private final Content content;
    private final FileLimits limits;
    private final TextEncoding encoding;
    private final List<String> list;
    private final List<String> keys;
    private final ColumnNames columns;
    private final long rows;

    private JsonFile(
            Content content,
            FileLimits limits,
            TextEncoding encoding,
            List<String> list,
            List<String> keys,
            long rows) {
        this.content = content;
        this.limits = limits;
        this.encoding = encoding;
        this.list = list;
        this.keys = keys;
        this.columns = ColumnNames.of(keys.toArray(String[]::new), content.name(), limits);
        this.rows = rows;
    }

    /** Whether a text begins as JSON of objects does, white space before it aside. */
    static boolean startsLike(String start) {
        return START.matcher(start.substring(0, Math.min(start.length(), TextScan.BLOCK)))
                .matches();
    }

    /**
     * Learns the columns.
     *
     * @param records so many records are looked at for them
     * @throws UnreadableFileException if it is not well-formed so far, or holds no objects
     */
    static JsonFile open(Content content, TextEncoding encoding, long records, FileLimits limits) throws IOException {
        List<String> list;
        try (Reader text = encoding.open(content);
                JsonReading reading = new JsonReading(text, content.name(), List.of(), limits)) {
            list = JsonShape.list(reading);
        }
        Set<String> columns = new LinkedHashSet<>();
        long[] seen = new long[1];
        long[] characters = new long[1];
        boolean whole;
        try (Reader text = encoding.open(content);
                JsonReading reading = new JsonReading(text, content.name(), list, limits)) {
            whole = reading.forEach((line, one) -> {
                columns.addAll(JsonFlattener.flatten(one).keySet());
                ColumnNames.refuseTooMany(columns.size(), content.name(), limits);
                seen[0]++;
                if (seen[0] == SAMPLE_RECORDS) {
                    characters[0] = reading.characters();
                }
                return seen[0] < records;
            });
        }
        if (columns.isEmpty()) {
            throw new UnreadableFileException(
                    content.name() + " holds no tickets: there is no object with values in it.");
        }
        long rows = whole || characters[0] == 0 ? seen[0] : encoding.length() * SAMPLE_RECORDS / characters[0];
        return new JsonFile(content, limits, encoding, list, List.copyOf(columns), rows);
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<String> warnings() {
        return encoding.warnings();
    }

    @Override
    public FileForm form() {
        return new FileForm(Kind.JSON, encoding.shown(), null, null, List.of());
    }

    @Override
    public long estimatedRows() {
        return rows;
    }

    @Override
    public boolean firstRows(long limit, Consumer<FileRow> consumer) {
        long[] left = {limit};
        try (Reader text = encoding.open(content);
                JsonReading reading = new JsonReading(text, content.name(), list, limits)) {
            return reading.forEach((line, one) -> {
                if (left[0]-- <= 0) {
                    return false;
                }
                consumer.accept(new FileRow(line, columns.byColumn(cells(JsonFlattener.flatten(one)))));
                return true;
            });
        } catch (IOException unreadable) {
            throw TicketFiles.unreadable(content.name(), unreadable);
        }
    }

    private String[] cells(Map<String, String> record) {
        String[] cells = new String[keys.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = record.getOrDefault(keys.get(i), "");
        }
        return cells;
    }
}
