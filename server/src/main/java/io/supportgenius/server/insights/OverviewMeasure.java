package io.supportgenius.server.insights;

import io.supportgenius.analytics.summary.Cohort;
import io.supportgenius.analytics.summary.DurationDistribution;
import io.supportgenius.analytics.summary.GroupFigures.Group;
import io.supportgenius.analytics.summary.SentimentCounts;
import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.server.insights.Overview.Change;
import io.supportgenius.server.insights.Overview.Reading;
import java.util.Objects;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/** The figures of the overview: how each is read from what happened in some days, and whether more of it is good. */
enum OverviewMeasure {
    CREATED("created", Unit.TICKETS, Good.NEITHER) {
        @Override
        Reading read(Happenings days) {
            return count(days.cohort().tickets());
        }
    },
    SOLVED("solved", Unit.TICKETS, Good.MORE) {
        @Override
        Reading read(Happenings days) {
            return count(days.solved());
        }
    },
    BACKLOG("backlog", Unit.TICKETS, Good.LESS) {
        @Override
        Reading read(Happenings days) {
            return count(days.waiting());
        }
    },
    FIRST_REPLY_TIME("firstReplyTime", Unit.HOURS, Good.LESS) {
        @Override
        Reading read(Happenings days) {
            return duration(days.cohort().firstReply());
        }
    },
    FULL_RESOLUTION_TIME("fullResolutionTime", Unit.HOURS, Good.LESS) {
        @Override
        Reading read(Happenings days) {
            return duration(days.cohort().fullResolution());
        }
    },
    NEGATIVE_SHARE("negativeShare", Unit.SHARE, Good.LESS) {
        @Override
        Reading read(Happenings days) {
            SentimentCounts sentiments = days.cohort().sentiments();
            return sentiments.scored() == 0
                    ? NOTHING
                    : share(sentiments.count(Sentiment.NEGATIVE), sentiments.scored(), sentiments.negativeInterval());
        }
    },
    CSAT("csat", Unit.SHARE, Good.MORE) {
        @Override
        Reading read(Happenings days) {
            Cohort cohort = days.cohort();
            return cohort.rated() == 0 ? NOTHING : share(cohort.good(), cohort.rated(), cohort.goodInterval());
        }
    };

    /** Fewer tickets say too little to be compared. */
    static final int ENOUGH = 15;

    private static final double SECONDS_IN_HOUR = 3600;
    private static final Reading NOTHING = new Reading(null, null, null, null, 0, 0);

    private final String key;
    private final Unit unit;
    private final Good good;

    OverviewMeasure(String key, Unit unit, Good good) {
        this.key = key;
        this.unit = unit;
        this.good = good;
    }

    /** Its name in answers. */
    String key() {
        return key;
    }

    Unit unit() {
        return unit;
    }

    abstract Reading read(Happenings days);

    /**
     * From one reading to a later one. Counts are what they are; a share or a median is judged only where it changed by more than
     * chance would.
     */
    Change change(Reading before, Reading after) {
        return change(unit, good, before, after);
    }

    /** How a mean number of agent replies changed, which is neither good nor bad. */
    static Change changeOfReplies(Reading before, Reading after) {
        return change(Unit.REPLIES, Good.NEITHER, before, after);
    }

    private static Change change(Unit unit, Good good, Reading before, Reading after) {
        Number old = before.value();
        Number now = after.value();
        boolean few = unit != Unit.TICKETS && (before.n() < ENOUGH || after.n() < ENOUGH);
        if (old == null || now == null || few) {
            return new Change(false, null, null, null, null, null);
        }
        double difference = now.doubleValue() - old.doubleValue();
        boolean same = Math.abs(difference) < unit.least;
        Boolean beyondChance = same ? null : isBeyondChance(unit, before, after);
        boolean judged = !same && good != Good.NEITHER && !Boolean.FALSE.equals(beyondChance);
        return new Change(
                true,
                same ? "same" : difference > 0 ? "up" : "down",
                difference,
                old.doubleValue() == 0 ? null : difference / old.doubleValue(),
                judged ? difference > 0 == (good == Good.MORE) : null,
                beyondChance);
    }

