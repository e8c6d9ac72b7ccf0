package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.CategoryCounts;
import io.supportgenius.analytics.summary.DurationDistribution;
import io.supportgenius.analytics.summary.HourOfWeekGrid;
import io.supportgenius.analytics.summary.LineFit;
import io.supportgenius.analytics.summary.MeasurePair;
import io.supportgenius.analytics.summary.PairSample;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.TicketDuration;
import io.supportgenius.analytics.summary.Totals;
import java.util.EnumMap;
import java.util.Map;

/** The product's panels of the ticket dashboard, asked together as its page does. */
final class DashboardPanels {

    private static final int SAMPLE = 2000;
    private static final double[] SHARES = {0.5, 0.9};

    private final Totals totals;
    private final HourOfWeekGrid grid;
    private final CategoryCounts industries;
    private final CategoryCounts tiers;
    private final CategoryCounts companies;
    private final Map<MeasurePair, LineFit> fits = new EnumMap<>(MeasurePair.class);
    private final DurationDistribution firstReply = new DurationDistribution(TicketDuration.FIRST_REPLY);
    private final DurationDistribution fullResolution = new DurationDistribution(TicketDuration.FULL_RESOLUTION);

    private DashboardPanels(Questions questions, boolean withPercentiles) {
        totals = questions.ask(Totals.KEY, Totals::new);
        grid = questions.ask(HourOfWeekGrid.KEY, HourOfWeekGrid::new);
        industries = counts(questions, SyntheticTickets.INDUSTRY);
        tiers = counts(questions, SyntheticTickets.TIER);
        companies = counts(questions, SyntheticTickets.COMPANY);
        for (MeasurePair pair : MeasurePair.values()) {
            fits.put(pair, questions.ask(LineFit.key(pair), () -> new LineFit(pair, SyntheticTickets.ZONE)));
            questions.ask(PairSample.key(pair, SAMPLE), () -> new PairSample(pair, SyntheticTickets.ZONE, SAMPLE));
        }
        if (withPercentiles) {
            questions.ask(firstReply);
            questions.ask(fullResolution);
        }
    }

    static DashboardPanels of(TicketFacts facts, Selection selection, boolean withPercentiles) {
        var questions = new Questions();
        var panels = new DashboardPanels(questions, withPercentiles);
        questions.answer(facts, selection);
        return panels;
    }

    private static CategoryCounts counts(Questions questions, int dimension) {
        return questions.ask(CategoryCounts.key(dimension), () -> new CategoryCounts(dimension));
    }

    Totals totals() {
        return totals;
    }

    HourOfWeekGrid grid() {
        return grid;
    }

    CategoryCounts industries() {
        return industries;
    }

    CategoryCounts tiers() {
        return tiers;
    }

    CategoryCounts companies() {
        return companies;
    }

    LineFit fit(MeasurePair pair) {
        LineFit fit = fits.get(pair);
        if (fit == null) {
            throw new IllegalArgumentException(pair.name());
        }
        return fit;
    }

    /** Median and P90 of first reply time, then of full resolution time, in seconds. */
    double[] percentiles() {
        double[] replies = firstReply.percentiles(SHARES);
        double[] resolutions = fullResolution.percentiles(SHARES);
        return new double[] {replies[0], replies[1], resolutions[0], resolutions[1]};
    }
}
