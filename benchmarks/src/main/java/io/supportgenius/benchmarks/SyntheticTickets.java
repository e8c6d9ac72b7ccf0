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
 * Two years of tickets to measure with, the same for the same seed: 3 % never answered, 8 % never solved, 6 industries, 3 tiers, 2,000
 * companies of which few have most tickets, 200 agents.
 */
final class SyntheticTickets {

    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.INDUSTRY, Dimension.SUPPORT_TIER, Dimension.COMPANY, Dimension.AGENT);

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final int[] VALUES = {6, 3, 2000, 200};
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

    private static FactsRow row(long ticket, long created, SplittableRandom random) {
        boolean answered = random.nextInt(100) >= 3;
        boolean solved = answered && random.nextInt(100) >= 5;
        int firstReply = answered ? (int) (3600 * -Math.log(1 - random.nextDouble())) : FactsBlock.MISSING;
        int touches = 1 + random.nextInt(8);
        int resolution =
                solved ? firstReply + touches * (int) (7200 * -Math.log(1 - random.nextDouble())) : FactsBlock.MISSING;
        double skew = random.nextDouble();
        int company = 1 + (int) (VALUES[2] * skew * skew * skew);
        return new FactsRow(
                ticket,
                created,
                solved ? Long.valueOf(created + resolution) : null,
                firstReply,
                resolution,
                touches,
                FactsBlock.MISSING,
                1 + company % VALUES[0],
                1 + company % VALUES[1],
                company,
                1 + random.nextInt(VALUES[3]));
    }

    private static List<Dictionary> dictionaries() {
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
}
