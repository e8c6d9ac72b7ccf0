package io.supportgenius.server.importing;

import java.util.List;

/**
 * A rejected row with what stands in it.
 *
 * @param cells as many as the row has in its file, which may be fewer or more than there are columns; none where it was imported before
 *     they were kept
 */
public record RejectedRow(Reject reject, List<String> cells) {

    public RejectedRow {
        cells = List.copyOf(cells);
    }
}
