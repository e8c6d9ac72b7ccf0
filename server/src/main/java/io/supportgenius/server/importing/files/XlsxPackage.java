package io.supportgenius.server.importing.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an .xlsx workbook (ECMA-376) in its archive.
 *
 * @param sheets tables in their order
 * @param from1904 whether days are counted from 1904, as old ones of Macintoshes are
 * @param strings path of the texts that cells share; null where there are none
 * @param styles path of the formats; null where there are none
 */
record XlsxPackage(
        ZipArchive archive,
        List<Sheet> sheets,
        boolean from1904,
        @Nullable String strings,
        @Nullable String styles) {

    private static final String WORKBOOK = "xl/workbook.xml";

    /** The workbook in an archive; null where the archive is none. */
    static @Nullable XlsxPackage of(ZipArchive archive) throws IOException {
        if (archive.find("[Content_Types].xml") == null) {
            return null;
        }
        try {
            String path = archive.find(workbook(archive));
            return path == null ? null : read(archive, path);
        } catch (XMLStreamException broken) {
            throw damaged(archive.name(), broken);
        }
    }

    static UnreadableFileException damaged(String name, XMLStreamException broken) {
        Throwable cause = broken.getNestedException() == null ? broken : broken.getNestedException();
        if (cause instanceof IOException unreadable) {
            return TicketFiles.unreadable(name, unreadable);
        }
        String reason = String.valueOf(broken.getMessage())
                .lines()
                .reduce((one, other) -> other)
                .orElse("");
        return new UnreadableFileException(
                name + " is a damaged workbook: " + reason + ". Open it in a spreadsheet and save it anew.", broken);
    }

    private static String workbook(ZipArchive archive) throws IOException, XMLStreamException {
        if (archive.find("_rels/.rels") == null) {
            return WORKBOOK;
        }
        return relations(archive, "_rels/.rels", "").values().stream()
                .filter(one -> one.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse(WORKBOOK);
    }

    private static XlsxPackage read(ZipArchive archive, String path) throws IOException, XMLStreamException {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        String file = path.substring(directory.length());
        Map<String, Relation> relations = relations(archive, directory + "_rels/" + file + ".rels", directory);
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (InputStream input = archive.stream(path)) {
            XMLStreamReader reader = Xml.reader(input);
            for (String name = Xml.nextStart(reader, "workbook");
                    name != null;
                    name = Xml.nextStart(reader, "workbook")) {
                if (name.equals("workbookPr")) {
                    String value = String.valueOf(Xml.attribute(reader, "date1904"));
                    from1904 = value.equals("1") || value.equals("true");
                } else if (name.equals("sheet")) {
                    addSheet(reader, relations, archive, sheets);
                }
            }
        }
        return new XlsxPackage(
                archive,
                List.copyOf(sheets),
                from1904,
                part(archive, relations, "/sharedStrings"),
                part(archive, relations, "/styles"));
    }

    private static void addSheet(
            XMLStreamReader reader, Map<String, Relation> relations, ZipArchive archive, List<Sheet> sheets) {
        String name = Xml.attribute(reader, "name");
        Relation relation = relations.get(id(reader));
        String path =
                relation == null || !relation.type().endsWith("/worksheet") ? null : archive.find(relation.target());
        if (name != null && path != null) {
            sheets.add(new Sheet(name, path));
        }
    }

    /** The relation's id stands in a namespace, unlike the sheet's own number. */
    private static String id(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static @Nullable String part(ZipArchive archive, Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(one -> one.type().endsWith(type))
                .map(one -> archive.find(one.target()))
                .filter(path -> path != null)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Relation> relations(ZipArchive archive, String path, String directory)
            throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        String found = archive.find(path);
        if (found == null) {
            return relations;
        }
        try (InputStream input = archive.stream(found)) {
            XMLStreamReader reader = Xml.reader(input);
            for (String name = Xml.nextStart(reader, "Relationships");
                    name != null;
                    name = Xml.nextStart(reader, "Relationships")) {
                String target = Xml.attribute(reader, "Target");
                if (name.equals("Relationship") && target != null) {
                    relations.put(
                            String.valueOf(Xml.attribute(reader, "Id")),
                            new Relation(
                                    String.valueOf(Xml.attribute(reader, "Type")),
                                    target.startsWith("/") ? target.substring(1) : directory + target));
                }
            }
        }
        return relations;
    }

    /**
     * @param path in the archive
     */
    record Sheet(String name, String path) {}

    private record Relation(String type, String target) {}
}
