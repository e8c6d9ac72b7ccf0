package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.Examples;
import io.supportgenius.analytics.text.HeadRefit;
import io.supportgenius.analytics.text.HeadTraining;
import io.supportgenius.server.store.Corrections;
import io.supportgenius.server.store.Corrections.CorrectedText;
import io.supportgenius.server.store.Embeddings;
import io.supportgenius.server.store.Settings;
import io.supportgenius.server.store.TextHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the packaged head by what people corrected, once there are enough corrections, and keeps it with its measured gain. */
final class HeadFromCorrections {

    private static final Logger LOG = LoggerFactory.getLogger(HeadFromCorrections.class);

    /** Fewer different texts say too little. */
    static final int FEWEST = 20;

    /** How far corrections move the packaged head; chosen on product sentences that head and fast step had not seen. */
    static final HeadTraining OPTIONS = new HeadTraining(20, 60);

    private final Corrections corrections;
    private final Embeddings embeddings;
    private final Settings settings;
    private final ServedRequests requests;

    HeadFromCorrections(Corrections corrections, Embeddings embeddings, Settings settings, ServedRequests requests) {
        this.corrections = corrections;
        this.embeddings = embeddings;
        this.settings = settings;
        this.requests = requests;
    }

    /** Does it where corrections have become more, or fewer, by a tenth since it was done, or where as many say something else. */
    void refit(AccurateScorer scorer) throws InterruptedException {
        HeadFile packaged = packaged();
        List<CorrectedText> texts = corrections.texts();
        LearnedFrom now = LearnedFrom.of(texts);
        OrganisationHead known = OrganisationHead.read(settings)
                .filter(head -> head.base().equals(packaged.name()))
                .orElse(null);
        if (known == null && !now.enough()) {
            return;
        }
        LearnedFrom before = known == null ? null : known.learnedFrom();
        if (before != null && !before.outdatedBy(now)) {
            return;
        }
        var examples = new Examples();
        Set<String> judged = new HashSet<>();
        for (CorrectedText text : texts) {
            float[] features = scorer.features(text.text(), point(scorer, text.text()));
            if (features != null) {
                examples.add(features, text.sentiment(), 1);
                judged.add(text.text());
            }
        }
        HeadRefit refit = HeadRefit.of(OPTIONS, packaged.head(), examples);
        OrganisationHead made = OrganisationHead.of(packaged, refit, judged.size() >= FEWEST && refit.gains(), now);
        made.write(settings);
        LOG.info(
                "{} corrections: {} right before, {} right when held out; {}",
                made.corrections(),
                made.rightBefore(),
                made.rightAfter(),
                made.used() ? made.headOver(packaged).map(HeadFile::name).orElse("") + " judges now" : "no change");
    }

    private static HeadFile packaged() {
        try {
            return AccurateStep.packagedHead();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float[] point(AccurateScorer scorer, String text) throws InterruptedException {
        UUID hash = TextHash.of(text);
        byte[] known = embeddings.find(SentenceEmbedder.NAME, List.of(hash)).get(hash);
        if (known != null) {
            return AccurateFeatures.unpacked(known);
        }
        requests.awaitQuiet();
        byte[] point = AccurateFeatures.packed(scorer.embed(text));
        embeddings.keep(SentenceEmbedder.NAME, Map.of(hash, point));
        return AccurateFeatures.unpacked(point);
    }
}
