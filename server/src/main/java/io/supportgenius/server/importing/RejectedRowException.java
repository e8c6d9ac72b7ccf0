package io.supportgenius.server.importing;

/** Leaves the check of a row at the first cell that cannot be read; carries no stack, as it is an ordinary event. */
final class RejectedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    RejectedRowException(Reject reject) {
        super(reject.reason(), null, false, false);
        this.reject = reject;
    }

    Reject reject() {
        return reject;
    }
}
