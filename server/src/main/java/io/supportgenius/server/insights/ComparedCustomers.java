package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.similarity.ComparedBy;
import io.supportgenius.analytics.similarity.CustomerSpace;
import io.supportgenius.analytics.similarity.CustomerSums;
import io.supportgenius.analytics.similarity.CustomerTickets;
import io.supportgenius.analytics.similarity.Trait;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.server.facts.Names;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.insights.ComparedDays.Days;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The companies or requesters of a selection, compared once for as long as the facts are the same.
 *
 * @param selection that was asked, without a filter on the customers themselves: alone, nobody is like anybody
 * @param resolved the same as the facts take it
 * @param days first and last finished day that it covers; null when there are none
 * @param all the tickets of all customers together
 */
record ComparedCustomers(
        Snapshot snapshot,
        String dimension,
        TicketSelection selection,
        Selection resolved,
        @Nullable Days days,
        CustomerSpace space,
        CustomerSums all) {

    /** More attributes would be compared by columns of the export rather than by customers. */
    private static final int MOST_ATTRIBUTES = 6;

    /** Columns with more values are names or numbers rather than topics. */
    private static final int MOST_VALUES = 30;

    private static final List<Dimension> PROFILE =
            List.of(Dimension.INDUSTRY, Dimension.SUPPORT_TIER, Dimension.LOCATION, Dimension.PILOT);
    private static final List<Dimension> TOPICS = List.of(Dimension.CHANNEL, Dimension.TYPE, Dimension.PRIORITY);

    static ComparedCustomers of(
            Snapshot snapshot, String dimension, TicketSelection selection, Selection resolved, @Nullable Days days) {
        TicketFacts facts = snapshot.facts();
        var questions = new Questions();
        CustomerTickets tickets = questions.ask(new CustomerTickets(by(facts, dimension, days)));
        questions.answer(facts, resolved);
        Dictionary labels = snapshot.names(new Dimension(dimension)).labels();
        int[] ranks = labels.ranks();
        List<Integer> order = tickets.codes().stream()
                .boxed()
                .sorted(Comparator.comparingInt(code -> ranks[code]))
                .toList();
        CustomerSpace space = CustomerSpace.of(tickets, order).prepared();
        return new ComparedCustomers(snapshot, dimension, selection, resolved, days, space, space.together(order));
    }

    private static ComparedBy by(TicketFacts facts, String dimension, @Nullable Days days) {
        var topics = new ArrayList<Integer>();
        TOPICS.stream().map(facts::index).filter(index -> index >= 0).forEach(topics::add);
        topics.removeIf(topic -> facts.dictionary(topic).size() > MOST_VALUES + 1);
        facts.dimensions().stream()
                .filter(Dimension::isAttribute)
                .sorted(Comparator.comparing(Dimension::name))
                .map(facts::index)
                .filter(index -> facts.dictionary(index).size() > 2
                        && facts.dictionary(index).size() <= MOST_VALUES + 1)
                .limit(MOST_ATTRIBUTES)
                .forEach(topics::add);
        return ComparedBy.of(
                facts,
                facts.index(new Dimension(dimension)),
                facts.index(Dimension.SENTIMENT),
                PROFILE.stream().map(facts::index).filter(index -> index >= 0).toList(),
                topics,
                middle(days, facts.zone()));
    }

    private static long middle(@Nullable Days days, ZoneId zone) {
        if (days == null) {
            return 0;
        }
        long begin = days.first().atStartOfDay(zone).toEpochSecond();
        long end = days.last().plusDays(1).atStartOfDay(zone).toEpochSecond();
        return begin + (end - begin) / 2;
    }

    TicketFacts facts() {
        return snapshot.facts();
    }

    Names names() {
        return snapshot.names(new Dimension(dimension));
    }

    String label(int code) {
        String label = names().labels().value(code);
        return label == null ? "" : label;
    }

    /** The name of a trait in answers. */
    String name(Trait trait) {
        return switch (trait.kind()) {
            case PROFILE, TOPIC -> facts().dimensions().get(trait.dimension()).name();
            case RHYTHM -> TraitReasons.RHYTHM;
            case VOLUME -> TraitReasons.TICKETS;
            case TOUCHES -> TraitReasons.TOUCHES;
            case FIRST_REPLY -> TraitReasons.FIRST_REPLY;
            case FULL_RESOLUTION -> TraitReasons.FULL_RESOLUTION;
            case MOOD -> Dimension.SENTIMENT.name();
            case TREND -> TraitReasons.TREND;
        };
    }
}
