package io.supportgenius.server.importing;

import java.util.Optional;

/**
 * What a column can mean to us. A column's name matches exactly or not at all ({@link ColumnNames}): one that merely
 * resembles a known name is left alone, as {@code Resolution Action Updated Date} is no resolution and {@code Address Type}
 * no ticket type.
 */
enum TicketField {
    EXTERNAL_ID("externalId", Kind.ID),
    CREATED("created", Kind.DATE),
    FIRST_REPLY("firstReply", Kind.DATE),
    FIRST_SOLVED("firstSolved", Kind.DATE),
    SOLVED("solved", Kind.DATE),
    CLOSED("closed", Kind.DATE),
    UPDATED("updated", Kind.DATE),
    STATUS("status", Kind.CATEGORY),
    PRIORITY("priority", Kind.CATEGORY),
    TYPE("type", Kind.CATEGORY),
    CHANNEL("channel", Kind.CATEGORY),
    SUBJECT("subject", Kind.TEXT),
    TEXT("text", Kind.TEXT),
    TAGS("tags", Kind.TEXT),
    REQUESTER("requester", Kind.NAME),
    REQUESTER_EMAIL("requesterEmail", Kind.EMAIL),
    JOB_TITLE("jobTitle", Kind.NAME),
    COMPANY("company", Kind.NAME),
    AGENT("agent", Kind.NAME),
    AGENT_EMAIL("agentEmail", Kind.EMAIL),
    INDUSTRY("industry", Kind.CATEGORY),
    SUPPORT_TIER("supportTier", Kind.CATEGORY),
    LOCATION("location", Kind.CATEGORY),
    PILOT("pilot", Kind.FLAG),
    TOUCHES("touches", Kind.COUNT),
    REOPENS("reopens", Kind.COUNT),
    SATISFACTION("satisfaction", Kind.RATING),
    FIRST_REPLY_TIME("firstReplyTime", Kind.DURATION),
    FULL_RESOLUTION_TIME("fullResolutionTime", Kind.DURATION);

    /** What the cells of a column have to look like to be taken for a field. */
    enum Kind {
        ID,
        DATE,
        CATEGORY,
        TEXT,
        NAME,
        EMAIL,
        FLAG,
        COUNT,
        RATING,
        DURATION
    }

    /** More than any field has: a name that is one of them as it stands comes before one that is only without its articles. */
    private static final int NAMES = 10_000;

    private final String apiName;
    private final Kind kind;

    TicketField(String apiName, Kind kind) {
        this.apiName = apiName;
        this.kind = kind;
    }

    /** The name in mappings, reports and the API. */
    String apiName() {
        return apiName;
    }

    Kind kind() {
        return kind;
    }

    /** Place of a column's name among the names of this field, 0 = best, or -1 where it is none of them. */
    int rank(String header) {
        return rank(ColumnName.of(header));
    }

    /** Place of a column's name among the names of this field, 0 = best, or -1 where it is none of them. */
    int rank(ColumnName name) {
        if (durationOrDate() && name.businessHours()) {
            return -1;
        }
        for (int i = 0; i < name.readings().size(); i++) {
            int rank = rankOf(name.readings().get(i), name);
            if (rank >= 0) {
                return rank + i * NAMES;
            }
        }
        return -1;
    }

    private int rankOf(String reading, ColumnName name) {
        int rank = ColumnNames.rank(this, reading);
        if (rank >= 0 || !durationOrDate()) {
            return rank;
        }
        String plain = DurationUnit.withoutUnit(reading);
        rank = ColumnNames.rank(this, plain);
        // First response in minutes: the name of a time becomes that of a duration by its unit.
        TicketField time = this == FIRST_REPLY_TIME ? FIRST_REPLY : this == FULL_RESOLUTION_TIME ? SOLVED : null;
        return rank >= 0 || time == null || name.unit() == null ? rank : ColumnNames.rank(time, plain);
    }

    private boolean durationOrDate() {
        return kind == Kind.DURATION || kind == Kind.DATE;
    }

    static Optional<TicketField> ofApiName(String name) {
        for (TicketField field : values()) {
            if (field.apiName.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
