package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.facts.TicketFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a snapshot of the facts on disk, so that a start need not read all tickets from the store. It is never the truth: the file says what it
 * was made of and ends with a checksum, and whatever does not fit, is damaged, or is of another version is left aside. It gets its name
 * only when it is whole.
 */
final class FactsFile {

    /** Grows with each change of the layout of the file or of the columns. */
    static final int VERSION = 1;

    static final long SIGNATURE = 0x5347_6661_6374_7300L;

    private static final Logger LOG = LoggerFactory.getLogger(FactsFile.class);
    private static final String NAME = "facts";
    private static final int MISSING_NAMES = -1;

    private final Path file;
    private final Path unfinished;

    private final HeapRoom room;

    /** @param directory that only we write to */
    FactsFile(Path directory, HeapRoom room) {
        this.room = room;
        file = directory.resolve(NAME);
        unfinished = directory.resolve(NAME + ".new");
    }

    /** Puts a complete snapshot in the place of the one before; says whether that was done. */
    boolean write(String database, Snapshot snapshot) {
        long begin = System.nanoTime();
        try {
            try (var out = new FactsOutput(unfinished)) {
                put(FactsOrigin.of(database, snapshot), snapshot, out);
                out.finish();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            LOG.info(
                    "Kept the facts of {} tickets for the next start, {} MB in {} ms",
                    snapshot.facts().size(),
                    Files.size(file) >> 20,
                    millisSince(begin));
            return true;
        } catch (ClosedByInterruptException stopping) {
            LOG.info("Stopped before the facts were kept; the next start takes over the ones kept before");
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The facts could not be kept for the next start, which will read all tickets instead", e);
        }
        return false;
    }

    /** The snapshot that was kept; empty where there is none that can be used. */
    Optional<Kept> read() {
        long begin = System.nanoTime();
        try (var in = new FactsInput(file)) {
            if (in.number() != SIGNATURE || in.number() != VERSION || !in.isWhole()) {
                LOG.warn("The kept facts in {} are of another version or damaged, so all tickets are read", file);
                return Optional.empty();
            }
            Kept kept = take(in);
            LOG.info(
                    "Took over the kept facts of {} tickets in {} ms",
                    kept.snapshot().facts().size(),
                    millisSince(begin));
            return Optional.of(kept);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The kept facts in {} cannot be read, so all tickets are", file, e);
            return Optional.empty();
        }
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static void put(FactsOrigin origin, Snapshot snapshot, FactsOutput out) {
        out.number(SIGNATURE);
        out.number(VERSION);
        out.number(origin.meaning());
        out.text(origin.database());
        out.number(origin.epoch());
        out.text(origin.zone());
        out.texts(origin.dimensions());
        out.number(snapshot.revision());
        TicketFacts facts = snapshot.facts();
        out.number(facts.size());
        for (int i = 0; i < facts.dimensions().size(); i++) {
            Names names = snapshot.names().get(facts.dimensions().get(i));
            if (names == null) {
                Dictionary dictionary = facts.dictionary(i);
                var values = new ArrayList<String>();
                for (int code = 1; code < dictionary.size(); code++) {
                    values.add(String.valueOf(dictionary.value(code)));
                }
                out.number(MISSING_NAMES);
                out.texts(values);
            } else {
                out.number(names.size());
                for (int code = 1; code <= names.size(); code++) {
                    out.number(names.id(code));
                    out.text(names.name(code));
                }
            }
        }
        facts.write(out);
    }

    private Kept take(FactsInput in) {
        var origin = new FactsOrigin((int) in.number(), in.text(), in.number(), in.text(), in.texts());
        long revision = in.number();
        List<Dimension> dimensions = origin.dimensionsInOrder();
        room.check(
                in.number(), dimensions.stream().filter(Dimension::isAttribute).count());
        var dictionaries = new ArrayList<Dictionary>();
        Map<Dimension, Names> named = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            long people = in.number();
            if (people == MISSING_NAMES) {
                dictionaries.add(new Dictionary(in.texts()));
                continue;
            }
            var byId = new LinkedHashMap<Long, String>();
            for (long i = 0; i < people; i++) {
                byId.put(in.number(), in.text());
            }
            Names names = Names.NONE.with(byId);
            named.put(dimension, names);
            dictionaries.add(names.labels());
        }
        TicketFacts facts = TicketFacts.read(origin.zoneId(), dimensions, dictionaries, in);
        return new Kept(origin, new Snapshot(facts, named, origin.epoch(), revision, true, facts.size(), facts.size()));
    }

    /** A snapshot and what it was made of. */
    record Kept(FactsOrigin origin, Snapshot snapshot) {}
}
