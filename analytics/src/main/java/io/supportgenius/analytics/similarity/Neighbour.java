package io.supportgenius.analytics.similarity;

import java.util.List;

/**
 * A customer near another.
 *
 * @param code in the facts
 * @param distance as a part of that of two customers who know nothing of each other: 0 is the same, 1 is usual
 * @param notable whether it is nearer than the nearest would be if every trait were dealt anew among the customers
 * @param reasons traits that make it near, those that do most first; empty where it is not notable
 * @param unknown traits that are not known of one of the two, so that they count neither way
 */
public record Neighbour(int code, double distance, boolean notable, List<Trait> reasons, List<Trait> unknown) {

    public Neighbour {
        reasons = List.copyOf(reasons);
        unknown = List.copyOf(unknown);
    }
}
