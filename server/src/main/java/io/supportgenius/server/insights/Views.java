package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.summary.GroupFigures;
import io.supportgenius.analytics.summary.GroupFigures.Group;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Names;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.insights.ComparedDays.Days;
import io.supportgenius.server.insights.ComparedDays.Horizon;
import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview.Reading;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the views by agent, by requester and by company. */
@Service
public class Views {

    private static final String LABEL = "label";

    /** Names that {@code sort} takes; with a leading minus the order is descending. */
    public static final List<String> SORTS = List.of(
            LABEL, "tickets", "unsolved", "firstReplyHours", "fullResolutionHours", "meanTouches", "negativeShare");

    /** The order of those who do not ask for one. */
    public static final String USUAL_SORT = "-tickets";

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final IdentifyingWords details;
    private final Clock clock;

    Views(LiveFacts facts, SelectionResolver resolver, IdentifyingWords details, Clock clock) {
        this.facts = facts;
        this.resolver = resolver;
        this.clock = clock;
        this.details = details;
    }

    /**
     * @param dimension {@code agent}, {@code requester} or {@code company}
     * @param name part of a name to look for, ignoring case; null for all
     * @param sort one of {@link #SORTS}; the hours are medians; those without the value come last
     * @throws InvalidSelectionException if selection, sort, limit or cursor cannot be understood
     */
    public ViewPage page(
            String dimension,
            TicketSelection selection,
            @Nullable String name,
            String sort,
            int limit,
            @Nullable String after) {
        ListOrder order = ListOrder.of(sort, limit, SORTS);
        Ordered all = ordered(dimension, selection, name, order);
        Comparator<Place> byPlace = order(order.descending());
        Place begin = begin(after, sort, order, all.labels());
        List<Place> page = all.places().stream()
                .filter(place -> begin == null || byPlace.compare(place, begin) > 0)
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        List<Place> shown = more ? page.subList(0, limit) : page;
        return new ViewPage(
                all.places().size(),
                all.groups().figures(Dictionary.MISSING).tickets(),
                rows(dimension, shown, all.names(), all.groups()),
                more ? cursor(shown.get(limit - 1), sort, order, all.names()).text() : null);
    }

    /**
     * All that {@link #page} gives page by page, of one state of the facts.
     *
     * @throws InvalidSelectionException if selection or sort cannot be understood
     */
    public List<ViewRow> all(String dimension, TicketSelection selection, @Nullable String name, String sort) {
        Ordered all = ordered(dimension, selection, name, ListOrder.of(sort, 1, SORTS));
        return rows(dimension, all.places(), all.names(), all.groups());
    }

    private Ordered ordered(String dimension, TicketSelection selection, @Nullable String name, ListOrder order) {
        Snapshot snapshot = facts.current();
        TicketFacts columns = snapshot.facts();
        int index = columns.index(new Dimension(dimension));
        GroupFigures groups = groups(index, selection, columns);
        Dictionary labels = columns.dictionary(index);
        int[] ranks = labels.ranks();
        Names names = snapshot.names(new Dimension(dimension));
        List<Place> places = codes(groups, selection, labels, name).stream()
                .mapToObj(code -> place(order, groups.figures(code), ranks[code], names.id(code)))
                .sorted(order(order.descending()))
                .toList();
        return new Ordered(places, groups, labels, names);
    }

    /**
     * The figures of one agent, customer or company; empty if there is none with this id. A filter of the selection on the dimension
     * itself gives way to this one.
     */
    public Optional<ViewRow> row(String dimension, long id, TicketSelection selection) {
        Snapshot snapshot = facts.current();
        Names names = snapshot.names(new Dimension(dimension));
        OptionalInt code = names.code(id);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        int index = snapshot.facts().index(new Dimension(dimension));
        String label = names.labels().value(code.getAsInt());
        var filters = new LinkedHashMap<>(selection.filters());
        filters.put(dimension, List.of(label == null ? "" : label));
        var theirs = new TicketSelection(selection.from(), selection.to(), filters, selection.q());
        GroupFigures groups = groups(index, theirs, snapshot.facts());
        Map<Long, String> found = details.of(dimension, List.of(id));
        return Optional.of(row(id, code.getAsInt(), found.get(id), names, groups));
    }

    /**
     * How the figures of some of them changed.
     *
     * @param ids of those to compare
     * @param baseline what is compared with
     */
    public ViewChanges changes(String dimension, List<Long> ids, TicketSelection selection, Baseline baseline) {
        Snapshot snapshot = facts.current();
        TicketFacts columns = snapshot.facts();
        LocalDate today = LocalDate.ofInstant(clock.instant(), columns.zone());
        ComparedDays days = ComparedDays.of(selection.from(), selection.to(), baseline, Horizon.of(columns, today));
        Days current = days.current();
        Days previous = days.previous();
        if (current == null || previous == null) {
            return new ViewChanges(null, days.reason(), Map.of());
        }
        int index = columns.index(new Dimension(dimension));
        GroupFigures now = groups(index, within(selection, current), columns);
        GroupFigures before = groups(index, within(selection, previous), columns);
        Names names = snapshot.names(new Dimension(dimension));
        var changes = new LinkedHashMap<Long, Map<String, Changed>>();
        for (Long id : ids) {
            names.code(id).ifPresent(code -> changes.put(id, changes(before.figures(code), now.figures(code))));
        }
        return new ViewChanges(days.comparison(), null, changes);
    }

