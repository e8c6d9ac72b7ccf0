package io.supportgenius.analytics.summary;

import java.util.Arrays;

/** Counts by numbers that are not negative: a hash table in two plain arrays, which finds a place within a few steps. */
final class LongCounts {

    private static final long FREE = -1;

    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int size;

    LongCounts() {
        Arrays.fill(keys, FREE);
    }

    void add(long key, long more) {
        int place = place(key);
        if (keys[place] == FREE) {
            if (2 * (size + 1) > keys.length) {
                grow();
                place = place(key);
            }
            keys[place] = key;
            size++;
        }
        counts[place] += more;
    }

    /** 0 for a number that never came. */
    long count(long key) {
        return counts[place(key)];
    }

    int size() {
        return size;
    }

    /** In ascending order. */
    long[] keys() {
        return Arrays.stream(keys).filter(key -> key != FREE).sorted().toArray();
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) TicketHash.of(key) & mask;
        while (keys[place] != FREE && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }
}
