package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.insights.ComparedDays.Days;
import io.supportgenius.server.insights.ComparedDays.Horizon;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tickets from 1 to 31 October 2015, so the last finished day is the 30th; today is long after. */
class ComparedDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
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

        ComparedDays compared = ComparedDays.of(LocalDate.of(2015, 10, 16), LocalDate.of(2015, 10, 20), horizon);

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
        assertThat(ComparedDays.of(TODAY, TODAY, Horizon.of(null, null, TODAY)).reason())
                .contains("creation time");
    }

    private static ComparedDays of(@Nullable String from, @Nullable String to) {
        return ComparedDays.of(day(from), day(to), OCTOBER);
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static Days days(String first, String last) {
        return new Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}
