package io.supportgenius.analytics.facts;

/** Gives back what a {@link FactsSink} took, in the same order. */
public interface FactsSource {

    long number();

    byte[] bytes(int length);

    short[] shorts(int length);

    int[] ints(int length);

    long[] longs(int length);
}
