package io.supportgenius.server.importing;

/** An import that cannot be done, said in one sentence for the person who asked for it; nothing was changed. */
public class ImportFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportFailedException(String message) {
        super(message);
    }

    public ImportFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
