package io.supportgenius.analytics.facts;

/** Takes facts apart, so that they can be kept somewhere: values in an order that {@link FactsSource} gives them back in. */
public interface FactsSink {

    void number(long value);

    /** The array is not to be changed. */
    void bytes(byte[] values);

    /** The array is not to be changed. */
    void shorts(short[] values);

    /** The array is not to be changed. */
    void ints(int[] values);

    /** The array is not to be changed. */
    void longs(long[] values);
}
