package io.supportgenius.server.insights;

import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much each dimension counts when tickets are clustered.
 *
 * @param byDimension name to importance, 0 for a dimension that does not count, at most 10; in the order in which they are shown
 */
public record Importances(Map<String, Double> byDimension) {

    /** The parameter that changes them, for example {@code weight=agent:0}. */
    public static final String PARAMETER = "weight";

    /** Agents are nearly noise for what customers have in common. */
    public static final Importances USUAL = new Importances(usual());

    private static final double HIGHEST = 10;

    public Importances {
        byDimension = Collections.unmodifiableMap(new LinkedHashMap<>(byDimension));
    }

    private static Map<String, Double> usual() {
        var usual = new LinkedHashMap<String, Double>();
        usual.put("industry", 1.0);
        usual.put("supportTier", 1.0);
        usual.put("location", 1.0);
        usual.put("pilot", 1.0);
        usual.put("agent", 0.25);
        usual.put("sentiment", 1.0);
        return usual;
    }

    /**
     * The usual ones with some changed.
     *
     * @param changes name and importance with a colon between
     * @throws InvalidSelectionException if one cannot be understood, or none counts
     */
    public static Importances parse(List<String> changes) {
        var importances = usual();
        for (String change : changes) {
            int colon = change.lastIndexOf(':');
            if (colon < 1) {
                throw invalid(change, "Expected a dimension, a colon and a number, like agent:0.5.");
            }
            String name = change.substring(0, colon);
            double importance = number(change, change.substring(colon + 1));
            if (importance > 0 || USUAL.byDimension().containsKey(name)) {
                importances.put(name, importance);
            } else {
                importances.remove(name);
            }
        }
        if (importances.values().stream().noneMatch(importance -> importance > 0)) {
            throw invalid(String.join(",", changes), "At least one dimension must count more than 0.");
        }
        return new Importances(importances);
    }

    /** What {@link #parse} makes these importances from: those that are not usual. */
    public List<String> changes() {
        return byDimension.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(USUAL.byDimension().get(entry.getKey())))
                .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                .toList();
    }

    /** A number as {@link #parse} takes it. */
    public static String text(double importance) {
        return BigDecimal.valueOf(importance).stripTrailingZeros().toPlainString();
    }

    private static double number(String change, String text) {
        if (text.matches("\\d{1,2}(\\.\\d{1,4})?") && Double.parseDouble(text) <= HIGHEST) {
            return Double.parseDouble(text);
        }
        throw invalid(change, "Expected a number from 0 to 10 after the colon, like agent:0.5.");
    }

    private static InvalidSelectionException invalid(String value, String message) {
        return new InvalidSelectionException(List.of(new Problem(PARAMETER, value, message)));
    }

    /** Those that count. */
    Map<String, Double> positive() {
        return byDimension.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
