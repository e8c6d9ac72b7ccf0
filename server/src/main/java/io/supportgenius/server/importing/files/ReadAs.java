package io.supportgenius.server.importing.files;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param encoding null to find it out
 * @param entry the file of an archive, or the sheet of a workbook; null to find it out
 * @param records so many records are looked at to learn the columns, where no header names them
 */
public record ReadAs(@Nullable Charset encoding, @Nullable String entry, long records) {

    /** Everything is found out, from the whole file. */
    public static final ReadAs FOUND_OUT = new ReadAs(null, null, Long.MAX_VALUE);
}
