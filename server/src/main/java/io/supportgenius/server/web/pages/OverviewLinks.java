package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.SelectionParser;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a figure of some days to exactly its tickets. Immutable.
 *
 * @param tickets the list with the filters and days of the page
 * @param from first day; null for no limit
 * @param to last day; null for no limit
 * @param openOn day at whose end the backlog was counted; null for now
 */
record OverviewLinks(
        Address tickets,
        @Nullable String from,
        @Nullable String to,
        @Nullable String openOn) {

    private static final String SENTIMENT = "sentiment";
    private static final String SATISFACTION = "satisfaction";

    /** Tickets that the figure's value counts. */
    Address counted(String figure) {
        return switch (figure) {
            case "created" -> created();
            case "solved" -> solved();
            case "backlog" -> backlog();
            case "firstReplyTime" -> created().with(SelectionParser.HAS_FIRST_REPLY_TIME, "true");
            case "fullResolutionTime" -> created().with(SelectionParser.HAS_FULL_RESOLUTION_TIME, "true");
            case "negativeShare" -> created().with(SENTIMENT, "negative");
            case "csat" -> created().with(SATISFACTION, "good");
            default -> throw new IllegalArgumentException(figure);
        };
    }

    /** Tickets that a share is of. */
    Address whole(String share) {
        return share.equals("csat")
                ? narrowed(SATISFACTION, "good", "bad")
                : narrowed(SENTIMENT, "negative", "neutral", "positive");
    }

    private Address narrowed(String dimension, String... known) {
        List<String> asked = tickets.parameters().getOrDefault(dimension, List.of());
        List<String> wanted = List.of(known).stream()
                .filter(value -> asked.isEmpty()
                        || asked.stream()
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(value)))
                .toList();
        return created().with(dimension, wanted);
    }

    private Address created() {
        return with(with(tickets, SelectionParser.FROM, from), SelectionParser.TO, to);
    }

    private Address solved() {
        Address anyDay = tickets.without(SelectionParser.FROM, SelectionParser.TO);
        if (from == null && to == null) {
            return anyDay.with(SelectionParser.SOLVED, "true");
        }
        String askedFrom = first(SelectionParser.SOLVED_FROM);
        String askedTo = first(SelectionParser.SOLVED_TO);
        return with(
                with(anyDay, SelectionParser.SOLVED_FROM, later(from, askedFrom)),
                SelectionParser.SOLVED_TO,
                earlier(to, askedTo));
    }

    private Address backlog() {
        Address anyDay = tickets.without(SelectionParser.FROM, SelectionParser.TO);
        if (openOn == null) {
            return anyDay.with(SelectionParser.SOLVED, "false");
        }
        String asked = first(SelectionParser.OPEN_ON);
        if (asked == null) {
            return anyDay.with(SelectionParser.OPEN_ON, openOn);
        }
        // Who waited at the end of both days was created by the first of them and waited on the second.
        return with(
                with(anyDay, SelectionParser.TO, earlier(asked, openOn)),
                SelectionParser.OPEN_ON,
                later(asked, openOn));
    }

    private @Nullable String first(String name) {
        List<String> values = tickets.parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static Address with(Address address, String name, @Nullable String value) {
        return value == null ? address.without(name) : address.with(name, value);
    }

    /** Days in ISO 8601 with four digits of the year have the order of their letters. */
    private static @Nullable String later(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }

    private static @Nullable String earlier(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }
}
