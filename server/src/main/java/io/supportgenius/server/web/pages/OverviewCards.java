package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overview.Figure;
import io.supportgenius.server.insights.Overview.Period;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.insights.Overview.Response;
import io.supportgenius.server.insights.Overview.Trend;
import io.supportgenius.server.web.pages.OverviewView.Card;
import io.supportgenius.server.web.pages.OverviewView.Second;
import io.supportgenius.server.web.pages.OverviewView.Spark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of the overview, each with its change and its small drawing. */
@Component
class OverviewCards {

    private static final String TICKETS = "tickets";

    private final OverviewWords words;
    private final Wording wording;

    OverviewCards(OverviewWords words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    List<Card> cards(Overview answer, Address tickets, String... names) {
        var links = new OverviewLinks(
                tickets, answer.selection().from(), answer.selection().to(), answer.backlogDay());
        var cards = new ArrayList<Card>();
        for (String name : names) {
            Figure figure = answer.figures().get(name);
            cards.add(figure == null ? missing(name, answer) : card(name, figure, answer, links));
        }
        return cards;
    }

    private Card missing(String name, Overview answer) {
        String why = answer.reasons().getOrDefault(name, wording.text("card.nothing"));
        return new Card(name, wording.text("value.none"), null, null, why, null, null, null, null);
    }

    private Card card(String name, Figure figure, Overview answer, OverviewLinks links) {
        Reading reading = reading(figure);
        boolean share = figure.unit().equals("share");
        return new Card(
                name,
                words.value(figure.unit(), reading),
                figure.tickets() == 0 ? null : links.counted(name).toString(),
                second(figure, reading),
                note(name, figure, reading, answer),
                share && figure.n() > 0 ? links.whole(name).toString() : null,
                warning(name, answer),
                words.change(name, figure, answer.comparison(), links.tickets()),
                spark(name, figure, answer.trend(), links.tickets()));
    }

    private static Reading reading(Figure figure) {
        return new Reading(figure.value(), figure.p90(), figure.low(), figure.high(), figure.n(), figure.tickets());
    }

    private @Nullable Second second(Figure figure, Reading reading) {
        Response response = figure.response();
        if (response != null) {
            return new Second(wording.text("overview.response"), wording.share(response.rated(), response.solved()));
        }
        if (figure.p90() != null) {
            return new Second(wording.text("figure.median"), wording.hours(figure.p90()));
        }
        return figure.low() == null
                ? null
                : new Second(wording.text("sentiment.interval.head"), words.interval(reading));
    }

    private String note(String name, Figure figure, Reading reading, Overview answer) {
        if (!figure.unit().equals(TICKETS)) {
            String n = wording.text("overview." + name + ".note", wording.number(figure.n()), words.interval(reading));
            return words.isFew(figure.unit(), reading) ? wording.text("overview.note.few", n) : n;
        }
        boolean ranged = answer.selection().from() != null || answer.selection().to() != null;
        long undated = answer.selection().undated();
        return switch (name) {
            case "created" ->
                undated > 0
                        ? wording.text("figure.created.undated", wording.number(undated))
                        : wording.text("overview.created.note." + (ranged ? "days" : "all"));
            case "backlog" -> {
                String day = answer.backlogDay();
                yield day == null
                        ? wording.text("overview.backlog.note.all")
                        : wording.text(
                                "overview.backlog.note.days", wording.days(LocalDate.parse(day), LocalDate.parse(day)));
            }
            default -> wording.text("overview.solved.note." + (ranged ? "days" : "all"));
        };
    }

    /** Solved tickets that say not when are in no period; without days they are among the solved ones. */
    private @Nullable String warning(String name, Overview answer) {
        long unknown = answer.solvedAtUnknownTime();
        boolean concerned = name.equals("solved") || name.equals("backlog") && answer.backlogDay() != null;
        if (unknown == 0 || !concerned) {
            return null;
        }
        boolean ranged = answer.selection().from() != null || answer.selection().to() != null;
        return wording.text("overview.unknown." + (ranged ? "days" : "all"), unknown, wording.number(unknown));
    }

    private @Nullable Spark spark(String name, Figure figure, @Nullable Trend trend, Address tickets) {
        List<Reading> series = figure.series();
        if (trend == null || series == null) {
            return null;
        }
        List<Period> periods = trend.periods();
        var hrefs = new ArrayList<@Nullable String>();
        var sentences = new ArrayList<String>();
        for (int i = 0; i < periods.size(); i++) {
            hrefs.add(href(name, periods.get(i), series.get(i), tickets));
            sentences.add(words.against(
                    words.sentence(name, figure.unit(), series.get(i), periods.get(i), trend.unit()),
                    name,
                    figure.unit(),
                    at(figure.previousSeries(), i),
                    at(trend.previous(), i)));
        }
        return Sparks.draw(
                figure.unit().equals(TICKETS),
                periods,
                series,
                figure.previousSeries() == null ? List.of() : figure.previousSeries(),
                series.stream()
                        .map(reading -> words.isFew(figure.unit(), reading))
                        .toList(),
                hrefs,
                sentences,
                words.brief(periods.get(0), trend.unit()),
                words.brief(periods.get(periods.size() - 1), trend.unit()),
                words.summary(name, figure.unit(), periods, series, trend.unit()));
    }

    static <T> @Nullable T at(@Nullable List<@Nullable T> list, int place) {
        return list == null ? null : list.get(place);
    }

    /** The tickets of a period's figure; null when there are none. */
    static @Nullable String href(String name, Period period, Reading reading, Address tickets) {
        return reading.tickets() == 0
                ? null
                : new OverviewLinks(tickets, period.from(), period.to(), period.to())
                        .counted(name)
                        .toString();
    }
}
