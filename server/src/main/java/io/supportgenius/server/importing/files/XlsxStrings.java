package io.supportgenius.server.importing.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook share. A workbook of a million tickets holds a million texts here, so they lie on disk and memory only
 * knows where. Cells of one row ask for texts at several places, each of them near to where the row before asked, so blocks of the file that were asked for
 * last are kept.
 */
final class XlsxStrings implements Closeable {
    private static final int BLOCK = 1 << 14;
    private static final int BLOCKS_KEPT = 512;

    private final Path file;
    private final RandomAccessFile stored;
    private final long[] ends;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(BLOCKS_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > BLOCKS_KEPT;
        }
    };

    private XlsxStrings(Path file, long[] ends) throws IOException {
        this.file = file;
        this.ends = ends;
        this.stored = new RandomAccessFile(file.toFile(), "r");
    }

    /** Reads the texts of a workbook. */
    static XlsxStrings of(XlsxPackage workbook, Path directory) throws IOException, XMLStreamException {
        Path file = Files.createTempFile(directory, "strings", "");
        boolean read = false;
        try {
            XlsxStrings strings = new XlsxStrings(file, write(workbook, file));
            read = true;
            return strings;
        } finally {
            if (!read) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long[] write(XlsxPackage workbook, Path file) throws IOException, XMLStreamException {
        long[] ends = new long[1024];
        int count = 0;
        long end = 0;
        if (workbook.strings() == null) {
            return new long[0];
        }
        try (InputStream input = workbook.archive().stream(workbook.strings());
                DataOutputStream output =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BLOCK))) {
            XMLStreamReader reader = Xml.reader(input);
            for (String name = Xml.nextStart(reader, "sst"); name != null; name = Xml.nextStart(reader, "sst")) {
                if (name.equals("si")) {
                    byte[] text = text(reader, "si").getBytes(StandardCharsets.UTF_8);
                    output.write(text);
                    end += text.length;
                    ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                    ends[count++] = end;
                }
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /** The text within an element: that of all its pieces, whatever their format, without what tells how to pronounce them. */
    static String text(XMLStreamReader reader, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        while (reader.hasNext()) {
            int event = reader.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? reader.getLocalName()
                    : "";
            if (name.equals("rPh")) {
                spoken = event == XMLStreamConstants.START_ELEMENT;
            } else if (name.equals("t") && event == XMLStreamConstants.START_ELEMENT && !spoken) {
                text.append(Xml.text(reader));
            } else if (name.equals(element) && event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
        }
        return unescaped(text.toString());
    }

    /** Characters that XML cannot hold are written as {@code _x000D_}. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            boolean escape = at + 7 <= text.length()
                    && text.charAt(at + 6) == '_'
                    && text.substring(at + 2, at + 6).matches("[0-9a-fA-F]{4}");
            plain.append(text, from, at);
            if (escape) {
                plain.append((char) Integer.parseInt(text, at + 2, at + 6, 16));
            } else {
                plain.append("_x");
            }
            from = at + (escape ? 7 : 2);
            at = text.indexOf("_x", from);
        }
        return Texts.storable(plain.append(text, from, text.length()).toString());
    }

    /** A text by its number; null where there is none. */
    @Nullable
    String get(int number) throws IOException {
        if (number < 0 || number >= ends.length) {
            return null;
        }
        long start = number == 0 ? 0 : ends[number - 1];
        byte[] text = new byte[Math.toIntExact(ends[number] - start)];
        int filled = 0;
        while (filled < text.length) {
            long at = start + filled;
            byte[] block = block(at / BLOCK);
            int from = (int) (at % BLOCK);
            int length = Math.min(text.length - filled, block.length - from);
            System.arraycopy(block, from, text, filled, length);
            filled += length;
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] block(long number) throws IOException {
        byte[] kept = blocks.get(number);
        if (kept != null) {
            return kept;
        }
        long start = number * BLOCK;
        byte[] block = new byte[(int) Math.min(BLOCK, stored.length() - start)];
        stored.seek(start);
        stored.readFully(block);
        blocks.put(number, block);
        return block;
    }

    @Override
    public void close() throws IOException {
        stored.close();
        Files.deleteIfExists(file);
    }
}
