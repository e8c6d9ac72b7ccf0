package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page where imports begin.
 *
 * @param mayImport whether the visitor may upload files
 * @param problem why a file was not taken; null where none was sent
 */
record ImportsView(boolean mayImport, @Nullable String problem, List<Row> rows) {

    /** One import of the list; numbers as words. */
    record Row(
            String href,
            String file,
            String source,
            String started,
            String state,
            String stateName,
            String rows,
            String created,
            String updated,
            String unchanged,
            String rejected,
            String lasted) {}
}
