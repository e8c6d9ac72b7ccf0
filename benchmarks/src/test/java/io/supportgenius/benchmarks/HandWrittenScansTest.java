package io.supportgenius.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.Moments;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured against each other answers the same question. */
class HandWrittenScansTest {

    private static final TicketFacts FACTS = SyntheticTickets.facts(200_000, 3);
    private static final HandWrittenScans SCANS = new HandWrittenScans(FACTS);

    @ParameterizedTest
    @CsvSource({"0, 4000000000, 0", "1705294800, 1766293200, 0", "1748750400, 1751342400, 0", "0, 4000000000, 2"})
    void theirFiguresAreThoseOfTheProduct(long from, long to, int industry) {
        Selection selection = Selection.ALL.created(from, to);
        if (industry > 0) {
            var wanted = new BitSet();
            wanted.set(industry);
            selection = selection.with(SyntheticTickets.INDUSTRY, wanted);
        }
        DashboardPanels panels = DashboardPanels.of(FACTS, selection, true);
        HandWrittenScans.Figures figures = SCANS.panels(from, to, industry);

        assertThat(figures.tickets()).isEqualTo(panels.totals().tickets()).isPositive();
        assertThat(figures.grid)
                .isEqualTo(Arrays.stream(panels.grid().counts())
                        .flatMapToLong(Arrays::stream)
                        .toArray());
        assertCounts(figures.industries, panels.industries());
        assertCounts(figures.tiers, panels.tiers());
        assertCounts(figures.companies, panels.companies());
        assertLine(
                figures.replies,
                panels.fit(MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY).all());
        assertLine(
                figures.resolutions,
                panels.fit(MeasurePair.RESOLUTION_BY_TOUCHES).all());
        assertThat(SCANS.percentiles(from, to, industry)).isEqualTo(panels.percentiles());
    }

    private static void assertCounts(long[] expected, CategoryCounts counts) {
        for (int code = 0; code < expected.length; code++) {
            assertThat(counts.count(code)).isEqualTo(expected[code]);
        }
    }

    /** The scans' plain sums lose some digits. */
    private static void assertLine(HandWrittenScans.Line line, Moments moments) {
        assertThat(line.n()).isEqualTo(moments.n());
        assertThat(line.slope()).isCloseTo(moments.xy() / moments.xx(), within(1e-7));
    }
}
