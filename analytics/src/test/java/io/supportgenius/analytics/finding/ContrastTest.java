package io.supportgenius.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected numbers are from scipy 1.17.1, by the calls named beside them. */
class ContrastTest {

    /**
     * chi2_contingency([[20, 10], [100, 400]], correction=True) has the statistic 32.57577134; fisher_exact of the same table gives
     * 1.26389034e-07. The interval is hypot of the distances to binomtest(20, 30) and (100, 500).proportion_ci(method="wilson").
     */
    @Test
    void sharesAreComparedAsReferenceImplementationsDo() {
        Contrast contrast = Contrast.of(Measure.NEGATIVE_SHARE, shares(30, 20), shares(500, 100));

        assertThat(contrast.effect()).isCloseTo(20 / 30.0 - 0.2, within(1e-12));
        assertThat(contrast.low()).isCloseTo(0.2839549345, within(1e-9));
        assertThat(contrast.high()).isCloseTo(0.6114397125, within(1e-9));
        assertThat(contrast.strength() * contrast.strength()).isCloseTo(32.57577134, within(1e-7));
        assertThat(contrast.pValue()).isCloseTo(1.263890338e-07, within(1e-14));
        assertThat(contrast.large()).isTrue();
    }

    @Test
    void sharesThatCannotDifferHaveProbabilityOne() {
        assertThat(Contrast.of(Measure.NEGATIVE_SHARE, shares(30, 0), shares(500, 0))
                        .pValue())
                .isEqualTo(1);
        assertThat(Contrast.of(Measure.NEGATIVE_SHARE, shares(30, 30), shares(500, 500))
                        .pValue())
                .isEqualTo(1);
    }

    @Test
    void aCertainButSmallDifferenceIsNotLarge() {
        Contrast contrast = Contrast.of(Measure.NEGATIVE_SHARE, shares(500_000, 104_000), shares(500_000, 100_000));

        assertThat(contrast.pValue()).isLessThan(1e-20);
        assertThat(contrast.large()).isFalse();
    }

    /**
     * ttest_ind(log(x), log(y), equal_var=False) gives t 5.309514 and the interval that becomes 2.464654 to 7.625818;
     * mannwhitneyu(x, y, use_continuity=False, method="asymptotic") gives 3.357891e-05, which is 4.147729 standard errors. The
     * steps of the scales make the third digit uncertain.
     */
    @Test
    void durationsAreComparedByLogarithmsAndRanks() {
        int[] x = {4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 30, 40, 60, 80};
        int[] y = {1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 12};

        Contrast contrast = durations(x, y);

        assertThat(contrast.effect()).isCloseTo(4.33532, within(0.01));
        assertThat(contrast.low()).isCloseTo(2.464654, within(0.01));
        assertThat(contrast.high()).isCloseTo(7.625818, within(0.02));
        assertThat(contrast.strength()).isCloseTo(4.147729, within(0.002));
        assertThat(contrast.pValue()).isCloseTo(3.357891e-05, within(5e-7));
    }

    /** Welch's test alone would be certain here: fifteen equal durations have no variance. */
    @Test
    void fifteenEqualDurationsAmongMostlyEqualOnesAreNothing() {
        int[] group = new int[15];
        int[] others = new int[400];
        Arrays.fill(group, 24);
        Arrays.fill(others, 24);
        Arrays.fill(others, 0, 20, 700);

        assertThat(durations(group, others).pValue()).isGreaterThan(0.1);
    }

    /** Four of fifteen tickets that took ten years. */
    @Test
    void aHandfulOfImplausibleValuesIsNoFinding() {
        int[] group = {1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 87_600, 87_600, 87_600, 87_600};
        int[] others = new int[785];
        for (int i = 0; i < others.length; i++) {
            others[i] = 1 + i % 8;
        }

        assertThat(durations(group, others).pValue()).isGreaterThan(1e-3);
    }

    @Test
    void durationsThatAreAllEqualHaveProbabilityOne() {
        int[] same = new int[20];
        Arrays.fill(same, 5);

        Contrast contrast = durations(same, same);

        assertThat(contrast.pValue()).isEqualTo(1);
        assertThat(contrast.effect()).isEqualTo(1);
    }

    private static Sums shares(long n, long negative) {
        return new Sums(n, negative, 0, 0, 0);
    }

    /** Both groups with their mid-ranks, 0 to {@link DurationCounts#HIGHEST_RANK}. */
    private static Contrast durations(int[] hours, int[] otherHours) {
        int[] all = Arrays.copyOf(hours, hours.length + otherHours.length);
        System.arraycopy(otherHours, 0, all, hours.length, otherHours.length);
        return Contrast.of(Measure.FIRST_REPLY, sums(hours, all), sums(otherHours, all));
    }

    private static Sums sums(int[] hours, int[] all) {
        Sums sums = Sums.NONE;
        for (int hour : hours) {
            long below = Arrays.stream(all).filter(other -> other < hour).count();
            long equal = Arrays.stream(all).filter(other -> other == hour).count();
            long rank = Math.round(DurationCounts.HIGHEST_RANK * (below + equal / 2.0) / all.length);
            long step = LogScale.step(hour * 3600);
            sums = sums.plus(new Sums(1, step, step * step, rank, rank * rank));
        }
        return sums;
    }
}
