package io.supportgenius.server.importing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an import is. */
public enum ImportState {
    /** Waiting or at work. */
    RUNNING,
    /** Every row is accounted for. */
    DONE,
    /** It could not be done; nothing was changed. */
    FAILED,
    /** Only the user can know how to read the file; nothing was changed. */
    NEEDS_DECISION,
    /** It was done, and taken back since. */
    UNDONE;

    /** The name in reports, for example {@code needs-decision}. */
    @JsonValue
    public String apiName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of a name as {@link #apiName()} writes it. */
    @JsonCreator
    public static ImportState ofApiName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
