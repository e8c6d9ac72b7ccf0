package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param zone the organisation's zone, named on every page
 * @param storeOption the option that tells commands where everything is kept, quoted for a shell
 * @param user who is signed in; null for nobody
 * @param address path and query of the page, to be kept under a name; null where there is nothing to keep
 * @param loading how far the facts are while they load; null when answers are complete
 * @param shortage why not all tickets are shown where memory does not suffice; else null
 */
record Frame(
        @Nullable String organisation,
        String zone,
        String storeOption,
        @Nullable User user,
        List<Entry> menu,
        @Nullable String address,
        @Nullable Loading loading,
        @Nullable String shortage) {

    /**
     * One entry of the menu.
     *
     * @param name ends of its message key and of its icon
     */
    record Entry(String name, String href, boolean here) {}

    /**
     * Who is signed in.
     *
     * @param signsOut whether the person has signed in and so can sign out; not in the demo
     * @param analyst whether the person may import and change settings
     * @param administrator whether the person may say who else signs in
     */
    record User(String name, boolean signsOut, boolean analyst, boolean administrator) {}

    /** Progress of loading. */
    record Loading(String loaded, String toLoad, int percent, boolean nothingYet) {}
}
