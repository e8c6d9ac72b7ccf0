package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.store.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The accurate step of this server. It is loaded when it is needed first, so that neither the start nor a server without tickets pays for it;
 * where it cannot be loaded, the fast step stays, and {@link #failure} says why.
 */
@Component
public class AccurateStep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AccurateStep.class);
    private static final String HEAD = "sentiment/accurate.model";

    private final SentimentScorer fast;
    private final Settings settings;
    private final boolean wanted;
    private volatile @Nullable AccurateScorer scorer;
    private volatile @Nullable String failure;
    private @Nullable HeadFile packaged;
    private @Nullable SentenceEmbedder embedder;

    AccurateStep(SentimentScorer fast, Settings settings, SentimentSettings wishes) {
        this.fast = fast;
        this.settings = settings;
        this.wanted = wishes.accurate();
    }

    /** The strongest step that can be had, loaded if need be: the accurate one unless it was left out or cannot be loaded. */
    public SentimentScorer strongest() {
        if (!wanted || !AccurateWishes.read(settings).wanted()) {
            return fast;
        }
        AccurateScorer loaded = loaded().orElse(null);
        return loaded == null ? fast : loaded;
    }

    /** The step by the name of its model, if it is ready: nothing is loaded. */
    public Optional<SentimentScorer> ready(@Nullable String model) {
        AccurateScorer ready = scorer;
        if (ready != null && ready.model().equals(model)) {
            return Optional.of(ready);
        }
        return fast.model().equals(model) ? Optional.of(fast) : Optional.empty();
    }

    /** What the native runtime said when it could not be loaded; null where nothing went wrong. */
    public @Nullable String failure() {
        return failure;
    }

    /** Name of the model that is loaded now. */
    Optional<String> present() {
        return Optional.ofNullable(scorer).map(AccurateScorer::model);
    }

    /** Whether this server's configuration has the step at all. */
    boolean configured() {
        return wanted;
    }

    /** The accurate step, loaded if need be; empty where that failed before or fails now. */
    synchronized Optional<AccurateScorer> loaded() {
        if (!wanted || failure != null) {
            return Optional.empty();
        }
        if (scorer == null) {
            load();
        }
        return Optional.ofNullable(scorer);
    }

    private void load() {
        try {
            HeadFile head = packagedHead();
            // Before the native session, which nobody would close if the settings could not be read.
            HeadFile first = adopted(head);
            SentenceEmbedder loaded = SentenceEmbedder.load();
            embedder = loaded;
            packaged = head;
            scorer = new AccurateScorer(loaded, fast, first);
        } catch (IOException e) {
            String message = e.getMessage();
            failure = message == null ? e.getClass().getSimpleName() : message;
            LOG.warn("The accurate sentiment step cannot be loaded; the fast one goes on", e);
        }
    }

    private HeadFile adopted(HeadFile head) {
        return OrganisationHead.read(settings)
                .flatMap(known -> known.headOver(head))
                .orElse(head);
    }

    /** The head that comes with the product. */
    static HeadFile packagedHead() throws IOException {
        try (InputStream head = new ClassPathResource(HEAD).getInputStream()) {
            return HeadFile.read(head);
        }
    }

    /** Takes the organisation's own head as it is stored now, or the packaged one where there is none. */
    synchronized void adopt() {
        AccurateScorer present = scorer;
        HeadFile head = packaged;
        if (present != null && head != null) {
            HeadFile next = adopted(head);
            if (!next.name().equals(present.model())) {
                scorer = present.with(next);
            }
        }
    }

    @Override
    public synchronized void destroy() {
        scorer = null;
        if (embedder != null) {
            embedder.close();
        }
    }
}
