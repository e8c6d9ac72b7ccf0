package io.supportgenius.server.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the source beside ours, over the tickets of one file.
 *
 * @param metric {@code firstReplyTime}, {@code firstResolutionTime} or {@code fullResolutionTime}
 * @param column in which the source states it
 * @param n tickets that have both
 * @param equal of these, those in which they agree within a minute or the rounding of the source
 * @param different the others
 * @param medianDifferenceHours median of the source's value less ours among the different ones, in hours; null where none differs
 * @param examples the first different ones
 */
public record Reconciled(
        String metric,
        String column,
        long n,
        long equal,
        long different,
        @Nullable Double medianDifferenceHours,
        List<Example> examples) {

    public Reconciled {
        examples = List.copyOf(examples);
    }

    /**
     * One ticket.
     *
     * @param id ours, of its page; null where nothing was stored
     */
    public record Example(@Nullable Long id, String externalId, double oursHours, double sourceHours) {}
}
