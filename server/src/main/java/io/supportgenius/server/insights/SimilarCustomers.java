package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.CancelWatch;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.similarity.CustomerGroups;
import io.supportgenius.analytics.similarity.CustomerSpace;
import io.supportgenius.analytics.similarity.Neighbour;
import io.supportgenius.analytics.similarity.Trait;
import io.supportgenius.analytics.summary.GroupFigures;
import io.supportgenius.analytics.summary.GroupFigures.Group;
import io.supportgenius.analytics.summary.Questions;
import io.supportgenius.analytics.summary.Totals;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.Snapshot;
import io.supportgenius.server.insights.ComparedDays.Days;
import io.supportgenius.server.insights.ComparedDays.Horizon;
import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import io.supportgenius.server.insights.SimilarReport.Reason;
import io.supportgenius.server.insights.TraitReasons.Party;
import io.supportgenius.server.insights.TraitReasons.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers which companies or requesters are alike, why, what happened to them next, and which groups they form. */
@Service
public class SimilarCustomers implements AutoCloseable {

    /** How many neighbours are asked for at most, and usually. */
    public static final int MOST = 20;

    public static final int USUAL = 5;

    /** They hold everything that was added up of all customers. */
    private static final int KEPT = 6;

    private static final int LONGEST_PERIOD = 30;
    private static final int SHORTEST_PERIOD = 7;
    private static final List<String> NEXT = List.of("tickets", "negativeShare", "fullResolutionTime");

    private final LiveFacts facts;
    private final SelectionResolver resolver;
    private final Views views;
    private final Clock clock;
    private final KeptAnswers<Asked, ComparedCustomers> answers = new KeptAnswers<>("similar customers", KEPT);
    private final KeptAnswers<Asked, GroupsReport> groups = new KeptAnswers<>("groups of customers");

    SimilarCustomers(LiveFacts facts, SelectionResolver resolver, Views views, Clock clock) {
        this.facts = facts;
        this.resolver = resolver;
        this.views = views;
        this.clock = clock;
    }

    /**
     * How many neighbours a parameter asks for.
     *
     * @throws InvalidSelectionException if it is not a number from 1 to {@link #MOST}
     */
    public static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        if (text.matches("[1-9]\\d?") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw new InvalidSelectionException(
                List.of(new Problem("limit", text, "Expected a number from 1 to " + MOST + ".")));
    }

    /**
     * The customers most like one; empty if there is none with this id.
     *
     * @param dimension {@code company} or {@code requester}
     * @throws InvalidSelectionException if the selection names something that does not exist
     */
    public Optional<SimilarReport> answer(String dimension, long id, TicketSelection selection, int most) {
        Snapshot snapshot = facts.current();
        if (snapshot.names(new Dimension(dimension)).code(id).isEmpty()) {
            return Optional.empty();
        }
        Asked asked = asked(dimension, selection);
        ComparedCustomers compared = answers.get(snapshot.facts(), asked, () -> question(snapshot, asked));
        return Optional.of(report(compared, id, most));
    }

    /** The same for somebody who does not want to wait: also empty when customers are not compared within a time. */
    public Optional<SimilarReport> answerWithin(
            String dimension, long id, TicketSelection selection, int most, Duration longest) {
        Snapshot snapshot = facts.current();
        Asked asked = asked(dimension, selection);
        return answers.get(snapshot.facts(), asked, () -> question(snapshot, asked), longest)
                .filter(compared -> compared.names().code(id).isPresent())
                .map(compared -> report(compared, id, most));
    }

    /**
     * The groups that customers fall into.
     *
     * @param dimension {@code company} or {@code requester}
     * @throws InvalidSelectionException if the selection names something that does not exist
     */
    public GroupsReport groups(String dimension, TicketSelection selection) {
        Snapshot snapshot = facts.current();
        Asked asked = asked(dimension, selection);
        return groups.get(snapshot.facts(), asked, () -> grouping(snapshot, asked));
    }

    /** The same for somebody who does not want to wait. */
    public Optional<GroupsReport> groupsWithin(String dimension, TicketSelection selection, Duration longest) {
        Snapshot snapshot = facts.current();
        Asked asked = asked(dimension, selection);
        return groups.get(snapshot.facts(), asked, () -> grouping(snapshot, asked), longest);
    }

    private Function<CancelWatch, GroupsReport> grouping(Snapshot snapshot, Asked asked) {
        ComparedCustomers compared = answers.get(snapshot.facts(), asked, () -> question(snapshot, asked));
        return watch -> new GroupsQuestion(compared).report(CustomerGroups.of(compared.space(), watch));
    }

    private Function<CancelWatch, ComparedCustomers> question(Snapshot snapshot, Asked asked) {
        Selection resolved = resolver.resolve(asked.selection(), snapshot.facts());
        Days days = days(snapshot.facts(), asked.selection());
        return watch -> ComparedCustomers.of(snapshot, asked.dimension(), asked.selection(), resolved, days);
    }

    /** A filter on the customers themselves gives way: with one of them alone nobody could be compared. */
    private static Asked asked(String dimension, TicketSelection selection) {
        var filters = new LinkedHashMap<>(selection.filters());
        filters.remove(dimension);
        return new Asked(dimension, new TicketSelection(selection.from(), selection.to(), filters, selection.q()));
    }

