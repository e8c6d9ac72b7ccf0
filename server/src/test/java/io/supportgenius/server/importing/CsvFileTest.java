package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsFound(String separator) throws IOException {
        String text = String.join(separator, "id", "created", "subject") + "\n"
                + String.join(separator, "1", "2015-10-01", "\"a,b;c\td|e\"") + "\n"
                + String.join(separator, "2", "2015-10-01", "\"one\ntwo\"") + "\n";

        CsvFile file = open(text.getBytes(StandardCharsets.UTF_8));

        assertThat(file.columns()).containsExactly("id", "created", "subject");
        assertThat(rows(file)).extracting(row -> row.cell(2)).containsExactly("a,b;c\td|e", "one\ntwo");
    }

    @Test
    void commasInTextsDoNotHideTheSemicolon() throws IOException {
        CsvFile file = open("id;text, long\n1;a, b, c\n2;d\n".getBytes(StandardCharsets.UTF_8));

        assertThat(file.columns()).containsExactly("id", "text, long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWayAndRowsKnowWhereTheyStart(String end) throws IOException {
        String text = String.join(end, "id,subject", "1,\"two", "lines\"", "", "2,x") + end;

        assertThat(rows(open(text.getBytes(StandardCharsets.UTF_8))))
                .extracting(FileRow::line)
                .containsExactly(2L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarksDecideAndAreNotPartOfTheFirstColumn(String charset) throws IOException {
        CsvFile file = open("\uFEFFid,name\n1,Zoë 😀\n".getBytes(Charset.forName(charset)));

        assertThat(file.columns()).containsExactly("id", "name");
        assertThat(rows(file)).extracting(row -> row.cell(1)).containsExactly("Zoë 😀");
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void aLateByteThatIsNotUtf8IsNoticed() throws IOException {
        String text = "id,name\n" + "1,plain\n".repeat(20_000) + "2,Zoë\n";

        CsvFile file = open(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows(file).get(20_000).cell(1)).isEqualTo("Zoë");
        assertThat(file.warnings()).singleElement().asString().contains("Windows-1252");
    }

    @Test
    void charactersAcrossBlocksStayUtf8() throws IOException {
        String text = "id,name\n" + "1,ä\n".repeat(100_000);

        CsvFile file = open(text.getBytes(StandardCharsets.UTF_8));

        assertThat(file.warnings()).isEmpty();
        assertThat(rows(file)).hasSize(100_000).allMatch(row -> row.cell(1).equals("ä"));
    }

    @Test
    void everyColumnGetsANameOfItsOwn() throws IOException {
        assertThat(open("id,Comment,,comment\n1,a,b,c\n".getBytes(StandardCharsets.UTF_8))
                        .columns())
                .containsExactly("id", "Comment", "Column 3", "comment (2)");
    }

    @Test
    void aHeaderLongerThanASampleIsRefused() {
        assertThatThrownBy(() -> open("x".repeat(200_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004 workbook", "{\"tickets\": []}", "[{\"id\": 1}]"})
    void otherFormatsAreNamed(String start) {
        assertThatThrownBy(() -> open(start.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("CSV");
    }

    private CsvFile open(byte[] bytes) throws IOException {
        return CsvFile.open(Files.write(directory.resolve("file.csv"), bytes), "file.csv");
    }

    private static List<FileRow> rows(CsvFile file) {
        List<FileRow> rows = new ArrayList<>();
        file.forEachRow(rows::add);
        return rows;
    }
}
