package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one ticket after the other; each from random numbers of its own, by its number. Not for more than one thread. */
final class TicketMaker {

    /** Products of the demo organisation; a dimension without any effect. */
    private static final List<String> PRODUCTS =
            List.of("Invoicing", "Scheduling", "Reporting", "Inventory", "Contracts");

    /** Share of tickets that name no product. */
    private static final double WITHOUT_PRODUCT = 0.05;

    /** Share of assigned tickets among those without a reply. */
    private static final double ASSIGNED_UNANSWERED = 0.3;

    /** The loners' tickets are ordinary in every way. */
    private static final Behaviour ORDINARY = CompanyRole.ORDINARY.behaviour();

    private final long seed;
    private final Population population;
    private final long ticketsPerTurn;
    private final WeightedChoice clientChoice;
    private final List<WeightedChoice> customerChoices = new ArrayList<>();
    private final List<List<Map<String, String>>> attributesByClient = new ArrayList<>();
    private final List<Map<String, String>> attributesOfLoners = attributes(null);
    private final TextMaker texts = new TextMaker();
    private final Randomness randomness;

    TicketMaker(Population population, long tickets, long seed) {
        this.seed = seed;
        this.population = population;
        ticketsPerTurn = Math.max(1, tickets / population.customers());
        randomness = new Randomness(seed, 0);
        clientChoice = WeightedChoice.of(
                population.clients(), client -> client.behaviour().volume());
        for (Client client : population.clients()) {
            customerChoices.add(busyFirst(client.customers().size()));
            attributesByClient.add(attributes(client.seats()));
        }
    }

    /** The n-th customer of a company writes 1/n times as much as its first. */
    private static WeightedChoice busyFirst(int customers) {
        double[] weights = new double[customers];
        for (int index = 0; index < customers; index++) {
            weights[index] = 1.0 / (index + 1);
        }
        return new WeightedChoice(weights);
    }

    /** The attributes of a ticket for each product, and at the end for none; made once, as they repeat. */
    private static List<Map<String, String>> attributes(@Nullable String seats) {
        List<Map<String, String>> attributes = new ArrayList<>();
        for (int product = 0; product <= PRODUCTS.size(); product++) {
            Map<String, String> values = new HashMap<>();
            if (product < PRODUCTS.size()) {
                values.put("Product", PRODUCTS.get(product));
            }
            if (seats != null) {
                values.put("Plan seats", seats);
            }
            attributes.add(Map.copyOf(values));
        }
        return attributes;
    }

    /** @param number of the ticket, from 1 */
    DemoTicket make(long number, Instant created, boolean night) {
        randomness.restart(seed, number);
        if (number % ticketsPerTurn == 0) {
            return inTurn(number, created, night);
        }
        if (randomness.happens(PlantedTruths.WITHOUT_COMPANY)) {
            int loner = randomness.below(population.loners().size());
            return fromLoner(number, created, night, loner);
        }
        int client = clientChoice.draw(randomness);
        return fromClient(
                number, created, night, client, customerChoices.get(client).draw(randomness));
    }

    /** Now and then the customers have their turn one by one, so that each of them has written at least once. */
    private DemoTicket inTurn(long number, Instant created, boolean night) {
        int turn = (int) (number / ticketsPerTurn % population.customers());
        for (int client = 0; client < population.clients().size(); client++) {
            int customers = population.clients().get(client).customers().size();
            if (turn < customers) {
                return fromClient(number, created, night, client, turn);
            }
            turn -= customers;
        }
        return fromLoner(number, created, night, turn);
    }

    private DemoTicket fromLoner(long number, Instant created, boolean night, int loner) {
        CustomerDraft requester = population.loners().get(loner);
        return make(number, created, night, requester, null, ORDINARY, attributesOfLoners);
    }

    private DemoTicket fromClient(long number, Instant created, boolean night, int index, int customer) {
        Client client = population.clients().get(index);
        CustomerDraft requester = client.customers().get(customer);
        return make(number, created, night, requester, client, client.behaviour(), attributesByClient.get(index));
    }

    private DemoTicket make(
            long number,
            Instant created,
            boolean night,
            CustomerDraft requester,
            @Nullable Client client,
            Behaviour behaviour,
            List<Map<String, String>> attributes) {
        Mood mood = behaviour.mood(randomness);
        TicketCourse course = TicketCourse.draw(created, night, behaviour, mood, randomness);
        TicketDraft draft = new TicketDraft(
                "D-" + number,
                requester,
                client == null ? null : client.company(),
                assignee(course),
                course.times(),
                kind(course),
                texts.write(mood, randomness),
                course.effort(),
                Profile.UNKNOWN,
                Map.of(),
                attributes.get(product()));
        return new DemoTicket(draft, mood);
    }

    private @Nullable AgentDraft assignee(TicketCourse course) {
        List<AgentDraft> agents = population.agents();
        AgentDraft agent = agents.get(randomness.below(agents.size()));
        boolean assigned = course.times().firstReply() != null || randomness.happens(ASSIGNED_UNANSWERED);
        return assigned ? agent : null;
    }

    private TicketKind kind(TicketCourse course) {
        return new TicketKind(
                course.status(),
                Choices.PRIORITY.draw(randomness),
                Choices.TYPE.drawOrNone(randomness),
                Choices.CHANNEL.draw(randomness));
    }

    private int product() {
        return randomness.happens(WITHOUT_PRODUCT) ? PRODUCTS.size() : randomness.below(PRODUCTS.size());
    }
}
