package io.supportgenius.server.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketTimes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCompanyTest {

    private static final Instant BEGIN = Instant.parse("2015-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2015-11-01T00:00:00Z");
    private static final Instant EXPORTED = Instant.parse("2015-11-03T00:00:00Z");

    /** Sizes from the task: 800 tickets, 27 companies in 21 locations, 40 customers, 8 agents. */
    @ParameterizedTest
    @ValueSource(longs = {2015, 1, 2, 3, 4, 5})
    void eightHundredTicketsAreOfThePlannedPopulation(long seed) {
        List<TicketDraft> tickets = DemoCompany.generate(800, seed).toList();

        assertThat(tickets).hasSize(800);
        Set<CompanyDraft> companies = distinct(tickets, TicketDraft::company);
        assertThat(companies).hasSize(27);
        assertThat(values(companies, company -> company.profile().location())).hasSize(21);
        assertThat(values(companies, company -> company.profile().industry()))
                .containsExactlyInAnyOrder(
                        "media", "financial services", "consulting", "transportation", "technology", "energy");
        assertThat(values(companies, company -> company.profile().supportTier()))
                .containsExactlyInAnyOrder("Gold", "Silver", "Bronze");
        assertThat(values(companies, company -> company.profile().pilot())).containsExactlyInAnyOrder(true, false);
        Set<CustomerDraft> customers = distinct(tickets, TicketDraft::requester);
        assertThat(customers)
                .hasSize(40)
                .allSatisfy(customer -> assertThat(customer.jobTitle()).isNotBlank());
        assertThat(values(customers, CustomerDraft::email)).hasSize(40);
        Set<AgentDraft> agents = distinct(tickets, TicketDraft::assignee);
        assertThat(agents).hasSize(8);
        assertThat(values(agents, AgentDraft::tier)).containsExactlyInAnyOrder("Tier 1", "Tier 2", "Tier 3");
        assertThat(values(agents, AgentDraft::group)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {2015, 1, 2, 3, 4, 5})
    void someTicketsAreUnsolvedUnansweredUnassignedOrWithoutCompany(long seed) {
        List<TicketDraft> tickets = DemoCompany.generate(800, seed).toList();

        // 7.5 % are never solved, some more are still open at the export.
        assertThat(count(tickets, ticket -> ticket.times().solved())).isBetween(710L, 755L);
        assertThat(count(tickets, ticket -> ticket.times().firstReply())).isBetween(750L, 790L);
        assertThat(count(tickets, TicketDraft::assignee)).isBetween(760L, 799L);
        // 3 % = 24 expected, and two of the 40 who write in turn.
        assertThat(count(tickets, TicketDraft::company)).isBetween(755L, 790L);
        assertThat(count(tickets, ticket -> ticket.kind().type())).isBetween(730L, 790L);
        assertThat(count(tickets, ticket -> ticket.attributes().get("Product"))).isBetween(730L, 785L);
    }

    @ParameterizedTest
    @ValueSource(longs = {2015, 7})
    void timesFollowEachOtherWithinTheMonthAndUpToTheExport(long seed) {
        List<TicketDraft> tickets = DemoCompany.generate(20_000, seed).toList();

        Instant previous = BEGIN;
        for (TicketDraft ticket : tickets) {
            TicketTimes times = ticket.times();
            Instant created = requireNonNull(times.created());
            assertThat(created).isBetween(previous, END);
            previous = created;
            List<Instant> course = Stream.of(
                            created, times.firstReply(), times.firstSolved(), times.solved(), times.closed())
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(course).isSorted();
            assertThat(times.updated()).isBetween(course.get(course.size() - 1), EXPORTED);
            if (times.firstReply() != null) {
                assertThat(times.firstReply()).isAfter(created);
            }
            if (times.firstReply() != null && times.solved() != null) {
                assertThat(times.solved()).isAfter(times.firstReply());
            }
        }
        assertThat(previous).isBefore(END);
    }

    @Test
    void statusAndTouchesAgreeWithTheTimes() {
        DemoCompany.generate(5000, 3).forEach(ticket -> {
            TicketTimes times = ticket.times();
            String status = requireNonNull(ticket.kind().status());
            int touches = requireNonNull(ticket.effort().touches());
            assertThat(times.firstReply() == null).isEqualTo(touches == 0);
            assertThat(times.solved() != null)
                    .isEqualTo(List.of("solved", "closed").contains(status));
            assertThat(times.closed() != null).isEqualTo(status.equals("closed"));
            assertThat(Objects.equals(times.firstSolved(), times.solved()))
                    .isEqualTo(Objects.equals(ticket.effort().reopens(), 0));
            if (times.solved() == null) {
                assertThat(ticket.effort().satisfied()).isNull();
            }
        });
    }

    @Test
    void addressesBelongToNobody() {
        List<TicketDraft> tickets = DemoCompany.generate(20_000, 2015).toList();

        assertThat(values(distinct(tickets, TicketDraft::company), CompanyDraft::domain))
                .allSatisfy(domain -> assertThat(domain).matches("[a-z0-9-]+\\.example"));
        assertThat(values(distinct(tickets, TicketDraft::requester), CustomerDraft::email))
                .allSatisfy(email ->
                        assertThat(email).matches("[a-z0-9.-]+@([a-z0-9-]+\\.example|example\\.(com|org|net))"));
        assertThat(values(distinct(tickets, TicketDraft::requester), CustomerDraft::phone))
                .allSatisfy(phone -> assertThat(phone).matches("\\+44 1632 960\\d{3}"));
    }

    @Test
    void zonesOfCompaniesAreKnown() {
        assertThat(Place.ALL)
                .hasSize(21)
                .allSatisfy(place -> assertThat(ZoneId.of(place.zone()).getId()).isEqualTo(place.zone()));
    }

    /** docs/demo-data.md: companies grow with the power 0.5 of the tickets, customers 0.6, agents 0.4. */
    @Test
    void aHundredTimesTheTicketsHaveTenTimesTheCompanies() {
        List<TicketDraft> tickets = DemoCompany.generate(80_000, 2015).toList();

        assertThat(distinct(tickets, TicketDraft::company)).hasSize(270);
        // 40 * 100^0.6 = 633.96
        assertThat(distinct(tickets, TicketDraft::requester)).hasSize(634);
        // 8 * 100^0.4 = 50.48
        assertThat(distinct(tickets, TicketDraft::assignee)).hasSize(50);
        assertThat(values(distinct(tickets, TicketDraft::company), CompanyDraft::name))
                .hasSize(270);
    }

    @Test
    void ticketsAreMadeOnlyWhenTheyAreRead() {
        assertThat(DemoCompany.generate(1_000_000, 2015).limit(3).map(TicketDraft::externalId))
                .containsExactly("D-1", "D-2", "D-3");
    }

    @Test
    void noTicketsAreNoTickets() {
        assertThat(DemoCompany.generate(0, 2015)).isEmpty();
        assertThat(DemoCompany.generate(1, 2015)).hasSize(1);
    }

    @Test
    void aNegativeNumberOfTicketsIsRefused() {
        assertThatThrownBy(() -> DemoCompany.generate(-1, 2015)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherSeedGivesOtherTickets() {
        assertThat(digest(1)).isNotEqualTo(digest(2));
    }

    /**
     * The expected digest was taken from this generator; where it changes with good reason, {@link DemoData#EDITION} has to
     * change too, or running installations keep the old tickets.
     */
    @Test
    void theDefaultDemoIsTheSameWhateverTheMachinesZoneAndLanguage() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(DemoData.EDITION).isEqualTo(1);
            assertThat(digest(DemoData.DEFAULT_SEED))
                    .isEqualTo("7c87fdb9e206777f79c569fbe95b28c292dc5d94d894323a1ddcb36e10711c32");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String digest(long seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DemoCompany.generate(DemoData.DEFAULT_TICKETS, seed)
                    .forEach(ticket -> digest.update(content(ticket).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Everything in a ticket as text; maps sorted, as their order differs from run to run. */
    private static String content(TicketDraft ticket) {
        return List.of(
                        ticket.externalId(),
                        String.valueOf(ticket.requester()),
                        String.valueOf(ticket.company()),
                        String.valueOf(ticket.assignee()),
                        ticket.times(),
                        ticket.kind(),
                        ticket.text(),
                        ticket.effort(),
                        ticket.profile(),
                        new TreeMap<>(ticket.attributes()))
                .toString();
    }

    private static <T> long count(List<TicketDraft> tickets, Function<TicketDraft, @Nullable T> part) {
        return tickets.stream().map(part).filter(Objects::nonNull).count();
    }

    private static <T> Set<T> distinct(List<TicketDraft> tickets, Function<TicketDraft, @Nullable T> part) {
        Set<T> parts = new HashSet<>();
        for (TicketDraft ticket : tickets) {
            T value = part.apply(ticket);
            if (value != null) {
                parts.add(value);
            }
        }
        return parts;
    }

    private static <T, V> Set<V> values(Set<T> things, Function<T, @Nullable V> part) {
        return things.stream().map(thing -> requireNonNull(part.apply(thing))).collect(Collectors.toSet());
    }
}
