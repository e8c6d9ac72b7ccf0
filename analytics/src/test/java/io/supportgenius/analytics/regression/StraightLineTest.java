package io.supportgenius.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRows;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StraightLineTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void knownPairsGiveTheirKnownLine() {
        // scipy 1.17.1: r = linregress([1,2,3,4,5,6], [2,1,4,3,7,5]); t.ppf(0.975, 4)
        StraightLine line = line(new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 1, 4, 3, 7, 5});

        assertThat(line.n()).isEqualTo(6);
        assertThat(line.slope()).isCloseTo(0.9142857142857143, within(1e-12));
        assertThat(line.intercept()).isCloseTo(0.4666666666666668, within(1e-12));
        assertThat(Math.sqrt(line.rSquared())).isCloseTo(0.7917946548886297, within(1e-12));
        assertThat(line.slopeError()).isCloseTo(0.3526382586966403, within(1e-12));
        assertThat(line.pValue()).isCloseTo(0.06051140336275658, within(1e-12));
        assertThat(line.slopeMargin(0.95)).isCloseTo(2.7764451051977934 * 0.3526382586966403, within(1e-9));
    }

    @Test
    void aPerfectLineIsCertain() {
        StraightLine line = line(new double[] {0, 1, 2, 3}, new double[] {1, 3, 5, 7});

        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.rSquared()).isEqualTo(1);
        assertThat(line.pValue()).isZero();
    }

    @Test
    void equalYsHaveNoSlopeAndExplainNothing() {
        StraightLine line = line(new double[] {0, 1, 2, 3}, new double[] {4, 4, 4, 4});

        assertThat(line.slope()).isZero();
        assertThat(line.rSquared()).isZero();
        assertThat(line.pValue()).isEqualTo(1);
    }

    @Test
    void thereIsNoLineThroughTooFewPairsOrEqualXs() {
        assertThat(StraightLine.through(fit(new double[] {}, new double[] {}))).isEmpty();
        assertThat(StraightLine.through(fit(new double[] {1, 2}, new double[] {1, 2})))
                .isEmpty();
        assertThat(StraightLine.through(fit(new double[] {3, 3, 3, 3}, new double[] {1, 2, 3, 4})))
                .isEmpty();
    }

    @Test
    void theHeldOutShareOfALineThatHoldsIsNearTheShareItExplains() {
        var random = new Random(4);
        double[] x = random.doubles(2000, 0, 10).map(Math::rint).toArray();
        double[] y = new double[2000];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(0, 20 + 2 * x[i] + 3 * random.nextGaussian());
        }
        StraightLine line = line(x, y);

        assertThat(line.heldOutRSquared()).isCloseTo(line.rSquared(), within(0.01));
    }

    @Test
    void intervalsHoldTheTrueSlopeAsOftenAsTheyPromise() {
        var random = new Random(99);
        int held = 0;
        int related = 0;
        for (int round = 0; round < 1000; round++) {
            double[] x = random.doubles(60, 0, 10).map(Math::rint).toArray();
            double[] y = new double[60];
            for (int i = 0; i < 60; i++) {
                y[i] = 50 + 5 * random.nextGaussian();
            }
            StraightLine line = line(x, y);
            held += Math.abs(line.slope()) <= line.slopeMargin(0.95) ? 1 : 0;
            related += line.pValue() < 0.05 ? 1 : 0;
        }
        // 64 is the 97.5 % quantile of a binomial distribution of 1,000 trials at 5 %
        assertThat(held).isGreaterThanOrEqualTo(1000 - 64);
        assertThat(related).isLessThanOrEqualTo(64).isGreaterThan(20);
    }

    private static StraightLine line(double[] x, double[] y) {
        return StraightLine.through(fit(x, y)).orElseThrow();
    }

    /** Touches are x and hours of resolution y. */
    private static LineFit fit(double[] x, double[] y) {
        var builder = new FactsBuilder(TicketFacts.empty(UTC, List.of(Dimension.TYPE)));
        for (int i = 0; i < x.length; i++) {
            builder.put(FactsRows.row(
                    i + 1, 0L, FactsBlock.MISSING, (int) Math.round(y[i] * 3600), (int) x[i], FactsBlock.MISSING, 0));
        }
        var fit = new LineFit(MeasurePair.RESOLUTION_BY_TOUCHES, UTC);
        builder.build(List.of(new Dictionary(List.of()))).scan(Selection.ALL, fit::accept);
        return fit;
    }
}
