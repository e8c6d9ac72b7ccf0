package io.supportgenius.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Finds the planted groups in generated tickets by plain arithmetic that knows nothing of the generator: once in sets of the size
 * that is shown, over 20 seeds, and once in big sets, where the sizes themselves must come out. Expected sizes are those of
 * docs/demo-data.md.
 */
class PlantedGroupsTest {

    private static final Predicate<Finding> STRUGGLING =
            ticket -> ticket.pilot() && ticket.industry().equals("transportation");

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#seeds")
    void pilotCustomersInTransportationAreUnhappyAndWait(long seed) {
        List<Finding> tickets = Finding.all(Samples.SHOWN, seed);

        Difference mood = Difference.of(tickets, STRUGGLING, ticket -> ticket.mood() == Mood.NEGATIVE ? 1 : 0);
        assertThat(mood.value()).isGreaterThan(0.25);
        assertThat(mood.standardErrors()).isGreaterThan(4);
        Difference work =
                Difference.of(Samples.solved(tickets), STRUGGLING, ticket -> Math.log(ticket.resolutionHours()));
        assertThat(work.standardErrors()).isGreaterThan(4);
        assertThat(Samples.share(tickets, STRUGGLING)).isBetween(0.06, 0.14);
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void pilotCustomersInTransportationAreStrugglingByThePlantedSizes(long seed) {
        List<Finding> tickets = Finding.all(Samples.BIG, seed);

        assertThat(negative(tickets, STRUGGLING)).isCloseTo(0.72, within(0.03));
        double slow = Samples.median(Samples.solved(tickets), STRUGGLING, PlantedGroupsTest::workHours);
        double usual = Samples.median(Samples.solved(tickets), STRUGGLING.negate(), PlantedGroupsTest::workHours);
        assertThat(slow / usual).isCloseTo(3.5, within(0.25));
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void neitherTransportationNorPilotAloneIsStruggling(long seed) {
        List<Finding> tickets = Finding.all(Samples.BIG, seed);

        assertThat(negative(
                        tickets, ticket -> !ticket.pilot() && ticket.industry().equals("transportation")))
                .isCloseTo(0.30, within(0.03));
        assertThat(negative(
                        tickets, ticket -> ticket.pilot() && !ticket.industry().equals("transportation")))
                .isCloseTo(0.30, within(0.03));
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#seeds")
    void lookAlikesShareOneProfile(long seed) {
        Map<CompanyRole, List<Client>> groups = new HashMap<>();
        for (Client client : Population.of(Samples.SHOWN, seed).clients()) {
            groups.computeIfAbsent(client.role(), role -> new ArrayList<>()).add(client);
        }
        Map<CompanyRole, Integer> sizes = Map.of(
                CompanyRole.LOOK_ALIKE_MEDIA, 3,
                CompanyRole.LOOK_ALIKE_ENERGY, 3,
                CompanyRole.LOOK_ALIKE_TECHNOLOGY, 2);
        sizes.forEach((role, size) -> {
            List<Client> group = Objects.requireNonNull(groups.get(role));
            assertThat(group).hasSize(size);
            assertThat(group.stream().map(client -> client.company().profile()).distinct())
                    .hasSize(1);
            assertThat(group.stream().map(client -> client.company().timeZone()).distinct())
                    .hasSize(1);
            assertThat(group.stream().map(Client::seats).distinct()).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void lookAlikesBehaveAsPlanted(long seed) {
        List<Finding> tickets = Finding.all(Samples.BIG, seed);
        Map<String, CompanyRole> roles = new HashMap<>();
        Population.of(Samples.BIG, seed)
                .clients()
                .forEach(client -> roles.put(client.company().name(), client.role()));
        Predicate<Finding> media = ticket -> roles.get(ticket.company()) == CompanyRole.LOOK_ALIKE_MEDIA;
        Predicate<Finding> energy = ticket -> roles.get(ticket.company()) == CompanyRole.LOOK_ALIKE_ENERGY;
        Predicate<Finding> technology = ticket -> roles.get(ticket.company()) == CompanyRole.LOOK_ALIKE_TECHNOLOGY;
        Predicate<Finding> ordinary = ticket -> roles.get(ticket.company()) == CompanyRole.ORDINARY;

        assertThat(negative(tickets, media)).isCloseTo(0.12, within(0.02));
        // 1 + mean of the further replies; of solved tickets with a reply.
        assertThat(meanTouches(tickets, media)).isCloseTo(1.8, within(0.06));
        assertThat(meanTouches(tickets, energy)).isCloseTo(3.8, within(0.08));
        assertThat(meanTouches(tickets, ordinary)).isCloseTo(2.6, within(0.05));
        List<Finding> byDay = Samples.replied(tickets).stream()
                .filter(ticket -> !ticket.night())
                .toList();
        assertThat(Samples.median(byDay, technology, Finding::replyHours)
                        / Samples.median(byDay, ordinary, Finding::replyHours))
                .isCloseTo(0.5, within(0.05));
    }

    /** Critical values at 5 %: chi-square with 6 degrees of freedom 12.59 (scipy 1.10.1, chi2.ppf(.95, 6)). */
    @Test
    void theChannelTellsNothingAboutMoodOrDurations() {
        int falseMoods = 0;
        int falseDurations = 0;
        for (long seed = 1; seed <= 20; seed++) {
            List<Finding> tickets = Finding.all(Samples.SHOWN, seed);
            falseMoods += Samples.chiSquare(
                                    tickets,
                                    Finding::channel,
                                    ticket -> ticket.mood().name())
                            > 12.59
                    ? 1
                    : 0;
            Difference email = Difference.of(
                    Samples.solved(tickets),
                    ticket -> ticket.channel().equals("Email"),
                    ticket -> Math.log(ticket.resolutionHours()));
            falseDurations += Math.abs(email.standardErrors()) > 1.96 ? 1 : 0;
        }
        // Of 20 tests at 5 % more than 4 are positive by chance in 0.3 % of all cases (binomial).
        assertThat(falseMoods).isLessThanOrEqualTo(4);
        assertThat(falseDurations).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void ratingsFollowTheMood(long seed) {
        Map<Mood, Double> good = DemoCompany.tickets(Samples.BIG, seed)
                .filter(ticket -> ticket.draft().effort().satisfied() != null)
                .collect(Collectors.groupingBy(
                        DemoTicket::mood,
                        Collectors.averagingDouble(ticket ->
                                Boolean.TRUE.equals(ticket.draft().effort().satisfied()) ? 1 : 0)));

        assertThat(good.get(Mood.NEGATIVE)).isCloseTo(0.40, within(0.03));
        assertThat(good.get(Mood.NEUTRAL)).isCloseTo(0.80, within(0.03));
        assertThat(good.get(Mood.POSITIVE)).isCloseTo(0.95, within(0.03));
    }

    /** Resolution after the first reply without the six hours for each reply. */
    private static double workHours(Finding ticket) {
        return ticket.resolutionHours() - ticket.replyHours() - 6 * ticket.touches();
    }

    private static double meanTouches(List<Finding> tickets, Predicate<Finding> part) {
        return Samples.solved(tickets).stream()
                .filter(part)
                .mapToDouble(Finding::touches)
                .average()
                .orElseThrow();
    }

    private static double negative(List<Finding> tickets, Predicate<Finding> part) {
        return Samples.share(tickets.stream().filter(part).toList(), ticket -> ticket.mood() == Mood.NEGATIVE);
    }
}
