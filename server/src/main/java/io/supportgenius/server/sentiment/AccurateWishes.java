package io.supportgenius.server.sentiment;

import io.supportgenius.server.store.Settings;

/**
 * What the organisation wants of the accurate step.
 *
 * @param wanted whether it is used at all
 * @param paused whether stored tickets wait for now
 * @param asked whether more texts are wanted than are judged unasked
 */
record AccurateWishes(boolean wanted, boolean paused, boolean asked) {

    private static final String NAME = "sentiment.accurate";
    private static final AccurateWishes USUAL = new AccurateWishes(true, false, false);

    static AccurateWishes read(Settings settings) {
        return settings.find(NAME, AccurateWishes.class).orElse(USUAL);
    }

    void write(Settings settings) {
        settings.put(NAME, this);
    }
}
