package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.TicketText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what customers say. The body is two to four sentences of the ticket's mood; before a negative or a positive one
 * there may stand a neutral sentence. Subject and tag name a topic that has nothing to do with the mood.
 */
final class TextMaker {

    private static final double NEUTRAL_OPENING = 0.3;
    private static final int FEWEST_SENTENCES = 2;
    private static final int MOST_SENTENCES = 4;

    private record Topic(String subject, List<String> tags) {}

    private final Map<Mood, MarkovChain> chains = new EnumMap<>(Mood.class);
    private final List<Topic> topics;
    private final StringBuilder body = new StringBuilder();

    TextMaker() {
        for (Mood mood : Mood.values()) {
            chains.put(mood, MarkovChain.of(sentences(mood)));
        }
        topics = lines("subjects").stream().map(TextMaker::topic).toList();
    }

    /** The sentences that the chain of a mood was made from. */
    static List<String> sentences(Mood mood) {
        return switch (mood) {
            case NEGATIVE -> lines("negative");
            case NEUTRAL -> lines("neutral");
            case POSITIVE -> lines("positive");
        };
    }

    TicketText write(Mood mood, Randomness randomness) {
        Topic topic = topics.get(randomness.below(topics.size()));
        body.setLength(0);
        if (mood != Mood.NEUTRAL && randomness.happens(NEUTRAL_OPENING)) {
            append(Mood.NEUTRAL, randomness);
        }
        int sentences = FEWEST_SENTENCES + randomness.below(MOST_SENTENCES - FEWEST_SENTENCES + 1);
        for (int sentence = 0; sentence < sentences; sentence++) {
            append(mood, randomness);
        }
        return new TicketText(topic.subject(), body.toString(), topic.tags());
    }

    private void append(Mood mood, Randomness randomness) {
        if (!body.isEmpty()) {
            body.append(' ');
        }
        Objects.requireNonNull(chains.get(mood)).write(randomness, body);
    }

    private static Topic topic(String line) {
        int separator = line.indexOf('|');
        return new Topic(line.substring(separator + 1), List.of(line.substring(0, separator)));
    }

    private static List<String> lines(String name) {
        String resource = "/demo/" + name + ".txt";
        try (InputStream input = Objects.requireNonNull(TextMaker.class.getResourceAsStream(resource), resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException("Cannot read " + resource, exception);
        }
    }
}
