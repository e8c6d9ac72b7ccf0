package io.supportgenius.server.facts;

import io.supportgenius.server.store.TestStore;

/** The facts over a test store, without a Spring context; in step only when asked. */
public final class TestFacts {

    private TestFacts() {}

    public static LiveFacts over(TestStore store) {
        var facts = new LiveFacts(store.factRows(), store.changes(), store.organisation(), new FactsSettings(true));
        facts.refresh();
        return facts;
    }
}
