package io.supportgenius.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which role each route needs, as {@code access/routes.txt} says it. */
final class RouteTable {

    private static final String FILE = "access/routes.txt";

    private final List<RouteRule> rules;

    private RouteTable(List<RouteRule> rules) {
        this.rules = rules;
    }

    /** Reads the packaged table. */
    static RouteTable read() {
        try {
            return parse(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(FILE + " cannot be read", missing);
        }
    }

    /** The most specific path comes first, as it does where controllers are chosen. */
    static RouteTable parse(String text) {
        return new RouteTable(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(RouteTable::rule)
                .sorted(Comparator.comparing(RouteRule::path, PathPattern.SPECIFICITY_COMPARATOR))
                .toList());
    }

    private static RouteRule rule(String line) {
        String[] words = line.split("\\s+");
        if (words.length != 3) {
            throw new IllegalArgumentException("A line of " + FILE + " says method, path and least role, not: " + line);
        }
        return new RouteRule(
                HttpMethod.valueOf(words[0]), PathPatternParser.defaultInstance.parse(words[1]), least(words[2]));
    }

    private static @Nullable Role least(String word) {
        return word.equals("anyone") ? null : Role.of(word);
    }

    List<RouteRule> rules() {
        return rules;
    }

    /** What the table says about a request. */
    Answer ask(String method, PathContainer path) {
        List<RouteRule> ofPath = samePattern(path).toList();
        return ofPath.stream()
                .filter(rule -> rule.covers(method))
                .findFirst()
                .<Answer>map(Rule::new)
                .orElseGet(() -> ofPath.isEmpty()
                        ? new NoRoute()
                        : new NoSuchMethod(
                                ofPath.stream().map(RouteRule::method).toList()));
    }

    /** The rules of the most specific path that covers the one asked for. */
    private Stream<RouteRule> samePattern(PathContainer path) {
        return rules.stream().filter(rule -> rule.covers(path)).findFirst().map(RouteRule::path).stream()
                .flatMap(best -> rules.stream().filter(rule -> rule.path().equals(best)));
    }

    /** What the table says. */
    sealed interface Answer permits Rule, NoSuchMethod, NoRoute {}

    /** The rule that counts. */
    record Rule(RouteRule rule) implements Answer {}

    /** The path is there, for other methods. */
    record NoSuchMethod(List<HttpMethod> allowed) implements Answer {
        NoSuchMethod {
            allowed = List.copyOf(allowed);
        }

        String names() {
            return String.join(
                    ", ",
                    allowed.stream()
                            .map(method -> method.name().toUpperCase(Locale.ROOT))
                            .sorted()
                            .toList());
        }
    }

    /** The path is unknown. */
    record NoRoute() implements Answer {}
}
