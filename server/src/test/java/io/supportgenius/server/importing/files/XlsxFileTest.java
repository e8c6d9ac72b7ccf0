package io.supportgenius.server.importing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @TempDir
    private Path directory;

    private TestFiles files = new TestFiles(Path.of(""));

    @BeforeEach
    void useTheDirectory() {
        files = new TestFiles(directory);
    }

    @Test
    void datesNumbersAndTextsComeOutAsTheyAreMeant() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tickets");
            List<String> header = List.of("id", "created", "day", "lasted", "big", "rate", "text", "flag");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, 1);
            sheet.value(1, 1, LocalDateTime.of(2016, 2, 29, 13, 5, 7));
            sheet.style(1, 1).format("yyyy-MM-dd H:mm:ss").set();
            sheet.value(1, 2, LocalDate.of(2016, 3, 1));
            sheet.style(1, 2).format("d.m.yyyy").set();
            // 26 hours, 5 minutes and 30 seconds in days.
            sheet.value(1, 3, 93_930 / 86_400.0);
            sheet.style(1, 3).format("[h]:mm:ss").set();
            sheet.value(1, 4, 567_000_000_000_000_000L);
            sheet.value(1, 5, 0.1 + 0.2);
            sheet.value(1, 6, "Zoë said \"hi\"\n& left");
            sheet.value(1, 7, true);
        }

        try (TicketFile file = files.open(bytes.toByteArray())) {
            assertThat(file.columns()).containsExactly("id", "created", "day", "lasted", "big", "rate", "text", "flag");
            assertThat(TestFiles.cells(file))
                    .containsExactly(List.of(
                            "1",
                            "2016-02-29 13:05:07",
                            "2016-03-01",
                            "26:05:30",
                            "567000000000000000",
                            "0.3",
                            "Zoë said \"hi\"\n& left",
                            "true"));
            assertThat(file.form().kind()).isEqualTo(FileForm.Kind.XLSX);
            assertThat(file.estimatedRows()).isIn(0L, 1L);
        }
        // The workbook itself; the texts that were put on disk are gone.
        assertThat(files.onDisk()).isEqualTo(1);
    }

    /** Days as LibreOffice 7 shows them for the number in the cell; 60 is a day that Excel believes in and that never was. */
    @ParameterizedTest
    @CsvSource({
        "42429, yyyy-mm-dd, false, 2016-02-29",
        "42429.5, yyyy-mm-dd, false, 2016-02-29 12:00:00",
        "42429.3368055556, dd/mm/yyyy hh:mm, false, 2016-02-29 08:05:00",
        "42429.99999999, m/d/yy h:mm AM/PM, false, 2016-03-01",
        "1, d-mmm-yy, false, 1900-01-01",
        "59, d-mmm-yy, false, 1900-02-28",
        "61, d-mmm-yy, false, 1900-03-01",
        "40967, yyyy-mm-dd, true, 2016-02-29",
        "0.336863425925926, h:mm:ss, false, 08:05:05",
        "1.25, [hh]:mm, false, 30:00:00",
        "-0.5, [h]:mm:ss, false, -12:00:00",
        "0.01, mm:ss, false, 00:14:24",
        "42429, mmmm, false, 2016-02-29",
        "42429, General, false, 42429",
        "42429, 0.00, false, 42429",
        "42429, '#,##0 \"days\"', false, 42429",
        "42429, '[Red]#,##0', false, 42429",
        "42429, '[$-409]d/m/yy;@', false, 2016-02-29",
        "5.67E+17, General, false, 567000000000000000",
        "1.5E-5, General, false, 0.000015",
        "2.7000000000000002, 0.0, false, 2.7"
    })
    void numbersFollowTheirFormat(String number, String format, boolean from1904, String expected) {
        byte[] bytes = workbook(
                from1904,
                format,
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>v</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B2\" s=\"1\"><v>"
                        + number
                        + "</v></c></row>");

        try (TicketFile file = files.open(bytes)) {
            assertThat(TestFiles.cells(file).get(0).get(1)).isEqualTo(expected);
        }
    }

    @Test
    void formulasGiveTheirLastValueAndGapsAreEmpty() {
        byte[] bytes = workbook(
                false,
                "General",
                "<row><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><r><t>sub</t></r><r><t>ject</t></r></is></c>"
                        + "<c t=\"str\"><f>\"sta\"&amp;\"tus\"</f><v>status</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><f>1+1</f><v>2</v></c><c r=\"C3\" t=\"str\"><f>x</f><v>open_x000A_now</v></c></row>"
                        + "<row r=\"4\"/>"
                        + "<row r=\"7\"><c r=\"A7\" t=\"b\"><v>0</v></c><c r=\"B7\" t=\"e\"><v>#N/A</v></c></row>");

        try (TicketFile file = files.open(bytes)) {
            assertThat(file.columns()).containsExactly("id", "subject", "status");
            assertThat(TestFiles.cells(file))
                    .containsExactly(List.of("2", "", "open\nnow"), List.of("false", "#N/A", ""));
            assertThat(TestFiles.rows(file)).extracting(FileRow::line).containsExactly(3L, 7L);
        }
    }

    @Test
    void theFirstSheetWithATableIsReadUnlessAnotherIsNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("Cover").value(0, 0, "Monthly report");
            Worksheet tickets = workbook.newWorksheet("Tickets");
            tickets.value(0, 0, "Acme Ltd");
            for (int i = 0; i < 4; i++) {
                tickets.value(2, i, "column " + i);
                tickets.value(3, i, i);
                tickets.value(4, i, i);
            }
            Worksheet people = workbook.newWorksheet("People");
            people.value(0, 0, "name");
            people.value(0, 1, "age");
            people.value(1, 0, "Ann");
            people.value(1, 1, 33);
        }

        try (TicketFile file = files.open(bytes.toByteArray())) {
            assertThat(file.columns()).containsExactly("column 0", "column 1", "column 2", "column 3");
            assertThat(TestFiles.rows(file)).extracting(FileRow::line).containsExactly(4L, 5L);
            assertThat(file.form().entry()).isEqualTo("Tickets");
            assertThat(file.form().entries()).containsExactly("Cover", "Tickets", "People");
            assertThat(file.warnings()).anyMatch(one -> one.contains("\"People\""));
        }
        try (TicketFile file = files.open(bytes.toByteArray(), new ReadAs(null, "people", 100))) {
            assertThat(file.columns()).containsExactly("name", "age");
        }
        assertThatThrownBy(() -> files.open(bytes.toByteArray(), new ReadAs(null, "Nobody", 100)))
                .hasMessageContaining("\"Cover\"");
    }

    /** 20,000 texts of 60 bytes and more lie in some 80 blocks on disk; both ends of them are asked for by turns. */
    @Test
    void manyTextsAreFoundInAnyOrder() throws IOException {
        int rows = 20_000;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tickets");
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "other");
            for (int i = 0; i < rows; i++) {
                sheet.value(i + 1, 0, text(i));
                sheet.value(i + 1, 1, text(rows - 1 - i));
            }
        }

        try (TicketFile file = files.open(bytes.toByteArray())) {
            List<FileRow> read = TestFiles.rows(file);
            assertThat(read).hasSize(rows);
            for (int i = 0; i < rows; i++) {
                assertThat(read.get(i).cells()).containsExactly(text(i), text(rows - 1 - i));
            }
        }
    }

    private static String text(int number) {
        return "f\u00fcr ".repeat(10) + number;
    }

    @Test
    void aWorkbookInACompressedFileIsUnpackedAndDeletedAfterwards() throws IOException {
        byte[] bytes = workbook(
                false,
                "General",
                "<row><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>s</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>");

        try (TicketFile file = files.open(TestFiles.gzip(bytes))) {
            assertThat(TestFiles.cells(file)).containsExactly(List.of("1", "2"));
        }
        try (TicketFile file = files.open(TestFiles.zip("report.xlsx", bytes))) {
            assertThat(TestFiles.cells(file)).containsExactly(List.of("1", "2"));
        }
        assertThat(files.onDisk()).isEqualTo(2);
    }

    @Test
    void documentsOfAnotherKindAreNamed() {
        assertThatThrownBy(() -> files.open(TestFiles.zip(
                        "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>")))
                .hasMessageContaining(".ods");
        assertThatThrownBy(() -> files.open(new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
                }))
                .hasMessageContaining(".xls");
    }

    @Test
    void aWorkbookThatFetchesOtherFilesIsRefused() {
        byte[] bytes = TestFiles.zip(
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>");

        assertThatThrownBy(() -> files.open(bytes)).isInstanceOf(UnreadableFileException.class);
    }

    private static byte[] workbook(boolean from1904, String format, String rows) {
        return TestFiles.zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + RELATIONS + "\"><workbookPr date1904=\"" + (from1904 ? 1 : 0)
                        + "\"/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + RELATIONS
                        + "/styles\" Target=\"/xl/styles.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\""
                        + format.replace("\"", "&quot;")
                        + "\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
}
