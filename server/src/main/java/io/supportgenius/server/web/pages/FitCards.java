package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.DashboardComparison;
import io.supportgenius.server.insights.FitFigures;
import io.supportgenius.server.web.pages.DashboardView.Fact;
import io.supportgenius.server.web.pages.DashboardView.FitCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cards of the two regressions. */
@Component
class FitCards {

    private final Wording wording;
    private final DashboardCards cards;
    private final JsonMapper json;

    FitCards(Wording wording, DashboardCards cards, JsonMapper json) {
        this.wording = wording;
        this.cards = cards;
        this.json = json;
    }

    FitCard card(String name, @Nullable FitFigures fit, Dashboard answer) {
        if (fit == null) {
            String why = answer.reasons().getOrDefault(name, wording.text("card.nothing"));
            return new FitCard(name, "", false, "", cards.evidence(answer), "{}", List.of(), why);
        }
        String evidence = wording.text("fit.evidence", wording.number(fit.n()), cards.evidence(answer));
        return new FitCard(
                name,
                fit.verdict(),
                fit.related(),
                wording.text("fit.summary", wording.number(fit.n()), fit.verdict()),
                evidence,
                safe(drawing(name, fit)),
                compared(name, fit, answer),
                null);
    }

    private String safe(Drawing drawing) {
        // A text could end the script element that carries it.
        return json.writeValueAsString(drawing).replace("<", "\\u003c");
    }

    private Drawing drawing(String name, FitFigures fit) {
        return new Drawing(
                fit.line(),
                fit.band(),
                fit.sample(),
                fit.sampleTickets(),
                fit.density(),
                wording.text("fit." + name + ".x"),
                wording.text("fit." + name + ".y"),
                wording.text("fit." + name + ".point"),
                wording.text("fit.density.sentence"),
                wording.text("fit.beyond"));
    }

    /** The line's numbers; where there is a comparison, also the slope of the days before. */
    private List<Fact> compared(String name, FitFigures fit, Dashboard answer) {
        DashboardComparison comparison = answer.comparison();
        if (comparison == null) {
            return facts(name, fit);
        }
        FitFigures before = name.equals("firstReplyByHour")
                ? comparison.before().firstReplyByHour()
                : comparison.before().resolutionByTouches();
        var facts = new ArrayList<Fact>(facts(name, fit));
        String days = wording.days(
                LocalDate.parse(comparison.previous().from()),
                LocalDate.parse(comparison.previous().to()));
        facts.add(new Fact(
                wording.text("fit.fact.before", days),
                before == null
                        ? comparison.before().reasons().getOrDefault(name, wording.text("value.none"))
                        : wording.text("fit.fact.before.value", slope(name, before), wording.number(before.n()))));
        return facts;
    }

    private List<Fact> facts(String name, FitFigures fit) {
        String interval = slope(name, fit);
        double p = fit.pValue();
        return List.of(
                new Fact(wording.text("fit.fact.n"), wording.number(fit.n())),
                new Fact(wording.text("fit.fact.slope"), interval),
                new Fact(
                        wording.text("fit.fact.intercept"),
                        wording.text("fit.fact.hours", wording.decimal(fit.intercept(), 2))),
                new Fact(wording.text("fit.fact.r"), wording.text("share", wording.decimal(100 * fit.rSquared(), 1))),
                new Fact(
                        wording.text("fit.fact.heldOut"),
                        wording.text("share", wording.decimal(100 * fit.heldOutRSquared(), 1))),
                new Fact(
                        wording.text("fit.fact.p"),
                        p < 0.001 ? wording.text("fit.fact.p.small") : wording.decimal(p, 3)));
    }

    private String slope(String name, FitFigures fit) {
        return wording.text(
                "fit.fact.slope.value",
                wording.decimal(fit.slope(), 3),
                wording.decimal(fit.slopeLow(), 3),
                wording.decimal(fit.slopeHigh(), 3),
                wording.text("fit." + name + ".unit"));
    }

    /** What the browser draws; hours throughout. */
    record Drawing(
            List<double[]> line,
            List<double[]> band,
            List<double[]> sample,
            List<Long> tickets,
            FitFigures.@Nullable Density density,
            String x,
            String y,
            String point,
            String cell,
            String beyond) {}
}
