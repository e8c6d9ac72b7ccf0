package io.supportgenius.analytics.summary;

import io.supportgenius.analytics.facts.Chunk;

/**
 * Gathers rows into an answer. A new instance is the identity of {@link #combine}, which is associative and commutative: rows may
 * be split over blocks, threads or machines in any way and give the same answer. Used by one thread at a time.
 *
 * @param <S> the summary's own type
 */
public interface Summary<S extends Summary<S>> {

    /** Takes the selected rows of a block. */
    void accept(Chunk chunk);

    /** A new one of the same kind that has taken nothing. */
    S identity();

    /** Takes everything another summary of the same kind has taken; the other one stays as it is. */
    void combine(S other);
}
