package io.supportgenius.server.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows to prove that its sender knows a secret: HMAC-SHA256 of the time it was sent and of its body. Two forms are known: ours, over
 * {@code TIME.BODY} in hexadecimal digits, and that of Zendesk, over {@code TIMEBODY} in Base64.
 *
 * @param time as it is written
 * @param separator what stands between time and body
 * @param code as it was sent, 32 bytes
 */
record WebhookSignature(String time, String separator, byte[] code) {

    static final String TIME = "X-SupportGenius-Timestamp";
    static final String CODE = "X-SupportGenius-Signature";
    static final String ZENDESK_TIME = "X-Zendesk-Webhook-Signature-Timestamp";
    static final String ZENDESK_CODE = "X-Zendesk-Webhook-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int LONGEST_SECONDS = 12;

    /**
     * The signature that headers show; empty where there is none, or none that can be read.
     *
     * @param headers gives the value of a header, null where there is none
     */
    static Optional<WebhookSignature> of(java.util.function.Function<String, @Nullable String> headers) {
        String time = headers.apply(TIME);
        String code = headers.apply(CODE);
        if (time != null && code != null) {
            return hexadecimal(code).map(bytes -> new WebhookSignature(time, ".", bytes));
        }
        String zendeskTime = headers.apply(ZENDESK_TIME);
        String zendeskCode = headers.apply(ZENDESK_CODE);
        if (zendeskTime != null && zendeskCode != null) {
            return base64(zendeskCode).map(bytes -> new WebhookSignature(zendeskTime, "", bytes));
        }
        return Optional.empty();
    }

    private static Optional<byte[]> hexadecimal(String code) {
        try {
            return Optional.of(
                    HexFormat.of().parseHex(code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> base64(String code) {
        try {
            return Optional.of(Base64.getDecoder().decode(code));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it was made with a secret for a body; takes equally long however much of it agrees. */
    boolean fits(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + separator).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(mac.doFinal(body), code);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    /** When it was made: seconds since 1970, or a time in ISO 8601; empty where it cannot be read. */
    Optional<Instant> made() {
        try {
            return Optional.of(
                    time.length() <= LONGEST_SECONDS && time.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                            ? Instant.ofEpochSecond(Long.parseLong(time))
                            : OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
