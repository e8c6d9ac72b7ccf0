package io.supportgenius.server.command;

import io.supportgenius.server.importing.ImportProgress;
import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.importing.Reject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells what becomes of files: progress on the error output, the outcome as text or as one JSON document. */
final class ImportTeller {
    private static final int REJECTS_TOLD = 10;

    private final PrintWriter out;
    private final PrintWriter err;

    ImportTeller(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void progress(ImportReport report) {
        ImportProgress progress = report.progress();
        if (progress != null) {
            String rows = rows(progress.rowsRead());
            long left = Math.max(0, progress.rowsExpected() - progress.rowsRead());
            String remaining = progress.rowsExpected() == 0 || progress.rowsPerSecond() == 0
                    ? ""
                    : String.format(
                            Locale.ENGLISH,
                            " of about %,d, %s left",
                            progress.rowsExpected(),
                            duration(left / progress.rowsPerSecond()));
            String rate = progress.rowsPerSecond() == 0
                    ? ""
                    : String.format(Locale.ENGLISH, ", %,d rows/s", progress.rowsPerSecond());
            say(err, report.file() + ": " + progress.stage() + ", " + rows + remaining + rate);
        }
    }

    private static String duration(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : String.format(Locale.ENGLISH, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /** One document: the report, or a list of reports where several files were given. */
    void json(List<ImportReport> reports) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        say(out, json.writeValueAsString(reports.size() == 1 ? reports.get(0) : reports));
        reports.stream().filter(report -> report.state() != ImportState.DONE).forEach(this::failure);
    }

    void text(ImportReport report) {
        if (report.state() != ImportState.DONE) {
            failure(report);
            return;
        }
        say(
                out,
                String.format(
                        Locale.ENGLISH,
                        "%s: %s%s: %,d created, %,d updated, %,d unchanged, %,d folded, %,d duplicates, %,d rejected (%.1f s)",
                        report.file(),
                        rows(report.counts().rows()),
                        report.dryRun() ? " tried, nothing was changed" : "",
                        report.counts().created(),
                        report.counts().updated(),
                        report.counts().unchanged(),
                        report.counts().folded(),
                        report.counts().duplicates(),
                        report.counts().rejected(),
                        report.seconds()));
        for (Map.Entry<String, String> field : report.mapping().entrySet()) {
            say(out, "  " + field.getKey() + " = " + field.getValue());
        }
        if (!report.attributes().isEmpty()) {
            say(out, "  Attributes: " + String.join(", ", report.attributes()));
        }
        report.warnings().forEach(warning -> say(out, "  Note: " + warning));
        rejects(report);
    }

    private void rejects(ImportReport report) {
        for (Reject reject : report.rejects()
                .subList(0, Math.min(REJECTS_TOLD, report.rejects().size()))) {
            say(
                    out,
                    "  Line " + reject.line() + ", " + reject.column() + ": \"" + reject.value() + "\" "
                            + reject.reason());
        }
        if (report.counts().rejected() > REJECTS_TOLD) {
            say(
                    out,
                    String.format(
                            Locale.ENGLISH,
                            "  and %,d more rejected",
                            report.counts().rejected() - REJECTS_TOLD));
        }
    }

    private static String rows(long count) {
        return String.format(Locale.ENGLISH, count == 1 ? "%,d row" : "%,d rows", count);
    }

    private void failure(ImportReport report) {
        String message = String.valueOf(report.message());
        say(err, message.contains(report.file()) ? message : report.file() + ": " + message);
    }

    private static void say(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }
}
