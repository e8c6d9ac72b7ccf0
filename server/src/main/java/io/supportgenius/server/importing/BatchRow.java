package io.supportgenius.server.importing;

import org.jspecify.annotations.Nullable;

/**
 * What became of one ticket of a batch.
 *
 * @param index place in the batch, 0 = first
 * @param externalId null where it has none that can be read
 * @param state {@code created}, {@code updated}, {@code unchanged}, {@code rejected}, and of further versions of one ticket in the
 *     batch {@code folded} or {@code duplicate}
 * @param id ours; null where it was rejected
 * @param field the member at fault; null where it was not rejected, as are value and reason
 */
public record BatchRow(
        int index,
        @Nullable String externalId,
        String state,
        @Nullable Long id,
        @Nullable String field,
        @Nullable String value,
        @Nullable String reason) {

    /** The state of tickets that could not be read. */
    static final String REJECTED = "rejected";

    static BatchRow rejected(int index, @Nullable String externalId, Reject reject) {
        return new BatchRow(index, externalId, REJECTED, null, reject.column(), reject.value(), reject.reason());
    }
}