    private static TicketSelection within(TicketSelection selection, Days days) {
        return new TicketSelection(days.first(), days.last(), selection.filters(), selection.q());
    }

    /** More unsolved tickets of younger days are no loss, so they are neither better nor worse. */
    private static Map<String, Changed> changes(Group before, Group now) {
        return Map.of(
                "tickets",
                change(OverviewMeasure.CREATED, before, now, group -> OverviewMeasure.count(group.tickets())),
                "unsolved",
                change(OverviewMeasure.CREATED, before, now, group -> OverviewMeasure.count(group.unsolved())),
                "firstReplyTime",
                change(
                        OverviewMeasure.FIRST_REPLY_TIME,
                        before,
                        now,
                        group -> OverviewMeasure.duration(group.firstReply())),
                "fullResolutionTime",
                change(
                        OverviewMeasure.FULL_RESOLUTION_TIME,
                        before,
                        now,
                        group -> OverviewMeasure.duration(group.fullResolution())),
                "meanTouches",
                replies(before, now),
                "negativeShare",
                change(
                        OverviewMeasure.NEGATIVE_SHARE,
                        before,
                        now,
                        group -> OverviewMeasure.negativeShare(SentimentFigures.of(group.sentiments()))));
    }

    private static Changed replies(Group before, Group now) {
        Reading earlier = OverviewMeasure.replies(before);
        Reading later = OverviewMeasure.replies(now);
        return new Changed(
                OverviewMeasure.Unit.REPLIES.key(), later, earlier, OverviewMeasure.changeOfReplies(earlier, later));
    }

    private static Changed change(OverviewMeasure measure, Group before, Group now, Function<Group, Reading> reading) {
        Reading earlier = reading.apply(before);
        Reading later = reading.apply(now);
        return new Changed(measure.unit().key(), later, earlier, measure.change(earlier, later));
    }

    private GroupFigures groups(int index, TicketSelection selection, TicketFacts columns) {
        var questions = new Questions();
        GroupFigures groups = questions.ask(new GroupFigures(index, columns.index(Dimension.SENTIMENT)));
        questions.answer(columns, resolver.resolve(selection, columns));
        return groups;
    }

    /** Those with tickets in the selection; without any condition also those that never had a ticket. */
    private static BitSet codes(
            GroupFigures groups, TicketSelection selection, Dictionary labels, @Nullable String name) {
        BitSet codes = groups.codes();
        if (selection.equals(TicketSelection.ALL)) {
            codes.set(0, labels.size());
        }
        codes.clear(Dictionary.MISSING);
        if (name != null && !name.isBlank()) {
            codes.and(labels.codesContaining(name.strip()));
        }
        return codes;
    }

    private static Place place(ListOrder order, Group group, int rank, long id) {
        double value = switch (order.name()) {
            case LABEL -> rank;
            case "tickets" -> group.tickets();
            case "unsolved" -> group.unsolved();
            case "firstReplyHours" -> group.firstReply().percentile(0.5);
            case "fullResolutionHours" -> group.fullResolution().percentile(0.5);
            case "meanTouches" -> group.meanTouches();
            case "negativeShare" -> group.sentiments().negativeShare();
            default -> throw new IllegalArgumentException(order.name());
        };
        return new Place(Double.isNaN(value), Double.isNaN(value) ? 0 : value, id);
    }

    private static @Nullable Place begin(@Nullable String after, String sort, ListOrder order, Dictionary labels) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        Cursor cursor = Cursor.of(after, sort);
        String value = cursor.value();
        if (value == null) {
            return new Place(true, 0, cursor.id());
        }
        return new Place(false, order.name().equals(LABEL) ? labels.rank(value) : cursor.number(), cursor.id());
    }

    private static Cursor cursor(Place last, String sort, ListOrder order, Names names) {
        if (last.missing()) {
            return new Cursor(sort, null, last.id());
        }
        String value = order.name().equals(LABEL)
                ? names.labels().value(names.code(last.id()).orElseThrow())
                : Double.toString(last.value());
        return new Cursor(sort, value, last.id());
    }

    private static Comparator<Place> order(boolean descending) {
        Comparator<Place> byValue = Comparator.comparingDouble(Place::value);
        return Comparator.comparing(Place::missing)
                .thenComparing(descending ? byValue.reversed() : byValue)
                .thenComparingLong(Place::id);
    }

    /** All of a list in its order, with what their figures are taken from. */
    private record Ordered(List<Place> places, GroupFigures groups, Dictionary labels, Names names) {}

    /** Where one of them stands in the order. */
    private record Place(boolean missing, double value, long id) {}

    private List<ViewRow> rows(String dimension, List<Place> shown, Names names, GroupFigures groups) {
        Map<Long, String> found =
                details.of(dimension, shown.stream().map(Place::id).toList());
        return shown.stream()
                .map(place ->
                        row(place.id(), names.code(place.id()).orElseThrow(), found.get(place.id()), names, groups))
                .toList();
    }

    private static ViewRow row(long id, int code, @Nullable String detail, Names names, GroupFigures groups) {
        Group group = groups.figures(code);
        String label = names.labels().value(code);
        return new ViewRow(
                id,
                label == null ? "" : label,
                detail,
                group.tickets(),
                group.unsolved(),
                Figures.of(group.firstReply()),
                Figures.of(group.fullResolution()),
                Double.isNaN(group.meanTouches()) ? null : group.meanTouches(),
                SentimentFigures.of(group.sentiments()));
    }
}
