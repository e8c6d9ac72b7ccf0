package io.supportgenius.server.access;

import io.supportgenius.server.access.AccessProblemException.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Senders of events, who prove themselves by signing each with a secret: shown once when it is made, replaced or revoked by people. */
@Service
public class Webhooks {

    private static final String PREFIX = "sgw_";
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 300;
    private static final int LONGEST_FAILURE = 500;
    /** Clocks differ, and messages travel; older ones may be taken up by somebody else. */
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Longer than a signature counts, whichever clock is ahead. */
    private static final Duration EVENTS_KEPT = Duration.ofMinutes(15);

    private static final Duration PREVIOUS_COUNTS = Duration.ofDays(1);
    /** Whoever knocks without a key must not make the database write all the time. */
    private static final Duration REFUSAL_IS_NOTED_EVERY = Duration.ofSeconds(1);

    private static final String INSERT = """
            insert into webhook (name, source, secret, created_at) values (:name, :source, :secret, :now)
            """;

    private static final String REPLACE = """
            update webhook set previous_secret = secret, previous_until = :until, secret = :secret where id = :id
            """;

    private static final String DELETE = "delete from webhook where id = :id";

    private static final String ALL = """
            select id, name, source, secret, previous_secret, previous_until, created_at, received_at, failed_at, failure
            from webhook order by id
            """;

    private static final String RECEIVED = "update webhook set received_at = :now where id = :id";

    private static final String FAILED = "update webhook set failed_at = :now, failure = :failure where id = :id";

    private static final String SEEN = "select exists (select from webhook_event where signature = :signature)";

    private static final String NOTE_EVENT = """
            insert into webhook_event (signature, received_at) values (:signature, :now) on conflict do nothing
            """;

    private static final String FORGET_EVENTS = "delete from webhook_event where received_at < :before";

    private static final String NOTE_REFUSAL = """
            insert into webhook_refusal (refused_at, reason) values (:now, :reason)
            on conflict (only_row) do update set refused_at = excluded.refused_at, reason = excluded.reason
            """;

    private static final String REFUSAL = "select refused_at, reason from webhook_refusal";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong refusalNoted = new AtomicLong();

    Webhooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a webhook.
     *
     * @param source of the tickets that it brings
     * @param given the secret that the sender has chosen; blank to have one made
     * @return the secret
     * @throws AccessProblemException if the name is missing, or the given secret is too short to be one
     */
    public String create(String name, String source, String given) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new AccessProblemException(Problem.NAME_MISSING);
        }
        String secret = secret(given);
        jdbc.sql(INSERT)
                .param("name", name.strip())
                .param("source", source)
                .param("secret", secret)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /**
     * Gives a webhook a new secret; the one before counts for another day.
     *
     * @return the secret; empty if there is no such webhook
     */
    public Optional<String> replaceSecret(long id) {
        String secret = secret("");
        int replaced = jdbc.sql(REPLACE)
                .param("id", id)
                .param("secret", secret)
                .param("until", Timestamp.from(clock.instant().plus(PREVIOUS_COUNTS)))
                .update();
        return replaced == 1 ? Optional.of(secret) : Optional.empty();
    }

    private static String secret(String given) {
        String secret = given.strip();
        if (secret.isEmpty()) {
            return Secret.random(PREFIX).text();
        }
        if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET) {
            throw new AccessProblemException(Problem.SECRET_LENGTH);
        }
        return secret;
    }

    /** From now on no secret of this webhook counts. */
    public void revoke(long id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    /** All of them, the oldest first. */
    public List<Webhook> all() {
        return known().stream().map(Known::shown).toList();
    }

    private List<Known> known() {
        return jdbc.sql(ALL).query((row, number) -> known(row)).list();
    }

    /**
     * Judges a request by what can be told before its body is read.
     *
     * @param headers gives the value of a header, null where there is none
     * @return why it is refused; empty where its body has to be looked at
     */
    public Optional<String> refuseUnread(Function<String, @Nullable String> headers) {
        Instant now = clock.instant();
        Optional<String> reason = objection(headers, now);
        reason.ifPresent(told -> refused(now, told));
        return reason;
    }

    private static Optional<String> objection(Function<String, @Nullable String> headers, Instant now) {
        WebhookSignature signature = WebhookSignature.of(headers).orElse(null);
        if (signature == null) {
            return Optional.of(
                    "No signature: send " + WebhookSignature.TIME + " (seconds since 1970) and " + WebhookSignature.CODE
                            + " (sha256= and the HMAC-SHA256 of time, a point and body in hexadecimal digits), or "
                            + WebhookSignature.ZENDESK_TIME + " and " + WebhookSignature.ZENDESK_CODE + ".");
        }
        Instant made = signature.made().orElse(null);
        return made == null || made.isBefore(now.minus(WINDOW)) || made.isAfter(now.plus(WINDOW))
                ? Optional.of("The signature was made at " + signature.time() + ", which is not within five minutes of "
                        + now + ": sign anew, and set the clock.")
                : Optional.empty();
    }

    /**
     * Judges a request by its signature.
     *
     * @param headers gives the value of a header, null where there is none
     */
    public Judgement judge(Function<String, @Nullable String> headers, byte[] body) {
        Instant now = clock.instant();
        String objection = objection(headers, now).orElse(null);
        if (objection != null) {
            return refused(now, objection);
        }
        WebhookSignature signature = WebhookSignature.of(headers).orElseThrow();
        Known sender = known().stream()
                .filter(one -> one.signed(signature, body, now))
                .findFirst()
                .orElse(null);
        if (sender == null) {
            return refused(
                    now,
                    "The signature fits no secret: sign exactly the bytes of the body with the secret of the page Settings,"
                            + " Webhooks.");
        }
        boolean seen = jdbc.sql(SEEN)
                .param("signature", signature.code())
                .query(Boolean.class)
                .single();
        return new Judgement(sender.shown(), signature.code(), seen, null);
    }

    private Judgement refused(Instant now, String reason) {
        long last = refusalNoted.get();
        long time = now.toEpochMilli();
        if (time - last >= REFUSAL_IS_NOTED_EVERY.toMillis() && refusalNoted.compareAndSet(last, time)) {
            jdbc.sql(NOTE_REFUSAL)
                    .param("now", Timestamp.from(now))
                    .param("reason", shortened(reason))
                    .update();
        }
        return new Judgement(null, new byte[0], false, reason);
    }

    /**
     * Notes that the tickets of an event are saved: the same event no longer changes anything.
     *
     * @param failure what was wrong with some of them; null where nothing was
     */
    public void received(Judgement event, @Nullable String failure) {
        Webhook sender = sender(event);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(NOTE_EVENT)
                .param("signature", event.signature())
                .param("now", now)
                .update();
        jdbc.sql(FORGET_EVENTS)
                .param("before", Timestamp.from(clock.instant().minus(EVENTS_KEPT)))
                .update();
        jdbc.sql(RECEIVED).param("id", sender.id()).param("now", now).update();
        if (failure != null) {
            failed(event, failure);
        }
    }

    /** Notes that nothing of an event could be taken. */
    public void failed(Judgement event, String failure) {
        jdbc.sql(FAILED)
                .param("id", sender(event).id())
                .param("now", Timestamp.from(clock.instant()))
                .param("failure", shortened(failure))
                .update();
    }

    private static Webhook sender(Judgement event) {
        Webhook sender = event.sender();
        if (sender == null) {
            throw new IllegalArgumentException("Nobody has signed this event");
        }
        return sender;
    }

    private static String shortened(String sentence) {
        String kept = sentence.replace("\0", "");
        return kept.length() <= LONGEST_FAILURE ? kept : kept.substring(0, LONGEST_FAILURE) + "…";
    }

    /** The last request whose signature was missing or wrong. */
    public Optional<Refusal> lastRefusal() {
        return jdbc.sql(REFUSAL)
                .query((row, number) ->
                        new Refusal(row.getTimestamp("refused_at").toInstant(), row.getString("reason")))
                .optional();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Webhook(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("source"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row, "received_at"),
                        instant(row, "failed_at"),
                        row.getString("failure")),
                row.getString("secret"),
                row.getString("previous_secret"),
                instant(row, "previous_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private record Known(
            Webhook shown,
            String secret,
            @Nullable String previous,
            @Nullable Instant previousUntil) {

        boolean signed(WebhookSignature signature, byte[] body, Instant now) {
            return signature.fits(secret, body)
                    || previous != null
                            && previousUntil != null
                            && previousUntil.isAfter(now)
                            && signature.fits(previous, body);
        }
    }

    /**
     * A webhook, without its secret.
     *
     * @param source of the tickets that it brings
     * @param received when it sent its last event; null for never
     * @param failed when something of an event could not be taken; null for never
     */
    public record Webhook(
            long id,
            String name,
            String source,
            Instant created,
            @Nullable Instant received,
            @Nullable Instant failed,
            @Nullable String failure) {}

    /** A request without a right signature. */
    public record Refusal(Instant at, String reason) {}

    /**
     * What a request's signature says.
     *
     * @param sender who has signed it; null where nobody has
     * @param seen whether the very same event was received before
     * @param refusal why it is refused, null where it is not
     */
    public record Judgement(
            @Nullable Webhook sender,
            byte[] signature,
            boolean seen,
            @Nullable String refusal) {}
}
