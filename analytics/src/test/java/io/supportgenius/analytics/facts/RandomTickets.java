package io.supportgenius.analytics.facts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random tickets with everything that real ones have: missing values, impossible times, ties, no creation time. */
public final class RandomTickets {

    public static final List<Dimension> DIMENSIONS =
            List.of(Dimension.INDUSTRY, Dimension.COMPANY, Dimension.attribute("Product"));

    /** Values of the dimensions above: one that fits a byte, one that needs more, one that is nearly always missing. */
    public static final int[] VALUES = {6, 700, 2};

    private final Random random;

    public RandomTickets(long seed) {
        random = new Random(seed);
    }

    public List<FactsRow> rows(int count) {
        var rows = new ArrayList<FactsRow>();
        for (int ticket = 1; ticket <= count; ticket++) {
            rows.add(row(ticket));
        }
        return rows;
    }

    public FactsRow row(long ticket) {
        Long created = created();
        int firstReply = duration(20_000);
        int resolution = duration(400_000);
        return new FactsRow(
                ticket,
                created,
                solved(created, resolution),
                firstReply,
                resolution,
                random.nextInt(4) == 0 ? FactsBlock.MISSING : random.nextInt(12),
                random.nextInt(4) == 0 ? FactsBlock.MISSING : random.nextInt(10_001),
                random.nextInt(VALUES[0] + 1),
                random.nextInt(VALUES[1] + 1),
                random.nextInt(10) == 0 ? 1 + random.nextInt(VALUES[2]) : 0);
    }

    /** Of those without a length some say when they ended. */
    private @Nullable Long solved(@Nullable Long created, int resolution) {
        if (resolution == FactsBlock.MISSING) {
            return null;
        }
        if (created != null && FactsBlock.isMeasured(resolution)) {
            return created + resolution;
        }
        return random.nextBoolean() ? 1_420_000_000L + random.nextInt(3 * 365) * 86_400L : null;
    }

    /** Over three years, on few seconds of a day, so that equal times come. */
    private @Nullable Long created() {
        return random.nextInt(20) == 0
                ? null
                : 1_420_000_000L + random.nextInt(3 * 365) * 86_400L + random.nextInt(50) * 1800;
    }

    private int duration(int longest) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> FactsBlock.MISSING;
            case 2 -> -random.nextInt(1000);
            case 3 -> random.nextInt(3) == 0 ? FactsBlock.UNMEASURED : 0;
            default -> random.nextInt(longest);
        };
    }

    /** Dictionaries whose value for code 7 of the second dimension is {@code company 7}. */
    public static List<Dictionary> dictionaries() {
        var dictionaries = new ArrayList<Dictionary>();
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            var builder = new Dictionary.Builder();
            for (int code = 1; code <= VALUES[i]; code++) {
                builder.code(DIMENSIONS.get(i).name() + " " + code);
            }
            dictionaries.add(builder.build());
        }
        return dictionaries;
    }

    /** Facts of some rows, in blocks of few rows, so that a test has many blocks. */
    public static TicketFacts facts(List<FactsRow> rows, ZoneId zone, int blockRows) {
        var builder = new FactsBuilder(TicketFacts.empty(zone, DIMENSIONS), blockRows);
        rows.forEach(builder::put);
        return builder.build(dictionaries());
    }
}
