package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One set of tickets in every container and encoding that it may come in: whatever the file is, the figures are the same. */
class FileFormatsIT {
    private static final int TICKETS = 24;

    private static final List<String> HEADER = List.of(
            "Ticket ID", "Created at", "First reply at", "Solved at", "Status", "Subject", "Tags", "Replies", "Floor");

    /** Letters that all Western encodings have, down to the one of DOS, with everything in it that separates fields and rows. */
    private static final String TEXT = "Größe der Straße, \"dringend\"; Café\tà la carte | Ñandú";

    private static Product product;

    /** Made by rule, so that the figures can be worked out from the rule and not from the product. */
    private record Ticket(int number) {

        String id() {
            return "T-" + number;
        }

        LocalDateTime created() {
            return LocalDateTime.of(2016, 3, 7, 8, 30).plusHours(29L * number);
        }

        LocalDateTime replied() {
            return created().plusMinutes(15L * (1 + 7 * number % TICKETS));
        }

        LocalDateTime solved() {
            return created().plusHours(2 + 5L * number % TICKETS);
        }

        String status() {
            return number % 3 == 0 ? "closed" : "open";
        }

        String subject() {
            return number + " " + TEXT + (number % 4 == 0 ? "\nzweite Zeile" : "");
        }

        List<String> tags() {
            return number % 2 == 0 ? List.of("rot", "blau") : List.of("rot");
        }

        List<String> cells() {
            return List.of(
                    id(),
                    written(created()),
                    written(replied()),
                    written(solved()),
                    status(),
                    subject(),
                    String.join(",", tags()),
                    "" + number % 5,
                    "floor " + number % 2);
        }

        private static String written(LocalDateTime time) {
            return time.toString().replace('T', ' ');
        }
    }

    /**
     * A file of the same tickets.
     *
     * @param fields further fields of the form
     */
    private record Case(String name, String file, byte[] content, Map<String, String> fields) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Ticket> tickets() {
        return IntStream.range(0, TICKETS).mapToObj(Ticket::new).toList();
    }

