package io.supportgenius.server.importing.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file may hold at most.
 *
 * @param uploadSize bytes of one uploaded file
 * @param unpackedSize bytes of what a compressed file unpacks to
 * @param unpackedRatio bytes that a compressed byte may become, once the file has shown more than {@value #FREE_MEBIBYTES} MB
 * @param columns of a file
 * @param columnName characters of a column's name
 * @param fieldLength characters of one field
 */
@ConfigurationProperties(prefix = "supportgenius.import", ignoreUnknownFields = false)
public record FileLimits(
        @DefaultValue("100GB") DataSize uploadSize,
        @DefaultValue("100GB") DataSize unpackedSize,
        @DefaultValue("400") int unpackedRatio,
        @DefaultValue("2000") int columns,
        @DefaultValue("300") int columnName,
        @DefaultValue("8388608") int fieldLength) {

    /** Small files may be as dense as they like. */
    static final int FREE_MEBIBYTES = 32;

    private static final int LONGEST_FIELD = 1 << 28;

    public FileLimits {
        require(uploadSize.toBytes() > 0, "upload-size must be more than 0 bytes");
        require(unpackedSize.toBytes() > 0, "unpacked-size must be more than 0 bytes");
        require(unpackedRatio > 0, "unpacked-ratio must be more than 0");
        require(columns > 0, "columns must be more than 0");
        require(columnName > 0, "column-name must be more than 0 characters");
        require(
                fieldLength > 0 && fieldLength <= LONGEST_FIELD,
                "field-length must be from 1 to " + LONGEST_FIELD + " characters");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("supportgenius.import." + sentence);
        }
    }

    /** The limits of a product for which nobody has set any. */
    public static FileLimits usual() {
        return new FileLimits(DataSize.ofGigabytes(100), DataSize.ofGigabytes(100), 400, 2_000, 300, 8 << 20);
    }
}
