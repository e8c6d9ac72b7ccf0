package io.supportgenius.server.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.importing.Reject;
import io.supportgenius.server.importing.RejectedRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row has the columns of its file, however long it is itself. */
class RejectedRowsTest {

    private final Reject reject = new Reject(3, "b", "x", "no number");

    @Test
    void shortRowsAreFilledUpAndFurtherFieldsComeLast() {
        var rows = new RejectedRows(List.of("a", "b"));

        assertThat(rows.header())
                .containsExactly("a", "b", "rejected line", "rejected column", "rejected value", "rejected reason");
        assertThat(rows.row(new RejectedRow(reject, List.of("1")))).containsExactly("1", "", 3L, "b", "x", "no number");
        assertThat(rows.row(new RejectedRow(reject, List.of("1", "x", "y"))))
                .containsExactly("1", "x", 3L, "b", "x", "no number", "y");
    }

    @Test
    void rowsOfOlderImportsSayWhatIsKnownOfThem() {
        var rows = new RejectedRows(List.of());

        assertThat(rows.header()).hasSize(4);
        assertThat(rows.row(new RejectedRow(reject, List.of()))).containsExactly(3L, "b", "x", "no number");
    }
}
