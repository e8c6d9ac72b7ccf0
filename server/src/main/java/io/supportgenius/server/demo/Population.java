package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import java.util.List;

/**
 * Who writes and answers the tickets of the demo.
 *
 * @param clients companies with their customers
 * @param loners customers without a company
 * @param agents who replies
 */
record Population(List<Client> clients, List<CustomerDraft> loners, List<AgentDraft> agents) {

    /** Up to this many tickets the population has its smallest size. */
    private static final double BASE_TICKETS = 800;

    static final int BASE_COMPANIES = 27;
    static final int BASE_CUSTOMERS = 40;
    static final int BASE_AGENTS = 8;

    /** One customer in so many belongs to no company. */
    private static final int CUSTOMERS_PER_LONER = 20;

    Population {
        clients = List.copyOf(clients);
        loners = List.copyOf(loners);
        agents = List.copyOf(agents);
    }

    /** The population of a demo of this size; 27 companies, 40 customers and 8 agents up to 800 tickets, then slowly more. */
    static Population of(long tickets, long seed) {
        int companies = grown(BASE_COMPANIES, 0.5, tickets);
        int customers = grown(BASE_CUSTOMERS, 0.6, tickets);
        int agents = grown(BASE_AGENTS, 0.4, tickets);
        int loners = customers / CUSTOMERS_PER_LONER;
        return new PopulationMaker(seed).make(companies, customers - loners, loners, agents);
    }

    /** How many customers there are, with and without a company. */
    int customers() {
        return loners.size()
                + clients.stream().mapToInt(client -> client.customers().size()).sum();
    }

    /** Grows with a power of the number of tickets. */
    private static int grown(int base, double exponent, long tickets) {
        return (int) StrictMath.round(base * StrictMath.pow(Math.max(1, tickets / BASE_TICKETS), exponent));
    }
}
