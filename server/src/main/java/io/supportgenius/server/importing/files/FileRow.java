package io.supportgenius.server.importing.files;

/**
 * One record of a file.
 *
 * @param line the line of the file on which the record starts, 1 = first
 * @param cells as many as the record has, which may be fewer or more than the header has columns
 * @param part the file in an archive of several; empty where there is but one
 */
public record FileRow(long line, String[] cells, String part) {

    public FileRow(long line, String... cells) {
        this(line, cells, "");
    }

    /** A cell without white space around it; empty where the record is too short to have it. */
    public String cell(int column) {
        return column < cells.length ? plain(cells[column].strip()) : "";
    }

    /** Spreadsheets write {@code ="00123"} for a text that looks like a number. */
    private static String plain(String cell) {
        return cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"")
                ? cell.substring(2, cell.length() - 1).strip()
                : cell;
    }
}
