package io.supportgenius.server.importing;

/**
 * What became of the rows of a file: {@code rows = created + updated + unchanged + folded + duplicates + rejected}.
 *
 * @param created tickets that were new
 * @param updated tickets that were known and changed
 * @param unchanged tickets that were known and are the same
 * @param folded further rows of a ticket already counted
 * @param duplicates exact repetitions of a row already counted
 * @param rejected rows that could not be read
 */
public record RowCounts(
        long rows, long created, long updated, long unchanged, long folded, long duplicates, long rejected) {

    /** Of a run that goes on, or that changed nothing. */
    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0);

    public RowCounts {
        long accounted = created + updated + unchanged + folded + duplicates + rejected;
        if (rows != accounted) {
            throw new IllegalArgumentException(rows + " rows were read, but " + accounted + " are accounted for");
        }
    }
}
