package io.supportgenius.server.importing.files;

import io.supportgenius.server.importing.files.FileForm.Kind;
import io.supportgenius.server.importing.files.XlsxPackage.Sheet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A sheet of an .xlsx workbook, read as a stream. */
final class XlsxFile implements TicketFile {
    private static final int SAMPLE_ROWS = 200;

    private final XlsxPackage workbook;
    private final XlsxStrings strings;
    private final XlsxFormats formats;
    private final Sheet sheet;
    private final Table table;
    private final ColumnNames columns;
    private final List<String> warnings;

    private XlsxFile(
            XlsxPackage workbook,
            XlsxStrings strings,
            XlsxFormats formats,
            Sheet sheet,
            Table table,
            ColumnNames columns) {
        this.workbook = workbook;
        this.strings = strings;
        this.formats = formats;
        this.sheet = sheet;
        this.table = table;
        this.columns = columns;
        this.warnings = warnings(workbook, sheet, table, columns);
    }

    /** Finds the table of tickets in a workbook: the sheet that the user names, else the first one with columns and rows. */
    static TicketFile open(XlsxPackage workbook, ReadAs wishes, TicketFiles files) throws IOException {
        XlsxStrings strings = null;
        boolean opened = false;
        try {
            strings = XlsxStrings.of(workbook, files.directory());
            XlsxFormats formats = XlsxFormats.of(workbook);
            Sheet sheet = wishes.entry() == null ? first(workbook, strings, formats) : chosen(workbook, wishes.entry());
            Table table = Table.of(sample(workbook, strings, formats, sheet));
            String name = workbook.archive().name();
            ColumnNames columns = table.header()
                    ? ColumnNames.of(table.first(), name, files.limits())
                    : ColumnNames.counted(table.first().length, name, files.limits());
            XlsxFile file = new XlsxFile(workbook, strings, formats, sheet, table, columns);
            opened = true;
            return ArchivedFile.holding(file, strings);
        } catch (XMLStreamException broken) {
            throw XlsxPackage.damaged(workbook.archive().name(), broken);
        } finally {
            if (!opened && strings != null) {
                strings.close();
            }
        }
    }

    private static Sheet chosen(XlsxPackage workbook, String wish) {
        return workbook.sheets().stream()
                .filter(one -> one.name().strip().equalsIgnoreCase(wish.strip()))
                .findFirst()
                .orElseThrow(() -> UnreadableFileException.choose(
                        workbook.archive().name() + " has no sheet \"" + wish + "\"; there are "
                                + names(workbook, one -> true) + ".",
                        workbook.sheets().stream().map(Sheet::name).toList()));
    }

    /** A sheet of one column is a note rather than a table, unless there is no other. */
    private static Sheet first(XlsxPackage workbook, XlsxStrings strings, XlsxFormats formats)
            throws IOException, XMLStreamException {
        Sheet narrow = null;
        for (Sheet sheet : workbook.sheets()) {
            List<String[]> rows = sample(workbook, strings, formats, sheet);
            if (rows.size() >= 2) {
                if (Table.of(rows).first().length > 1) {
                    return sheet;
                }
                narrow = narrow == null ? sheet : narrow;
            }
        }
        if (narrow == null) {
            throw new UnreadableFileException(workbook.archive().name()
                    + " has no sheet with a header and rows"
                    + (workbook.sheets().isEmpty() ? "." : "; its sheets are " + names(workbook, one -> true) + "."));
        }
        return narrow;
    }

    private static String names(XlsxPackage workbook, Predicate<Sheet> which) {
        return workbook.sheets().stream()
                .filter(which)
                .map(one -> "\"" + one.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static List<String[]> sample(XlsxPackage workbook, XlsxStrings strings, XlsxFormats formats, Sheet sheet)
            throws IOException, XMLStreamException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream input = workbook.archive().stream(sheet.path())) {
            XlsxRows reader = new XlsxRows(Xml.reader(input), strings, formats);
            String[] row = reader.next();
            while (row != null && rows.size() < SAMPLE_ROWS) {
                rows.add(row);
                row = reader.next();
            }
        }
        return rows;
    }

