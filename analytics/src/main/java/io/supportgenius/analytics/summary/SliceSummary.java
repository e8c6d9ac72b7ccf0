package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.Slice;

/**
 * A summary that reads unpacked columns, so that several can share the unpacking.
 *
 * @param <S> the summary's own type
 */
interface SliceSummary<S extends SliceSummary<S>> extends Summary<S> {

    /** Takes a few rows. */
    void accept(Slice slice);

    @Override
    default void accept(Chunk chunk) {
        chunk.slices(this::accept);
    }
}
