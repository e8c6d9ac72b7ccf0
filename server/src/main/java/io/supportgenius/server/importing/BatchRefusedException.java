package io.supportgenius.server.importing;

/** Tells why nothing of a batch was looked at, in one sentence with the way out. */
public final class BatchRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    private BatchRefusedException(String sentence, boolean tooLarge) {
        super(sentence);
        this.tooLarge = tooLarge;
    }

    static BatchRefusedException unreadable(String sentence) {
        return new BatchRefusedException(sentence, false);
    }

    static BatchRefusedException tooLarge(String sentence) {
        return new BatchRefusedException(sentence, true);
    }

    /** Whether it was refused for its size alone. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
