package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param zone the organisation's zone, named on every page
 * @param dataDirectory where everything is kept, quoted for a shell
 * @param user name of the person who is signed in; null for nobody
 * @param loading how far the facts are while they load; null when answers are complete
 */
record Frame(
        @Nullable String organisation,
        String zone,
        String dataDirectory,
        @Nullable String user,
        List<Entry> menu,
        @Nullable Loading loading) {

    /**
     * One entry of the menu.
     *
     * @param name ends of its message key and of its icon
     */
    record Entry(String name, String href, boolean here) {}

    /** Progress of loading. */
    record Loading(String loaded, String toLoad, int percent, boolean nothingYet) {}
}
