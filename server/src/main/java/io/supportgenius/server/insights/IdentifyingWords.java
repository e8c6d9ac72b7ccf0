package io.supportgenius.server.insights;

import io.supportgenius.server.store.Records;
import io.supportgenius.server.ticket.Company;
import io.supportgenius.server.ticket.Customer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A few words that tell people and companies of similar names apart. */
@Component
class IdentifyingWords {

    private final Records records;

    IdentifyingWords(Records records) {
        this.records = records;
    }

    /** Ids to their words; those of which nothing is known are left out. */
    Map<Long, String> of(String dimension, Collection<Long> ids) {
        return switch (dimension) {
            case "agent" -> agents(ids);
            case "company" -> companies(ids);
            case "requester" -> requesters(ids);
            default -> throw new IllegalArgumentException(dimension + " has no names");
        };
    }

    private Map<Long, String> agents(Collection<Long> ids) {
        var details = new HashMap<Long, String>();
        records.agents(ids)
                .forEach(agent -> put(details, agent.id().value(), words(agent.group(), agent.tier(), agent.email())));
        return details;
    }

    private Map<Long, String> companies(Collection<Long> ids) {
        var details = new HashMap<Long, String>();
        records.companies(ids)
                .forEach(company -> put(
                        details,
                        company.id().value(),
                        words(
                                company.profile().industry(),
                                company.profile().supportTier(),
                                company.profile().location())));
        return details;
    }

    private Map<Long, String> requesters(Collection<Long> ids) {
        var customers = records.customers(ids);
        var companyIds = customers.stream()
                .map(Customer::company)
                .filter(Objects::nonNull)
                .map(id -> id.value())
                .distinct()
                .toList();
        Map<Long, String> companies = records.companies(companyIds).stream()
                .collect(Collectors.toMap(company -> company.id().value(), Company::name));
        var details = new HashMap<Long, String>();
        customers.forEach(customer -> {
            String company = customer.company() == null
                    ? null
                    : companies.get(customer.company().value());
            put(details, customer.id().value(), words(customer.jobTitle(), company));
        });
        return details;
    }

    private static void put(Map<Long, String> details, long id, String words) {
        if (!words.isEmpty()) {
            details.put(id, words);
        }
    }

    private static String words(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
