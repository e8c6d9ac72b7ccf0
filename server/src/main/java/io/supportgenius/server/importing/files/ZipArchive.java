package io.supportgenius.server.importing.files;

import io.supportgenius.server.importing.files.TicketFiles.StoredContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive: a workbook, or an archive of one or several files. Several files of the same columns are parts of one export, and read one after
 * the other; of different ones the user must choose.
 */
final class ZipArchive {
    private static final int MOST_ENTRIES = 1_000;
    private static final int NAMED = 20;
    private static final Pattern NOTE = Pattern.compile("(?i)(.*/)?(read.?me|licen[cs]e|notice)[^/]*");

    private final Content content;
    private final ReadAs wishes;
    private final int depth;
    private final TicketFiles files;
    private final ZipFile zip;

    private ZipArchive(Content content, ReadAs wishes, int depth, TicketFiles files, ZipFile zip) {
        this.content = content;
        this.wishes = wishes;
        this.depth = depth;
        this.files = files;
        this.zip = zip;
    }

    /** Opens what is in an archive. It stays open, and on disk where it had to be put there, until the file is closed. */
    static TicketFile open(Content content, ReadAs wishes, int depth, TicketFiles files) throws IOException {
        Path copy = content instanceof StoredContent ? null : files.unpack(content);
        Path path = content instanceof StoredContent stored ? stored.file() : copy;
        ZipFile zip = null;
        boolean opened = false;
        try {
            zip = ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
            TicketFile file = new ZipArchive(content, wishes, depth, files, zip).open();
            opened = true;
            Closeable held = zip;
            return ArchivedFile.holding(file, () -> {
                held.close();
                if (copy != null) {
                    Files.deleteIfExists(copy);
                }
            });
        } finally {
            if (!opened) {
                if (zip != null) {
                    zip.close();
                }
                if (copy != null) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }

    private TicketFile open() throws IOException {
        refuseOtherDocuments();
        XlsxPackage workbook = XlsxPackage.of(this);
        if (workbook != null) {
            return XlsxFile.open(workbook, wishes, files);
        }
        List<ZipArchiveEntry> candidates = candidates();
        if (candidates.isEmpty()) {
            throw new UnreadableFileException(content.name() + " is an archive without any file in it.");
        }
        if (candidates.size() > MOST_ENTRIES) {
            throw new UnreadableFileException(content.name() + " holds " + candidates.size() + " files, more than the "
                    + MOST_ENTRIES + " that an archive may have.");
        }
        if (candidates.size() == 1) {
            return files.open(entry(candidates.get(0)), wishes, depth + 1);
        }
        return wishes.entry() == null ? several(candidates) : chosen(candidates, wishes.entry());
    }

    private void refuseOtherDocuments() throws IOException {
        String what = null;
        if (has("mimetype") && text("mimetype").startsWith("application/vnd.oasis.opendocument")) {
            what = "is an OpenDocument file (.ods)";
        } else if (has("xl/workbook.bin")) {
            what = "is a binary Excel workbook (.xlsb)";
        } else if (has("Index/Document.iwa")) {
            what = "is a Numbers document";
        } else if (has("word/document.xml")) {
            what = "is a Word document";
        }
        if (what != null) {
            throw UnreadableFileException.otherKind(
                    content.name() + " " + what + ": open it and save its table as .xlsx or CSV.");
        }
    }

    private List<ZipArchiveEntry> candidates() {
        List<ZipArchiveEntry> candidates = new ArrayList<>();
        for (ZipArchiveEntry one : Collections.list(zip.getEntries())) {
            String path = one.getName().replace('\\', '/');
            String file = path.substring(path.lastIndexOf('/') + 1);
            boolean litter = path.startsWith("__MACOSX/")
                    || path.contains("/__MACOSX/")
                    || file.startsWith(".")
                    || file.equalsIgnoreCase("Thumbs.db")
                    || file.equalsIgnoreCase("desktop.ini");
            if (!one.isDirectory() && !file.isEmpty() && !litter && !one.isUnixSymlink()) {
                candidates.add(one);
            }
        }
        candidates.sort(Comparator.comparing(ZipArchiveEntry::getName, NaturalOrder.OF_NAMES));
        return candidates;
    }

    private TicketFile chosen(List<ZipArchiveEntry> candidates, String wish) throws IOException {
        Optional<ZipArchiveEntry> found = candidates.stream()
                .filter(one -> one.getName().equals(wish) || one.getName().endsWith("/" + wish))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(one -> one.getName().equalsIgnoreCase(wish))
                        .findFirst());
        if (found.isEmpty()) {
            throw UnreadableFileException.choose(
                    content.name() + " has no file \"" + wish + "\" in it; there are " + names(candidates) + ".",
                    candidates.stream().map(ZipArchiveEntry::getName).toList());
        }
        ReadAs within = new ReadAs(wishes.encoding(), null, wishes.records());
        TicketFile file = files.open(entry(found.get()), within, depth + 1);
        return ArchivedFile.named(
                file,
                found.get().getName(),
                candidates.stream().map(ZipArchiveEntry::getName).toList());
    }

    private TicketFile several(List<ZipArchiveEntry> candidates) throws IOException {
        Map<String, TicketFile> tables = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        UnreadableFileException reason = null;
        boolean opened = false;
        try {
            for (ZipArchiveEntry one : candidates) {
                try {
                    tables.put(unused(one.getName(), tables), files.open(entry(one), wishes, depth + 1));
                } catch (UnreadableFileException noTable) {
                    if (!noTable.isOfOtherKind()) {
                        throw noTable;
                    }
                    leftOut.add(noTable.getMessage());
                    reason = noTable;
                }
            }
            if (tables.isEmpty() && reason != null) {
                throw reason;
            }
            leaveOutTexts(tables, leftOut);
            refuseDifferent(tables);
            TicketFile file = tables.size() == 1
                    ? ArchivedFile.named(
                            tables.values().iterator().next(),
                            tables.keySet().iterator().next(),
                            List.of())
                    : PartedFile.of(tables, content.name(), files.limits());
            opened = true;
            return leftOut.isEmpty() ? file : ArchivedFile.warning(file, leftOut);
        } finally {
            if (!opened) {
                tables.values().forEach(TicketFile::close);
            }
        }
    }

    /** An archive may hold several files of one name. */
    private static String unused(String name, Map<String, TicketFile> tables) {
        String unused = name;
        for (int copy = 2; tables.containsKey(unused); copy++) {
            unused = name + " (" + copy + ")";
        }
        return unused;
    }

    /** A note to the reader is a text of one column, where the tickets beside it have more, or called so and unlike all others. */
    private static void leaveOutTexts(Map<String, TicketFile> tables, List<String> leftOut) {
        int most = tables.values().stream()
                .mapToInt(one -> one.columns().size())
                .max()
                .orElse(0);
        List<TicketFile> all = List.copyOf(tables.values());
        tables.entrySet().removeIf(one -> {
            TicketFile file = one.getValue();
            boolean alone = all.size() > 1
                    && all.stream().noneMatch(other -> other != file && PartedFile.sameColumns(file, other));
            boolean text = most > 1
                    && (file.columns().size() == 1
                            || alone && NOTE.matcher(one.getKey()).matches());
            if (text) {
                leftOut.add(one.getKey() + " was left out: it is no table.");
                file.close();
            }
            return text;
        });
    }

    private void refuseDifferent(Map<String, TicketFile> tables) {
        List<TicketFile> all = List.copyOf(tables.values());
        if (all.stream().anyMatch(one -> !PartedFile.sameColumns(all.get(0), one))) {
            throw UnreadableFileException.choose(
                    content.name() + " holds different tables: " + String.join(", ", tables.keySet())
                            + ". Say which one with --entry NAME (in the API: the field entry), and import the others by"
                            + " themselves.",
                    List.copyOf(tables.keySet()));
        }
    }

    private static String names(List<ZipArchiveEntry> entries) {
        List<String> names =
                entries.stream().limit(NAMED).map(ZipArchiveEntry::getName).toList();
        return String.join(", ", names) + (entries.size() > NAMED ? " and " + (entries.size() - NAMED) + " more" : "");
    }

    private Content entry(ZipArchiveEntry entry) {
        return new EntryContent(this, entry);
    }

    /** The name of the archive itself. */
    String name() {
        return content.name();
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /** The path of an entry, whatever its case; null where there is none. */
    @Nullable
    String find(String path) {
        String wanted = path.toLowerCase(Locale.ROOT);
        return Collections.list(zip.getEntries()).stream()
                .map(ZipArchiveEntry::getName)
                .filter(name -> name.replace('\\', '/').toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** Unpacks an entry while it is read. */
    InputStream stream(String path) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new UnreadableFileException(content.name() + " is damaged: " + path + " is missing in it.");
        }
        return stream(entry);
    }

    private InputStream stream(ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableFileException(content.name()
                    + " is protected by a password: unpack it and import the file in it, or pack it without one.");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new UnreadableFileException(content.name() + " is packed in a way that cannot be read (method "
                    + entry.getMethod() + "): unpack it and import the file in it.");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        return new GuardedUnpacking(zip.getInputStream(entry), content.name(), files.limits(), () -> packed);
    }

    private String text(String path) throws IOException {
        try (InputStream input = stream(path)) {
            return new String(input.readNBytes(TextScan.BLOCK), StandardCharsets.UTF_8);
        }
    }

    private record EntryContent(ZipArchive archive, ZipArchiveEntry entry) implements Content {

        @Override
        public String name() {
            return entry.getName() + " in " + archive.name();
        }

        @Override
        public InputStream open() throws IOException {
            return archive.stream(entry);
        }
    }
}
