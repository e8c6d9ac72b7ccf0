package io.supportgenius.server.sentiment;

import io.supportgenius.analytics.text.HeadRefit;
import io.supportgenius.server.store.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation's corrections made of the packaged head, as it is stored for all servers.
 *
 * @param base name of the packaged head
 * @param corrections how many it was made from
 * @param rightBefore how many of them the packaged head gets right
 * @param rightAfter how many of them come out right when they are held out
 * @param used whether that is a gain, so that this head judges
 * @param head the head as a file
 * @param learnedFrom the corrections it was made from; null in what earlier versions stored
 */
record OrganisationHead(
        String base,
        int corrections,
        int rightBefore,
        int rightAfter,
        boolean used,
        String head,
        @Nullable LearnedFrom learnedFrom) {

    private static final String NAME = "sentiment.head";

    static Optional<OrganisationHead> read(Settings settings) {
        return settings.find(NAME, OrganisationHead.class);
    }

    void write(Settings settings) {
        settings.put(NAME, this);
    }

    static OrganisationHead of(HeadFile base, HeadRefit refit, boolean used, LearnedFrom learnedFrom) {
        var crc = new CRC32();
        for (float weight : refit.head().weights()) {
            int bits = Float.floatToIntBits(weight);
            crc.update(bits >>> 24);
            crc.update(bits >>> 16);
            crc.update(bits >>> 8);
            crc.update(bits);
        }
        String name = base.name() + "-" + Long.toHexString(crc.getValue());
        var bytes = new ByteArrayOutputStream();
        try {
            new HeadFile(name, refit.head()).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OrganisationHead(
                base.name(),
                refit.n(),
                refit.rightBefore(),
                refit.rightAfter(),
                used,
                Base64.getEncoder().encodeToString(bytes.toByteArray()),
                learnedFrom);
    }

    /** The head to judge by in place of the packaged one; empty where there is no gain, or where the packaged one is another. */
    Optional<HeadFile> headOver(HeadFile packaged) {
        if (!used || !base.equals(packaged.name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    HeadFile.read(new ByteArrayInputStream(Base64.getDecoder().decode(head))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
