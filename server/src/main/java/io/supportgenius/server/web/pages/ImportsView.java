package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page where imports begin.
 *
 * @param mayImport whether the visitor may upload files
 * @param largest bytes of the largest file that is taken
 * @param limit the same in words
 * @param problem why a file was not taken; null where none was sent
 */
record ImportsView(
        boolean mayImport,
        long largest,
        String limit,
        @Nullable String problem,
        List<Row> rows) {

    /**
     * One import of the list; numbers as words.
     *
     * @param kind that it was only tried; empty where it was not
     */
    record Row(
            String href,
            String file,
            String source,
            String started,
            String kind,
            String state,
            String stateName,
            String rows,
            String created,
            String updated,
            String unchanged,
            String rejected,
            String lasted) {}
}
