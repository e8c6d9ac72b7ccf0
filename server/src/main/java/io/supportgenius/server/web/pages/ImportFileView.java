package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.WaitingFiles.WaitingFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded file would be read.
 *
 * @param unreadable why it cannot be read; null where it can
 * @param entries of an archive or workbook, where one must be chosen before anything can be read
 * @param problem what is wrong with what was chosen; null for nothing
 * @param facts encoding, separator and size, in words
 * @param fields that a column can be, to choose from
 * @param sheet chosen file of an archive or sheet of a workbook; null where there is no choice
 * @param encoding null for a workbook
 * @param remembered whether a mapping that was once corrected for such files applies
 * @param events how events become tickets; null where the rows are tickets
 * @param fold what the person says of several rows of one ticket
 * @param question what only the person can decide; null for nothing
 */
record ImportFileView(
        String id,
        String name,
        @Nullable String unreadable,
        List<String> entries,
        @Nullable String problem,
        List<String> facts,
        @Nullable Choice sheet,
        @Nullable Choice encoding,
        List<Field> fields,
        List<Column> columns,
        List<String> warnings,
        boolean remembered,
        @Nullable Events events,
        String fold,
        @Nullable String question,
        String dateOrder,
        String zone,
        String source,
        List<Row> rows) {

    static ImportFileView unreadable(WaitingFile file, String why, List<String> entries) {
        return new ImportFileView(
                file.id().toString(),
                file.name(),
                why,
                entries,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                null,
                "",
                null,
                "",
                "",
                "",
                List.of());
    }

    /**
     * @param chosen the one in use
     * @param auto what the product takes without a wish, in words; empty where it needs one
     * @param wished whether the person chose it
     */
    record Choice(String chosen, String auto, boolean wished, List<String> all) {}

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
