package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.SourceMetric;
import io.supportgenius.server.insights.FilterChoices;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.ticket.Agent;
import io.supportgenius.server.ticket.Company;
import io.supportgenius.server.ticket.Customer;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.Ticket;
import io.supportgenius.server.ticket.TicketKind;
import io.supportgenius.server.ticket.TicketTimes;
import io.supportgenius.server.web.pages.TicketListView.Link;
import io.supportgenius.server.web.pages.TicketView.Detail;
import io.supportgenius.server.web.pages.TicketView.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page of one ticket in words. */
@Component
class TicketViews {

    private static final double SECONDS_PER_HOUR = 3600;

    private final Freshness freshness;
    private final FilterChoices choices;
    private final TicketRows rows;
    private final Judgements judgements;
    private final TicketCorrections corrections;
    private final Wording wording;

    TicketViews(
            Freshness freshness,
            FilterChoices choices,
            TicketRows rows,
            Judgements judgements,
            TicketCorrections corrections,
            Wording wording) {
        this.freshness = freshness;
        this.choices = choices;
        this.rows = rows;
        this.judgements = judgements;
        this.corrections = corrections;
        this.wording = wording;
    }

    TicketView view(Ticket ticket) {
        TicketTimes times = ticket.times();
        String subject = ticket.text().subject();
        Integer touches = ticket.effort().touches();
        Integer reopens = ticket.effort().reopens();
        Boolean satisfied = ticket.effort().satisfied();
        return new TicketView(
                subject == null || subject.isBlank() ? wording.text("ticket.subject.missing") : subject,
                ticket.externalId(),
                ticket.source(),
                ticket.kind().status(),
                ticket.text().body(),
                ticket.text().tags(),
                judgements.of(
                        ticket.text(), ticket.sentiment(), ticket.sentimentModel(), corrections.corrected(ticket)),
                TicketCorrections.unjudged(ticket),
                corrections.view(ticket),
                rows.duration(hours(times.created(), times.firstReply()), "ticket.firstReply.missing"),
                rows.duration(hours(times.created(), times.solved()), "ticket.fullResolution.missing"),
                touches == null ? null : wording.number(touches),
                reopens == null ? null : wording.number(reopens),
                satisfied == null ? null : wording.text(satisfied ? "ticket.satisfied" : "ticket.dissatisfied"),
                timeline(times, freshness.state().zone()),
                people(ticket),
                kind(ticket.kind()),
                profile(ticket.profile()),
                sourceMetrics(ticket.sourceMetrics(), times),
                named(ticket.attributes(), dimensions()));
    }

    private List<Event> timeline(TicketTimes times, ZoneId zone) {
        record Moment(String name, @Nullable Instant time) {}
        var moments = List.of(
                new Moment("created", times.created()),
                new Moment("firstReply", times.firstReply()),
                new Moment("firstSolved", times.firstSolved()),
                new Moment("solved", times.solved()),
                new Moment("closed", times.closed()),
                new Moment("updated", times.updated()));
        var events = new ArrayList<Event>();
        moments.stream()
                .filter(moment -> moment.time() != null)
                .filter(moment -> !repeats(moment.name(), times))
                .sorted(Comparator.comparing(Moment::time, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(moment -> {
                    Double since = moment.name().equals("created") ? null : hours(times.created(), moment.time());
                    events.add(new Event(
                            moment.name(),
                            wording.time(moment.time(), zone),
                            since == null ? null : wording.text("ticket.since", Durations.words(since)),
                            since != null && since < 0));
                });
        return events;
    }

    /** Solved once is one event, and a last change that is another event adds nothing. */
    private static boolean repeats(String name, TicketTimes times) {
        return switch (name) {
            case "firstSolved" -> Objects.equals(times.firstSolved(), times.solved());
            case "updated" ->
                Stream.of(times.created(), times.firstReply(), times.solved(), times.closed())
                        .anyMatch(other -> Objects.equals(other, times.updated()));
            default -> false;
        };
    }

    private static @Nullable Double hours(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).getSeconds() / SECONDS_PER_HOUR;
    }

    private List<Detail> people(Ticket ticket) {
        Customer requester = ticket.requester();
        Company company = ticket.company();
        Agent agent = ticket.assignee();
        return List.of(
                new Detail(
                        wording.dimension("requester"),
                        requester == null
                                ? null
                                : new Link(
                                        requester.name(),
                                        "/customers/" + requester.id().value())),
                new Detail(
                        wording.dimension("company"),
                        company == null
                                ? null
                                : new Link(
                                        company.name(),
                                        "/companies/" + company.id().value())),
                new Detail(
                        wording.dimension("agent"),
                        agent == null
                                ? null
                                : new Link(agent.name(), "/agents/" + agent.id().value())));
    }

    private List<Detail> kind(TicketKind kind) {
        return List.of(
                detail("priority", kind.priority()), detail("type", kind.type()), detail("channel", kind.channel()));
    }

    List<Detail> profile(Profile profile) {
        Boolean pilot = profile.pilot();
        return List.of(
                detail("industry", profile.industry()),
                detail("supportTier", profile.supportTier()),
                detail("location", profile.location()),
                detail("pilot", pilot == null ? null : pilot.toString()));
    }

    private Detail detail(String dimension, @Nullable String value) {
        return new Detail(
                wording.dimension(dimension),
                value == null
                        ? null
                        : new Link(
                                wording.value(dimension, value),
                                new Address("/tickets", Map.of(dimension, List.of(value))).toString()));
    }

    /** Each with what it is compared with, where we compute the same. */
    private List<Detail> sourceMetrics(Map<String, String> values, TicketTimes times) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Detail(
                        entry.getKey(),
                        new Link(
                                SourceMetric.of(entry.getKey())
                                        .flatMap(metric -> metric.compare(entry.getValue(), times))
                                        .map(both -> compared(entry.getValue(), both))
                                        .orElse(entry.getValue()),
                                null)))
                .toList();
    }

    private String compared(String value, SourceMetric.Comparison both) {
        return both.equal()
                ? wording.text("ticket.sourceMetrics.equal", value)
                : wording.text("ticket.sourceMetrics.different", value, Durations.words(both.oursHours()));
    }

    /** Names of attributes that tickets can be filtered by; some tell tickets apart and are none. */
    private Set<String> dimensions() {
        return choices.dimensions().stream().map(FilterChoices.Choice::name).collect(Collectors.toSet());
    }

    private static List<Detail> named(Map<String, String> values, Set<String> dimensions) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    String dimension = "attribute." + entry.getKey();
                    Address there = new Address("/tickets", Map.of(dimension, List.of(entry.getValue())));
                    String href = dimensions.contains(dimension) ? there.toString() : null;
                    return new Detail(entry.getKey(), new Link(entry.getValue(), href));
                })
                .toList();
    }
}
