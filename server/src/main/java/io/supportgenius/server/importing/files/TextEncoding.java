package io.supportgenius.server.importing.files;

import io.supportgenius.server.importing.files.FileForm.Certainty;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a text become characters.
 *
 * @param markLength bytes of the byte order mark to skip
 * @param samples words that would look wrong in another encoding
 * @param length bytes of the text
 * @param escapedQuotes whether a backslash may stand before a quote somewhere
 * @param warnings what had to be assumed
 */
record TextEncoding(
        Charset charset,
        int markLength,
        Certainty certainty,
        List<String> samples,
        long length,
        boolean escapedQuotes,
        List<String> warnings) {
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** Bytes that no text holds, of a hundred, before a file is taken for something else. */
    private static final int CONTROLS_PERCENT = 5;

    /** Groups of four bytes that it takes to tell what the zeros among them mean. */
    private static final int FEWEST_GROUPS = 4;

    private static final int SAMPLES = 6;
    private static final Pattern FOREIGN_WORD =
            Pattern.compile("[\\p{L}\\p{M}'’-]{0,20}[^\\p{ASCII}\\p{Z}][\\p{L}\\p{M}'’-]{0,20}");

    /**
     * Finds the encoding: the user's wish or a byte order mark decides, else every other byte being zero, else UTF-8 where all but a few
     * characters are, else what reads best.
     *
     * @throws UnreadableFileException if this is no text
     */
    static TextEncoding of(Content content, @Nullable Charset wish) throws IOException {
        TextScan scan;
        try (InputStream input = content.open()) {
            scan = TextScan.of(input);
        }
        Marked marked = marked(scan.start());
        if (wish != null) {
            int skipped = marked != null && marked.charset().equals(wish) ? marked.length() : 0;
            return found(wish, skipped, Certainty.CHOSEN, scan, List.of());
        }
        if (marked != null) {
            List<String> warnings = marked.charset().equals(StandardCharsets.UTF_8) ? broken(content, scan) : List.of();
            return found(marked.charset(), marked.length(), Certainty.CERTAIN, scan, warnings);
        }
        Charset wide = wide(scan.start());
        if (wide != null) {
            return found(wide, 0, Certainty.CERTAIN, scan, List.of());
        }
        refuseWhatIsNoText(scan.start(), content.name());
        if (scan.broken() == 0 || scan.characters() >= 2 * scan.broken()) {
            return found(StandardCharsets.UTF_8, 0, Certainty.CERTAIN, scan, broken(content, scan));
        }
        Charset guess = EncodingGuess.of(scan.sample());
        return found(
                guess,
                0,
                Certainty.GUESSED,
                scan,
                List.of(content.name() + " is not UTF-8; it was read as " + guess.name() + ", which reads best."));
    }

    private static TextEncoding found(
            Charset charset, int markLength, Certainty certainty, TextScan scan, List<String> warnings) {
        boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
        byte[] shown = wide ? scan.start() : scan.sample();
        return new TextEncoding(
                charset,
                markLength,
                certainty,
                samples(new String(shown, charset)),
                scan.length(),
                scan.escapedQuotes() || wide,
                warnings);
    }

    private static List<String> samples(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher foreign = FOREIGN_WORD.matcher(text.replace("\uFEFF", ""));
        while (words.size() < SAMPLES && foreign.find()) {
            words.add(foreign.group());
        }
        return List.copyOf(words);
    }

    private static @Nullable Marked marked(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return new Marked(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xFF, 0xFE, 0, 0)) {
            return new Marked(UTF_32LE, 4);
        }
        if (startsWith(start, 0, 0, 0xFE, 0xFF)) {
            return new Marked(UTF_32BE, 4);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new Marked(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(start, 0xFE, 0xFF) ? new Marked(StandardCharsets.UTF_16BE, 2) : null;
    }

    /** Separators, digits and line ends are ASCII in any language, so that of two or four bytes the same ones are zero. */
    private static @Nullable Charset wide(byte[] start) {
        int[] zeros = new int[4];
        int whole = start.length - start.length % 4;
        for (int i = 0; i < whole; i++) {
            zeros[i % 4] += start[i] == 0 ? 1 : 0;
        }
        int groups = whole / 4;
        if (groups < FEWEST_GROUPS) {
            return null;
        }
        if (zeros[3] >= 0.9 * groups && zeros[2] >= 0.9 * groups && zeros[0] < 0.1 * groups) {
            return UTF_32LE;
        }
        if (zeros[0] >= 0.9 * groups && zeros[1] >= 0.9 * groups && zeros[3] < 0.1 * groups) {
            return UTF_32BE;
        }
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        if (odd > 0.1 * groups && odd > 20 * even) {
            return StandardCharsets.UTF_16LE;
        }
        return even > 0.1 * groups && even > 20 * odd ? StandardCharsets.UTF_16BE : null;
    }

    private static void refuseWhatIsNoText(byte[] start, String name) {
        int controls = 0;
        for (byte one : start) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f' && one != 0x1A) {
                controls++;
            }
        }
        if (controls * 100L > (long) CONTROLS_PERCENT * start.length) {
            throw UnreadableFileException.otherKind(name
                    + " is a binary file, not a text, JSON or .xlsx file: save its tickets as CSV and import that.");
        }
    }

    private static List<String> broken(Content content, TextScan scan) throws IOException {
        if (scan.broken() == 0) {
            return List.of();
        }
        List<Long> lines = lines(content, scan.brokenPlaces());
        return List.of(content.name() + " is UTF-8, but " + scan.broken()
                + (scan.broken() == 1 ? " character of it is broken and was" : " characters of it are broken and were")
                + " replaced by \uFFFD: line "
                + lines.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "))
                + (scan.broken() > lines.size() ? " and others." : "."));
    }

    private static List<Long> lines(Content content, List<Long> places) throws IOException {
        List<Long> lines = new ArrayList<>();
        try (InputStream input = content.open()) {
            byte[] block = new byte[TextScan.BLOCK];
            long line = 1;
            long at = 0;
            int read = input.readNBytes(block, 0, block.length);
            while (read > 0 && lines.size() < places.size()) {
                for (int i = 0; i < read && lines.size() < places.size(); i++, at++) {
                    if (places.get(lines.size()) == at) {
                        lines.add(line);
                    }
                    line += block[i] == '\n' ? 1 : 0;
                }
                read = input.readNBytes(block, 0, block.length);
            }
        }
        return lines;
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

    /** Opens a text as characters, after its byte order mark. */
    Reader open(Content content) throws IOException {
        InputStream input = content.open();
        input.skipNBytes(markLength);
        return new InputStreamReader(input, charset);
    }

    /** The same for people. */
    FileForm.Encoding shown() {
        return new FileForm.Encoding(charset.name(), certainty, samples);
    }

    private record Marked(Charset charset, int length) {}
}
