package io.supportgenius.server.importing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class CsvFileTest {
    @TempDir
    private Path directory;

    private TestFiles files = new TestFiles(Path.of(""));

    @BeforeEach
    void useTheDirectory() {
        files = new TestFiles(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsFound(String separator) {
        String text = String.join(separator, "id", "created", "subject") + "\n"
                + String.join(separator, "1", "2015-10-01", "\"a,b;c\td|e\"") + "\n"
                + String.join(separator, "2", "2015-10-01", "\"one\ntwo\"") + "\n";

        TicketFile file = files.open(text);

        assertThat(file.columns()).containsExactly("id", "created", "subject");
        assertThat(TestFiles.rows(file)).extracting(row -> row.cell(2)).containsExactly("a,b;c\td|e", "one\ntwo");
        assertThat(file.form().separator()).isEqualTo(separator.charAt(0));
    }

    @Test
    void commasInTextsDoNotHideTheSemicolon() {
        assertThat(files.open("id;text, long\n1;a, b, c\n2;d\n").columns()).containsExactly("id", "text, long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWayAndRowsKnowWhereTheyStart(String end) {
        String text = String.join(end, "id,subject", "1,\"two", "lines\"", "", "2,x") + end;

        assertThat(TestFiles.rows(files.open(text))).extracting(FileRow::line).containsExactly(2L, 5L);
    }

    @Test
    void everyColumnGetsANameOfItsOwn() {
        assertThat(files.open("id,Comment,,comment\n1,a,b,c\n").columns())
                .containsExactly("id", "Comment", "Column 3", "comment (2)");
    }

    @Test
    void columnsOfOneNameAreOneColumnOfLists() {
        TicketFile file = files.open("id,Labels,Comment,Labels,Labels,Status\n1,a,x,,c,open\n2,,,,,closed\n3,,y\n");

        assertThat(file.columns()).containsExactly("id", "Labels", "Comment", "Status");
        assertThat(TestFiles.cells(file))
                .containsExactly(
                        List.of("1", "a, c", "x", "open"), List.of("2", "", "", "closed"), List.of("3", "", "y"));
        assertThat(file.warnings()).singleElement().asString().endsWith("Labels.");
    }

    @Test
    void fieldsBeyondTheHeaderStayBehindTheColumns() {
        assertThat(TestFiles.cells(files.open("id,Labels,Labels\n1,a,b,c,d\n2,e,f\n")))
                .containsExactly(List.of("1", "a, b", "c", "d"), List.of("2", "e, f"));
    }

    @Test
    void titlesAboveTheHeaderAreLeftOut() {
        TicketFile file = files.open(
                "Ticket export,,,\n\"Acme Ltd, all desks\",,,\n\nTicket ID,Created,Status,Subject\n1,2016-01-01,open,a\n2,2016-01-02,open,b\n");

        assertThat(file.columns()).containsExactly("Ticket ID", "Created", "Status", "Subject");
        assertThat(TestFiles.rows(file)).extracting(FileRow::line).containsExactly(5L, 6L);
        assertThat(file.warnings()).singleElement().asString().contains("first 2 lines");
    }

    @Test
    void titlesOfOneFieldDoNotHideTheSeparator() {
        TicketFile file = files.open(
                "Export, made on Monday, by Ann\nDesk: north, south\n\nid;created;status\n1;2016-01-01;open\n2;2016-01-02;open\n3;2016-01-03;open\n");

        assertThat(file.columns()).containsExactly("id", "created", "status");
        assertThat(TestFiles.rows(file)).hasSize(3);
    }

    @Test
    void titlesThatFillMostOfTheirFieldsAreStillShorterThanTheTable() {
        TicketFile file =
                files.open("Desk,Acme,north,2016\nid,created,status,subject,agent,team\n1,2016-01-01,open,a,b,c\n"
                        + "2,2016-01-02,open,a,b,c\n".repeat(10));

        assertThat(file.columns()).startsWith("id", "created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "\"sep=;\"", "SEP=;"})
    void theLineForSpreadsheetsNamesTheSeparator(String line) {
        TicketFile file = files.open(line + "\r\nid;subject\r\n1;a,b\r\n2;c,d\r\n");

        assertThat(file.columns()).containsExactly("id", "subject");
        assertThat(TestFiles.cells(file)).containsExactly(List.of("1", "a,b"), List.of("2", "c,d"));
    }

    @Test
    void aFirstRowLikeTheOthersIsNoHeader() {
        TicketFile file = files.open(
                "INC0001,2016-01-01 08:00,open,12,ann@example.com\nINC0002,2016-01-02 09:00,closed,3,bob@example.com\nINC0003,2016-01-03 10:00,open,4,cy@example.com\n");

        assertThat(file.columns()).containsExactly("Column 1", "Column 2", "Column 3", "Column 4", "Column 5");
        assertThat(TestFiles.rows(file)).hasSize(3);
        assertThat(file.warnings()).singleElement().asString().contains("no header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,subject\na,b\nc,d\n",
                "2015,2016\nx,y\nz,w\n",
                "Ticket,Q1 2016,Comment\n1,20,good\n2,30,bad\n",
                "id,created\n1,2016-01-01\n"
            })
    void aHeaderIsAHeader(String text) {
        assertThat(files.open(text).columns()).doesNotContain("Column 1");
    }

    @Test
    void backslashesBeforeQuotesAreUnderstoodWhereTheyMakeTheRowsRegular() {
        TicketFile file =
                files.open("id,subject,status\n1,\"he said \\\"hi, you\\\", twice\",open\n2,\"a\\\\b\",closed\n");

        assertThat(TestFiles.cells(file))
                .containsExactly(List.of("1", "he said \"hi, you\", twice", "open"), List.of("2", "a\\b", "closed"));
    }

    @Test
    void backslashesAreUnderstoodAlsoWhereTheRowsAreRegularEitherWay() {
        TicketFile file = files.open("id,subject\n1,\"a \\\"b\\\" c\"\n2,\"d\"\n");

        assertThat(TestFiles.rows(file)).extracting(row -> row.cell(1)).containsExactly("a \"b\" c", "d");
    }

    @Test
    void aPathThatEndsInABackslashIsNoEscape() {
        TicketFile file = files.open("id,path,status\n1,\"C:\\temp\\\",open\n2,\"D:\\\",closed\n");

        assertThat(TestFiles.cells(file))
                .containsExactly(List.of("1", "C:\\temp\\", "open"), List.of("2", "D:\\", "closed"));
    }

    @Test
    void quotesInsideFieldsAreKept() {
        TicketFile file =
                files.open("id,subject,status\n1,a 5\" screen,open\n2,\"a \"\"b\"\" c\",open\n3,\"x\"y,open\n");

        assertThat(TestFiles.rows(file))
                .extracting(row -> row.cell(1))
                .containsExactly("a 5\" screen", "a \"b\" c", "xy");
    }

    @Test
    void quotesBetweenTabsMayBeLettersLikeOthers() {
        TicketFile file =
                files.open("id\tsubject\tstatus\n1\t\"left\" is right\topen\n2\t\"never closed\topen\n3\tx\tclosed\n");

        assertThat(TestFiles.rows(file))
                .extracting(row -> row.cell(1))
                .containsExactly("\"left\" is right", "\"never closed", "x");
    }

    @Test
    void spacesMayStandBeforeQuotes() {
        TicketFile file = files.open("id, subject, status\n1, \"a, b\", open\n2, \"c\", open\n3, d, closed\n");

        assertThat(TestFiles.rows(file)).extracting(row -> row.cell(1)).containsExactly("a, b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=\"", "sep=x", "sep=", "sep=;;"})
    void otherLinesNameNoSeparator(String line) {
        assertThat(files.open(line + "\nid;subject\n1;a\n2;b\n3;c\n").columns()).contains("subject");
    }

    @Test
    void nulBytesAreDropped() {
        TicketFile file = files.open("id,sub\0ject\n1,a\0b\n2,c\n" + "3,plain text of some length\n".repeat(20));

        assertThat(file.columns()).containsExactly("id", "subject");
        assertThat(TestFiles.rows(file).get(0).cell(1)).isEqualTo("ab");
    }

    @Test
    void oneColumnIsEnough() {
        TicketFile file = files.open("Subject\nhello\nworld\n");

        assertThat(file.columns()).containsExactly("Subject");
        assertThat(TestFiles.rows(file)).hasSize(2);
    }

    @Test
    void separatorsAtTheEndMakeAnEmptyColumn() {
        TicketFile file = files.open("id,status,\n1,open,\n2,closed,\n");

        assertThat(file.columns()).containsExactly("id", "status", "Column 3");
        assertThat(TestFiles.rows(file)).extracting(row -> row.cell(1)).containsExactly("open", "closed");
    }

    @Test
    void aQuoteThatIsNeverClosedNamesItsPlace() {
        TicketFile file = files.open("id,subject\n1,a\n2,\"never closed\n3,c\n");

        assertThatThrownBy(() -> TestFiles.rows(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void limitsSayWhichSettingRaisesThem() {
        FileLimits usual = FileLimits.usual();
        TestFiles few =
                new TestFiles(directory, new FileLimits(usual.uploadSize(), DataSize.ofMegabytes(1), 10, 3, 20, 50));

        assertThatThrownBy(() -> few.open("a,b,c,d\n1,2,3,4\n")).hasMessageContaining("supportgenius.import.columns");
        assertThatThrownBy(() -> few.open("x".repeat(30) + ",b\n1,2\n"))
                .hasMessageContaining("supportgenius.import.column-name");
        assertThatThrownBy(() -> TestFiles.rows(few.open("a,b\n1," + "y".repeat(100) + "\n")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><table><tr><td>id</td></tr></table></html>", "<?xml version=\"1.0\"?><tickets/>"})
    void pagesThatAreNamedAsSpreadsheetsAreRefused(String text) {
        assertThatThrownBy(() -> files.open(text)).hasMessageContaining("web page or XML");
    }
}
