package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.TicketFacts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Companies of known kinds, the same for the same seed. Companies 1 to 6 are of kind 0, 7 to 12 of kind 1, and so on. A company takes each
 * value of its kind's profile with some purity, else any; its tickets behave as those of its kind do, around a level of its own. Kind -1
 * stands for companies that have nothing in common: any profile, and tickets that are all alike.
 */
final class PlantedCustomers {

    static final int OF_A_KIND = 6;

    static final List<Dimension> DIMENSIONS = List.of(
            Dimension.INDUSTRY,
            Dimension.SUPPORT_TIER,
            Dimension.LOCATION,
            Dimension.PILOT,
            Dimension.COMPANY,
            Dimension.CHANNEL,
            Dimension.SENTIMENT);

    private static final int[] VALUES = {6, 3, 21, 2, 120, 4, 3};
    private static final int COMPANY = 4;
    private static final long BEGIN = 1_704_067_200L;
    private static final int DAYS = 90;

    private final Random random;
    private final int tickets;
    private final List<FactsRow> rows = new ArrayList<>();

    private PlantedCustomers(long seed, int tickets) {
        random = new Random(seed);
        this.tickets = tickets;
    }

    /** Ten kinds of six companies with so many tickets each, more or less. */
    static List<FactsRow> kinds(long seed, double purity, int tickets) {
        var made = new PlantedCustomers(seed, tickets);
        for (int kind = 0; kind < 10; kind++) {
            var behaviour = made.behaviour();
            int[] profile = made.anyProfile();
            for (int i = 1; i <= OF_A_KIND; i++) {
                made.company(kind * OF_A_KIND + i, made.mixed(profile, purity), behaviour);
            }
        }
        return made.rows;
    }

    /** Sixty companies of any profile whose tickets are all of one kind. */
    static List<FactsRow> strangers(long seed, int tickets) {
        var made = new PlantedCustomers(seed, tickets);
        var behaviour = made.behaviour();
        for (int company = 1; company <= 60; company++) {
            made.company(company, made.anyProfile(), behaviour);
        }
        return made.rows;
    }

    /**
     * 1,200 tickets of 60 companies; company c is of segment c modulo 5. Companies keep each value of their segment's profile with the purity, tickets the
     * segment's sentiment; else it is any.
     */
    static List<FactsRow> segments(long seed, double purity) {
        var made = new PlantedCustomers(seed, 0);
        var profiles = new ArrayList<int[]>();
        var moods = new int[5];
        for (int segment = 0; segment < moods.length; segment++) {
            profiles.add(made.anyProfile());
            moods[segment] = 1 + made.random.nextInt(3);
        }
        var companies = new ArrayList<int[]>();
        for (int company = 1; company <= 60; company++) {
            companies.add(made.mixed(profiles.get(company % moods.length), purity));
        }
        for (int ticket = 1; ticket <= 1200; ticket++) {
            int company = 1 + made.random.nextInt(60);
            int[] profile = companies.get(company - 1);
            boolean kept = made.random.nextDouble() < purity;
            made.rows.add(new FactsRow(
                    ticket,
                    BEGIN + 3600L * made.random.nextInt(24 * DAYS),
                    null,
                    FactsBlock.MISSING,
                    FactsBlock.MISSING,
                    FactsBlock.MISSING,
                    FactsBlock.MISSING,
                    profile[0],
                    profile[1],
                    profile[2],
                    profile[3],
                    company,
                    0,
                    kept ? moods[company % moods.length] : 1 + made.random.nextInt(3)));
        }
        return made.rows;
    }

    static TicketFacts facts(List<FactsRow> rows) {
        var facts = new FactsBuilder(TicketFacts.empty(ZoneOffset.UTC, DIMENSIONS));
        rows.forEach(facts::put);
        var dictionaries = new ArrayList<Dictionary>();
        for (int d = 0; d < VALUES.length; d++) {
            var builder = new Dictionary.Builder();
            for (int code = 1; code <= VALUES[d]; code++) {
                builder.code(DIMENSIONS.get(d).name() + " " + code);
            }
            dictionaries.add(builder.build());
        }
        return facts.build(dictionaries);
    }

    static ComparedBy by(TicketFacts facts) {
        return ComparedBy.of(facts, COMPANY, 6, List.of(0, 1, 2, 3), List.of(5), BEGIN + DAYS / 2 * 86_400L);
    }

    private void company(int company, int[] profile, Behaviour behaviour) {
        int count = Math.max(1, (int) Math.round(tickets * behaviour.volume() * Math.exp(0.2 * random.nextGaussian())));
        for (int i = 0; i < count; i++) {
            long created = BEGIN
                    + random.nextInt(DAYS) * 86_400L
                    + 3600L * Math.floorMod(Math.round(behaviour.hour() + 3 * random.nextGaussian()), 24);
            int reply = (int) (3600 * behaviour.reply() * Math.exp(random.nextGaussian()));
            int touches = 1 + (int) (behaviour.touches() * -Math.log(1 - random.nextDouble()));
            int resolution = reply + (int) (3600 * behaviour.work() * Math.exp(random.nextGaussian()));
            double mood = random.nextDouble();
            int sentiment = mood < behaviour.negative() ? 1 : mood < behaviour.negative() + 0.3 ? 2 : 3;
            int channel = random.nextDouble() < 0.6 ? behaviour.channel() : 1 + random.nextInt(4);
            rows.add(new FactsRow(
                    rows.size() + 1,
                    created,
                    created + resolution,
                    reply,
                    resolution,
                    touches,
                    FactsBlock.MISSING,
                    profile[0],
                    profile[1],
                    profile[2],
                    profile[3],
                    company,
                    channel,
                    sentiment));
        }
    }

    private int[] anyProfile() {
        return new int[] {1 + random.nextInt(6), 1 + random.nextInt(3), 1 + random.nextInt(21), 1 + random.nextInt(2)};
    }

    private int[] mixed(int[] profile, double purity) {
        int[] mixed = anyProfile();
        for (int d = 0; d < mixed.length; d++) {
            if (random.nextDouble() < purity) {
                mixed[d] = profile[d];
            }
        }
        return mixed;
    }

    private Behaviour behaviour() {
        return new Behaviour(
                Math.exp(0.4 * random.nextGaussian()),
                random.nextInt(24),
                Math.exp(0.7 * random.nextGaussian()),
                Math.exp(0.7 * random.nextGaussian() + 2),
                1 + 3 * random.nextDouble(),
                0.1 + 0.5 * random.nextDouble(),
                1 + random.nextInt(4));
    }

    /** The same tickets in another order, with other numbers. */
    static List<FactsRow> shuffled(List<FactsRow> rows, long seed) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private record Behaviour(
            double volume, int hour, double reply, double work, double touches, double negative, int channel) {}
}
