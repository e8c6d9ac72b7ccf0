package io.supportgenius.server.insights;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What the figures of some days are compared with. */
public enum Baseline {
    /** As many days right before. */
    PREVIOUS,
    /** The days of the same dates a year ago. */
    YEAR,
    /** Nothing. */
    NONE;

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param parameters that {@link Selections#read} understood; without the parameter it is {@link #PREVIOUS} */
    public static Baseline of(MultiValueMap<String, String> parameters) {
        return parameters.getOrDefault(SelectionParser.COMPARE, List.of()).stream()
                .findFirst()
                .flatMap(Baseline::of)
                .orElse(PREVIOUS);
    }

    static Optional<Baseline> of(String key) {
        return Arrays.stream(values())
                .filter(baseline -> baseline.key().equalsIgnoreCase(key))
                .findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(Baseline::key).collect(Collectors.joining(", "));
    }
}
