package io.supportgenius.server.insights;

import io.supportgenius.server.insights.ClusterReport.Distinction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of clusters: the two most telling of the values that most of their tickets have, more where clusters would be named alike, at
 * last a number. Only what the tickets are decides, not in which order they came.
 */
final class ClusterNames {

    private static final int USUAL_VALUES = 2;
    private static final int MOST_VALUES = 4;
    private static final double MOST_TICKETS = 0.5;
    private static final double LEAST_LIFT = 1.25;

    private ClusterNames() {}

    /** @param distinctions of each cluster, most telling first */
    static List<String> of(List<List<Distinction>> distinctions) {
        if (distinctions.size() == 1) {
            return List.of("All tickets");
        }
        List<String> names = names(distinctions, USUAL_VALUES);
        for (int values = USUAL_VALUES + 1; values <= MOST_VALUES; values++) {
            List<String> longer = names(distinctions, values);
            Map<String, Long> bearers = bearers(names);
            for (int i = 0; i < names.size(); i++) {
                if (bearers.getOrDefault(names.get(i), 0L) > 1) {
                    names.set(i, longer.get(i));
                }
            }
        }
        return numbered(names);
    }

    private static List<String> names(List<List<Distinction>> distinctions, int values) {
        return distinctions.stream().map(list -> name(list, values)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String name(List<Distinction> distinctions, int values) {
        String name = distinctions.stream()
                .filter(one -> one.share() >= MOST_TICKETS && one.lift() >= LEAST_LIFT)
                .limit(values)
                .map(ClusterNames::words)
                .collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            return distinctions.isEmpty() ? "Mixed" : "Mixed, more " + words(distinctions.get(0));
        }
        return name;
    }

    private static String words(Distinction distinction) {
        String value = distinction.value();
        return switch (distinction.dimension()) {
            case "pilot" -> value == null ? "pilot unknown" : value.equals("true") ? "pilot" : "no pilot";
            case "sentiment" -> value == null ? "not judged" : value;
            default -> value == null ? "no " + distinction.dimension() : value;
        };
    }

    private static Map<String, Long> bearers(List<String> names) {
        var bearers = new HashMap<String, Long>();
        names.forEach(name -> bearers.merge(name, 1L, Long::sum));
        return bearers;
    }

    private static List<String> numbered(List<String> names) {
        Set<String> taken = new HashSet<>();
        return names.stream()
                .map(name -> {
                    String unique = name;
                    for (int number = 2; !taken.add(unique); number++) {
                        unique = name + " (" + number + ")";
                    }
                    return unique;
                })
                .toList();
    }
}
