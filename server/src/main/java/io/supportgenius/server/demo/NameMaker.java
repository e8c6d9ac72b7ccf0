package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;

/**
 * Invents names. People are a first and a last name drawn apart from each other; companies are two last names and a word
 * of their trade, so that they are nobody's. Addresses end in {@code .example}, telephone numbers are of the range that is
 * kept free for fiction.
 */
final class NameMaker {

    private static final Map<String, List<String>> TRADES = Map.of(
            "media", List.of("Media", "Press", "Broadcasting", "Pictures"),
            "financial services", List.of("Capital", "Leasing", "Savings", "Credit"),
            "consulting", List.of("Consulting", "Advisors", "Strategy", "Partners"),
            "transportation", List.of("Freight", "Logistics", "Couriers", "Shipping"),
            "technology", List.of("Software", "Systems", "Networks", "Robotics"),
            "energy", List.of("Energy", "Power", "Solar", "Grid"));

    private final Random random;
    private final Faker faker;
    private final Set<String> taken = new HashSet<>();

    NameMaker(long seed) {
        random = new Random(seed);
        faker = new Faker(Locale.ENGLISH, random);
    }

    String company(String industry) {
        List<String> trade = TRADES.getOrDefault(industry, List.of("Company"));
        while (true) {
            String one = faker.name().lastName();
            String other = faker.name().lastName();
            String name = one + " & " + other + " " + trade.get(random.nextInt(trade.size()));
            if (!one.equals(other) && taken.add(name)) {
                return name;
            }
        }
    }

    /** The internet domain that goes with a company's name. */
    static String domain(String company) {
        return slug(company.replace(" & ", "-").replace(' ', '-')) + ".example";
    }

    CustomerDraft customer(String domain) {
        String first = faker.name().firstName();
        String last = faker.name().lastName();
        String title = faker.job().title();
        return new CustomerDraft(first + " " + last, address(first, last, domain), phone(), title);
    }

    AgentDraft agent(String tier, String group) {
        String first = faker.name().firstName();
        String last = faker.name().lastName();
        return new AgentDraft(first + " " + last, address(first, last, "support.example"), phone(), tier, group);
    }

    private String address(String first, String last, String domain) {
        String person = slug(first) + "." + slug(last);
        String address = person + "@" + domain;
        for (int number = 2; !taken.add(address); number++) {
            address = person + number + "@" + domain;
        }
        return address;
    }

    /** A number of the range +44 1632 960000 to 960999, which is never given to anybody. */
    private String phone() {
        return "+44 1632 960" + (100 + random.nextInt(900));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    }
}
