package io.supportgenius.server.facts;

import io.supportgenius.server.store.TestStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The facts over a test store, without a Spring context; in step only when asked. */
public final class TestFacts {

    private TestFacts() {}

    public static LiveFacts over(TestStore store) {
        LiveFacts facts = unread(store);
        facts.refresh();
        return facts;
    }

    /** Facts that have not been read yet, as they are while the product starts. */
    public static LiveFacts unread(TestStore store) {
        return unread(store, Optional.empty());
    }

    /** Facts in a heap that may not grow beyond some megabytes. */
    public static LiveFacts within(TestStore store, long megabytes) {
        return facts(store, DataSize.ofMegabytes(megabytes), Optional.empty());
    }

    static LiveFacts unread(TestStore store, Optional<KeptFacts> kept) {
        return facts(store, null, kept);
    }

    private static LiveFacts facts(TestStore store, @Nullable DataSize heap, Optional<KeptFacts> kept) {
        return new LiveFacts(
                store.factRows(),
                store.changes(),
                store.organisation(),
                new FactsSettings(true, Duration.ofSeconds(5), heap),
                kept);
    }
}
