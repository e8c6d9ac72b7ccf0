package io.supportgenius.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a dimension with the share of each; drawn by chance alone, so none of these dimensions has any effect. */
final class Choices {

    static final Choices CHANNEL = new Choices(List.of("Email", "Web form", "Chat", "Phone"), 0.40, 0.25, 0.20, 0.15);
    static final Choices PRIORITY = new Choices(List.of("Normal", "High", "Low", "Urgent"), 0.55, 0.20, 0.20, 0.05);
    static final Choices UNSOLVED = new Choices(List.of("open", "pending", "on-hold"), 0.6, 0.3, 0.1);

    /** The shares leave a rest of 4 %: tickets without a type. */
    static final Choices TYPE = new Choices(List.of("Question", "Incident", "Problem", "Task"), 0.45, 0.33, 0.10, 0.08);

    private final List<String> values;
    private final double[] shares;

    private Choices(List<String> values, double... shares) {
        this.values = values;
        this.shares = shares;
    }

    /** One of the values; the first one also stands for the rest that the shares leave. */
    String draw(Randomness randomness) {
        String value = drawOrNone(randomness);
        return value == null ? values.get(0) : value;
    }

    /** One of the values, or null for the rest that the shares leave. */
    @Nullable
    String drawOrNone(Randomness randomness) {
        double point = randomness.unit();
        for (int index = 0; index < shares.length; index++) {
            point -= shares[index];
            if (point < 0) {
                return values.get(index);
            }
        }
        return null;
    }
}
