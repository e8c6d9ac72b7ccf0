package io.supportgenius.server.importing;

import java.util.Optional;
import java.util.stream.Stream;

/** What the user says of several rows that share a ticket id. */
public enum FoldWish {
    /** As the file tells. */
    AUTO("auto"),
    /** Each row is an event; all of them make the ticket. */
    EVENTS("events"),
    /** Each row is a version; the newest one is the ticket. */
    NEWEST("newest");

    private final String flag;

    FoldWish(String flag) {
        this.flag = flag;
    }

    /** How the user writes it. */
    public String flag() {
        return flag;
    }

    /** The wish that is written so. */
    public static Optional<FoldWish> ofFlag(String flag) {
        return Stream.of(values()).filter(wish -> wish.flag.equals(flag)).findFirst();
    }
}
