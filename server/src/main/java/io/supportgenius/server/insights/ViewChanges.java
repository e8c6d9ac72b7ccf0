package io.supportgenius.server.insights;

import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview.Comparison;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of agents, customers or companies changed.
 *
 * @param comparison which days are compared; null where none are
 * @param reason why none are; null where some are
 * @param byId of each one asked for: {@code tickets}, {@code unsolved}, {@code firstReplyTime}, {@code fullResolutionTime},
 *     {@code meanTouches} and {@code negativeShare}; empty without comparison
 */
public record ViewChanges(
        @Nullable Comparison comparison, @Nullable String reason, Map<Long, Map<String, Changed>> byId) {

    public ViewChanges {
        byId = Map.copyOf(byId);
    }

    /** The changes of one of them; empty without comparison. */
    public Map<String, Changed> of(long id) {
        return byId.getOrDefault(id, Map.of());
    }
}
