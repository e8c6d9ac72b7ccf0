package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.insights.Overview.Figure;
import io.supportgenius.server.insights.Overview.Period;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.web.pages.OverviewView.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says figures of the overview, their changes and their periods in words. */
@Component
class OverviewWords {

    /** Changes from this part on need no decimal. */
    private static final double CLEAR = 0.1;

    private final Wording wording;

    OverviewWords(Wording wording) {
        this.wording = wording;
    }

    /** A figure's value, or a dash. */
    String value(String unit, Reading reading) {
        Number value = reading.value();
        if (value == null) {
            return wording.text("value.none");
        }
        return switch (unit) {
            case "tickets" -> wording.number(value.longValue());
            case "hours" -> wording.hours(value.doubleValue());
            case "replies" -> wording.mean(value.doubleValue());
            default -> wording.share(reading.tickets(), reading.n());
        };
    }

    /** The 95 % interval of a share; empty without one. */
    String interval(Reading reading) {
        return wording.interval(reading.low(), reading.high());
    }

    boolean isFew(String unit, Reading reading) {
        return !unit.equals("tickets") && reading.n() < SentimentCards.FEW;
    }

    String name(String figure) {
        return wording.text("overview." + figure);
    }

    /** The whole sentence about a figure of a period. */
    String sentence(String figure, String unit, Reading reading, Period period, String periodUnit) {
        String label = label(period, periodUnit);
        String told = wording.text(
                "overview." + figure + ".sentence",
                label,
                unit.equals("tickets") ? wording.tickets(reading.tickets()) : value(unit, reading),
                wording.number(reading.tickets()),
                wording.number(reading.n()),
                unit.equals("hours") ? wording.hours(reading.p90()) : interval(reading));
        var parts = new ArrayList<String>();
        parts.add(reading.n() == 0 && !unit.equals("tickets") ? wording.text("overview.nothing", label) : told);
        if (reading.n() > 0 && isFew(unit, reading)) {
            parts.add(wording.text("overview.few"));
        }
        String mark = mark(period, periodUnit);
        if (mark != null) {
            parts.add(mark);
        }
        return String.join(". ", parts);
    }

    /** Days of a period, whole months and years by their names. */
    String label(Period period, String unit) {
        LocalDate first = LocalDate.parse(period.from());
        if (period.whole() && unit.equals("month")) {
            return wording.month(first);
        }
        if (period.whole() && unit.equals("year")) {
            return String.valueOf(first.getYear());
        }
        return wording.days(first, LocalDate.parse(period.to()));
    }

    /** The same where there is little room. */
    String brief(Period period, String unit) {
        LocalDate first = LocalDate.parse(period.from());
        return switch (unit) {
            case "month" -> wording.shortMonth(first);
            case "year" -> String.valueOf(first.getYear());
            default -> wording.shortDay(first);
        };
    }

    /** That a period is not whole or not finished; null when it is both. */
    @Nullable
    String mark(Period period, String unit) {
        if (!period.finished()) {
            return wording.text("overview.unfinished");
        }
        return period.whole() ? null : wording.text("overview.part." + unit);
    }

    /** What a series does, for those who do not see it. */
    String summary(String figure, String unit, List<Period> periods, List<Reading> series, String periodUnit) {
        int first = -1;
        int last = -1;
        int highest = -1;
        for (int i = 0; i < series.size(); i++) {
            Number value = series.get(i).value();
            if (value != null) {
                first = first < 0 ? i : first;
                last = i;
                Number best = highest < 0 ? null : series.get(highest).value();
                highest = best == null || value.doubleValue() > best.doubleValue() ? i : highest;
            }
        }
        return first < 0
                ? wording.text("overview.summary.nothing", name(figure))
                : wording.text(
                        "overview.summary",
                        name(figure),
                        value(unit, series.get(first)),
                        label(periods.get(first), periodUnit),
                        value(unit, series.get(last)),
                        label(periods.get(last), periodUnit),
                        value(unit, series.get(highest)),
                        label(periods.get(highest), periodUnit));
    }

