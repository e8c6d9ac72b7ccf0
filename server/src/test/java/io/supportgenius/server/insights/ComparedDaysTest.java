package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.insights.ComparedDays.Days;
import io.supportgenius.server.insights.ComparedDays.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets from 1 to 31 October 2015, so the last finished day is the 30th; today is long after. */
class ComparedDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Horizon LONG = Horizon.of(LocalDate.of(2010, 1, 1), LocalDate.of(2019, 1, 1), TODAY);
    private static final Horizon OCTOBER = Horizon.of(LocalDate.of(2015, 10, 1), LocalDate.of(2015, 10, 31), TODAY);

    @Test
    void finishedDaysAreComparedWithAsManyRightBefore() {
        ComparedDays compared = of("2015-10-12", "2015-10-18");

        assertThat(compared.current()).isEqualTo(days("2015-10-12", "2015-10-18"));
        assertThat(compared.previous()).isEqualTo(days("2015-10-05", "2015-10-11"));
        assertThat(compared.unfinished()).isNull();
        assertThat(compared.reason()).isNull();
    }

    @Test
    void aDayThatIsNotFinishedIsCutFromBothSides() {
        ComparedDays compared = of("2015-10-25", "2015-10-31");

        assertThat(compared.current()).isEqualTo(days("2015-10-25", "2015-10-30"));
        assertThat(compared.previous()).isEqualTo(days("2015-10-19", "2015-10-24"));
        assertThat(compared.unfinished()).isEqualTo(days("2015-10-31", "2015-10-31"));
    }

    @Test
    void todayIsNotFinishedEvenWhereEventsLieInTheFuture() {
        Horizon horizon = Horizon.of(LocalDate.of(2015, 10, 1), LocalDate.of(2099, 1, 1), LocalDate.of(2015, 10, 20));

        ComparedDays compared =
                ComparedDays.of(LocalDate.of(2015, 10, 16), LocalDate.of(2015, 10, 20), Baseline.PREVIOUS, horizon);

        assertThat(compared.current()).isEqualTo(days("2015-10-16", "2015-10-19"));
        assertThat(compared.previous()).isEqualTo(days("2015-10-12", "2015-10-15"));
    }

    @Test
    void anOpenEndIsTheLastFinishedDay() {
        ComparedDays compared = of("2015-10-21", null);

        assertThat(compared.current()).isEqualTo(days("2015-10-21", "2015-10-30"));
        assertThat(compared.previous()).isEqualTo(days("2015-10-11", "2015-10-20"));
        assertThat(compared.unfinished()).isNull();
    }

    @Test
    void theDaysBeforeMustNotBeginBeforeTheFirstTicket() {
        assertThat(of("2015-10-08", "2015-10-14").reason()).isNull(); // 1 to 7 October
        assertThat(of("2015-10-07", "2015-10-13").reason())
                .isEqualTo(
                        "The days right before, from 30 September 2015 to 6 October 2015, begin before the first ticket"
                                + " of all, of 1 October 2015.");
    }

    @Test
    void aRangeWithoutAFinishedDayIsNotCompared() {
        assertThat(of("2015-10-31", "2015-10-31").reason())
                .contains("No day of the range is finished", "30 October 2015");
        assertThat(of("2015-11-05", "2015-11-06").unfinished()).isEqualTo(days("2015-11-05", "2015-11-06"));
    }

    @Test
    void withoutAFirstDayOrWithoutTicketsThereIsNothingBefore() {
        assertThat(of(null, null).reason()).isNotNull();
        assertThat(of(null, "2015-10-10").reason()).contains("no first day");
        assertThat(ComparedDays.of(TODAY, TODAY, Baseline.PREVIOUS, Horizon.of(null, null, TODAY))
                        .reason())
                .contains("creation time");
    }

    /** Of a long history, read off the calendar; 2016 has a 29 February. */
    @ParameterizedTest
    @CsvSource({
        "2015-10-12, 2015-10-18, 2014-10-12, 2014-10-18",
        "2017-02-01, 2017-03-31, 2016-02-01, 2016-03-31", // 59 days with 60
        "2016-02-01, 2016-02-29, 2015-02-01, 2015-02-28", // 29 days with 28
        "2016-02-29, 2016-03-01, 2015-03-01, 2015-03-01", // 2 days with 1
        "2016-12-28, 2017-01-03, 2015-12-28, 2016-01-03"
    })
    void aYearAgoMeansTheSameDates(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        ComparedDays compared = ComparedDays.of(from, to, Baseline.YEAR, LONG);

        assertThat(compared.current()).isEqualTo(new Days(from, to));
        assertThat(compared.previous()).isEqualTo(new Days(first, last));
    }

    @Test
    void aLeapDayAloneHasNoYearAgo() {
        LocalDate leap = LocalDate.of(2016, 2, 29);

        assertThat(ComparedDays.of(leap, leap, Baseline.YEAR, LONG).reason()).contains("29 February");
        assertThat(ComparedDays.of(leap.minusDays(1), leap.plusDays(1), Baseline.YEAR, LONG)
                        .before(new Days(leap, leap)))
                .isNull();
    }

    @Test
    void theSameDaysAYearAgoMustNotBeginBeforeTheFirstTicket() {
        assertThat(ComparedDays.of(day("2015-10-12"), day("2015-10-12"), Baseline.YEAR, OCTOBER)
                        .reason())
                .isEqualTo("The same days a year ago, 12 October 2014, lie before the first ticket of all, of 1 October"
                        + " 2015.");
    }

    @Test
    void nothingIsComparedWhereNothingWasAskedFor() {
        ComparedDays compared = ComparedDays.of(day("2015-10-12"), day("2015-10-18"), Baseline.NONE, OCTOBER);

        assertThat(compared.current()).isNull();
        assertThat(compared.reason()).contains("asked for");
    }

    /** For every range of up to 40 days of two years, half of which reach beyond the last finished day. */
    @Test
    void bothSidesAreAsLongApartAndFinished() {
        LocalDate begin = LocalDate.of(2015, 6, 1);
        Horizon horizon = Horizon.of(LocalDate.of(2010, 1, 1), LocalDate.of(2016, 6, 1), LocalDate.of(2016, 6, 10));
        begin.datesUntil(LocalDate.of(2016, 6, 1)).forEach(from -> {
            for (int length = 1; length <= 40; length++) {
                LocalDate to = from.plusDays(length - 1L);
                ComparedDays previous = ComparedDays.of(from, to, Baseline.PREVIOUS, horizon);
                ComparedDays year = ComparedDays.of(from, to, Baseline.YEAR, horizon);
                Days current = previous.current();
                Days before = previous.previous();
                if (current == null || before == null) {
                    continue;
                }
                assertThat(horizon.isFinished(current.last())).isTrue();
                assertThat(length(before)).isEqualTo(length(current));
                assertThat(before.last()).isEqualTo(current.first().minusDays(1));
                assertThat(previous.before(current)).isEqualTo(before);
                assertThat(year.current()).isEqualTo(year.reason() == null ? current : null);
                if (year.previous() != null) {
                    assertThat(Math.abs(length(year.previous()) - length(current)))
                            .isLessThanOrEqualTo(1);
                    assertThat(year.previous().last()).isBefore(current.first());
                }
            }
        });
    }

    private static long length(Days days) {
        return ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    }

    private static ComparedDays of(@Nullable String from, @Nullable String to) {
        return ComparedDays.of(day(from), day(to), Baseline.PREVIOUS, OCTOBER);
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static Days days(String first, String last) {
        return new Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}
