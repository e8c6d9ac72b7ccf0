package io.supportgenius.server.insights;

import io.supportgenius.server.insights.Overview.Change;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.insights.Overview.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ticket dashboard is compared with.
 *
 * @param with {@code previous} or {@code year}
 * @param current finished days of those asked for
 * @param previous the days they are compared with
 * @param unfinished days asked for that are left out; null when there are none
 * @param figures by name: {@code created}, {@code solved}, {@code unsolved}, {@code firstReplyTime}, {@code fullResolutionTime} and
 *     {@code negativeShare}
 * @param now the dashboard of the current days; null where these are the days asked for, and the dashboard itself is that
 * @param before the dashboard of the previous days
 */
public record DashboardComparison(
        String with,
        Days current,
        Days previous,
        @Nullable Days unfinished,
        Map<String, Changed> figures,
        @Nullable Dashboard now,
        Dashboard before) {

    public DashboardComparison {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /**
     * A figure on both sides.
     *
     * @param unit {@code tickets}, {@code hours} or {@code share} (0 to 1)
     */
    public record Changed(String unit, Reading compared, Reading previous, Change change) {}
}
