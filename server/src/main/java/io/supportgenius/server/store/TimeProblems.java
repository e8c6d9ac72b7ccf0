package io.supportgenius.server.store;

/**
 * How many tickets of a load have times that cannot be, or cannot be known. A ticket may have several of these.
 *
 * @param createdMissing no creation time
 * @param firstReplyBeforeCreated a first reply before the creation
 * @param resolutionBeforeCreated a resolution before the creation
 * @param resolutionBeforeFirstReply a resolution before the first reply
 * @param inFuture created, answered or solved after the load
 */
public record TimeProblems(
        long createdMissing,
        long firstReplyBeforeCreated,
        long resolutionBeforeCreated,
        long resolutionBeforeFirstReply,
        long inFuture) {

    /** Of no tickets. */
    public static final TimeProblems NONE = new TimeProblems(0, 0, 0, 0, 0);
}
