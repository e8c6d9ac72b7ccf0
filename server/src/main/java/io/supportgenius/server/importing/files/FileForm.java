package io.supportgenius.server.importing.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file of tickets is written.
 *
 * @param kind what it is
 * @param encoding the encoding of its text; null for a workbook
 * @param separator between the fields of a CSV file; null for any other
 * @param entry the file of the archive, or sheet of the workbook, that is read; null where there is but one
 * @param entries what else could be read, that one included; empty where there is no choice
 */
public record FileForm(
        Kind kind,
        @Nullable Encoding encoding,
        @Nullable Character separator,
        @Nullable String entry,
        List<String> entries) {

    public FileForm {
        entries = List.copyOf(entries);
    }

    FileForm in(@Nullable String chosen, List<String> choice) {
        return new FileForm(kind, encoding, separator, chosen == null ? entry : chosen, choice);
    }

    /** The formats. */
    public enum Kind {
        CSV,
        JSON,
        XLSX
    }

    /**
     * @param name of the character set
     * @param certainty how it is known
     * @param samples words of the file that would look wrong in another encoding; empty where all is ASCII
     */
    public record Encoding(String name, Certainty certainty, List<String> samples) {

        public Encoding {
            samples = List.copyOf(samples);
        }
    }

    /** How an encoding is known. */
    public enum Certainty {
        /** The user said so. */
        CHOSEN,
        /** A mark says so, or the bytes can hardly be anything else. */
        CERTAIN,
        /** It reads best. */
        GUESSED
    }
}
