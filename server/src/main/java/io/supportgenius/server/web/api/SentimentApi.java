package io.supportgenius.server.web.api;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.Unjudged;
import io.supportgenius.server.sentiment.AccurateStep;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The sentiment of any texts as data. */
@RestController
class SentimentApi {

    private static final int MOST_TEXTS = 1000;

    /** Of each text only the first 10,000 characters count, so this is room enough. */
    private static final int MOST_BYTES = 20_000_000;

    private static final String FAST = "fast";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SECONDS_TO_RETRY = "10";

    /** The accurate step keeps a processor busy: one request at a time, so that pages keep the others. */
    private final Semaphore turn = new Semaphore(1, true);

    private final AccurateStep steps;
    private final JsonMapper json;

    SentimentApi(AccurateStep steps, JsonMapper json) {
        this.steps = steps;
        this.json = json;
    }

    @Operation(
            summary = "How texts feel",
            description =
                    "Label and the three probabilities of each text, in the order of the texts, by the strongest step that this"
                            + " server has: accurate takes some 6 ms for a text of 20 words, fast next to nothing. Texts without words and"
                            + " texts that are surely not in English get no label but a reason.")
    @PostMapping(path = "/api/v1/sentiment", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequestBody(content = @Content(schema = @Schema(implementation = Texts.class)))
    Scores sentiment(InputStream body) throws IOException {
        List<String> texts = checked(read(body).texts());
        SentimentScorer scorer = steps.strongest();
        String kind = SentimentSteps.kind(scorer.model());
        if (kind.equals(FAST)) {
            return scores(kind, scorer, texts);
        }
        if (!awaitTurn()) {
            throw busy();
        }
        try {
            return scores(kind, scorer, texts);
        } finally {
            turn.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Scores scores(String kind, SentimentScorer scorer, List<String> texts) {
        return new Scores(kind, texts.stream().map(text -> score(scorer, text)).toList());
    }

    private static ErrorResponseException busy() {
        ErrorResponseException busy = refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Texts of another request are being judged by the accurate step. Ask again in some seconds.");
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
        return busy;
    }

    private Texts read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Expected at most " + MOST_BYTES / 1_000_000 + " MB; send the texts in several requests.");
        }
        try {
            return json.readValue(bytes, Texts.class);
        } catch (JacksonException e) {
            throw invalid("Expected a JSON object like {\"texts\":[\"...\"]}, but: " + e.getOriginalMessage());
        }
    }

    private static List<String> checked(@Nullable List<@Nullable String> texts) {
        if (texts == null) {
            throw invalid("texts: Expected a list of texts.");
        }
        if (texts.size() > MOST_TEXTS) {
            throw invalid("texts: Expected at most " + MOST_TEXTS + " texts, but got " + texts.size() + ".");
        }
        int missing = texts.indexOf(null);
        if (missing >= 0) {
            throw invalid("texts[" + missing + "]: Expected a text, but got null.");
        }
        return texts.stream().map(text -> text == null ? "" : text).toList();
    }

    private static ErrorResponseException invalid(String detail) {
        return refusal(HttpStatus.BAD_REQUEST, detail);
    }

    private static ErrorResponseException refusal(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    private static Score score(SentimentScorer scorer, String text) {
        SentimentScore score = scorer.score(text);
        return score == null
                ? new Score(null, null, null, null, reason(text))
                : new Score(score.label().label(), score.positive(), score.neutral(), score.negative(), null);
    }

    private static String reason(String text) {
        return Unjudged.of(text) == Unjudged.NOT_ENGLISH
                ? "The text is not in English, the one language that the models know."
                : "The text holds no word to judge by.";
    }

    /** @param texts at most 1,000 */
    record Texts(@Nullable List<@Nullable String> texts) {}

    /**
     * @param model kind of the model
     * @param scores in the order of the texts
     */
    record Scores(String model, List<Score> scores) {}

    /**
     * One text's score.
     *
     * @param label null where there is none, as are the probabilities
     * @param reason why there is no label; null where there is one
     */
    record Score(
            @Nullable String label,
            @Nullable Double positive,
            @Nullable Double neutral,
            @Nullable Double negative,
            @Nullable String reason) {}
}
