package io.supportgenius.server.insights;

import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview.Comparison;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customers most like one, in the shape of {@code GET /api/v1/companies/{id}/similar}.
 *
 * @param tickets of the customer in the selection
 * @param compared customers with tickets in the selection, this one included
 * @param byProfileOnly whether it has too few tickets to say how it behaves
 * @param traits in which customers differ, and so what counts
 * @param alikeInAll traits in which customers do not differ by more than chance, or which are not known
 * @param notable how many of the neighbours are nearer than chance
 * @param neighbours nearest first
 * @param next the days whose change is what happened next; null where there are too few days
 * @param verdict a sentence that says whether anybody is notably similar
 */
public record SimilarReport(
        long id,
        String label,
        long tickets,
        int compared,
        boolean byProfileOnly,
        List<String> traits,
        List<String> alikeInAll,
        int notable,
        List<Neighbour> neighbours,
        @Nullable Comparison next,
        String verdict) {

    /**
     * One of the nearest.
     *
     * @param distance 0 for the same, 1 for two customers who know nothing of each other
     * @param notable whether it is nearer than the nearest would be if every trait were dealt anew among the customers
     * @param reasons what makes it near, the strongest first; empty where it is not notable
     * @param unknown traits that are not known of one of the two, so that they count neither way
     * @param changes how its {@code tickets}, {@code negativeShare} and {@code fullResolutionTime} changed in the days of {@code next}
     */
    public record Neighbour(
            long id,
            String label,
            long tickets,
            double distance,
            boolean notable,
            List<Reason> reasons,
            List<String> unknown,
            Map<String, Changed> changes) {

        public Neighbour {
            changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        }
    }

    /**
     * What makes two customers near.
     *
     * @param trait name of a dimension, or {@code rhythm}, {@code tickets}, {@code meanTouches}, {@code firstReplyTime},
     *     {@code fullResolutionTime} or {@code sentimentTrend}
     * @param value what the sides have: a value of the dimension, or for rhythm {@code night}, {@code morning}, {@code afternoon},
     *     {@code evening} or {@code weekend}; null for traits without
     * @param unit of the sides' values: {@code share} (0 to 1), {@code tickets}, {@code replies} or {@code hours}
     */
    public record Reason(String trait, @Nullable String value, String unit, Side own, Side theirs) {}

    /**
     * One of two customers.
     *
     * @param value in the reason's unit: a share, a number, a mean or a median; of a trend the share in the later half
     * @param before the share in the earlier half of a trend; null for all others
     * @param n tickets that the value rests on
     * @param tickets how many tickets the filters lead to
     * @param filters that the selection is narrowed by for these tickets
     */
    public record Side(double value, @Nullable Double before, long n, long tickets, Map<String, List<String>> filters) {

        public Side {
            filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        }
    }
}
