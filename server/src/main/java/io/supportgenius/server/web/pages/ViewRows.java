package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.DurationFigures;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.insights.ViewChanges;
import io.supportgenius.server.insights.ViewRow;
import io.supportgenius.server.web.pages.OverviewView.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of agents, requesters and companies in words. */
@Component
class ViewRows {

    private final SentimentCards sentiments;
    private final OverviewWords words;
    private final Wording wording;

    ViewRows(SentimentCards sentiments, OverviewWords words, Wording wording) {
        this.sentiments = sentiments;
        this.words = words;
        this.wording = wording;
    }

    /** @param here address of the list or the page that the row is of */
    ViewListView.Row row(ViewKind kind, ViewRow row, TicketSelection selection, ViewChanges changes, Address here) {
        Double touches = row.meanTouches();
        Address tickets = Address.of("/tickets", selection).with(kind.dimension(), row.label());
        return new ViewListView.Row(
                row.label(),
                row.detail(),
                here.at(kind.path() + "/" + row.id()).without("sort", "name").toString(),
                wording.number(row.tickets()),
                tickets.toString(),
                wording.number(row.unsolved()),
                tickets.with(SelectionParser.SOLVED, "false").toString(),
                changes(row.id(), changes, tickets),
                new ViewListView.Figures(
                        wording.hours(row.firstReplyTime().medianHours()),
                        wording.hours(row.firstReplyTime().p90Hours()),
                        note(row.firstReplyTime()),
                        wording.hours(row.fullResolutionTime().medianHours()),
                        wording.hours(row.fullResolutionTime().p90Hours()),
                        note(row.fullResolutionTime()),
                        touches == null ? wording.text("value.none") : wording.mean(touches),
                        sentiments.share(row.sentiment()),
                        sentiments.note(row.sentiment()),
                        tickets.with("sentiment", "negative").toString(),
                        row.sentiment().scored() < SentimentCards.FEW,
                        sentiments.shares(row.sentiment())));
    }

    /** In the order of the figures. */
    private Map<String, Change> changes(long id, ViewChanges answer, Address tickets) {
        Comparison comparison = answer.comparison();
        if (comparison == null) {
            return Map.of();
        }
        Days previous = comparison.previous();
        Address there = tickets.with(SelectionParser.FROM, previous.from()).with(SelectionParser.TO, previous.to());
        var changes = new LinkedHashMap<String, Change>();
        answer.of(id).forEach((name, changed) -> {
            Address counted = switch (name) {
                case "unsolved" -> there.with(SelectionParser.SOLVED, "false");
                case "firstReplyTime" -> there.with(SelectionParser.HAS_FIRST_REPLY_TIME, "true");
                case "fullResolutionTime" -> there.with(SelectionParser.HAS_FULL_RESOLUTION_TIME, "true");
                case "negativeShare" -> there.with("sentiment", "negative");
                default -> there;
            };
            changes.put(
                    name,
                    words.change(
                            wording.text("view.changed." + name),
                            changed,
                            comparison.current(),
                            previous,
                            counted.toString()));
        });
        return changes;
    }

    /** Which days are compared, or why none are; null where that is not asked. */
    @Nullable
    String compared(ViewChanges answer, TicketSelection selection, Baseline baseline) {
        if (baseline == Baseline.NONE || selection.from() == null && selection.to() == null) {
            return null;
        }
        Comparison comparison = answer.comparison();
        return comparison == null
                ? answer.reason()
                : words.compared(comparison.current(), comparison.previous(), comparison.unfinished());
    }

    private String note(DurationFigures figures) {
        return figures.n() == 0 ? wording.text("figure.none") : wording.text("figure.n", wording.number(figures.n()));
    }

    ViewListView.@Nullable Without without(ViewKind kind, long tickets, TicketSelection selection) {
        return tickets == 0
                ? null
                : new ViewListView.Without(
                        wording.text("views." + kind.key() + ".without", tickets, wording.number(tickets)),
                        Address.of("/tickets", selection)
                                .with(kind.dimension(), "")
                                .toString());
    }
}
