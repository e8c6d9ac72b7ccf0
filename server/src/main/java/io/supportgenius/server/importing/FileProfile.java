package io.supportgenius.server.importing;

import io.supportgenius.server.importing.files.FileRow;
import io.supportgenius.server.importing.files.TicketFile;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the first pass over a file found: its rows counted and each column described. */
final class FileProfile {
    private final List<String> columns;
    private final List<ColumnProfile> profiles;
    private long rows;
    private long shortRows;
    private boolean whole = true;

    private FileProfile(List<String> columns) {
        this.columns = columns;
        this.profiles =
                Stream.generate(ColumnProfile::new).limit(columns.size()).toList();
    }

    /** Reads a whole file. */
    static FileProfile of(TicketFile file, Consumer<FileRow> perRow) {
        FileProfile profile = new FileProfile(file.columns());
        file.forEachRow(row -> {
            profile.accept(row);
            perRow.accept(row);
        });
        return profile;
    }

    /** Reads the first rows of a file. */
    static FileProfile ofFirst(TicketFile file, long limit, Consumer<FileRow> perRow) {
        FileProfile profile = new FileProfile(file.columns());
        profile.whole = file.firstRows(limit, row -> {
            profile.accept(row);
            perRow.accept(row);
        });
        return profile;
    }

    /** Whether these are all rows of the file. */
    boolean whole() {
        return whole;
    }

    private void accept(FileRow row) {
        rows++;
        if (row.cells().length < columns.size()) {
            shortRows++;
        }
        for (int i = 0; i < profiles.size(); i++) {
            profiles.get(i).accept(row.cell(i));
        }
    }

    List<String> columns() {
        return columns;
    }

    ColumnProfile column(int index) {
        return profiles.get(index);
    }

    long rows() {
        return rows;
    }

    /** Rows with fewer fields than the header; what they lack counts as missing. */
    long shortRows() {
        return shortRows;
    }
}