    @BeforeAll
    static void start() {
        product = Product.start("--empty");
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    private static String csv(String separator, String end) {
        return csv(HEADER, tickets().stream().map(Ticket::cells).toList(), separator, end);
    }

    private static String csv(List<String> header, List<List<String>> rows, String separator, String end) {
        return Stream.concat(header.isEmpty() ? Stream.of() : Stream.of(header), rows.stream())
                .map(row -> row.stream().map(cell -> quoted(cell, separator)).collect(Collectors.joining(separator)))
                .collect(Collectors.joining(end, "", end));
    }

    private static String quoted(String cell, String separator) {
        return cell.contains(separator) || cell.contains("\"") || cell.contains("\n")
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    private static Map<String, Object> object(Ticket ticket) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < HEADER.size(); i++) {
            object.put(HEADER.get(i), ticket.cells().get(i));
        }
        object.put("Tags", ticket.tags());
        object.put("Replies", ticket.number() % 5);
        return object;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static List<Map<String, Object>> objects() {
        return tickets().stream().map(FileFormatsIT::object).toList();
    }

    private static String lines(UnaryOperator<String> around) {
        return objects().stream().map(one -> around.apply(json(one))).collect(Collectors.joining("\n"));
    }

    /** Times as cells of dates, numbers as numbers. */
    private static byte[] xlsx(boolean dates, int titles, String... otherSheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Acceptance", "1.0")) {
            for (String other : otherSheets) {
                workbook.newWorksheet(other).value(0, 0, "A note");
            }
            Worksheet sheet = workbook.newWorksheet("Tickets");
            for (int i = 0; i < titles; i++) {
                sheet.value(i, 0, "Title " + i);
            }
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(titles, column, HEADER.get(column));
            }
            for (Ticket ticket : tickets()) {
                write(sheet, titles + 1 + ticket.number(), ticket, dates);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, Ticket ticket, boolean dates) {
        for (int column = 0; column < HEADER.size(); column++) {
            sheet.value(row, column, ticket.cells().get(column));
        }
        if (dates) {
            List<LocalDateTime> times = List.of(ticket.created(), ticket.replied(), ticket.solved());
            for (int i = 0; i < times.size(); i++) {
                sheet.value(row, 1 + i, times.get(i));
                sheet.style(row, 1 + i).format("dd.mm.yyyy hh:mm").set();
            }
            sheet.value(row, 7, ticket.number() % 5);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
            output.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream output = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                output.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                output.write((byte[]) namesAndContents[i + 1]);
                output.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Case of(String name, String file, byte[] content) {
        return new Case(name, file, content, Map.of());
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        texts(cases);
        encodings(cases);
        jsons(cases);
        workbooks(cases);
        containers(cases);
        return cases;
    }

    private static void texts(List<Case> cases) {
        for (String separator : List.of(",", ";", "\t", "|")) {
            cases.add(of("separator " + (int) separator.charAt(0), "t.csv", utf8(csv(separator, "\n"))));
        }
        cases.add(of("CRLF", "t.csv", utf8(csv(",", "\r\n"))));
        cases.add(of("CR", "t.csv", utf8(csv(",", "\r"))));
        cases.add(of("no line end at the end", "t.csv", utf8(csv(",", "\n").stripTrailing())));
        cases.add(of("blank lines", "t.csv", utf8("\n\n" + csv(",", "\n\n"))));
        cases.add(of("sep=;", "t.csv", utf8("sep=;\r\n" + csv(";", "\r\n"))));
        cases.add(of(
                "titles above the header",
                "t.csv",
                utf8("Export of all tickets\nMade by Ann, on Monday\n\n" + csv(";", "\n"))));
        List<List<String>> rows = tickets().stream().map(Ticket::cells).toList();
        cases.add(of("titles as wide as the table", "t.csv", utf8("Export,,,,,,,,\n,,,,,,,,\n" + csv(",", "\n"))));
        cases.add(of("everything quoted", "t.csv", utf8(quotedAll(rows, "\"\""))));
        cases.add(of("quotes escaped by backslashes", "t.csv", utf8(quotedAll(rows, "\\\""))));
        cases.add(of(
                "separators at the end of rows",
                "t.csv",
                utf8(csv(
                        with(HEADER, ""),
                        rows.stream().map(row -> with(row, "")).toList(),
                        ";",
                        "\n"))));
        cases.add(of(
                "tags in columns of one name",
                "t.csv",
                utf8(csv(
                        with(HEADER, "Tags"),
                        tickets().stream().map(FileFormatsIT::tagsApart).toList(),
                        ",",
                        "\n"))));
        cases.add(of("NUL bytes", "t.csv", utf8(csv(",", "\n").replace("floor", "fl\0oor"))));
        cases.add(of(
                "spaces around the cells",
                "t.csv",
                utf8(csv(HEADER.stream().map(one -> " " + one + " ").toList(), rows, ";", "\n"))));
        cases.add(new Case(
                "no header",
                "t.csv",
                utf8(csv(List.of(), rows, ",", "\n")),
                Map.of(
                        "mapping",
                        json(Map.of(
                                "externalId", "Column 1",
                                "created", "Column 2",
                                "firstReply", "Column 3",
                                "solved", "Column 4",
                                "status", "Column 5",
                                "subject", "Column 6",
                                "tags", "Column 7",
                                "touches", "Column 8")))));
    }

    private static String quotedAll(List<List<String>> rows, String quote) {
        return Stream.concat(Stream.of(HEADER), rows.stream())
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", quote) + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> with(List<String> row, String further) {
        return Stream.concat(row.stream(), Stream.of(further)).toList();
    }

    private static List<String> tagsApart(Ticket ticket) {
        List<String> row = new ArrayList<>(ticket.cells());
        row.set(6, ticket.tags().get(0));
        row.add(ticket.tags().size() > 1 ? ticket.tags().get(1) : "");
        return row;
    }

    private static void encodings(List<Case> cases) {
        for (String marked : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE")) {
            cases.add(of("marked " + marked, "t.csv", ("\uFEFF" + csv(",", "\r\n")).getBytes(Charset.forName(marked))));
        }
        for (String guessed : List.of(
                "UTF-16LE",
                "UTF-16BE",
                "windows-1252",
                "ISO-8859-1",
                "ISO-8859-15",
                "IBM850",
                "IBM437",
                "x-MacRoman")) {
            cases.add(of("in " + guessed, "t.csv", csv(";", "\r\n").getBytes(Charset.forName(guessed))));
        }
        cases.add(new Case(
                "chosen encoding",
                "t.csv",
                csv(";", "\n").getBytes(Charset.forName("IBM850")),
                Map.of("encoding", "cp850")));
    }

    private static void jsons(List<Case> cases) {
        cases.add(of("list", "t.json", utf8(json(objects()))));
        cases.add(of(
                "indented list",
                "t.json",
                utf8(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(objects()))));
        cases.add(of("object on each line", "t.ndjson", utf8(lines(one -> one))));
        cases.add(of("wrapped object on each line", "t.json", utf8(lines(one -> "{\"ticket\":" + one + "}"))));
        cases.add(of("list of tickets", "t.json", utf8(json(Map.of("tickets", objects(), "count", TICKETS)))));
        cases.add(of("list of results", "t.json", utf8(json(Map.of("result", objects())))));
        cases.add(of(
                "embedded list",
                "t.json",
                utf8(json(Map.of("_embedded", Map.of("conversations", objects()), "page", Map.of("number", 1))))));
        cases.add(of(
                "pages one after the other",
                "t.json",
                utf8(json(Map.of("tickets", objects().subList(0, 10))) + "\n"
                        + json(Map.of("tickets", objects().subList(10, TICKETS))))));
        cases.add(of("JSON in UTF-16", "t.json", json(objects()).getBytes(StandardCharsets.UTF_16)));
        cases.add(of("JSON in windows-1252", "t.json", json(objects()).getBytes(Charset.forName("windows-1252"))));
    }

    private static void workbooks(List<Case> cases) {
        cases.add(of("workbook with dates", "t.xlsx", xlsx(true, 0)));
        cases.add(of("workbook of texts", "t.xlsx", xlsx(false, 0)));
        cases.add(of("workbook with titles", "t.xlsx", xlsx(true, 3)));
        cases.add(of("workbook with a cover", "t.xlsx", xlsx(true, 0, "Cover", "Notes")));
        cases.add(new Case("chosen sheet", "t.xlsx", xlsx(true, 0, "Cover"), Map.of("entry", "Tickets")));
        cases.add(of("workbook with a wrong name", "t.csv", xlsx(true, 0)));
    }

    private static void containers(List<Case> cases) {
        byte[] text = utf8(csv(",", "\n"));
        List<List<String>> rows = tickets().stream().map(Ticket::cells).toList();
        byte[] first = utf8(csv(HEADER, rows.subList(0, 10), ",", "\n"));
        byte[] second = utf8(csv(HEADER, rows.subList(10, TICKETS), ";", "\n"));
        cases.add(of("gzip", "t.csv.gz", gzip(text)));
        cases.add(of(
                "gzip of two members",
                "t.csv.gz",
                joined(gzip(Arrays.copyOf(text, 100)), gzip(Arrays.copyOfRange(text, 100, text.length)))));
        cases.add(of("zip", "t.zip", zip("tickets.csv", text)));
        cases.add(of("zip of a zip", "t.zip", zip("inner.zip", zip("tickets.csv", text))));
        cases.add(of(
                "zip with litter",
                "t.zip",
                zip(
                        "export/",
                        new byte[0],
                        "export/tickets.csv",
                        text,
                        "__MACOSX/export/._tickets.csv",
                        new byte[] {0, 5, 22},
                        "export/.DS_Store",
                        new byte[] {0, 0, 0, 1})));
        cases.add(of("zip of parts", "t.zip", zip("part_1.csv", first, "part_2.csv", second)));
        cases.add(of(
                "zip of parts in JSON",
                "t.zip",
                zip(
                        "export_1.json",
                        utf8(json(objects().subList(0, 7))),
                        "export_2.json",
                        utf8(json(objects().subList(7, TICKETS))))));
        cases.add(new Case(
                "zip of different tables",
                "t.zip",
                zip("users.csv", utf8("name,mail\nAnn,ann@example.com\n"), "tickets.csv", text),
                Map.of("entry", "tickets.csv")));
        cases.add(of("workbook in a zip", "t.zip", zip("t.xlsx", xlsx(true, 0))));
        cases.add(of("workbook in a gzip", "t.xlsx.gz", gzip(xlsx(true, 0))));
        cases.add(of("JSON in a gzip", "t.json.gz", gzip(utf8(json(objects())))));
        cases.add(of("UTF-16 in a zip", "t.zip", zip("t.csv", csv("\t", "\r\n").getBytes(StandardCharsets.UTF_16))));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFiguresAreTheSame(Case one) {
        JsonNode report = Json.parse(post(one).body());

        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("done");
        assertThat(report.path("rows").asInt()).isEqualTo(TICKETS);
        assertThat(report.path("created").asInt()).isEqualTo(TICKETS);
        try {
            assertTickets();
            assertFigures();
        } finally {
            HttpResponse<String> undone = product.send(
                    product.request("/api/v1/imports/" + report.path("id").asLong())
                            .DELETE()
                            .build());
            assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        }
    }

    private static void assertTickets() {
        JsonNode list = Json.parse(product.get("/api/v1/tickets?limit=100").body());
        Map<String, String> subjects = new TreeMap<>();
        Map<String, Integer> touches = new TreeMap<>();
        list.path("tickets").forEach(ticket -> {
            subjects.put(
                    ticket.path("externalId").asString(), ticket.path("subject").asString());
            touches.put(
                    ticket.path("externalId").asString(), ticket.path("touches").asInt());
        });
        assertThat(subjects)
                .isEqualTo(new TreeMap<>(tickets().stream().collect(Collectors.toMap(Ticket::id, Ticket::subject))));
        assertThat(touches)
                .isEqualTo(new TreeMap<>(
                        tickets().stream().collect(Collectors.toMap(Ticket::id, ticket -> ticket.number() % 5))));
    }

    /** Days, hours and medians follow from the rule that the tickets are made by. */
    private static void assertFigures() {
        JsonNode dashboard = Json.parse(product.get("/api/v1/dashboard").body());
        int[][] counts = new int[7][24];
        for (Ticket ticket : tickets()) {
            DayOfWeek day = ticket.created().getDayOfWeek();
            counts[day.getValue() - 1][ticket.created().getHour()]++;
        }
        assertThat(dashboard.at("/heatmap/counts").toString()).isEqualTo(json(counts));
        assertThat(dashboard.at("/firstReplyTime/n").asInt()).isEqualTo(TICKETS);
        assertThat(dashboard.at("/firstReplyTime/medianHours").asDouble())
                .isEqualTo(median(tickets().stream()
                        .map(one -> Duration.between(one.created(), one.replied()))
                        .toList()));
        assertThat(dashboard.at("/fullResolutionTime/n").asInt()).isEqualTo(TICKETS);
        assertThat(dashboard.at("/fullResolutionTime/medianHours").asDouble())
                .isEqualTo(median(tickets().stream()
                        .map(one -> Duration.between(one.created(), one.solved()))
                        .toList()));
        JsonNode open = Json.parse(product.get("/api/v1/tickets?status=open").body());
        assertThat(open.path("total").asLong())
                .isEqualTo(tickets().stream()
                        .filter(one -> one.status().equals("open"))
                        .count());
    }

    private static double median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(TICKETS / 2 - 1).plus(sorted.get(TICKETS / 2)).toMinutes() / 120.0;
    }

    /** What cannot be read is refused with a sentence, and nothing is changed. */
    @Test
    void whatCannotBeReadSaysWhatToDo() {
        byte[] text = utf8(csv(",", "\n"));
        byte[] packed = gzip(text);
        Map<Case, String> refused = new LinkedHashMap<>();
        refused.put(
                of("old workbook", "t.xls", new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                }),
                ".xlsx or CSV");
        refused.put(of("cut off", "t.csv.gz", Arrays.copyOf(packed, packed.length / 2)), "cut off");
        refused.put(
                of("different tables", "t.zip", zip("a.csv", utf8("name,mail\nAnn,x\n"), "b.csv", text)),
                "a.csv, b.csv");
        refused.put(of("open quote", "t.csv", utf8("id,created\n1,\"2016-01-01\n")), "line 2");
        refused.put(of("broken JSON", "t.json", utf8("[{\"id\":1},\n{\"id\":")), "line 2");
        refused.put(of("bomb", "t.csv.gz", gzip(new byte[200 << 20])), "unpacked-ratio");
        refused.put(of("page", "t.xls", utf8("<html><body><table></table></body></html>")), "web page");

        refused.forEach((one, words) -> {
            HttpResponse<String> answer = post(one);
            assertThat(answer.statusCode()).as(one.name()).isEqualTo(422);
            assertThat(Json.parse(answer.body()).path("message").asString())
                    .as(one.name())
                    .contains(words);
        });
        assertThat(Json.parse(product.get("/api/v1/tickets").body())
                        .path("total")
                        .asInt())
                .isZero();
        HttpResponse<String> unknown = post(new Case("encoding", "t.csv", text, Map.of("encoding", "klingon")));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("klingon");
    }

    private static HttpResponse<String> post(Case one) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> fields = new LinkedHashMap<>(one.fields());
        fields.put("zone", "UTC");
        fields.put("wait", "30");
        fields.put("source", one.name());
        fields.forEach((name, value) -> body.writeBytes(
                utf8("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        body.writeBytes(utf8("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + one.file()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(one.content());
        body.writeBytes(utf8("\r\n--edge--\r\n"));
        return product.send(product.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
