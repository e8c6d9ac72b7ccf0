package io.supportgenius.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How the bytes of a text file become characters.
 *
 * @param markLength bytes of the byte order mark to skip
 * @param assumed whether the encoding is a guess, because the bytes are not UTF-8
 */
record TextEncoding(Charset charset, int markLength, boolean assumed) {
    private static final int BLOCK = 1 << 16;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * Finds the encoding: a byte order mark decides, else UTF-8 where every byte of the file is UTF-8, else Windows-1252.
     *
     * @throws ImportFailedException if the file is empty or no text
     */
    static TextEncoding of(Path file, String name) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] start = input.readNBytes(BLOCK);
            refuseWhatIsNoText(start, name);
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                return new TextEncoding(StandardCharsets.UTF_8, 3, false);
            }
            if (startsWith(start, 0xFF, 0xFE)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2, false);
            }
            if (startsWith(start, 0xFE, 0xFF)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2, false);
            }
            return utf8(start, input)
                    ? new TextEncoding(StandardCharsets.UTF_8, 0, false)
                    : new TextEncoding(WINDOWS_1252, 0, true);
        }
    }

    /** Opens the file as characters, after its byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream input = Files.newInputStream(file);
        input.skipNBytes(markLength);
        return new InputStreamReader(input, charset);
    }

    private static void refuseWhatIsNoText(byte[] start, String name) {
        if (start.length == 0) {
            throw new ImportFailedException(name + " is empty.");
        }
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ImportFailedException(
                    name + " is a workbook or an archive, not a text file: save its table as CSV and import that.");
        }
        if (startsWith(start, 0x1F, 0x8B)) {
            throw new ImportFailedException(name + " is compressed: unpack it and import the CSV file in it.");
        }
        boolean marked = startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF);
        for (byte one : start) {
            if (one == 0 && !marked) {
                throw new ImportFailedException(name + " is a binary file, not a CSV file.");
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean utf8(byte[] start, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(start, BLOCK), 0, start.length);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, false);
            if (result.isError()) {
                return false;
            }
            characters.clear();
            bytes.compact();
            int read = rest.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                // What is left is a character cut off by the end of the file.
                return bytes.position() == 0;
            }
            bytes.limit(bytes.position() + read).position(0);
        }
    }
}
