package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes the companies, customers and agents of one seed. */
final class PopulationMaker {

    private static final double VOLUME_SIGMA = 0.5;
    private static final List<String> TIERS = List.of("Gold", "Silver", "Bronze");
    private static final List<String> SEATS = List.of("10", "25", "50", "100", "250", "500");
    private static final List<String> AGENT_TIERS = List.of("Tier 1", "Tier 1", "Tier 2", "Tier 3");
    private static final List<String> AGENT_GROUPS = List.of("Help desk", "Billing", "Integrations");
    private static final List<String> LONER_DOMAINS = List.of("example.com", "example.org", "example.net");

    /** What companies of one position in each 27 are alike in; null is drawn for each company anew. */
    private record Template(CompanyRole role, String industry, boolean pilot) {}

    private static final List<Template> TEMPLATES = templates();

    private final NameMaker names;
    private final Randomness randomness;
    private final List<Place> places;

    PopulationMaker(long seed) {
        names = new NameMaker(seed);
        randomness = new Randomness(seed, -1);
        places = new ArrayList<>(Place.ALL);
        Collections.shuffle(places, new Random(seed));
    }

    Population make(int companies, int customers, int loners, int agents) {
        List<Behaviour> behaviours = new ArrayList<>();
        for (int index = 0; index < companies; index++) {
            behaviours.add(behaviour(template(index).role()));
        }
        int[] people = people(behaviours, customers);
        List<Client> clients = new ArrayList<>();
        for (int index = 0; index < companies; index++) {
            clients.add(client(index, behaviours.get(index), people[index]));
        }
        List<CustomerDraft> withoutCompany = new ArrayList<>();
        for (int index = 0; index < loners; index++) {
            withoutCompany.add(names.customer(LONER_DOMAINS.get(index % LONER_DOMAINS.size())));
        }
        List<AgentDraft> staff = new ArrayList<>();
        for (int index = 0; index < agents; index++) {
            staff.add(names.agent(
                    AGENT_TIERS.get(index % AGENT_TIERS.size()), AGENT_GROUPS.get(index % AGENT_GROUPS.size())));
        }
        return new Population(clients, withoutCompany, staff);
    }

    private static Template template(int index) {
        return TEMPLATES.get(index % TEMPLATES.size());
    }

    private Behaviour behaviour(CompanyRole role) {
        Behaviour behaviour = role.behaviour();
        if (role != CompanyRole.ORDINARY) {
            return behaviour;
        }
        return behaviour.withVolume(randomness.logNormal(behaviour.volume(), VOLUME_SIGMA));
    }

    /** One customer for each company, the others where the volume is. */
    private int[] people(List<Behaviour> behaviours, int customers) {
        int[] people = new int[behaviours.size()];
        WeightedChoice choice = WeightedChoice.of(behaviours, Behaviour::volume);
        for (int customer = 0; customer < customers; customer++) {
            people[customer < people.length ? customer : choice.draw(randomness)]++;
        }
        return people;
    }

    private Client client(int index, Behaviour behaviour, int people) {
        Template template = template(index);
        Place place = place(index, template.role());
        String name = names.company(template.industry());
        String domain = NameMaker.domain(name);
        String tier = tier(index, template.role());
        Profile profile = new Profile(template.industry(), tier, place.city(), template.pilot());
        List<CustomerDraft> customers = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            customers.add(names.customer(domain));
        }
        CompanyDraft company = new CompanyDraft(name, domain, place.zone(), profile);
        return new Client(index + 1, company, template.role(), behaviour, seats(template.role()), customers);
    }

    /** Each group of look-alikes has one city; the first other companies share out the rest of the cities. */
    private Place place(int index, CompanyRole role) {
        return switch (role) {
            case LOOK_ALIKE_MEDIA -> places.get(0);
            case LOOK_ALIKE_ENERGY -> places.get(1);
            case LOOK_ALIKE_TECHNOLOGY -> places.get(2);
            case STRUGGLING_PILOT ->
                index < Population.BASE_COMPANIES ? places.get(3 + index) : places.get(randomness.below(places.size()));
            case ORDINARY -> {
                int city = index - 11 + 6;
                yield city < places.size() ? places.get(city) : places.get(randomness.below(places.size()));
            }
        };
    }

    private String tier(int index, CompanyRole role) {
        return switch (role) {
            case LOOK_ALIKE_MEDIA -> "Gold";
            case LOOK_ALIKE_ENERGY -> "Silver";
            case LOOK_ALIKE_TECHNOLOGY -> "Bronze";
            case STRUGGLING_PILOT, ORDINARY -> TIERS.get(index % TIERS.size());
        };
    }

    private String seats(CompanyRole role) {
        return switch (role) {
            case LOOK_ALIKE_MEDIA -> "250";
            case LOOK_ALIKE_ENERGY -> "100";
            case LOOK_ALIKE_TECHNOLOGY -> "25";
            case STRUGGLING_PILOT, ORDINARY -> SEATS.get(randomness.below(SEATS.size()));
        };
    }

    private static List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        templates.addAll(Collections.nCopies(3, new Template(CompanyRole.STRUGGLING_PILOT, "transportation", true)));
        templates.addAll(Collections.nCopies(3, new Template(CompanyRole.LOOK_ALIKE_MEDIA, "media", false)));
        templates.addAll(Collections.nCopies(3, new Template(CompanyRole.LOOK_ALIKE_ENERGY, "energy", false)));
        templates.addAll(Collections.nCopies(2, new Template(CompanyRole.LOOK_ALIKE_TECHNOLOGY, "technology", true)));
        for (String industry : List.of("consulting", "financial services")) {
            templates.add(new Template(CompanyRole.ORDINARY, industry, true));
            templates.add(new Template(CompanyRole.ORDINARY, industry, true));
            templates.add(new Template(CompanyRole.ORDINARY, industry, false));
            templates.add(new Template(CompanyRole.ORDINARY, industry, false));
        }
        for (String industry : List.of(
                "technology",
                "technology",
                "technology",
                "transportation",
                "transportation",
                "transportation",
                "media",
                "energy")) {
            templates.add(new Template(CompanyRole.ORDINARY, industry, false));
        }
        return List.copyOf(templates);
    }
}
