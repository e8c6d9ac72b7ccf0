package io.supportgenius.server.importing;

/** An import that stops because only the user can know how to read the file; the message says what to choose between. */
class DecisionNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DecisionNeededException(String message) {
        super(message);
    }
}
