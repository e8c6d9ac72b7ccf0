package io.supportgenius.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Finds the planted rhythm and durations in generated tickets by plain arithmetic that knows nothing of the generator: once in sets of the size
 * that is shown, over 20 seeds, and once in big sets, where the sizes themselves must come out. Expected sizes are those of
 * docs/demo-data.md.
 */
class PlantedTimesTest {

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#seeds")
    void tuesdayIsTheBusiestDayAndTenTheBusiestHour(long seed) {
        List<Finding> tickets = Finding.all(Samples.SHOWN, seed);

        assertThat(Samples.mostFrequent(tickets, Finding::weekday)).isEqualTo(2);
        assertThat(Samples.mostFrequent(tickets, Finding::hour)).isEqualTo(10);
    }

    /** October 2015 has five Thursdays, Fridays and Saturdays; shares are weight times days over the sum of these. */
    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void ticketsFollowOfficeHours(long seed) {
        List<Finding> tickets = Finding.all(Samples.BIG, seed);

        assertThat(Samples.mostFrequent(tickets, ticket -> ticket.weekday() * 24 + ticket.hour()))
                .isEqualTo(2 * 24 + 10);
        double[] shares = {0.1772, 0.2739, 0.1772, 0.1812, 0.1410, 0.0302, 0.0193};
        for (int day = 1; day <= 7; day++) {
            int weekday = day;
            assertThat(Samples.share(tickets, ticket -> ticket.weekday() == weekday))
                    .isCloseTo(shares[day - 1], within(0.01));
        }
        assertThat(Samples.share(tickets, ticket -> ticket.hour() == 10)).isCloseTo(0.15, within(0.01));
        assertThat(Samples.share(tickets, Finding::night)).isCloseTo(0.10, within(0.01));
        // Sum of the weights of 8 to 18 o'clock over the sum of all: 366 / 480.
        assertThat(Samples.share(tickets, ticket -> ticket.hour() >= 8 && ticket.hour() < 18))
                .isCloseTo(0.7625, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#seeds")
    void ticketsOfTheNightWaitLonger(long seed) {
        List<Finding> replied = Samples.replied(Finding.all(Samples.SHOWN, seed));

        Difference difference = Difference.of(replied, Finding::night, ticket -> Math.log(ticket.replyHours()));
        assertThat(difference.standardErrors()).isGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void theNightShiftTakesThreeTimesAsLong(long seed) {
        List<Finding> replied = Samples.replied(Finding.all(Samples.BIG, seed));

        double night = Samples.median(replied, Finding::night, Finding::replyHours);
        double day = Samples.median(replied, ticket -> !ticket.night(), Finding::replyHours);
        assertThat(night / day).isCloseTo(3, within(0.2));
        assertThat(day).isCloseTo(1.46, within(0.06));
    }

    /** -0.093 follows from the weights of the hours and the means by day and night, see docs/demo-data.md. */
    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void theLineOverTheHourOfDayIsAlmostFlatAndOnlyTheNightShiftTiltsIt(long seed) {
        List<Finding> replied = Samples.replied(Finding.all(Samples.BIG, seed));

        Line all = Line.through(replied, Finding::timeOfDay, Finding::replyHours);
        assertThat(all.slope()).isCloseTo(-0.093, within(0.02));
        assertThat(all.rSquared()).isBetween(0.008, 0.022);
        List<Finding> day = replied.stream().filter(ticket -> !ticket.night()).toList();
        Line byDay = Line.through(day, Finding::timeOfDay, Finding::replyHours);
        assertThat(byDay.slope()).isCloseTo(0, within(4 * byDay.standardError()));
        assertThat(byDay.rSquared()).isLessThan(0.001);
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#seeds")
    void eachReplyMakesTheResolutionLonger(long seed) {
        Line line = Line.through(
                Samples.solved(Finding.all(Samples.SHOWN, seed)), Finding::touches, Finding::resolutionHours);

        assertThat(line.slope() / line.standardError()).isGreaterThan(3.5);
        assertThat(line.slope()).isCloseTo(6, within(4 * line.standardError()));
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void eachReplyAddsSixHours(long seed) {
        Line line = Line.through(
                Samples.solved(Finding.all(Samples.BIG, seed)), Finding::touches, Finding::resolutionHours);

        // A little less than 6: what is still open at the export, a bit more often with many replies, is missing.
        assertThat(line.slope()).isCloseTo(5.9, within(0.4));
    }

    @ParameterizedTest
    @MethodSource("io.supportgenius.server.demo.Samples#bigSeeds")
    void theEndOfTheMonthDoesNotSqueezeTheTimes(long seed) {
        List<Finding> tickets = Finding.all(Samples.BIG, seed);

        double firstWeek = Samples.median(Samples.replied(tickets), ticket -> ticket.day() <= 7, Finding::replyHours);
        double lastWeek = Samples.median(Samples.replied(tickets), ticket -> ticket.day() > 24, Finding::replyHours);
        assertThat(lastWeek / firstWeek).isCloseTo(1, within(0.06));
        assertThat(Samples.share(tickets, Finding::unsolved)).isBetween(0.07, 0.09);
        assertThat(tickets.stream()
                        .filter(ticket -> ticket.day() <= 7)
                        .filter(Finding::unsolved)
                        .count())
                .isLessThan(tickets.stream()
                        .filter(ticket -> ticket.day() > 24)
                        .filter(Finding::unsolved)
                        .count());
    }
}