    /** The finished days of a selection that have tickets at all. */
    private @Nullable Days days(TicketFacts columns, TicketSelection selection) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), columns.zone());
        Horizon horizon = Horizon.of(columns, today);
        LocalDate first = horizon.firstDay();
        LocalDate last = horizon.lastFinishedDay();
        LocalDate from = selection.from();
        LocalDate to = selection.to();
        if (first == null || last == null) {
            return null;
        }
        // Days after the last creation have solutions only: no tickets there are no fewer tickets.
        var questions = new Questions();
        Totals all = questions.ask(Totals.KEY, Totals::new);
        questions.answer(columns, Selection.ALL);
        LocalDate created = TrendDays.day(all.lastCreated(), columns.zone());
        LocalDate newest = created.isBefore(last) ? created : last;
        LocalDate begin = from != null && from.isAfter(first) ? from : first;
        LocalDate end = to != null && to.isBefore(newest) ? to : newest;
        return end.isBefore(begin) ? null : new Days(begin, end);
    }

    private SimilarReport report(ComparedCustomers compared, long id, int most) {
        CustomerSpace space = compared.space();
        int code = compared.names().code(id).orElseThrow();
        List<Neighbour> nearest = space.has(code) ? space.nearest(code, most) : List.of();
        Map<Integer, Group> figures = figures(compared, code, nearest);
        var reasons = new TraitReasons(compared);
        ViewChanges changes = next(compared, nearest);
        int notable = (int) nearest.stream().filter(Neighbour::notable).count();
        return new SimilarReport(
                id,
                compared.label(code),
                space.tickets().of(code).tickets(),
                space.size(),
                space.byProfileOnly(code),
                space.traits().stream().map(compared::name).toList(),
                space.leftOut().stream().map(compared::name).toList(),
                notable,
                nearest.stream()
                        .map(neighbour -> neighbour(compared, code, neighbour, figures, reasons, changes))
                        .toList(),
                changes.comparison(),
                verdict(space, code, nearest, notable));
    }

    private static String verdict(CustomerSpace space, int code, List<Neighbour> nearest, int notable) {
        if (!space.has(code)) {
            return "There is no ticket of this customer in the selection, so nothing can be compared.";
        }
        if (nearest.isEmpty()) {
            return "Nothing to compare: customers of this selection do not differ by more than chance.";
        }
        String few = space.byProfileOnly(code)
                ? " It has fewer than " + CustomerSpace.FEW + " tickets here, so only its profile was compared."
                : "";
        return notable == 0
                ? "No customer is notably similar: the nearest is no nearer than chance would bring somebody." + few
                : "Nearer than chance would bring anybody: " + notable + " of the " + nearest.size() + " nearest."
                        + few;
    }

    private SimilarReport.Neighbour neighbour(
            ComparedCustomers compared,
            int own,
            Neighbour found,
            Map<Integer, Group> figures,
            TraitReasons reasons,
            ViewChanges changes) {
        long id = compared.names().id(found.code());
        var next = new LinkedHashMap<String, Changed>();
        Map<String, Changed> changed = changes.of(id);
        NEXT.stream().filter(changed::containsKey).forEach(name -> next.put(name, changed.get(name)));
        return new SimilarReport.Neighbour(
                id,
                compared.label(found.code()),
                compared.space().tickets().of(found.code()).tickets(),
                found.distance(),
                found.notable(),
                found.reasons().stream()
                        .map(trait -> reason(compared, trait, own, found.code(), figures, reasons))
                        .toList(),
                found.unknown().stream().map(compared::name).toList(),
                next);
    }

    private static Reason reason(
            ComparedCustomers compared,
            Trait trait,
            int own,
            int theirs,
            Map<Integer, Group> figures,
            TraitReasons reasons) {
        var none = new Group();
        List<Party> parties = List.of(
                new Party(compared.space().tickets().of(own), figures.getOrDefault(own, none)),
                new Party(compared.space().tickets().of(theirs), figures.getOrDefault(theirs, none)));
        Said said = reasons.of(trait, parties, parties.size());
        return new Reason(
                compared.name(trait),
                said.value(),
                said.unit(),
                said.sides().get(0),
                said.sides().get(1));
    }

    /** Exact medians and means, of those that are shown alone. */
    private static Map<Integer, Group> figures(ComparedCustomers compared, int own, List<Neighbour> nearest) {
        int index = compared.facts().index(new Dimension(compared.dimension()));
        var shown = new BitSet();
        shown.set(own);
        nearest.stream().filter(Neighbour::notable).forEach(neighbour -> shown.set(neighbour.code()));
        var groups = new GroupFigures(index, compared.facts().index(Dimension.SENTIMENT));
        if (shown.cardinality() > 1) {
            compared.facts().scan(compared.resolved().with(index, shown), groups::accept);
        }
        var figures = new LinkedHashMap<Integer, Group>();
        shown.stream().forEach(code -> figures.put(code, groups.figures(code)));
        return figures;
    }

    /** How neighbours changed in the last days of the selection against as many before. */
    private ViewChanges next(ComparedCustomers compared, List<Neighbour> nearest) {
        Days days = compared.days();
        List<Long> notable = nearest.stream()
                .filter(Neighbour::notable)
                .map(neighbour -> compared.names().id(neighbour.code()))
                .toList();
        long period = days == null
                ? 0
                : Math.min(LONGEST_PERIOD, (ChronoUnit.DAYS.between(days.first(), days.last()) + 1) / 2);
        if (days == null || period < SHORTEST_PERIOD || notable.isEmpty()) {
            return new ViewChanges(null, "There are too few days to compare.", Map.of());
        }
        TicketSelection asked = compared.selection();
        var last = new TicketSelection(days.last().minusDays(period - 1), days.last(), asked.filters(), asked.q());
        return views.changes(compared.dimension(), new ArrayList<>(notable), last, Baseline.PREVIOUS);
    }

    @Override
    public void close() {
        answers.close();
        groups.close();
    }

    /** @param selection without a filter on the dimension */
    private record Asked(String dimension, TicketSelection selection) {}
}
