package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.After;
import io.supportgenius.analytics.facts.RowCondition;
import io.supportgenius.analytics.facts.TimeProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the times of a ticket, as it is filtered by and counted. */
public enum TimeFinding {
    CREATED_MISSING("createdMissing"),
    FIRST_REPLY_BEFORE_CREATED("firstReplyBeforeCreated"),
    RESOLUTION_BEFORE_CREATED("resolutionBeforeCreated"),
    RESOLUTION_BEFORE_FIRST_REPLY("resolutionBeforeFirstReply"),
    /** Created, answered or solved after now. */
    IN_FUTURE("inFuture");

    private final String key;

    TimeFinding(String key) {
        this.key = key;
    }

    /** The name in parameters and answers. */
    public String key() {
        return key;
    }

    /** All names, in their order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(TimeFinding::key).toList();
    }

    /** The finding of a name, whatever its case. */
    static Optional<TimeFinding> of(String key) {
        return Arrays.stream(values())
                .filter(finding -> finding.key.equalsIgnoreCase(key))
                .findFirst();
    }

    /** @param now in seconds since 1970-01-01 UTC */
    RowCondition condition(long now) {
        return switch (this) {
            case CREATED_MISSING -> TimeProblem.CREATED_MISSING;
            case FIRST_REPLY_BEFORE_CREATED -> TimeProblem.FIRST_REPLY_BEFORE_CREATED;
            case RESOLUTION_BEFORE_CREATED -> TimeProblem.RESOLUTION_BEFORE_CREATED;
            case RESOLUTION_BEFORE_FIRST_REPLY -> TimeProblem.RESOLUTION_BEFORE_FIRST_REPLY;
            case IN_FUTURE -> new After(now);
        };
    }
}
