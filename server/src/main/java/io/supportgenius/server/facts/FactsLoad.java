package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.server.store.Changes;
import io.supportgenius.server.store.FactRow;
import io.supportgenius.server.store.FactRows;
import io.supportgenius.server.store.FactRows.Named;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of what changed, turned into the next snapshot. Big readings come in steps, so that rows on their way need little
 * memory, and each step can be shown.
 */
final class FactsLoad {

    private static final int ROWS_PER_STEP = 1 << 18;

    /**
     * Steps grow with what was read: tickets that come in no order fall into all blocks, so that each step builds all of them anew.
     */
    private static final int KNOWN_PER_STEP = 8;

    private static final Map<Dimension, Named> NAMED = Map.of(
            Dimension.COMPANY, Named.COMPANY,
            Dimension.REQUESTER, Named.CUSTOMER,
            Dimension.AGENT, Named.AGENT);

    private final FactRows.State state;
    private final Changes.Mark mark;
    private final long toLoad;
    private final Consumer<Snapshot> steps;
    private final Map<Dimension, Names> names = new LinkedHashMap<>();
    private final Map<Dimension, Dictionary.Builder> values = new LinkedHashMap<>();
    private TicketFacts facts;
    private FactsBuilder builder;
    private long loaded;

    private FactsLoad(Snapshot known, FactRows.State state, Consumer<Snapshot> steps) {
        this.state = state;
        this.mark = state.mark();
        this.toLoad = state.count();
        this.steps = steps;
        this.facts = known.facts();
        this.builder = new FactsBuilder(facts);
        for (int i = 0; i < facts.dimensions().size(); i++) {
            Dimension dimension = facts.dimensions().get(i);
            Named kind = NAMED.get(dimension);
            if (kind == null) {
                values.put(dimension, new Dictionary.Builder(facts.dictionary(i)));
            } else {
                var changed = new LinkedHashMap<Long, String>();
                state.names(kind, changed::put);
                names.put(dimension, known.names(dimension).with(changed));
            }
        }
    }

    /** Without any ticket, to begin with. */
    static Snapshot nothing(ZoneId zone, List<String> attributes) {
        var dimensions = new ArrayList<>(Dimension.BUILT_IN);
        attributes.forEach(attribute -> dimensions.add(Dimension.attribute(attribute)));
        var names = new LinkedHashMap<Dimension, Names>();
        NAMED.keySet().forEach(dimension -> names.put(dimension, Names.NONE));
        return new Snapshot(TicketFacts.empty(zone, dimensions), names, 0, -1, false, 0, 0);
    }

    /**
     * Reads what changed after a snapshot.
     *
     * @param steps takes unfinished snapshots while a big reading goes on
     * @throws HeapRoom.TooManyTicketsException if the heap would not hold them
     */
    static Snapshot read(Snapshot known, FactRows.State state, HeapRoom room, Consumer<Snapshot> steps) {
        room.check(
                known.facts().size() + state.count(),
                known.facts().dimensions().stream()
                        .filter(Dimension::isAttribute)
                        .count());
        return new FactsLoad(known, state, steps).run(known);
    }

    private Snapshot run(Snapshot known) {
        List<String> attributes = known.facts().dimensions().stream()
                .filter(Dimension::isAttribute)
                .map(Dimension::column)
                .toList();
        state.tickets(attributes, row -> {
            builder.put(factsRow(row));
            loaded++;
            if (builder.size() >= Math.max(ROWS_PER_STEP, facts.size() / KNOWN_PER_STEP)) {
                build();
                steps.accept(snapshot(false));
            }
        });
        build();
        return snapshot(true);
    }

    private void build() {
        var dictionaries = new ArrayList<Dictionary>();
        for (Dimension dimension : facts.dimensions()) {
            Names people = names.get(dimension);
            Dictionary.Builder collected = values.get(dimension);
            if (people != null) {
                dictionaries.add(people.labels());
            } else if (collected != null) {
                dictionaries.add(collected.build());
            }
        }
        facts = builder.build(dictionaries);
        builder = new FactsBuilder(facts);
    }

    private Snapshot snapshot(boolean complete) {
        return new Snapshot(facts, names, mark.epoch(), mark.revision(), complete, loaded, toLoad);
    }

    private FactsRow factsRow(FactRow row) {
        var codes = new int[facts.dimensions().size()];
        int attribute = 0;
        for (int i = 0; i < codes.length; i++) {
            Dimension dimension = facts.dimensions().get(i);
            Names people = names.get(dimension);
            Dictionary.Builder collected = values.get(dimension);
            if (people != null) {
                codes[i] = code(people, id(row, dimension));
            } else if (collected != null) {
                String value = dimension.isAttribute() ? row.attributes()[attribute++] : value(row, dimension);
                codes[i] = collected.code(value);
            }
        }
        return new FactsRow(
                row.ticket(),
                row.created(),
                row.solvedAt(),
                duration(row.firstReply(), row.replied()),
                duration(row.resolution(), row.solved()),
                seconds(row.touches(), FactsBlock.MISSING),
                certainty(row.sentiment()),
                codes);
    }

    private static int code(Names people, @Nullable Long id) {
        return id == null ? Dictionary.MISSING : people.code(id).orElse(Dictionary.MISSING);
    }

    private static @Nullable Long id(FactRow row, Dimension dimension) {
        return switch (dimension.name()) {
            case "company" -> row.company();
            case "requester" -> row.requester();
            case "agent" -> row.agent();
            default -> throw new IllegalArgumentException(dimension.name());
        };
    }

    private static @Nullable String value(FactRow row, Dimension dimension) {
        return switch (dimension.name()) {
            case "industry" -> row.industry();
            case "supportTier" -> row.supportTier();
            case "location" -> row.location();
            case "pilot" -> row.pilot() == null ? null : row.pilot() ? "true" : "false";
            case "channel" -> row.channel();
            case "status" -> row.status();
            case "priority" -> row.priority();
            case "type" -> row.type();
            case "sentiment" ->
                row.sentiment() == null ? null : row.sentiment().label().label();
            case "satisfaction" -> row.satisfied() == null ? null : row.satisfied() ? "good" : "bad";
            default -> throw new IllegalArgumentException(dimension.name());
        };
    }

    private static int certainty(@Nullable SentimentScore sentiment) {
        return sentiment == null ? FactsBlock.MISSING : (int) Math.round(sentiment.certainty() * 10_000);
    }

    private static int duration(@Nullable Long value, boolean ended) {
        return seconds(value, ended ? FactsBlock.UNMEASURED : FactsBlock.MISSING);
    }

    /** What is beyond 68 years is kept at 68 years. */
    private static int seconds(@Nullable Long value, int otherwise) {
        return value == null
                ? otherwise
                : (int) Math.max(FactsBlock.UNMEASURED + 1, Math.min(Integer.MAX_VALUE, value));
    }
}
