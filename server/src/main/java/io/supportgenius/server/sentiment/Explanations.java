package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.server.store.TextHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one model said last of the words of some texts: looking at a page again costs nothing. Safe for use by many threads. */
final class Explanations {

    static final int MOST = 200;

    private final Map<UUID, List<WordInfluence>> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<WordInfluence>> eldest) {
            return size() > MOST;
        }
    };

    List<WordInfluence> of(String text, Supplier<List<WordInfluence>> explain) {
        UUID hash = TextHash.of(text);
        List<WordInfluence> made = find(hash);
        if (made == null) {
            made = List.copyOf(explain.get());
            keep(hash, made);
        }
        return made;
    }

    private synchronized @Nullable List<WordInfluence> find(UUID hash) {
        return known.get(hash);
    }

    private synchronized void keep(UUID hash, List<WordInfluence> made) {
        known.put(hash, made);
    }
}
