package io.supportgenius.server.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The saved views.
 *
 * @param saved the one that was saved just now; null for none
 * @param problem why one could not be saved; null where none was tried
 */
record SavedViewsView(
        List<View> all, @Nullable View saved, @Nullable String problem) {

    /**
     * @param page what it shows, as the menu calls it
     * @param link to share, whole
     * @param deletable whether the visitor may delete it
     */
    record View(long id, String name, String page, String owner, String created, String link, boolean deletable) {}
}
