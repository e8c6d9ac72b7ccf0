package io.supportgenius.benchmarks;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.TicketFacts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two years of tickets to measure with, the same for the same seed, with all dimensions of the model: 3 % never answered, 8 % never solved, 6 industries, 3 tiers, 2,000
 * companies of which few have most tickets, 50,000 requesters, 200 agents.
 */
final class SyntheticTickets {

    static final List<Dimension> DIMENSIONS = Dimension.BUILT_IN;

    static final int INDUSTRY = DIMENSIONS.indexOf(Dimension.INDUSTRY);
    static final int TIER = DIMENSIONS.indexOf(Dimension.SUPPORT_TIER);
    static final int COMPANY = DIMENSIONS.indexOf(Dimension.COMPANY);

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    static final int COMPANIES = 2000;
    static final int REQUESTERS = 50_000;

    /** In the order of the dimensions: industry, tier, location, pilot, company, requester, agent, channel, status, priority, type, sentiment, satisfaction. */
    private static final int[] VALUES = {6, 3, 21, 2, COMPANIES, REQUESTERS, 200, 5, 4, 4, 4, 3, 2};

    private static final int FIRST_BY_COMPANY = 4;
    private static final long FIRST_SECOND = 1_704_085_200L;
    private static final long SECONDS = 2L * 365 * 86_400;
    private static final int ROWS_PER_BUILD = 1 << 18;

    private SyntheticTickets() {}

    static TicketFacts facts(int tickets, long seed) {
        var random = new SplittableRandom(seed);
        List<Dictionary> dictionaries = dictionaries();
        TicketFacts facts = TicketFacts.empty(ZONE, DIMENSIONS);
        var builder = new FactsBuilder(facts);
        for (int ticket = 1; ticket <= tickets; ticket++) {
            builder.put(row(ticket, FIRST_SECOND + SECONDS * ticket / tickets, random));
            if (builder.size() == ROWS_PER_BUILD || ticket == tickets) {
                facts = builder.build(dictionaries);
                builder = new FactsBuilder(facts);
            }
        }
        return facts;
    }

    /** Some tickets again, spread over the whole time, with new durations. */
    static List<FactsRow> changed(int tickets, int count, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<FactsRow>();
        for (int i = 0; i < count; i++) {
            long ticket = 1 + (long) tickets * i / count;
            rows.add(row(ticket, FIRST_SECOND + SECONDS * ticket / tickets, random));
        }
        return rows;
    }

    static List<Dictionary> dictionaries() {
        var dictionaries = new ArrayList<Dictionary>();
        for (int i = 0; i < VALUES.length; i++) {
            var builder = new Dictionary.Builder();
            for (int value = 1; value <= VALUES[i]; value++) {
                builder.code(DIMENSIONS.get(i).name() + " " + value);
            }
            dictionaries.add(builder.build());
        }
        return dictionaries;
    }

    private static FactsRow row(long ticket, long created, SplittableRandom random) {
        boolean answered = random.nextInt(100) >= 3;
        boolean solved = answered && random.nextInt(100) >= 5;
        int firstReply = answered ? (int) (3600 * -Math.log(1 - random.nextDouble())) : FactsBlock.MISSING;
        int touches = 1 + random.nextInt(8);
        int resolution =
                solved ? firstReply + touches * (int) (7200 * -Math.log(1 - random.nextDouble())) : FactsBlock.MISSING;
        double skew = random.nextDouble();
        int company = 1 + (int) (COMPANIES * skew * skew * skew);
        var codes = new int[VALUES.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i < FIRST_BY_COMPANY ? 1 + company % VALUES[i] : 1 + random.nextInt(VALUES[i]);
        }
        codes[COMPANY] = company;
        return new FactsRow(
                ticket,
                created,
                solved ? Long.valueOf(created + resolution) : null,
                firstReply,
                resolution,
                touches,
                3334 + random.nextInt(6667),
                codes);
    }
}
