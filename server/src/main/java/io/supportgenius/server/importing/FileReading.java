package io.supportgenius.server.importing;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants the bytes of a file to be read.
 *
 * @param encoding null to find it out
 * @param entry the file of an archive, or the sheet of a workbook; null to find it out
 */
public record FileReading(
        @Nullable Charset encoding, @Nullable String entry) {

    /** All is found out. */
    public static final FileReading FOUND_OUT = new FileReading(null, null);

    /** Encodings that exports come in, to choose from: those of the world first, then by the languages they are for. */
    private static final List<String> COMMON = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "ISO-8859-1",
            "ISO-8859-15",
            "IBM850",
            "IBM437",
            "x-MacRoman",
            "windows-1250",
            "IBM852",
            "ISO-8859-2",
            "windows-1251",
            "IBM866",
            "KOI8-R",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-874",
            "Shift_JIS",
            "EUC-JP",
            "GB18030",
            "Big5",
            "EUC-KR");

    /**
     * What a user means.
     *
     * @param encoding the name of a character set, in any of its spellings; empty or null to find it out
     * @param entry empty or null to find it out
     * @throws ImportFailedException if there is no such encoding
     */
    public static FileReading of(@Nullable String encoding, @Nullable String entry) {
        return new FileReading(
                encoding == null || encoding.isBlank() ? null : charset(encoding.strip()),
                entry == null || entry.isBlank() ? null : entry.strip());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ImportFailedException(
                    "There is no encoding \"" + name + "\"; encodings are named like UTF-8, windows-1252 or IBM850.",
                    unknown);
        }
    }

    /** Names of the encodings that exports come in, as {@link Charset#name} writes them. */
    public static List<String> commonEncodings() {
        return Stream.of(COMMON)
                .flatMap(List::stream)
                .filter(Charset::isSupported)
                .map(name -> Charset.forName(name).name())
                .toList();
    }
}
