package io.supportgenius.analytics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRows;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.regression.StraightLine;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The figures of the 2015 demo, from its tickets as numbers. Expected values are those of the reference data's README, of
 * DESIGN section 6 and of ML section 1 (scikit-learn 1.2.1, scipy 1.10.1).
 */
class Golden2015Test {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final List<String> TIERS = List.of("Gold", "Silver", "Bronze");

    private List<String[]> lines = List.of();

    @BeforeEach
    void readTickets() throws IOException {
        String directory = System.getenv("SUPPORTGENIUS_REFERENCE_DATA");
        assumeTrue(
                directory != null, "SUPPORTGENIUS_REFERENCE_DATA is not set, so the golden figures are not compared");
        lines = Files.readAllLines(Path.of(directory, "golden-2015", "tickets_numeric.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void bothFitsAreThoseOfTheReference() {
        TicketFacts facts = facts(true);
        StraightLine reply = line(facts, MeasurePair.FIRST_REPLY_BY_TIME_OF_DAY);
        StraightLine resolution = line(facts, MeasurePair.RESOLUTION_BY_TOUCHES);

        assertThat(reply.n()).isEqualTo(801);
        assertThat(reply.slope()).isCloseTo(-0.867604, within(5e-7));
        assertThat(reply.intercept()).isCloseTo(105.572464, within(5e-7));
        assertThat(reply.rSquared()).isCloseTo(0.00298130, within(5e-9));
        assertThat(reply.pValue()).isCloseTo(0.122573523857189, within(1e-9));
        assertThat(resolution.n()).isEqualTo(801);
        // scipy 1.17.1: linregress(touches, (resolved - created) in hours); DESIGN prints the intercept as 154.717448
        assertThat(resolution.slope()).isCloseTo(0.1021370481363912, within(1e-9));
        assertThat(resolution.intercept()).isCloseTo(154.7174439333374, within(1e-9));
    }

    /** The 2015 demo took the time from first reply to resolution; given as the duration, the fit gives its figures. */
    @Test
    void theFitOfTheOldDefinitionIsThatOfTheOldDemo() {
        StraightLine line = line(facts(false), MeasurePair.RESOLUTION_BY_TOUCHES);

        assertThat(line.slope()).isCloseTo(0.0150870, within(5e-8));
        assertThat(line.intercept()).isCloseTo(61.767592, within(5e-7));
        assertThat(line.pValue()).isCloseTo(0.966, within(5e-4));
    }

    @Test
    void tiersAndWeekdaysAreCountedAsInTheReference() {
        TicketFacts facts = facts(true);
        var tiers = new CategoryCounts(0);
        var grid = new HourOfWeekGrid();
        facts.scan(Selection.ALL, chunk -> {
            tiers.accept(chunk);
            grid.accept(chunk);
        });

        assertThat(List.of(tiers.count(1), tiers.count(2), tiers.count(3))).containsExactly(223L, 316L, 262L);
        assertThat(Arrays.stream(grid.counts())
                        .mapToLong(day -> Arrays.stream(day).sum()))
                .containsExactly(131L, 113L, 128L, 112L, 98L, 113L, 106L);
    }

    private TicketFacts facts(boolean fromCreation) {
        var builder = new FactsBuilder(TicketFacts.empty(UTC, List.of(Dimension.SUPPORT_TIER)));
        for (String[] cells : lines) {
            long created = second(cells[1]);
            long firstReply = second(cells[2]);
            long resolved = second(cells[3]);
            builder.put(FactsRows.row(
                    Long.parseLong(cells[0]),
                    created,
                    fromCreation ? (int) (firstReply - created) : 0,
                    (int) (resolved - (fromCreation ? created : firstReply)),
                    Integer.parseInt(cells[4]),
                    FactsBlock.MISSING,
                    Integer.parseInt(cells[8])));
        }
        return builder.build(List.of(new Dictionary(TIERS)));
    }

    private static long second(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    }

    private static StraightLine line(TicketFacts facts, MeasurePair pair) {
        var fit = new LineFit(pair, UTC);
        facts.scan(Selection.ALL, fit::accept);
        return StraightLine.through(fit).orElseThrow();
    }
}
