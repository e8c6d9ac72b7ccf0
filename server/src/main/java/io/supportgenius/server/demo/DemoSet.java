package io.supportgenius.server.demo;

/**
 * Which demo data are in the store.
 *
 * @param tickets how many were asked for
 * @param edition of the generator that made them; another edition makes other tickets from the same seed
 */
record DemoSet(long tickets, long seed, int edition) {

    /** There was a demo before, but what is there now may be incomplete. */
    static final DemoSet UNFINISHED = new DemoSet(0, 0, 0);
}
