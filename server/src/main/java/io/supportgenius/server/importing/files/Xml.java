package io.supportgenius.server.importing.files;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML as a stream. What lies outside the document is never fetched, and entities of its own are not known. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();
    /** Spreadsheets know 32,767 characters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // What is wrong comes as an exception, and need not be printed as well.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory;
    }

    static synchronized XMLStreamReader reader(InputStream input) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(input);
    }

    /** An attribute, whatever its namespace; null where there is none. */
    static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * The text up to the end of the element that was begun last, without that of elements within it.
     *
     * @throws UnreadableFileException if it is longer than any cell's
     */
    static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 0) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == 0) {
                        return text.toString();
                    }
                    depth--;
                }
                default -> {}
            }
            if (text.length() > LONGEST_TEXT) {
                throw new UnreadableFileException("A cell of the workbook holds more than " + LONGEST_TEXT
                        + " characters, which no spreadsheet writes.");
            }
        }
        return text.toString();
    }

    /** Moves to the start of the next element; null at the end of the element that holds it. */
    static @Nullable String nextStart(XMLStreamReader reader, String within) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(within)) {
                return null;
            }
        }
        return null;
    }
}
