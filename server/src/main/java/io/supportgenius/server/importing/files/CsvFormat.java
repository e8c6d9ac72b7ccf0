package io.supportgenius.server.importing.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Reader;

/**
 * How the fields of a CSV text are told apart.
 *
 * @param spaces whether a field may be quoted behind spaces
 */
record CsvFormat(char separator, Quoting quoting, boolean spaces) {
    private static final int MOST_FIELDS = 1 << 14;
    private static final int LONGEST_RECORD = 1 << 26;
    /** No text holds this character. */
    private static final char NO_QUOTE = '\uFFFF';

    /** The records of a text. */
    CsvReader<CsvRecord> records(Reader text, FileLimits limits) {
        return records(text, limits, !spaces);
    }

    /** The same, of a text that is to have nothing behind the quotes that end fields. */
    CsvReader<CsvRecord> strictRecords(Reader text, FileLimits limits) {
        return records(text, limits, false);
    }

    private CsvReader<CsvRecord> records(Reader text, FileLimits limits, boolean lenient) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quoting == Quoting.NONE ? NO_QUOTE : '"')
                .trimWhitespacesAroundQuotes(spaces)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(lenient)
                .maxBufferSize(2 * limits.fieldLength())
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFieldSize(limits.fieldLength())
                                .maxFields(Math.max(MOST_FIELDS, 2 * limits.columns()))
                                .maxRecordSize(Math.max(LONGEST_RECORD, 2 * limits.fieldLength()))),
                        quoting == Quoting.BACKSLASH ? new BackslashReader(text) : text);
    }

    /** What quotes mean. */
    enum Quoting {
        /** They hold fields together, and are doubled within them. */
        DOUBLED,
        /** The same, but escaped by a backslash within fields, as databases write them. */
        BACKSLASH,
        /** Nothing: they are characters like others, as in what is copied or piped out of programs with tabs between. */
        NONE
    }
}