    /** How a figure changed; null where nothing is compared. */
    @Nullable
    Change change(String figure, Figure answer, @Nullable Comparison comparison, Address tickets) {
        Overview.Change change = answer.change();
        Reading before = answer.previous();
        Reading after = answer.compared();
        if (change == null || before == null || after == null || comparison == null) {
            return null;
        }
        Days days = comparison.previous();
        String href = new OverviewLinks(tickets, days.from(), days.to(), days.to())
                .counted(figure)
                .toString();
        var changed = new Changed(answer.unit(), after, before, change);
        return change(name(figure), changed, comparison.current(), days, href);
    }

    /** @param there the tickets of the reading before */
    Change change(String name, Changed changed, Days now, Days days, String there) {
        Overview.Change change = changed.change();
        Reading before = changed.previous();
        Reading after = changed.compared();
        String unit = changed.unit();
        String sentence = wording.text(
                "overview.change.sentence",
                name,
                value(unit, after),
                wording.number(after.n()),
                days(now),
                value(unit, before),
                wording.number(before.n()),
                days(days));
        String href = before.tickets() == 0 ? null : there;
        String from = before.n() == 0
                ? wording.text("overview.change.nothing")
                : wording.text("overview.change.from", value(unit, before));
        String p90 = after.p90() == null || before.p90() == null
                ? null
                : wording.text("overview.change.p90", wording.hours(after.p90()), wording.hours(before.p90()));
        Double difference = change.difference();
        String direction = change.direction();
        if (difference == null || direction == null) {
            return new Change(
                    "unsure",
                    null,
                    wording.text("overview.change.few"),
                    wording.text("overview.change.few"),
                    "",
                    from,
                    href,
                    p90,
                    sentence);
        }
        Boolean better = change.better();
        String kind = better == null ? "neutral" : better ? "better" : "worse";
        return new Change(
                kind,
                direction,
                direction.equals("same")
                        ? wording.text("overview.change.same")
                        : size(unit, difference, change.relative()),
                direction.equals("same") ? "=" : size(unit, difference, null),
                judgement(change),
                from,
                href,
                p90,
                sentence);
    }

    /** What a period is compared with, after the sentence about the period itself. */
    String against(String sentence, String figure, String unit, @Nullable Reading before, @Nullable Days days) {
        return before == null || days == null
                ? sentence
                : wording.text(
                        "overview.against",
                        sentence,
                        sentence(figure, unit, before, new Period(days.from(), days.to(), true, true), "day"));
    }

    private String judgement(Overview.Change change) {
        Boolean better = change.better();
        if (Boolean.FALSE.equals(change.beyondChance())) {
            return wording.text("overview.change.chance");
        }
        return better == null ? "" : wording.text("overview.change." + (better ? "better" : "worse"));
    }

    String size(String unit, double difference, @Nullable Double relative) {
        String amount = switch (unit) {
            case "tickets" -> wording.number(Math.round(Math.abs(difference)));
            case "hours" -> wording.hours(Math.abs(difference));
            case "replies" -> wording.decimal(Math.abs(difference), 1);
            default -> wording.text("overview.change.points", wording.decimal(100 * Math.abs(difference), 1));
        };
        String signed = sign(difference) + amount;
        if (relative == null || unit.equals("share")) {
            return signed;
        }
        String part = wording.text(
                "share",
                sign(relative) + wording.decimal(100 * Math.abs(relative), Math.abs(relative) < CLEAR ? 1 : 0));
        return wording.text("overview.change.relative", signed, part);
    }

    private static String sign(double difference) {
        return difference < 0 ? "\u2212" : "+";
    }

    /** Which days are compared. */
    String compared(Comparison comparison) {
        return wording.text(
                "overview.compared.lines",
                compared(comparison.current(), comparison.previous(), comparison.unfinished()));
    }

    /** @param unfinished days that are left out; null when there are none */
    String compared(Days current, Days previous, @Nullable Days unfinished) {
        if (unfinished == null) {
            return wording.text("overview.compared", days(current), days(previous));
        }
        return wording.text(
                "overview.compared.cut",
                days(current),
                days(previous),
                days(unfinished),
                unfinished.from().equals(unfinished.to()) ? 1 : 2);
    }

    String days(Days days) {
        return wording.days(LocalDate.parse(days.from()), LocalDate.parse(days.to()));
    }
}
