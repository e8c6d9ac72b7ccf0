package io.supportgenius.analytics.finding;

import java.util.List;
import java.util.Map;

/**
 * What a {@link SegmentSearch} found.
 *
 * @param found strongest first
 * @param comparisons segments times measures that were compared
 * @param measured tickets that have each measure
 * @param leftOut dimensions, by their index in the facts, that were not looked at: they have too many values, or there are too many of them
 */
public record FoundSegments(
        List<FoundSegment> found, long comparisons, Map<Measure, Long> measured, List<Integer> leftOut) {

    public FoundSegments {
        found = List.copyOf(found);
        measured = Map.copyOf(measured);
        leftOut = List.copyOf(leftOut);
    }
}
