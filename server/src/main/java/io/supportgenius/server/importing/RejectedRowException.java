package io.supportgenius.server.importing;

/** Leaves the check of a row at the first cell that cannot be read; carries no stack, as it is an ordinary event. */
final class RejectedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    private final boolean notWrittenAsDate;

    RejectedRowException(Reject reject) {
        this(reject, false);
    }

    /** @param notWrittenAsDate whether it is a cell of times that is not written as one of its column */
    RejectedRowException(Reject reject, boolean notWrittenAsDate) {
        super(reject.reason(), null, false, false);
        this.reject = reject;
        this.notWrittenAsDate = notWrittenAsDate;
    }

    boolean notWrittenAsDate() {
        return notWrittenAsDate;
    }

    Reject reject() {
        return reject;
    }
}
