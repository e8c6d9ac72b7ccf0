package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.DurationFigures;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.insights.ViewRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of agents, requesters and companies in words. */
@Component
class ViewRows {

    private final SentimentCards sentiments;
    private final Wording wording;

    ViewRows(SentimentCards sentiments, Wording wording) {
        this.sentiments = sentiments;
        this.wording = wording;
    }

    ViewListView.Row row(ViewKind kind, ViewRow row, TicketSelection selection) {
        Double touches = row.meanTouches();
        Address tickets = Address.of("/tickets", selection).with(kind.dimension(), row.label());
        return new ViewListView.Row(
                row.label(),
                row.detail(),
                Address.of(kind.path() + "/" + row.id(), selection).toString(),
                wording.number(row.tickets()),
                tickets.toString(),
                wording.number(row.unsolved()),
                tickets.with(SelectionParser.SOLVED, "false").toString(),
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
