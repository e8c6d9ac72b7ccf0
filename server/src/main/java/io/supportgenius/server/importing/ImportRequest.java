package io.supportgenius.server.importing;

import io.supportgenius.server.store.TicketLoads;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A file to be imported and how to read it.
 *
 * @param path where the file lies; it must stay there until the import has ended
 * @param file the name the user knows it by
 * @param reading how to read its bytes
 * @param source the name under which its ticket ids are unique
 * @param mapping what the user says of the columns
 * @param zone the zone of times without offset; null for the organisation's
 * @param dateOrder the order of dates where a column leaves it open; null where the user said nothing
 * @param dryRun whether to find out what would become of the rows without changing anything
 * @param temporary whether the file is only a copy, to be deleted once the import has ended
 * @param fold what the user says of several rows of one ticket
 */
public record ImportRequest(
        Path path,
        String file,
        FileReading reading,
        String source,
        MappingDocument mapping,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        boolean dryRun,
        boolean temporary,
        FoldWish fold) {

    /** The source of files for which the user names none, so that a newer export updates what the older one brought. */
    public static final String DEFAULT_SOURCE = "import";

    private static final int LONGEST_SOURCE = 100;

    public ImportRequest {
        source = sourceOf(source);
    }

    /** A file of which encoding and entry are found out, and the user says nothing about several rows of one ticket. */
    public ImportRequest(
            Path path,
            String file,
            String source,
            MappingDocument mapping,
            @Nullable ZoneId zone,
            @Nullable DateOrder dateOrder,
            boolean dryRun,
            boolean temporary) {
        this(path, file, FileReading.FOUND_OUT, source, mapping, zone, dateOrder, dryRun, temporary, FoldWish.AUTO);
    }

    /**
     * The source a user means.
     *
     * @return the given name without white space around it, or {@link #DEFAULT_SOURCE} where nothing is left
     * @throws ImportFailedException if it is too long or cannot be written on one line
     */
    public static String sourceOf(String wish) {
        String source = wish.strip();
        if (source.length() > LONGEST_SOURCE) {
            throw new ImportFailedException("The source is too long: expected at most " + LONGEST_SOURCE
                    + " characters, found " + source.length() + ".");
        }
        if (source.codePoints().anyMatch(Character::isISOControl)) {
            throw new ImportFailedException("The source must not hold line breaks or other control characters.");
        }
        if (source.equals(TicketLoads.DEMO_SOURCE)) {
            throw new ImportFailedException(
                    "The source " + source
                            + " is kept for the demo company's tickets, which are replaced from time to time: choose another name.");
        }
        return source.isEmpty() ? DEFAULT_SOURCE : source;
    }
}
