package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.facts.TicketFacts;
import java.util.List;

/**
 * Who is compared, and by what. Indices are those of the facts.
 *
 * @param customers the dimension whose values are compared, such as companies
 * @param sentiment the sentiment dimension
 * @param profile dimensions of which the most frequent value counts
 * @param topics dimensions of which the shares of all values count
 * @param topicCells how many codes each topic has, the missing one included
 * @param middle of the time, in seconds since 1970-01-01 UTC: trends are the later half against the earlier one
 */
public record ComparedBy(
        int customers,
        int sentiment,
        List<Integer> profile,
        List<Integer> topics,
        List<Integer> topicCells,
        long middle) {

    public ComparedBy {
        profile = List.copyOf(profile);
        topics = List.copyOf(topics);
        topicCells = List.copyOf(topicCells);
        if (topics.size() != topicCells.size()) {
            throw new IllegalArgumentException("Each topic needs its number of codes");
        }
    }

    /** The same with the numbers of codes taken from the facts. */
    public static ComparedBy of(
            TicketFacts facts, int customers, int sentiment, List<Integer> profile, List<Integer> topics, long middle) {
        List<Integer> cells =
                topics.stream().map(topic -> facts.dictionary(topic).size()).toList();
        return new ComparedBy(customers, sentiment, profile, topics, cells, middle);
    }
}
