package io.supportgenius.analytics.summary;

/**
 * Spreads ticket ids evenly over all longs, always in the same way: the finalizer of SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195).
 */
final class TicketHash {

    private TicketHash() {}

    static long of(long ticket) {
        long z = ticket + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
