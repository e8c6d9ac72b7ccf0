package io.supportgenius.server.importing;

import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file would be read, from its first rows.
 *
 * @param form how the file is written
 * @param rows rows that were looked at
 * @param whole whether these are all rows of the file
 * @param rowsExpected rows of the whole file, about
 * @param zone the zone of times without offset
 * @param warnings what was assumed
 * @param events how the events of a log become tickets; null where the rows are tickets
 * @param question what only the user can decide; null where there is nothing, else there are no tickets to show
 * @param tickets the first rows as tickets
 */
public record FilePreview(
        Form form,
        long rows,
        boolean whole,
        long rowsExpected,
        ZoneId zone,
        List<Column> columns,
        List<String> warnings,
        @Nullable FoldRule events,
        @Nullable String question,
        List<Row> tickets) {

    public FilePreview {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
        tickets = List.copyOf(tickets);
    }

    /**
     * How a file is written.
     *
     * @param kind csv, json or xlsx
     * @param encoding name of the character set; null for a workbook
     * @param encodingSure whether that is more than a guess
     * @param encodingSamples words that would look wrong in another encoding
     * @param separator between the fields of a CSV file; null for any other
     * @param entry the file of the archive or sheet of the workbook that is read; null where there is but one
     * @param entries what could be chosen instead, that one included; empty where there is no choice
     */
    public record Form(
            String kind,
            @Nullable String encoding,
            boolean encodingSure,
            List<String> encodingSamples,
            @Nullable Character separator,
            @Nullable String entry,
            List<String> entries) {

        public Form {
            encodingSamples = List.copyOf(encodingSamples);
            entries = List.copyOf(entries);
        }
    }

    /** What becomes of a column that is no field. */
    public enum Use {
        FIELD,
        /** Kept under its own name, to filter and count by. */
        ATTRIBUTE,
        /** The helpdesk's own value of a figure that we compute ourselves; kept beside ours. */
        METRIC,
        LEFT_OUT,
        /** Says nothing about a ticket. */
        MEANINGLESS
    }

    /** How a column was taken for what it is. */
    public enum Evidence {
        /** The user said so. */
        CHOSEN,
        /** Its name is known, and its content fits. */
        NAME_AND_CONTENT,
        /** Its name is known; any content would do, or there is none. */
        NAME,
        /** Its name says nothing; its content leaves hardly a doubt. */
        CONTENT,
        /** Its name is known, but its content does not fit or another column was better. */
        REFUSED,
        /** Its name is not known. */
        UNKNOWN
    }

    /**
     * One column.
     *
     * @param samples its first different values
     * @param field name of the field it is; null for none
     * @param fitting share of its values that are what the field needs, 0 to 1; null where any value would do
     * @param filled share of the rows that have a value in it, 0 to 1
     * @param objection why it was not taken for the field that its name promises, as the end of a sentence; null for no such reason
     */
    public record Column(
            String name,
            List<String> samples,
            Use use,
            @Nullable String field,
            Evidence evidence,
            @Nullable Double fitting,
            double filled,
            @Nullable String objection) {

        public Column {
            samples = List.copyOf(samples);
        }
    }

    /**
     * One row: a ticket, or why it would be rejected.
     *
     * @param line of the file
     */
    public record Row(
            long line,
            @Nullable TicketDraft ticket,
            @Nullable Reject reject) {}
}
