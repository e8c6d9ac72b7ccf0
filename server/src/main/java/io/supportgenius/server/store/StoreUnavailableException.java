package io.supportgenius.server.store;

/** The store cannot be used as asked; the message is one sentence for the person who started the product. */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String sentence) {
        super(sentence);
    }

    public StoreUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
