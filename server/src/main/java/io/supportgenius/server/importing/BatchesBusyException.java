package io.supportgenius.server.importing;

/** Tells that a batch could not be saved in time, because others are being saved; nothing of it was, and it may be sent again. */
public final class BatchesBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String SENTENCE =
            "Other tickets are being saved just now, as by the import of a file: nothing of this request was saved, send it again in a while.";

    BatchesBusyException() {
        super(SENTENCE);
    }

    BatchesBusyException(Throwable cause) {
        super(SENTENCE, cause);
    }
}
