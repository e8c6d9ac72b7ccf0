package io.supportgenius.server.sentiment;

/** A model cannot be trained; the message is one sentence for the person who asked for it. */
public final class SentimentTrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SentimentTrainingException(String sentence) {
        super(sentence);
    }

    SentimentTrainingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
