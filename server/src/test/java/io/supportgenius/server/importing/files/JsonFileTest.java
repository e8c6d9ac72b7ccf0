package io.supportgenius.server.importing.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {
    @TempDir
    private Path directory;

    private TestFiles files = new TestFiles(Path.of(""));

    @BeforeEach
    void useTheDirectory() {
        files = new TestFiles(directory);
    }

    /** The containers that helpdesks' interfaces and exports are known to use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]",
                "{\"id\":1,\"s\":\"a\"}\n{\"id\":2,\"s\":\"b\"}\n",
                "{\"id\":1,\"s\":\"a\"}{\"id\":2,\"s\":\"b\"}",
                "{\"ticket\":{\"id\":1,\"s\":\"a\"}}\r\n{\"ticket\":{\"id\":2,\"s\":\"b\"}}\r\n",
                "{\"tickets\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}],\"count\":2,\"next_page\":null}",
                "{\"result\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]}",
                "{\"users\":[{\"id\":9,\"x\":1}],\"tickets\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]}",
                "{\"type\":\"conversation.list\",\"pages\":{\"page\":1},\"conversations\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]}",
                "{\"_embedded\":{\"conversations\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]},\"page\":{\"size\":2}}",
                "{\"export\":\"x\",\"Vorgaenge\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]}",
                "{\"tickets\":[{\"id\":1,\"s\":\"a\"}]}\n{\"tickets\":[{\"id\":2,\"s\":\"b\"}]}",
                "{\"id\":\"export-9\",\"created_at\":\"2016-01-01\",\"tickets\":[{\"id\":1,\"s\":\"a\"},{\"id\":2,\"s\":\"b\"}]}",
                "[{\"tickets\":[{\"id\":1,\"s\":\"a\"}]},{\"tickets\":[{\"id\":2,\"s\":\"b\"}]}]",
                "\uFEFF [ {\"id\":1,\"s\":\"a\"} , {\"id\":2,\"s\":\"b\"} ] "
            })
    void ticketsAreFoundInAnyContainer(String text) {
        TicketFile file = files.open(text);

        assertThat(file.columns()).containsExactly("id", "s");
        assertThat(TestFiles.cells(file)).containsExactly(List.of("1", "a"), List.of("2", "b"));
    }

    @Test
    void listsWithinTicketsAreNotTheTickets() {
        TicketFile file = files.open(
                "{\"id\":1,\"comments\":[{\"body\":\"a\",\"by\":\"x\"},{\"body\":\"b\",\"by\":\"y\"}]}\n{\"id\":2,\"comments\":[]}\n");

        assertThat(TestFiles.rows(file)).hasSize(2);
        assertThat(first(file)).containsEntry("comments.body", "a, b").containsEntry("comments.by", "x, y");
    }

    @Test
    void anObjectThatHoldsAllTicketsInAnUnknownPlaceDoesNotFillTheMemory() {
        String text = "{\"id\":1,\"all\":[" + "{\"x\":\"a\"},".repeat(1_500_000) + "{}]}";

        assertThatThrownBy(() -> files.open(text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("too large for a ticket");
    }

    @Test
    void emptyListsWithoutEndDoNotFillTheMemory() {
        String text = "{\"id\":1,\"all\":[" + "[],".repeat(4_000_000) + "[]]}";

        assertThatThrownBy(() -> files.open(text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("too large for a ticket");
    }

    @Test
    void whatIsNestedBecomesColumns() {
        Map<String, String> row = first(files.open("""
                [{"id": 9007199254740993, "amount": 1.10, "open": true, "none": null,
                  "requester": {"name": "Ann", "tags": ["a", "b"]},
                  "metric_set": {"reply_time_in_minutes": {"calendar": 5, "business": null}},
                  "custom_fields": [{"id": 27642, "value": "745"}, {"id": 27643, "value": null}],
                  "customFields": [{"id": 5, "name": "Plan", "value": "gold"}],
                  "assigned_to": {"link": "https://desk.example/sys_user/1", "value": "1"},
                  "company": {"display_value": "Acme", "value": "c1"},
                  "_id": {"$oid": "5f1"}, "closed": {"$date": {"$numberLong": "1457172000000"}},
                  "empty": {}, "list": []}]
                """));

        assertThat(row)
                .containsEntry("id", "9007199254740993")
                .containsEntry("amount", "1.10")
                .containsEntry("open", "true")
                .containsEntry("none", "")
                .containsEntry("requester.name", "Ann")
                .containsEntry("requester.tags", "a, b")
                .containsEntry("metric_set.reply_time_in_minutes.calendar", "5")
                .containsEntry("metric_set.reply_time_in_minutes.business", "")
                .containsEntry("custom_fields.27642", "745")
                .containsEntry("custom_fields.27643", "")
                .containsEntry("customFields.Plan", "gold")
                .containsEntry("assigned_to", "1")
                .containsEntry("company", "Acme")
                .containsEntry("_id", "5f1")
                .containsEntry("closed", "1457172000000")
                .containsEntry("empty", "")
                .containsEntry("list", "");
    }

    @Test
    void columnsAreTheKeysOfAllTicketsInOrderOfAppearance() {
        TicketFile file = files.open("[{\"b\":1},{\"a\":2,\"b\":3},{\"c\":4}]");

        assertThat(file.columns()).containsExactly("b", "a", "c");
        assertThat(TestFiles.cells(file))
                .containsExactly(List.of("1", "", ""), List.of("3", "2", ""), List.of("", "", "4"));
    }

    @Test
    void rowsKnowTheirLines() {
        assertThat(TestFiles.rows(files.open("[\n{\"id\":1},\n\n{\"id\":\n2}\n]")))
                .extracting(FileRow::line)
                .containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},\n{\"id\":2,\"subject\":\"cut o",
                "{\"tickets\":[{\"id\":1},\n{\"id\":2}",
                "{\"id\":1}\n{\"id\":2,}}\n",
                "[{\"id\":1},\n{\"id\" 2}]"
            })
    void whatIsBrokenNamesItsPlace(String text) {
        assertThatThrownBy(() -> files.open(text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"tickets\":[]}", "[[1,2],[3,4]]"})
    void whatHoldsNoTicketsSaysSo(String text) {
        assertThatThrownBy(() -> TestFiles.rows(files.open(text)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("ticket");
    }

    @Test
    void charactersThatADatabaseCannotKeepAreReplaced() {
        assertThat(first(files.open("[{\"id\":1,\"s\":\"a\\u0000b \\ud800 \\ud83d\\ude00\"}]")))
                .containsEntry("s", "ab \uFFFD 😀");
    }

    @Test
    void aHeaderInBracketsIsNoJson() {
        assertThat(files.open("[id],[subject]\n1,a\n").columns()).containsExactly("[id]", "[subject]");
    }

    private static Map<String, String> first(TicketFile file) {
        FileRow row = TestFiles.rows(file).get(0);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < file.columns().size(); i++) {
            values.put(file.columns().get(i), row.cells()[i]);
        }
        return values;
    }
}
