package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.WaitingFiles.WaitingFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded file would be read.
 *
 * @param unreadable why it cannot be read; null where it can
 * @param problem what is wrong with what was chosen; null for nothing
 * @param facts encoding, separator and size, in words
 * @param fields that a column can be, to choose from
 * @param events how events become tickets; null where the rows are tickets
 * @param fold what the person says of several rows of one ticket
 * @param question what only the person can decide; null for nothing
 */
record ImportFileView(
        String id,
        String name,
        @Nullable String unreadable,
        @Nullable String problem,
        List<String> facts,
        List<Field> fields,
        List<Column> columns,
        List<String> warnings,
        @Nullable Events events,
        String fold,
        @Nullable String question,
        String dateOrder,
        String zone,
        String source,
        List<Row> rows) {

    static ImportFileView unreadable(WaitingFile file, String why) {
        return new ImportFileView(
                file.id().toString(),
                file.name(),
                why,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                "",
                null,
                "",
                "",
                "",
                List.of());
    }

    record Field(String name, String label) {}

    /**
     * How events become tickets.
     *
     * @param facts in sentences
     * @param meanings that a word can have, to choose from
     * @param more how many further words there are; null for none
     */
    record Events(
            List<String> facts,
            List<Field> meanings,
            List<Word> words,
            @Nullable String more) {}

    /**
     * An activity or a state.
     *
     * @param parameter of the form
     * @param choice what it means
     */
    record Word(String parameter, String word, String rows, String choice) {}

    /**
     * @param parameter of the form
     * @param choice the field's name, or keep or leaveOut
     * @param keep what keeping means for this column
     * @param sure whether there is nothing to look at twice
     */
    record Column(
            String parameter,
            String name,
            List<String> samples,
            String choice,
            String keep,
            String evidence,
            boolean sure) {}

    /**
     * @param rejected why the row would be rejected; null for a ticket
     */
    record Row(
            String line,
            String id,
            String created,
            String subject,
            String status,
            String requester,
            String company,
            String agent,
            String touches,
            String firstReply,
            String resolution,
            @Nullable String rejected) {}
}
