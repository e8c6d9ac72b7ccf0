package io.supportgenius.server.insights;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsAndViewsTest {

    private final TestInsights insights = new TestInsights();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created",
                "-created",
                "-touches",
                "touches",
                "company",
                "-company",
                "firstReplyHours",
                "-status",
                "agent"
            })
    void pagesTogetherHoldEveryTicketOnce(String sort) {
        loadTickets();
        var seen = new ArrayList<Long>();
        String after = "";
        do {
            TicketPage page = insights.tickets("", sort, 7, after);
            assertThat(page.total()).isEqualTo(45);
            page.tickets().forEach(row -> seen.add(row.id()));
            after = page.next() == null ? "" : page.next();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void ticketsWithoutTheValueComeLastInBothDirections() {
        insights.store()
                .load(
                        "desk",
                        ticket("none").draft(),
                        ticket("two").touches(2).draft(),
                        ticket("zero").touches(0).draft());

        assertThat(externalIds("touches")).containsExactly("zero", "two", "none");
        assertThat(externalIds("-touches")).containsExactly("two", "zero", "none");
    }

    @Test
    void aCursorOfAnotherOrderAndUnknownOrdersAreRefused() {
        loadTickets();
        String next = insights.tickets("", "created", 7, "").next();
        String cursor = next == null ? "" : next;

        assertThatThrownBy(() -> insights.tickets("", "-created", 7, cursor))
                .isInstanceOf(InvalidSelectionException.class);
        assertThatThrownBy(() -> insights.tickets("", "created", 7, "%%%"))
                .isInstanceOf(InvalidSelectionException.class);
        assertThatThrownBy(() -> insights.tickets("", "subject", 7, "")).isInstanceOf(InvalidSelectionException.class);
        assertThatThrownBy(() -> insights.tickets("", "created", 1001, ""))
                .isInstanceOf(InvalidSelectionException.class);
    }

    @Test
    void everyCompanyHasItsFiguresAndItsTickets() {
        loadTickets();

        ViewPage page = insights.views().page("company", TicketSelection.ALL, null, "-tickets", 50, null);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows()).extracting(ViewRow::tickets).containsExactly(15L, 15L, 15L);
        for (ViewRow row : page.rows()) {
            assertThat(insights.tickets("company=" + row.label(), "created", 50, "")
                            .total())
                    .isEqualTo(row.tickets());
            assertThat(insights.views().row("company", row.id(), TicketSelection.ALL))
                    .contains(row);
        }
    }

    @Test
    void aNameThatArrivesBetweenTwoPagesMovesNothing() {
        loadTickets();
        TicketPage tickets = insights.tickets("", "company", 20, "");
        ViewPage agents = insights.views().page("agent", TicketSelection.ALL, null, "label", 2, null);

        insights.store()
                .load(
                        "desk",
                        ticket("new")
                                .company("A company before all others")
                                .agent("A new agent")
                                .draft());

        String next = tickets.next() == null ? "" : tickets.next();
        assertThat(insights.tickets("", "company", 20, next).tickets())
                .extracting(TicketRow::id)
                .doesNotContainAnyElementsOf(
                        tickets.tickets().stream().map(TicketRow::id).toList());
        assertThat(insights.views()
                        .page("agent", TicketSelection.ALL, null, "label", 2, agents.next())
                        .rows())
                .extracting(ViewRow::label)
                .containsExactly("Agent 2", "Agent 3");
    }

    @Test
    void aFilterOnTheDimensionItselfGivesWayOnThePageOfOne() {
        loadTickets();
        ViewRow first = insights.views()
                .page("company", TicketSelection.ALL, null, "label", 1, null)
                .rows()
                .get(0);

        assertThat(insights.views().row("company", first.id(), TestInsights.selection("company=Company 2")))
                .contains(first);
    }

    @Test
    void viewsArePagedSearchedAndObeyTheSelection() {
        loadTickets();
        ViewPage first = insights.views().page("agent", TicketSelection.ALL, null, "label", 2, null);
        ViewPage second = insights.views().page("agent", TicketSelection.ALL, null, "label", 2, first.next());

        assertThat(first.rows()).extracting(ViewRow::label).containsExactly("Agent 0", "Agent 1");
        assertThat(second.rows()).extracting(ViewRow::label).containsExactly("Agent 2", "Agent 3");
        assertThat(insights.views()
                        .page("agent", TicketSelection.ALL, "T 4", "label", 2, null)
                        .rows())
                .extracting(ViewRow::label)
                .containsExactly("Agent 4");
        assertThat(insights.views()
                        .page("agent", TestInsights.selection("company=Company 1"), null, "label", 50, null)
                        .rows())
                .extracting(ViewRow::tickets)
                .containsOnly(3L);
    }

    @Test
    void peopleWhoseTicketsWereTakenOverStayVisibleWithoutTickets() {
        insights.store().load("desk", ticket("1").agent("Ann").draft());
        insights.store().load("desk", ticket("1").agent("Bob").draft());

        List<ViewRow> rows = insights.views()
                .page("agent", TicketSelection.ALL, null, "label", 50, null)
                .rows();

        assertThat(rows).extracting(ViewRow::label).containsExactly("Ann", "Bob");
        assertThat(rows).extracting(ViewRow::tickets).containsExactly(0L, 1L);
        assertThat(insights.views().row("agent", 4711, TicketSelection.ALL)).isEmpty();
    }

    @Test
    void theFilterBarOffersValuesWithTheirCountsBesidesTheOwnFilter() {
        loadTickets();

        assertThat(insights.choices().values("company", TestInsights.selection("company=Company 1"), "", 10))
                .containsExactly(
                        new CategoryCount("Company 0", 15),
                        new CategoryCount("Company 1", 15),
                        new CategoryCount("Company 2", 15));
        assertThat(insights.choices().values("company", TicketSelection.ALL, "y 2", 10))
                .containsExactly(new CategoryCount("Company 2", 15));
    }

    private List<String> externalIds(String sort) {
        return insights.tickets("", sort, 10, "").tickets().stream()
                .map(TicketRow::externalId)
                .toList();
    }

    private void loadTickets() {
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < 45; i++) {
            var ticket = ticket("t" + i)
                    .created("2026-01-%02dT10:00:00Z".formatted(1 + i % 9))
                    .company("Company " + i % 3)
                    .agent("Agent " + i % 5)
                    .status(i % 2 == 0 ? "open" : "solved");
            drafts.add(i % 4 == 0 ? ticket.draft() : ticket.touches(i % 4).draft());
        }
        insights.store().load("desk", drafts.toArray(new TicketDraft[0]));
    }
}
