package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketEffort;
import io.supportgenius.server.ticket.TicketKind;
import io.supportgenius.server.ticket.TicketText;
import io.supportgenius.server.ticket.TicketTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tickets of the demo, as they are, and with their columns dealt anew, so that nothing in them goes with anything else. */
public final class DealtDemo {

    private DealtDemo() {}

    /** The tickets as the demo has them. */
    public static List<TicketDraft> planted(long seed) {
        return DemoCompany.generate(Samples.SHOWN, seed).toList();
    }

    /** The same tickets after each column was dealt to them anew, independently of all others. */
    public static List<TicketDraft> dealt(long seed) {
        var deal = new Deal(planted(seed), new Random(seed));
        List<Instant> created =
                deal.column(ticket -> Objects.requireNonNull(ticket.times().created()));
        List<@Nullable Duration> replies =
                deal.column(ticket -> since(ticket, ticket.times().firstReply()));
        List<Course> courses = deal.column(ticket ->
                new Course(ticket.kind().status(), since(ticket, ticket.times().solved())));
        List<@Nullable Integer> touches = deal.column(ticket -> ticket.effort().touches());
        List<@Nullable CustomerDraft> requesters = deal.column(TicketDraft::requester);
        List<@Nullable AgentDraft> agents = deal.column(TicketDraft::assignee);
        List<@Nullable String> companies = deal.column(
                ticket -> ticket.company() == null ? null : ticket.company().name());
        List<@Nullable String> industries =
                deal.column(ticket -> profile(ticket).industry());
        List<@Nullable String> tiers = deal.column(ticket -> profile(ticket).supportTier());
        List<@Nullable String> locations = deal.column(ticket -> profile(ticket).location());
        List<@Nullable Boolean> pilots = deal.column(ticket -> profile(ticket).pilot());
        List<@Nullable String> priorities = deal.column(ticket -> ticket.kind().priority());
        List<@Nullable String> types = deal.column(ticket -> ticket.kind().type());
        List<@Nullable String> channels = deal.column(ticket -> ticket.kind().channel());
        List<TicketText> texts = deal.column(TicketDraft::text);
        List<@Nullable String> products =
                deal.column(ticket -> ticket.attributes().get("Product"));
        List<@Nullable String> seats = deal.column(ticket -> ticket.attributes().get("Plan seats"));
        var dealt = new ArrayList<TicketDraft>();
        for (int i = 0; i < created.size(); i++) {
            Instant begin = created.get(i);
            Map<String, String> attributes = new HashMap<>();
            put(attributes, "Product", products.get(i));
            put(attributes, "Plan seats", seats.get(i));
            String company = companies.get(i);
            dealt.add(new TicketDraft(
                    "D-" + i,
                    requesters.get(i),
                    company == null ? null : new CompanyDraft(company, null, null, Profile.UNKNOWN),
                    agents.get(i),
                    new TicketTimes(
                            begin,
                            after(begin, replies.get(i)),
                            null,
                            after(begin, courses.get(i).resolution()),
                            null,
                            null),
                    new TicketKind(courses.get(i).status(), priorities.get(i), types.get(i), channels.get(i)),
                    texts.get(i),
                    new TicketEffort(touches.get(i), null, null),
                    new Profile(industries.get(i), tiers.get(i), locations.get(i), pilots.get(i)),
                    Map.of(),
                    attributes));
        }
        return dealt;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static Profile profile(TicketDraft ticket) {
        return ticket.company() == null ? Profile.UNKNOWN : ticket.company().profile();
    }

    private static @Nullable Duration since(TicketDraft ticket, @Nullable Instant time) {
        return time == null ? null : Duration.between(ticket.times().created(), time);
    }

    private static @Nullable Instant after(Instant begin, @Nullable Duration duration) {
        return duration == null ? null : begin.plus(duration);
    }

    private record Course(@Nullable String status, @Nullable Duration resolution) {}

    private record Deal(List<TicketDraft> tickets, Random random) {

        <T extends @Nullable Object> List<T> column(Function<TicketDraft, T> value) {
            var column = new ArrayList<T>();
            tickets.forEach(ticket -> column.add(value.apply(ticket)));
            Collections.shuffle(column, random);
            return column;
        }
    }
}
