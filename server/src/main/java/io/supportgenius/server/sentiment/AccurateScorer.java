package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.LinearHead;
import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.analytics.text.WordSpans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges a text by its point and by what the fast step thinks of it. What the fast step does not judge, this one does not judge either.
 * A text of 20 words costs about 5 ms. Immutable but for the native session; safe for use by many threads.
 */
final class AccurateScorer implements SentimentScorer {

    /** Words are tried out for as many pieces as cost about a second. */
    private static final int MOST_PIECES_TRIED = 4000;

    private static final int FEWEST_WORDS_TRIED = 10;
    private static final int MOST_WORDS_TRIED = 60;
    private static final int MOST_WORDS_LOOKED_AT = 400;

    private final SentenceEmbedder embedder;
    private final SentimentScorer fast;
    private final HeadFile head;
    private final Explanations explanations = new Explanations();

    AccurateScorer(SentenceEmbedder embedder, SentimentScorer fast, HeadFile head) {
        this.embedder = embedder;
        this.fast = fast;
        this.head = head;
    }

    /** The same with another head. */
    AccurateScorer with(HeadFile other) {
        return new AccurateScorer(embedder, fast, other);
    }

    HeadFile head() {
        return head;
    }

    @Override
    public String model() {
        return head.name();
    }

    @Override
    public @Nullable SentimentScore score(String text) {
        SentimentScore first = fast.score(text);
        return first == null ? null : judged(embed(text), first);
    }

    /** The score of a text whose point is known. */
    @Nullable
    SentimentScore score(String text, float[] embedding) {
        SentimentScore first = fast.score(text);
        return first == null ? null : judged(embedding, first);
    }

    /** The numbers that the head judges a text by; null where the fast step does not judge it. */
    float @Nullable [] features(String text, float[] embedding) {
        SentimentScore first = fast.score(text);
        return first == null ? null : AccurateFeatures.of(embedding, first);
    }

    boolean judges(String text) {
        return fast.score(text) != null;
    }

    float[] embed(String text) {
        return embedder.embed(text);
    }

    private SentimentScore judged(float[] embedding, SentimentScore first) {
        LinearHead judge = head.head();
        return judge.score(AccurateFeatures.of(embedding, first));
    }

    /**
     * What the label loses when a word is taken out of the text, exactly: each word is tried out. Of long texts those words are tried that
     * move the fast step most. The last ones are kept.
     */
    @Override
    public List<WordInfluence> explain(String text) {
        return explanations.of(text, () -> triedOut(text));
    }

    private List<WordInfluence> triedOut(String text) {
        SentimentScore whole = score(text);
        if (whole == null) {
            return List.of();
        }
        Sentiment label = whole.label();
        List<WordInfluence> influences = new ArrayList<>();
        for (WordSpans.Span word : candidates(text, label)) {
            SentimentScore without = score(text.substring(0, word.start()) + text.substring(word.end()));
            double left = without == null ? 0 : without.of(label);
            if (whole.certainty() > left) {
                influences.add(new WordInfluence(word.start(), word.end(), whole.certainty() - left));
            }
        }
        influences.sort(
                Comparator.comparingDouble(WordInfluence::influence).reversed().thenComparingInt(WordInfluence::start));
        return influences;
    }

    private List<WordSpans.Span> candidates(String text, Sentiment label) {
        List<WordSpans.Span> words = WordSpans.of(text);
        int room = Math.max(
                FEWEST_WORDS_TRIED, Math.min(MOST_WORDS_TRIED, MOST_PIECES_TRIED / Math.max(1, embedder.pieces(text))));
        if (words.size() <= room) {
            return words;
        }
        Map<WordSpans.Span, Double> moved = new HashMap<>();
        SentimentScore whole = fast.score(text);
        for (WordSpans.Span word : words.subList(0, Math.min(words.size(), MOST_WORDS_LOOKED_AT))) {
            SentimentScore without = fast.score(text.substring(0, word.start()) + text.substring(word.end()));
            moved.put(word, whole == null || without == null ? 1 : Math.abs(whole.of(label) - without.of(label)));
        }
        return words.stream()
                .sorted(Comparator.comparingDouble((WordSpans.Span word) -> -moved.getOrDefault(word, 0.0)))
                .limit(room)
                .toList();
    }
}
