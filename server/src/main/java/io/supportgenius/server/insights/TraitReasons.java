package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.similarity.CustomerSums;
import io.supportgenius.analytics.similarity.PartOfDay;
import io.supportgenius.analytics.similarity.Trait;
import io.supportgenius.analytics.summary.GroupFigures.Group;
import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.server.insights.SimilarReport.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Says what customers have in common by a trait: the one part of it that tells most, with the value of each and its tickets. */
final class TraitReasons {

    static final String RHYTHM = "rhythm";
    static final String TICKETS = "tickets";
    static final String TOUCHES = "meanTouches";
    static final String FIRST_REPLY = "firstReplyTime";
    static final String FULL_RESOLUTION = "fullResolutionTime";
    static final String TREND = "sentimentTrend";

    private static final String SHARE = "share";
    private static final String WEEKEND = "weekend";
    private static final List<String> WEEKEND_DAYS = List.of("6", "7");
    private static final double SECONDS_IN_HOUR = 3600;
    private static final double MEDIAN = 0.5;

    private final ComparedCustomers customers;

    TraitReasons(ComparedCustomers customers) {
        this.customers = customers;
    }

    /**
     * @param trait known of all of them
     * @param sides of each what was added up, and the figures with medians
     * @param choosing how many of the sides, from the first one on, decide which part of the trait is told
     */
    Said of(Trait trait, List<Party> sides, int choosing) {
        return switch (trait.kind()) {
            case PROFILE -> profile(trait, sides);
            case TOPIC -> telling(topic(trait), sides, choosing);
            case RHYTHM -> telling(rhythm(), sides, choosing);
            case MOOD -> telling(mood(), sides, choosing);
            case VOLUME ->
                new Said(
                        null,
                        TICKETS,
                        sides.stream()
                                .map(side -> new Side(
                                        side.sums().tickets(),
                                        null,
                                        side.sums().tickets(),
                                        side.sums().tickets(),
                                        Map.of()))
                                .toList());
            case TOUCHES ->
                new Said(
                        null,
                        "replies",
                        sides.stream()
                                .map(side -> new Side(
                                        side.figures().meanTouches(),
                                        null,
                                        side.sums().tickets(),
                                        side.sums().tickets(),
                                        Map.of()))
                                .toList());
            case FIRST_REPLY ->
                new Said(
                        null,
                        "hours",
                        sides.stream()
                                .map(side -> hours(
                                        side.figures().firstReply().percentile(MEDIAN),
                                        side.figures().firstReply().n(),
                                        SelectionParser.HAS_FIRST_REPLY_TIME))
                                .toList());
            case FULL_RESOLUTION ->
                new Said(
                        null,
                        "hours",
                        sides.stream()
                                .map(side -> hours(
                                        side.figures().fullResolution().percentile(MEDIAN),
                                        side.figures().fullResolution().n(),
                                        SelectionParser.HAS_FULL_RESOLUTION_TIME))
                                .toList());
            case TREND ->
                new Said(null, SHARE, sides.stream().map(TraitReasons::trend).toList());
        };
    }

    private static Side hours(double seconds, long n, String filter) {
        return new Side(seconds / SECONDS_IN_HOUR, null, n, n, Map.of(filter, List.of("true")));
    }

    private static Side trend(Party side) {
        CustomerSums sums = side.sums();
        return new Side(
                (double) sums.negative(true) / sums.scored(true),
                (double) sums.negative(false) / sums.scored(false),
                sums.scored(true) + sums.scored(false),
                sums.count(Sentiment.NEGATIVE),
                Map.of(Dimension.SENTIMENT.name(), List.of(Sentiment.NEGATIVE.label())));
    }

    private Said profile(Trait trait, List<Party> sides) {
        int place = customers.space().tickets().by().profile().indexOf(trait.dimension());
        int code = sides.get(0).sums().profile(place);
        String name = customers.name(trait);
        String value = customers.facts().dictionary(trait.dimension()).value(code);
        return new Said(
                value,
                SHARE,
                sides.stream()
                        .map(side -> share(
                                side.sums().profileTickets(place, code),
                                side.sums().tickets(),
                                Map.of(name, List.of(value == null ? "" : value))))
                        .toList());
    }