    /** Null for counts, which are not drawn from anything. */
    private static @Nullable Boolean isBeyondChance(Unit unit, Reading before, Reading after) {
        return switch (unit) {
            case TICKETS -> null;
            case HOURS, REPLIES -> areApart(before, after);
            case SHARE -> leavesOutZero(before, after);
        };
    }

    /** Whether the 95 % intervals of two medians or means have nothing in common, which is stricter than a test of their difference. */
    private static boolean areApart(Reading before, Reading after) {
        return low(after) > high(before) || high(after) < low(before);
    }

    /**
     * Whether the 95 % interval of a difference of shares leaves out 0: method 10 of Newcombe 1998,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, which puts it together from both Wilson intervals.
     */
    private static boolean leavesOutZero(Reading before, Reading after) {
        double old = (double) before.tickets() / before.n();
        double now = (double) after.tickets() / after.n();
        double down = Math.hypot(now - low(after), high(before) - old);
        double up = Math.hypot(high(after) - now, old - low(before));
        return now - old > down || old - now > up;
    }

    private static double low(Reading reading) {
        return Objects.requireNonNull(reading.low(), "No interval");
    }

    private static double high(Reading reading) {
        return Objects.requireNonNull(reading.high(), "No interval");
    }

    static Reading count(long tickets) {
        return new Reading(tickets, null, null, null, tickets, tickets);
    }

    static Reading duration(DurationDistribution distribution) {
        DurationFigures figures = Figures.of(distribution);
        Interval interval = distribution.medianInterval().orElse(null);
        return new Reading(
                figures.medianHours(),
                figures.p90Hours(),
                interval == null ? null : interval.getLowerBound() / SECONDS_IN_HOUR,
                interval == null ? null : interval.getUpperBound() / SECONDS_IN_HOUR,
                figures.n(),
                figures.n());
    }

    /** @param figures null where none was scored */
    static Reading negativeShare(@Nullable SentimentFigures figures) {
        return figures == null || figures.scored() == 0
                ? NOTHING
                : new Reading(
                        figures.negativeShare(),
                        null,
                        figures.low(),
                        figures.high(),
                        figures.scored(),
                        figures.negative());
    }

    /** Mean agent replies; no filter leads to the tickets whose replies are known, so that none are counted. */
    static Reading replies(Group group) {
        long n = group.touched();
        if (n == 0) {
            return NOTHING;
        }
        double mean = group.meanTouches();
        double margin = group.meanTouchesMargin();
        boolean alone = Double.isNaN(margin);
        return new Reading(mean, null, alone ? null : mean - margin, alone ? null : mean + margin, n, 0);
    }

    private static Reading share(long part, long whole, Interval interval) {
        return new Reading(
                (double) part / whole, null, interval.getLowerBound(), interval.getUpperBound(), whole, part);
    }

    /** What a figure counts in. */
    enum Unit {
        TICKETS("tickets", 1),
        /** Half a minute is the least that is shown. */
        HOURS("hours", 0.5 / 60),
        /** Half of a tenth is the least that is shown. */
        REPLIES("replies", 0.05),
        /** Half of a tenth of a percent is the least that is shown. */
        SHARE("share", 0.0005);

        private final String key;
        private final double least;

        Unit(String key, double least) {
            this.key = key;
            this.least = least;
        }

        String key() {
            return key;
        }
    }

    private enum Good {
        MORE,
        LESS,
        NEITHER
    }

    /**
     * What happened in some days.
     *
     * @param cohort tickets created in them
     * @param solved tickets solved in them
     * @param waiting tickets that waited at their end
     */
    record Happenings(Cohort cohort, long solved, long waiting) {}
}
