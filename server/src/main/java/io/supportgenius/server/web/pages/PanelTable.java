package io.supportgenius.server.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table behind a card, defined once: the card's twin shows its words, the card's file has its values. A column of the screen may be
 * several of the file, where words say at once what programs need apart, for example the days of a week or the ends of an interval.
 *
 * @param file address of the file
 * @param rows all of them; the screen shows the first {@link #MOST_ON_SCREEN}
 * @param earlier rows of the days that are compared with; empty for none
 * @param total a last row of sums; null for none
 */
public record PanelTable(
        String file,
        List<Column> columns,
        List<Row> rows,
        List<Row> earlier,
        @Nullable Row total) {

    /** Beyond this the table would be longer than anybody reads; lists and filters show the rest. */
    static final int MOST_ON_SCREEN = 200;

    public PanelTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        earlier = List.copyOf(earlier);
    }

    PanelTable(String file, List<Column> columns, List<Row> rows, @Nullable Row total) {
        this(file, columns, rows, List.of(), total);
    }

    PanelTable withEarlier(List<Row> before) {
        return new PanelTable(file, columns, rows, before, total);
    }

    /** Rows that the screen shows. */
    public List<Row> shown() {
        return rows.subList(0, Math.min(MOST_ON_SCREEN, rows.size()));
    }

    /** Heads of the file's columns, with units. */
    public List<String> fields() {
        return columns.stream().flatMap(column -> column.fields().stream()).toList();
    }

    /** Rows of the file, earlier days after all others and before the sums: texts, numbers, days, and null for what is missing. */
    public List<List<@Nullable Object>> values() {
        return Stream.of(rows.stream(), earlier.stream(), Stream.ofNullable(total))
                .flatMap(Function.identity())
                .map(Row::values)
                .toList();
    }

    /**
     * @param name of the figure, for scripts; null for none
     * @param head on the screen
     * @param fields heads of the file's columns
     */
    public record Column(@Nullable String name, String head, List<String> fields, boolean number) {

        public Column {
            fields = List.copyOf(fields);
        }

        static Column words(String head, String... fields) {
            return new Column(null, head, Arrays.asList(fields), false);
        }

        static Column number(String head, String... fields) {
            return new Column(null, head, Arrays.asList(fields), true);
        }

        Column named(String figure) {
            return new Column(figure, head, fields, number);
        }
    }

    /**
     * @param cells one for each column
     * @param mark how a chart draws the row; null where none does
     */
    public record Row(List<Cell> cells, @Nullable Mark mark) {

        public Row {
            cells = List.copyOf(cells);
        }

        static Row of(List<Cell> cells) {
            return new Row(cells, null);
        }

        /** The same with a note beside its head. */
        Row noted(String words) {
            var noted = new ArrayList<>(cells);
            noted.set(0, cells.get(0).noted(words));
            return new Row(noted, mark);
        }

        List<@Nullable Object> values() {
            var values = new ArrayList<@Nullable Object>();
            cells.forEach(cell -> values.addAll(cell.values()));
            return values;
        }
    }

    /**
     * @param brief the label where there is little room
     * @param share in words
     * @param color name of a colour; null where rows have none of their own
     * @param few whether there are too few tickets to say anything
     * @param before what it is compared with; null for nothing
     */
    public record Mark(
            String label,
            String brief,
            String share,
            @Nullable String color,
            boolean few,
            DashboardView.@Nullable Before before) {}

    /**
     * @param shown on the screen
     * @param note beside it; null for none
     * @param values one for each of the column's fields
     * @param count tickets behind it; null where it counts none
     * @param href these tickets; null where there are none
     * @param sentence the whole sentence; null for none
     * @param pale whether there are too few tickets to say anything
     */
    public record Cell(
            String shown,
            @Nullable String note,
            List<@Nullable Object> values,
            @Nullable Long count,
            @Nullable String href,
            @Nullable String sentence,
            boolean pale) {

        public Cell {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        static Cell of(String shown, @Nullable Object... values) {
            return new Cell(shown, null, Arrays.asList(values), null, null, null, false);
        }

        /** The cell of a number of tickets. */
        static Cell of(DashboardView.Cell tickets) {
            return of(tickets.number(), tickets.count()).leading(tickets);
        }

        /** The same with the tickets behind it. */
        Cell leading(DashboardView.Cell tickets) {
            boolean leads = tickets.count() > 0 && !tickets.href().isEmpty();
            return new Cell(
                    shown, note, values, tickets.count(), leads ? tickets.href() : null, tickets.sentence(), pale);
        }

        Cell noted(@Nullable String words) {
            return new Cell(shown, words, values, count, href, sentence, pale);
        }

        Cell paleIf(boolean few) {
            return new Cell(shown, note, values, count, href, sentence, few);
        }

        /** For scripts and tests: the value that the words round; null without one. */
        public @Nullable String exact() {
            Object first = values.isEmpty() ? null : values.get(0);
            return first instanceof Number ? first.toString() : null;
        }
    }
}
