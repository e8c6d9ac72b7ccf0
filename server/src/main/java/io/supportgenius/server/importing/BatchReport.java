package io.supportgenius.server.importing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param source the name under which the tickets' ids are unique
 * @param counts what became of its rows
 * @param results what became of each ticket, in their order
 * @param warnings what was assumed
 */
public record BatchReport(
        String source, @JsonUnwrapped RowCounts counts, List<BatchRow> results, List<String> warnings) {

    public BatchReport {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }
}
