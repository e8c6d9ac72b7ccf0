package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import java.util.List;

/**
 * A company that buys from the demo organisation.
 *
 * @param number position among the companies, from 1
 * @param seats size of its plan, a dimension without any effect of its own
 * @param customers its people who write tickets, the busiest first, at least one
 */
record Client(
        int number,
        CompanyDraft company,
        CompanyRole role,
        Behaviour behaviour,
        String seats,
        List<CustomerDraft> customers) {

    Client {
        customers = List.copyOf(customers);
    }
}
