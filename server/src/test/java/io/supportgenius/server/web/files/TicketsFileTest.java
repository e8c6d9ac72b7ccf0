package io.supportgenius.server.web.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.insights.TicketSelection;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketsFileTest {

    @Test
    void everyAttributeHasAColumnAndTheTextOnlyWhereItIsWanted() {
        assertThat(head(false)).endsWith(",Source metrics,attribute.Plan seats,attribute.Product\r\n");
        assertThat(head(true)).endsWith(",attribute.Product,Text\r\n");
    }

    @Test
    void aFileWithFewerRowsThanAnnouncedIsNotEnded() {
        var file = new TicketsFile(new StringWriter(), false);
        file.begin(3, ZoneId.of("UTC"), List.of());

        assertThat(file.isBegun()).isTrue();
        assertThatThrownBy(file::end).hasMessage("0 of 3 tickets were written");
    }

    @Test
    void namesTellTheDays() {
        assertThat(name(null, null)).isEqualTo("tickets.csv");
        assertThat(name("2015-10-01", null)).isEqualTo("tickets-since-2015-10-01.csv");
        assertThat(name(null, "2015-10-01")).isEqualTo("tickets-until-2015-10-01.csv");
        assertThat(name("2015-10-01", "2015-10-01")).isEqualTo("tickets-2015-10-01.csv");
        assertThat(name("2015-10-01", "2015-10-31")).isEqualTo("tickets-2015-10-01-to-2015-10-31.csv");
    }

    private static String name(@Nullable String from, @Nullable String to) {
        return CsvDownload.fileName(
                "tickets",
                new TicketSelection(
                        from == null ? null : LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to),
                        Map.of(),
                        null));
    }

    private static String head(boolean text) {
        var written = new StringWriter();
        var file = new TicketsFile(written, text);
        file.begin(0, ZoneId.of("UTC"), List.of("Plan seats", "Product"));
        file.end();
        return written.toString();
    }
}
