package io.supportgenius.server.command;

import io.supportgenius.server.store.DataDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a product keeps everything: in a data directory, which this process has taken, or in a database of the user's.
 *
 * @param directory null for a database
 * @param settings {@code name=value} that say so to the application
 */
record KeptIn(@Nullable DataDirectory directory, List<String> settings) {

    KeptIn {
        settings = List.copyOf(settings);
    }

    /** Logs go into the directory, so that the console stays quiet. */
    static KeptIn directory(DataDirectory directory) {
        return new KeptIn(
                directory,
                List.of(
                        "supportgenius.store.data-dir=" + directory.path(),
                        "logging.file.name="
                                + directory.privateDirectory("logs").resolve("supportgenius.log"),
                        "logging.threshold.console=OFF"));
    }

    /**
     * Logs go to the console, where a service manager collects them; only what somebody should look at.
     *
     * @param user null where the address says it
     * @param password null where the address says it or none is needed
     */
    static KeptIn database(String url, @Nullable String user, @Nullable String password) {
        List<String> settings = new ArrayList<>();
        settings.add("supportgenius.store.database-url=" + url);
        if (user != null) {
            settings.add("supportgenius.store.database-user=" + user);
        }
        if (password != null) {
            settings.add("supportgenius.store.database-password=" + password);
        }
        settings.add("logging.threshold.console=WARN");
        return new KeptIn(null, settings);
    }

    /** As the first line on the console names it. */
    String shown() {
        return directory == null ? "the database" : directory.path().toString();
    }
}
