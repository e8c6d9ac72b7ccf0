package io.supportgenius.server.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes drafts for tests: what is not said is missing. */
public final class Drafts {

    private final String externalId;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private @Nullable CustomerDraft requester;
    private @Nullable CompanyDraft company;
    private @Nullable AgentDraft agent;
    private @Nullable Instant created;
    private @Nullable Instant firstReply;
    private @Nullable Instant solved;
    private @Nullable Instant updated;
    private @Nullable String status;
    private @Nullable String channel;
    private @Nullable String subject;
    private @Nullable String text;
    private @Nullable Integer touches;
    private @Nullable Boolean satisfied;
    private Profile profile = Profile.UNKNOWN;

    private Drafts(String externalId) {
        this.externalId = externalId;
    }

    public static Drafts ticket(String externalId) {
        return new Drafts(externalId);
    }

    public Drafts created(String time) {
        created = Instant.parse(time);
        return this;
    }

    public Drafts firstReply(String time) {
        firstReply = Instant.parse(time);
        return this;
    }

    public Drafts solved(String time) {
        solved = Instant.parse(time);
        return this;
    }

    public Drafts updated(String time) {
        updated = Instant.parse(time);
        return this;
    }

    public Drafts status(String value) {
        status = value;
        return this;
    }

    public Drafts channel(String value) {
        channel = value;
        return this;
    }

    public Drafts subject(String value) {
        subject = value;
        return this;
    }

    public Drafts text(String value) {
        text = value;
        return this;
    }

    public Drafts touches(int value) {
        touches = value;
        return this;
    }

    public Drafts satisfied(boolean value) {
        satisfied = value;
        return this;
    }

    public Drafts requester(String name) {
        requester = new CustomerDraft(name, null, null, null);
        return this;
    }

    public Drafts requester(@Nullable String name, @Nullable String email) {
        requester = new CustomerDraft(name, email, null, null);
        return this;
    }

    public Drafts company(String name) {
        return company(name, Profile.UNKNOWN);
    }

    public Drafts company(String name, Profile its) {
        company = new CompanyDraft(name, null, null, its);
        return this;
    }

    public Drafts agent(String name) {
        agent = new AgentDraft(name, null, null, null, null);
        return this;
    }

    public Drafts profile(Profile own) {
        profile = own;
        return this;
    }

    public Drafts attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    public TicketDraft draft() {
        return new TicketDraft(
                externalId,
                requester,
                company,
                agent,
                new TicketTimes(created, firstReply, null, solved, null, updated),
                new TicketKind(status, null, null, channel),
                new TicketText(subject, text, List.of()),
                new TicketEffort(touches, null, satisfied),
                profile,
                Map.of(),
                attributes);
    }
}
