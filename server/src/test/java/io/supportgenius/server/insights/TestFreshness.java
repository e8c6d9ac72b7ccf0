package io.supportgenius.server.insights;

import io.supportgenius.server.facts.LiveFacts;

/** What answers are based on, without a Spring context. */
public final class TestFreshness {

    private TestFreshness() {}

    public static Freshness of(LiveFacts facts) {
        return new Freshness(facts);
    }
}
