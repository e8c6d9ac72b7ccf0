package io.supportgenius.server.importing;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file to be imported and how to read it.
 *
 * @param path where the file lies; it must stay there until the import has ended
 * @param file the name the user knows it by
 * @param source the name under which its ticket ids are unique
 * @param mapping their column by our field; an empty column leaves the field without one
 * @param zone the zone of times without offset; null for the organisation's
 * @param dateOrder the order of dates where a column leaves it open; null where the user said nothing
 * @param dryRun whether to find out what would become of the rows without changing anything
 * @param temporary whether the file is only a copy, to be deleted once the import has ended
 */
public record ImportRequest(
        Path path,
        String file,
        String source,
        Map<String, String> mapping,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        boolean dryRun,
        boolean temporary) {

    /** The source of files for which the user names none, so that a newer export updates what the older one brought. */
    public static final String DEFAULT_SOURCE = "import";

    public ImportRequest {
        mapping = Map.copyOf(mapping);
    }
}
