package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.insights.Overview.Reading;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewMeasureTest {

    /**
     * Intervals of the difference by the formula of Newcombe's method 10 in Python, z = 1.959963984540054. It gives 0.0524 to 0.3339 for
     * 56 of 70 against 48 of 80, as Newcombe 1998 prints in table II (a). 100 to 119 of 200: -0.0025 to 0.1900; 100 to 120 of 200: 0.0026
     * to 0.1948; 6 to 9 of 30: -0.118 to 0.307; 6 to 24 of 30: 0.355 to 0.748.
     */
    @ParameterizedTest
    @CsvSource({
        "48,80,56,70,false",
        "56,70,48,80,true",
        "100,200,119,200,",
        "119,200,100,200,",
        "100,200,120,200,false",
        "120,200,100,200,true",
        "6,30,9,30,",
        "6,30,24,30,false"
    })
    void aShareIsJudgedOnlyWhereItChangedByMoreThanChance(
            long before, long ofBefore, long after, long ofAfter, @Nullable Boolean better) {
        Overview.Change change = OverviewMeasure.NEGATIVE_SHARE.change(share(before, ofBefore), share(after, ofAfter));

        assertThat(change.better()).isEqualTo(better);
        assertThat(change.beyondChance()).isEqualTo(better != null);
        assertThat(change.direction()).isEqualTo((double) after / ofAfter > (double) before / ofBefore ? "up" : "down");
    }

    @Test
    void aMedianIsJudgedOnlyWhereTheIntervalsOfBothHaveNothingInCommon() {
        Reading before = median(4, 3, 5);

        assertThat(OverviewMeasure.FIRST_REPLY_TIME.change(before, median(6, 5.1, 7)))
                .isEqualTo(new Overview.Change(true, "up", 2.0, 0.5, false, true));
        assertThat(OverviewMeasure.FIRST_REPLY_TIME.change(before, median(2, 1, 2.9)))
                .isEqualTo(new Overview.Change(true, "down", -2.0, -0.5, true, true));
        assertThat(OverviewMeasure.FIRST_REPLY_TIME.change(before, median(6, 5, 7)))
                .isEqualTo(new Overview.Change(true, "up", 2.0, 0.5, null, false));
    }

    @Test
    void aCountIsWhatItIsHoweverSmall() {
        assertThat(OverviewMeasure.CREATED.change(count(10), count(300)))
                .isEqualTo(new Overview.Change(true, "up", 290.0, 29.0, null, null));
        assertThat(OverviewMeasure.BACKLOG.change(count(0), count(200)))
                .isEqualTo(new Overview.Change(true, "up", 200.0, null, false, null));
        assertThat(OverviewMeasure.SOLVED.change(count(3), count(4)).better()).isTrue();
    }

    private static Reading count(long tickets) {
        return new Reading(tickets, null, null, null, tickets, tickets);
    }

    private static Reading median(double hours, double low, double high) {
        return new Reading(hours, null, low, high, 100, 100);
    }

    private static Reading share(long part, long whole) {
        Interval wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) whole, (int) part, 0.05);
        return new Reading((double) part / whole, null, wilson.getLowerBound(), wilson.getUpperBound(), whole, part);
    }
}
