package io.supportgenius.server.insights;

import java.util.List;

/** Parameters that cannot be understood; every problem found is named. */
public class InvalidSelectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidSelectionException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One parameter that cannot be understood.
     *
     * @param parameter its name, for example {@code from}
     * @param value as given
     * @param message a sentence for people: what is wrong and what is expected
     */
    public record Problem(String parameter, String value, String message) {}
}
