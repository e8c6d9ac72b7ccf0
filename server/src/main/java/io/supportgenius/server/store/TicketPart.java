package io.supportgenius.server.store;

/** What a partial draft can tell of its ticket, and how it is filled up where it does not. */
public enum TicketPart {
    /** A ticket that has its company only from its requester follows that one, whoever it is now. */
    COMPANY("company = coalesce(staged.company, company.name)"),
    REQUESTER("""
            requester = coalesce(staged.requester, customer.identity),
            requester_name = case when staged.requester is null then customer.name else staged.requester_name end,
            requester_email = case when staged.requester is null then customer.email else staged.requester_email end
            """),
    AGENT("""
            agent = coalesce(staged.agent, agent.identity),
            agent_name = case when staged.agent is null then agent.name else staged.agent_name end,
            agent_email = case when staged.agent is null then agent.email else staged.agent_email end
            """),
    CREATED(stored("created_at")),
    FIRST_REPLY(stored("first_reply_at")),
    FIRST_SOLVED(stored("first_solved_at")),
    SOLVED(stored("solved_at")),
    CLOSED(stored("closed_at")),
    STATUS(stored("status")),
    PRIORITY(stored("priority")),
    TYPE(stored("type")),
    CHANNEL(stored("channel")),
    SUBJECT(stored("subject")),
    TEXT(stored("body")),
    TAGS("tags = case when cardinality(staged.tags) = 0 then ticket.tags else staged.tags end"),
    TOUCHES(stored("touches")),
    REOPENS(stored("reopens")),
    SATISFACTION(stored("satisfied")),
    INDUSTRY(stored("industry")),
    SUPPORT_TIER(stored("support_tier")),
    LOCATION(stored("location")),
    PILOT(stored("pilot"));

    private final String filling;

    TicketPart(String filling) {
        this.filling = filling;
    }

    private static String stored(String column) {
        return "%1$s = coalesce(staged.%1$s, ticket.%1$s)".formatted(column);
    }

    /** The columns of the staging table as an update sets them. */
    String filling() {
        return filling;
    }
}
