package io.supportgenius.server.importing.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Parts of one export, read one after the other. Their columns may stand in another order, and a later part may have some more. */
final class PartedFile implements TicketFile {
    /** Of the columns of the narrower part so many must be in the other one, and of all columns of both half must be in both. */
    private static final double SHARED = 0.8;

    private static final double COMMON = 0.5;

    private final List<Part> parts;
    private final List<String> columns;
    private final List<String> warnings;

    private PartedFile(List<Part> parts, List<String> columns, List<String> warnings) {
        this.parts = parts;
        this.columns = columns;
        this.warnings = warnings;
    }

    /** Whether two files can be parts of one export. */
    static boolean sameColumns(TicketFile one, TicketFile other) {
        Set<String> both = new HashSet<>(one.columns());
        both.retainAll(new HashSet<>(other.columns()));
        int narrower = Math.min(one.columns().size(), other.columns().size());
        int all = one.columns().size() + other.columns().size() - both.size();
        return both.size() >= SHARED * narrower && both.size() >= COMMON * all;
    }

    /** Joins parts, by the names they have in their archive. */
    static PartedFile of(Map<String, TicketFile> files, String archive, FileLimits limits) {
        Set<String> union = new LinkedHashSet<>();
        files.values().forEach(file -> union.addAll(file.columns()));
        ColumnNames.refuseTooMany(union.size(), archive, limits);
        List<String> columns = List.copyOf(union);
        List<Part> parts = new ArrayList<>();
        files.forEach((name, file) -> parts.add(new Part(
                file, name, file.columns().stream().mapToInt(columns::indexOf).toArray())));
        List<String> warnings = new ArrayList<>();
        warnings.add(archive + " holds " + files.size() + " parts of an export, read one after the other: "
                + String.join(", ", files.keySet()) + ".");
        files.values().forEach(file -> warnings.addAll(file.warnings()));
        return new PartedFile(parts, columns, warnings);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public FileForm form() {
        return parts.get(0).file().form();
    }

    @Override
    public long estimatedRows() {
        return parts.stream().mapToLong(part -> part.file().estimatedRows()).sum();
    }

    @Override
    public boolean firstRows(long limit, Consumer<FileRow> consumer) {
        long[] left = {limit};
        return parts.stream()
                .allMatch(part -> part.file().firstRows(left[0], row -> {
                    left[0]--;
                    consumer.accept(part.row(row, columns.size()));
                }));
    }

    @Override
    public void close() {
        parts.forEach(part -> part.file().close());
    }

    private record Part(TicketFile file, String name, int[] places) {

        FileRow row(FileRow row, int columns) {
            String[] cells = row.cells();
            int further = Math.max(0, cells.length - places.length);
            String[] placed = new String[columns + further];
            Arrays.fill(placed, "");
            for (int i = 0; i < Math.min(cells.length, places.length); i++) {
                placed[places[i]] = cells[i];
            }
            System.arraycopy(cells, cells.length - further, placed, columns, further);
            return new FileRow(row.line(), placed, row.part().isEmpty() ? name : name + "/" + row.part());
        }
    }
}
