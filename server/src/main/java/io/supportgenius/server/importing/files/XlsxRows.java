package io.supportgenius.server.importing.files;

import java.io.IOException;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The filled rows of a sheet, one after the other. */
final class XlsxRows {
    private static final int MOST_COLUMNS = 16_384;

    private final XMLStreamReader reader;
    private final XlsxStrings strings;
    private final XlsxFormats formats;
    private long line;
    private String[] cells = new String[64];
    private int width;

    XlsxRows(XMLStreamReader reader, XlsxStrings strings, XlsxFormats formats) {
        this.reader = reader;
        this.strings = strings;
        this.formats = formats;
    }

    /** The number of the row that was read last, 1 = first. */
    long line() {
        return line;
    }

    /** The texts of the next row with any, up to its last filled cell; null at the end. */
    String @Nullable [] next() throws XMLStreamException, IOException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("sheetData")) {
                return null;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("row")) {
                String number = Xml.attribute(reader, "r");
                line = number != null && number.matches("\\d{1,9}") ? Long.parseLong(number) : line + 1;
                row();
                if (width > 0) {
                    return Arrays.copyOf(cells, width);
                }
            }
        }
        return null;
    }

    private void row() throws XMLStreamException, IOException {
        Arrays.fill(cells, "");
        width = 0;
        int column = -1;
        for (String name = Xml.nextStart(reader, "row"); name != null; name = Xml.nextStart(reader, "row")) {
            if (!name.equals("c")) {
                continue;
            }
            String place = Xml.attribute(reader, "r");
            column = place == null ? column + 1 : column(place, column + 1);
            String text = cell();
            if (!text.isBlank() && column < MOST_COLUMNS) {
                if (column >= cells.length) {
                    int before = cells.length;
                    cells = Arrays.copyOf(cells, Math.max(2 * before, column + 1));
                    Arrays.fill(cells, before, cells.length, "");
                }
                cells[column] = text;
                width = Math.max(width, column + 1);
            }
        }
    }

    /** The index of a column by the letters of a cell's place, {@code AB12}. */
    private static int column(String place, int otherwise) {
        int column = 0;
        int i = 0;
        while (i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z' && i < 4) {
            column = 26 * column + place.charAt(i) - 'A' + 1;
            i++;
        }
        return i == 0 ? otherwise : column - 1;
    }

    private String cell() throws XMLStreamException, IOException {
        String type = String.valueOf(Xml.attribute(reader, "t"));
        String style = Xml.attribute(reader, "s");
        String value = "";
        String inline = "";
        for (String name = Xml.nextStart(reader, "c"); name != null; name = Xml.nextStart(reader, "c")) {
            if (name.equals("v")) {
                value = Xml.text(reader);
            } else if (name.equals("is")) {
                inline = XlsxStrings.text(reader, "is");
            }
        }
        return switch (type) {
            case "s" -> shared(value);
            case "inlineStr" -> inline;
            case "str" -> XlsxStrings.unescaped(value);
            case "b" ->
                value.strip().equals("1") || value.strip().equals("true") ? "true" : value.isBlank() ? "" : "false";
            case "e", "d" -> value;
            default ->
                value.isBlank()
                        ? ""
                        : formats.text(value, style != null && style.matches("\\d{1,9}") ? Integer.parseInt(style) : 0);
        };
    }

    private String shared(String number) throws IOException {
        String text = number.strip().matches("\\d{1,9}") ? strings.get(Integer.parseInt(number.strip())) : null;
        return text == null ? "" : text;
    }
}
