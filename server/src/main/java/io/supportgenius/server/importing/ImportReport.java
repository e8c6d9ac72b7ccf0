package io.supportgenius.server.importing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.supportgenius.server.store.TimeProblems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param source the name under which the file's ticket ids are unique
 * @param message one sentence for the user where the import is not done, else null
 * @param counts what became of its rows; all 0 while it runs, and where it changed nothing because it failed
 * @param rejects the first {@value #REJECTS_SHOWN} rejected rows; the counts count all
 * @param mapping their column by our field
 * @param attributes columns kept under their own names
 * @param events how the events of a log became tickets; null where the rows are tickets
 * @param reconciliation figures of the source beside ours
 * @param quality tickets whose times cannot be, or cannot be known
 * @param progress how far it is; null once it has ended
 */
public record ImportReport(
        long id,
        ImportState state,
        @Nullable String message,
        String source,
        String file,
        boolean dryRun,
        @JsonUnwrapped RowCounts counts,
        List<Reject> rejects,
        Map<String, String> mapping,
        List<String> attributes,
        List<String> warnings,
        @Nullable FoldRule events,
        List<Reconciled> reconciliation,
        TimeProblems quality,
        double seconds,
        @Nullable ImportProgress progress) {

    /** So many rejects are listed in a report. */
    public static final int REJECTS_SHOWN = 1_000;

    public ImportReport {
        rejects = List.copyOf(rejects);
        attributes = List.copyOf(attributes);
        warnings = List.copyOf(warnings);
        // Reports of earlier versions have neither.
        reconciliation = List.copyOf(Objects.requireNonNullElse(reconciliation, List.of()));
        quality = Objects.requireNonNullElse(quality, TimeProblems.NONE);
    }

    /** The report on a file that was not even begun, because there is nothing to read; it has no number. */
    public static ImportReport refused(String file, String source, boolean dryRun, String reason) {
        return new ImportReport(
                0,
                ImportState.FAILED,
                reason,
                source,
                file,
                dryRun,
                RowCounts.NONE,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                TimeProblems.NONE,
                0,
                null);
    }

    /** The report of a run that has not begun; it has no number yet. */
    static ImportReport waiting(ImportRequest request) {
        return new ImportReport(
                0,
                ImportState.RUNNING,
                null,
                request.source(),
                request.file(),
                request.dryRun(),
                RowCounts.NONE,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                TimeProblems.NONE,
                0,
                new ImportProgress("waiting", 0, 0, 0));
    }

    /** This report of a run that has begun. */
    ImportReport on(long number, ImportProgress soFar, double secondsSoFar) {
        return new ImportReport(
                number,
                state,
                message,
                source,
                file,
                dryRun,
                counts,
                rejects,
                mapping,
                attributes,
                warnings,
                events,
                reconciliation,
                quality,
                secondsSoFar,
                soFar);
    }
}
