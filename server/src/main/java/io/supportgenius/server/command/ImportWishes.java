package io.supportgenius.server.command;

import io.supportgenius.server.importing.DateOrder;
import io.supportgenius.server.importing.FileReading;
import io.supportgenius.server.importing.FoldWish;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants files to be read.
 *
 * @param reading how to read its bytes
 * @param mapping a JSON object, their column by our field; null for none
 * @param zone null for the organisation's
 * @param dateOrder null where the user said nothing
 * @param fold what the user says of several rows of one ticket
 */
record ImportWishes(
        FileReading reading,
        @Nullable String mapping,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        String source,
        boolean dryRun,
        FoldWish fold) {}
