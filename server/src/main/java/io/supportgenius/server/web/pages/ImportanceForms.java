package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.FilterChoices;
import io.supportgenius.server.insights.Importances;
import io.supportgenius.server.web.pages.ClustersView.Counting;
import io.supportgenius.server.web.pages.ClustersView.ImportancesForm;
import io.supportgenius.server.web.pages.DashboardView.Choice;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form that says how much each dimension counts when tickets are clustered. */
@Component
class ImportanceForms {

    private static final List<Double> OFFERED = List.of(0.0, 0.25, 0.5, 1.0, 2.0, 4.0);

    /** A dimension with more values would make a point of nearly every ticket. */
    private static final int MOST_VALUES = 500;

    private final FilterChoices choices;
    private final Wording wording;

    ImportanceForms(FilterChoices choices, Wording wording) {
        this.choices = choices;
        this.wording = wording;
    }

    /** @param leftOut dimensions that were asked for and could not be used */
    ImportancesForm form(Address here, Importances importances, List<String> leftOut) {
        return new ImportancesForm(
                here.without(Importances.PARAMETER, ClusterOrigin.METHOD, "tab").fields(),
                importances.byDimension().entrySet().stream()
                        .map(entry -> counting(entry.getKey(), entry.getValue()))
                        .toList(),
                choices.dimensions().stream()
                        .filter(choice -> choice.values() > 0 && choice.values() <= MOST_VALUES)
                        .map(FilterChoices.Choice::name)
                        .filter(name -> !importances.byDimension().containsKey(name))
                        .map(name -> new Choice(name + ":1", wording.dimension(name), false))
                        .toList(),
                importances.changes().isEmpty()
                        ? null
                        : here.without(Importances.PARAMETER, "tab").toString(),
                leftOut.isEmpty()
                        ? null
                        : wording.text(
                                "clusters.leftOut",
                                leftOut.stream().map(wording::dimensionInside).collect(Collectors.joining(", "))));
    }

    private Counting counting(String dimension, double importance) {
        var offered = new TreeSet<>(OFFERED);
        offered.add(importance);
        return new Counting(
                dimension,
                wording.dimension(dimension),
                offered.stream()
                        .map(value -> new Choice(
                                parameter(dimension, value),
                                value == 0
                                        ? wording.text("clusters.importance.none")
                                        : wording.text("clusters.importance", wording.decimal(value, 4)),
                                value == importance))
                        .toList());
    }

    /** Nothing where it is usual, so that addresses name only what was changed. */
    private static String parameter(String dimension, double importance) {
        Double usual = Importances.USUAL.byDimension().get(dimension);
        return usual != null && usual == importance ? "" : dimension + ":" + Importances.text(importance);
    }
}
