package io.supportgenius.server.web.files;

import io.supportgenius.server.importing.Reject;
import io.supportgenius.server.importing.RejectedRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Rejected rows in the columns of their file, with what is wrong behind them, so that they can be mended and imported again. Fields that a
 * row has beyond the columns come last.
 */
public final class RejectedRows {

    private static final List<String> WHY =
            List.of("rejected line", "rejected column", "rejected value", "rejected reason");

    private final List<String> columns;

    /** @param columns names of the file's columns; none where they are not known */
    public RejectedRows(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public List<String> header() {
        var header = new ArrayList<>(columns);
        header.addAll(WHY);
        return header;
    }

    public List<Object> row(RejectedRow row) {
        var cells = new ArrayList<Object>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(i < row.cells().size() ? row.cells().get(i) : "");
        }
        Reject reject = row.reject();
        cells.addAll(List.of(reject.line(), reject.column(), reject.value(), reject.reason()));
        for (int i = columns.size(); i < row.cells().size(); i++) {
            cells.add(row.cells().get(i));
        }
        return cells;
    }
}