    private static List<String> warnings(XlsxPackage workbook, Sheet sheet, Table table, ColumnNames columns) {
        List<String> warnings = new ArrayList<>();
        String name = workbook.archive().name();
        if (workbook.sheets().size() > 1) {
            warnings.add("The sheet \"" + sheet.name() + "\" of " + name + " was read, not "
                    + names(workbook, one -> !one.equals(sheet)) + ". Choose another with --entry NAME.");
        }
        if (table.start() > 0) {
            warnings.add("The first " + table.start() + " filled rows of " + name
                    + " were left out: the table begins below them.");
        }
        warnings.addAll(CsvFile.columnWarnings(columns, table.header(), name));
        return List.copyOf(warnings);
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public FileForm form() {
        List<String> sheets = workbook.sheets().stream().map(Sheet::name).toList();
        return new FileForm(Kind.XLSX, null, null, sheet.name(), sheets.size() > 1 ? sheets : List.of());
    }

    @Override
    public long estimatedRows() {
        try (InputStream input = workbook.archive().stream(sheet.path())) {
            XMLStreamReader reader = Xml.reader(input);
            for (String name = Xml.nextStart(reader, "sheetData");
                    name != null && !name.equals("sheetData");
                    name = Xml.nextStart(reader, "sheetData")) {
                String range = name.equals("dimension") ? Xml.attribute(reader, "ref") : null;
                if (range != null && range.matches("[A-Z]{1,3}\\d{1,7}:[A-Z]{1,3}\\d{1,7}")) {
                    long last = Long.parseLong(range.replaceAll(".*[A-Z]", ""));
                    return Math.max(0, last - table.start() - 1);
                }
            }
            return 0;
        } catch (IOException unreadable) {
            throw TicketFiles.unreadable(workbook.archive().name(), unreadable);
        } catch (XMLStreamException broken) {
            throw XlsxPackage.damaged(workbook.archive().name(), broken);
        }
    }

    @Override
    public boolean firstRows(long limit, Consumer<FileRow> consumer) {
        int skipped = table.start() + (table.header() ? 1 : 0);
        long left = limit;
        try (InputStream input = workbook.archive().stream(sheet.path())) {
            XlsxRows reader = new XlsxRows(Xml.reader(input), strings, formats);
            for (String[] row = reader.next(); row != null; row = reader.next()) {
                if (skipped > 0) {
                    skipped--;
                } else if (left-- > 0) {
                    consumer.accept(new FileRow(reader.line(), columns.byColumn(filled(row, table.first().length))));
                } else {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            throw TicketFiles.unreadable(workbook.archive().name(), unreadable);
        } catch (XMLStreamException broken) {
            throw XlsxPackage.damaged(workbook.archive().name(), broken);
        }
    }

    /** Spreadsheets do not write empty cells at the end of a row. */
    private static String[] filled(String[] row, int columns) {
        if (row.length >= columns) {
            return row;
        }
        String[] filled = Arrays.copyOf(row, columns);
        Arrays.fill(filled, row.length, columns, "");
        return filled;
    }

    /**
     * Where the table is on its sheet.
     *
     * @param start filled rows before it
     * @param first its first row, as wide as any of the rows looked at
     */
    private record Table(int start, boolean header, String[] first) {

        static Table of(List<String[]> rows) {
            if (rows.isEmpty()) {
                return new Table(0, true, new String[] {""});
            }
            int start = HeaderSearch.start(padded(rows, usualWidth(rows)));
            int widest = rows.subList(start, rows.size()).stream()
                    .mapToInt(row -> row.length)
                    .max()
                    .orElse(1);
            List<String[]> table = padded(rows.subList(start, rows.size()), widest);
            return new Table(start, HeaderSearch.isHeader(table), table.get(0));
        }

        /** The width that at least two rows have: a remark beside the table does not make it wider. */
        private static int usualWidth(List<String[]> rows) {
            int[] widths = rows.stream().mapToInt(row -> row.length).sorted().toArray();
            return widths[Math.max(0, widths.length - 2)];
        }

        private static List<String[]> padded(List<String[]> rows, int width) {
            return rows.stream().map(row -> filled(row, width)).toList();
        }
    }
}
