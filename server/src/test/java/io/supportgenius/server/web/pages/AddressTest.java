package io.supportgenius.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.insights.TicketSelection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final TicketSelection SELECTION = new TicketSelection(
            LocalDate.of(2015, 10, 1), null, Map.of("industry", List.of("media", "")), "printer & co");

    @Test
    void aSelectionBecomesItsParametersInTheOrderOfTheContract() {
        assertThat(Address.of("/tickets", SELECTION))
                .hasToString("/tickets?from=2015-10-01&industry=media&industry=&q=printer+%26+co");
    }

    @Test
    void aMarkReplacesTheFilterOnItsOwnDimension() {
        assertThat(Address.of("/tickets", SELECTION).with("industry", "energy"))
                .hasToString("/tickets?from=2015-10-01&industry=energy&q=printer+%26+co");
    }

    @Test
    void withoutAnyParameterOnlyThePathIsLeft() {
        assertThat(Address.of("/tickets", SELECTION).without("from", "industry", "q"))
                .hasToString("/tickets");
    }

    @Test
    void namesAndValuesCannotBreakOutOfTheirPlace() {
        assertThat(new Address("/tickets", Map.of("attribute.a&b=c", List.of("<\"'>#"))))
                .hasToString("/tickets?attribute.a%26b%3Dc=%3C%22%27%3E%23");
    }
}