    private List<Part> topic(Trait trait) {
        int place = customers.space().tickets().by().topics().indexOf(trait.dimension());
        Dictionary values = customers.facts().dictionary(trait.dimension());
        var parts = new ArrayList<Part>();
        for (int code = 1; code < values.size(); code++) {
            int part = code;
            String value = values.value(code);
            parts.add(new Part(
                    value,
                    sums -> sums.topic(place, part),
                    sums -> sums.known(place),
                    Map.of(customers.name(trait), List.of(value == null ? "" : value))));
        }
        return parts;
    }

    private static List<Part> mood() {
        return Arrays.stream(Sentiment.values())
                .map(sentiment -> new Part(
                        sentiment.label(),
                        sums -> sums.count(sentiment),
                        CustomerSums::scored,
                        Map.of(Dimension.SENTIMENT.name(), List.of(sentiment.label()))))
                .toList();
    }

    private List<Part> rhythm() {
        var parts = new ArrayList<Part>();
        for (PartOfDay part : PartOfDay.values()) {
            parts.add(new Part(
                    part.name().toLowerCase(Locale.ROOT),
                    sums -> sums.at(part),
                    CustomerSums::dated,
                    Map.of(
                            SelectionParser.HOUR,
                            within(
                                    SelectionParser.HOUR,
                                    part.hours().stream().map(String::valueOf).toList()))));
        }
        parts.add(new Part(
                WEEKEND,
                CustomerSums::onWeekends,
                CustomerSums::dated,
                Map.of(SelectionParser.WEEKDAY, within(SelectionParser.WEEKDAY, WEEKEND_DAYS))));
        return parts;
    }

    /** Of some hours or days those that the selection has as well. */
    private List<String> within(String filter, List<String> wanted) {
        List<String> asked = customers.selection().filters().getOrDefault(filter, List.of());
        return wanted.stream()
                .filter(value -> asked.isEmpty()
                        || asked.stream().anyMatch(one -> Integer.parseInt(one) == Integer.parseInt(value)))
                .toList();
    }

    /** The part that the choosing sides have more often than all customers together, and that says most; else the one they have most. */
    private Said telling(List<Part> parts, List<Party> sides, int choosing) {
        Part best = parts.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            double least = sides.stream()
                    .limit(choosing)
                    .mapToDouble(side -> part.share(side.sums()))
                    .min()
                    .orElse(0);
            double everywhere = part.share(customers.all());
            // Less than any gain where it is rarer than elsewhere.
            double telling = least > everywhere ? 1 + least * Math.log(least / everywhere) : least;
            if (telling > most) {
                most = telling;
                best = part;
            }
        }
        Part told = best;
        return new Said(
                told.value(),
                SHARE,
                sides.stream()
                        .map(side -> share(
                                told.tickets().applyAsInt(side.sums()),
                                told.known().applyAsInt(side.sums()),
                                told.filters()))
                        .toList());
    }

    private static Side share(int tickets, int n, Map<String, List<String>> filters) {
        return new Side((double) tickets / n, null, n, tickets, filters);
    }

    /** A customer, or several together. */
    record Party(CustomerSums sums, Group figures) {}

    /** @param sides in the order that the parties were given in */
    record Said(@Nullable String value, String unit, List<Side> sides) {}

    /** A part of a customer's tickets. */
    private record Part(
            @Nullable String value,
            ToIntFunction<CustomerSums> tickets,
            ToIntFunction<CustomerSums> known,
            Map<String, List<String>> filters) {

        double share(CustomerSums sums) {
            int n = known.applyAsInt(sums);
            return n == 0 ? 0 : (double) tickets.applyAsInt(sums) / n;
        }
    }
}
