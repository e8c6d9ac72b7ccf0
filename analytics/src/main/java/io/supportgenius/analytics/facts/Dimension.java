package io.supportgenius.analytics.facts;

import java.util.List;

/**
 * What tickets can be filtered and counted by.
 *
 * @param name as in selections, for example {@code supportTier} or {@code attribute.Product}
 */
public record Dimension(String name) {

    private static final String ATTRIBUTE_PREFIX = "attribute.";

    public static final Dimension INDUSTRY = new Dimension("industry");
    public static final Dimension SUPPORT_TIER = new Dimension("supportTier");
    public static final Dimension LOCATION = new Dimension("location");
    public static final Dimension PILOT = new Dimension("pilot");
    public static final Dimension COMPANY = new Dimension("company");
    public static final Dimension REQUESTER = new Dimension("requester");
    public static final Dimension AGENT = new Dimension("agent");
    public static final Dimension CHANNEL = new Dimension("channel");
    public static final Dimension STATUS = new Dimension("status");
    public static final Dimension PRIORITY = new Dimension("priority");
    public static final Dimension TYPE = new Dimension("type");

    /**
     * What a ticket's text feels like: {@code negative} (always code 1), {@code neutral} (2) or {@code positive} (3); missing where
     * it was not scored.
     */
    public static final Dimension SENTIMENT = new Dimension("sentiment");

    /** How its requester rated the solution: {@code good} or {@code bad}; missing where nobody rated. */
    public static final Dimension SATISFACTION = new Dimension("satisfaction");

    /** The dimensions of the model, in the order in which they are offered. */
    public static final List<Dimension> BUILT_IN = List.of(
            INDUSTRY,
            SUPPORT_TIER,
            LOCATION,
            PILOT,
            COMPANY,
            REQUESTER,
            AGENT,
            CHANNEL,
            STATUS,
            PRIORITY,
            TYPE,
            SENTIMENT,
            SATISFACTION);

    /** The dimension of a column that the model has no place for. */
    public static Dimension attribute(String column) {
        return new Dimension(ATTRIBUTE_PREFIX + column);
    }

    /** Whether a parameter name is that of an attribute's dimension. */
    public static boolean isAttribute(String name) {
        return name.startsWith(ATTRIBUTE_PREFIX) && name.length() > ATTRIBUTE_PREFIX.length();
    }

    public boolean isAttribute() {
        return isAttribute(name);
    }

    /**
     * The column that an attribute's dimension stands for.
     *
     * @throws IllegalStateException if this is a dimension of the model
     */
    public String column() {
        if (!isAttribute()) {
            throw new IllegalStateException(name + " is a dimension of the model");
        }
        return name.substring(ATTRIBUTE_PREFIX.length());
    }
}
