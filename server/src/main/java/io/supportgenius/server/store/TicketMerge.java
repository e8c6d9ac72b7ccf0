package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Merges the staging table of one load into the model, inside the load's transaction.
 *
 * <p>Why a staging table: versions of one ticket in one file, people and companies named on many rows and tickets already known
 * are all settled by set operations in the database, so memory here does not depend on the size of the load. Of several rows
 * that describe one person or company, each detail is taken from the last row that has it: {@code max} over (row number, value)
 * finds it without sorting, among the few different things that are said of each.
 */
final class TicketMerge {

    static final String STAGE = """
            create temporary table staged (
                external_id text, company text, company_domain text, company_zone text, company_industry text,
                company_tier text, company_location text, company_pilot boolean,
                requester text, requester_name text, requester_email text, requester_phone text, requester_job text,
                agent text, agent_name text, agent_email text, agent_phone text, agent_tier text, agent_group text,
                created_at timestamptz, first_reply_at timestamptz, first_solved_at timestamptz, solved_at timestamptz,
                closed_at timestamptz, updated_at timestamptz,
                status text, priority text, type text, channel text, subject text, body text, tags text[],
                touches integer, reopens integer, satisfied boolean,
                industry text, support_tier text, location text, pilot boolean,
                source_metrics jsonb, attributes jsonb, content_hash uuid, ordinal bigint,
                sentiment_model text, sentiment_negative smallint, sentiment_neutral smallint, sentiment_positive smallint
            ) on commit drop
            """;

    static final String COPY = "copy staged from stdin";

    private static final String NEXT_REVISION = "update change_state set revision = revision + 1 returning revision";

    private static final String ZONE_OF_FIRST_TICKETS = """
            insert into setting (name, value)
            select 'zone', to_jsonb(?::text) where not exists (select from ticket)
            on conflict (name) do update set value = excluded.value
            """;

    private static final String REPEATED = """
            select coalesce(sum(versions - different), 0) as duplicates, coalesce(sum(different - 1), 0) as folded
            from (
                select sum(repetitions) as versions, count(*) as different
                from (select external_id, count(*) as repetitions from staged group by external_id, content_hash) as each
                group by external_id having sum(repetitions) > 1
            ) as repeated
            """;

    private static final String KEEP_NEWEST = """
            delete from staged using (
                select ordinal, row_number() over (
                    partition by external_id order by updated_at desc nulls last, ordinal desc) as place
                from staged
            ) as ranked
            where ranked.ordinal = staged.ordinal and place > 1
            """;

    private static final String COMPANIES = """
            insert into company (source, name, domain, time_zone, industry, support_tier, location, pilot, revision,
                created_revision)
            select ?, (%1$s company]))[2],
                (%1$s company_domain]) filter (where company_domain is not null))[2],
                (%1$s company_zone]) filter (where company_zone is not null))[2],
                (%1$s company_industry]) filter (where company_industry is not null))[2],
                (%1$s company_tier]) filter (where company_tier is not null))[2],
                (%1$s company_location]) filter (where company_location is not null))[2],
                (%1$s company_pilot::text]) filter (where company_pilot is not null))[2]::boolean,
                ?, ?
            from (
                select company, company_domain, company_zone, company_industry, company_tier, company_location, company_pilot,
                    max(ordinal) as ordinal
                from staged where company is not null
                group by company, company_domain, company_zone, company_industry, company_tier, company_location,
                    company_pilot
            ) as said group by lower(company)
            on conflict (source, lower(name)) do update set
                name = excluded.name,
                domain = coalesce(excluded.domain, company.domain),
                time_zone = coalesce(excluded.time_zone, company.time_zone),
                industry = coalesce(excluded.industry, company.industry),
                support_tier = coalesce(excluded.support_tier, company.support_tier),
                location = coalesce(excluded.location, company.location),
                pilot = coalesce(excluded.pilot, company.pilot),
                revision = excluded.revision
            where (company.name, company.domain, company.time_zone, company.industry, company.support_tier,
                    company.location, company.pilot)
                is distinct from
                (excluded.name, coalesce(excluded.domain, company.domain),
                    coalesce(excluded.time_zone, company.time_zone), coalesce(excluded.industry, company.industry),
                    coalesce(excluded.support_tier, company.support_tier),
                    coalesce(excluded.location, company.location), coalesce(excluded.pilot, company.pilot))
            """;

    /** Tickets take their industry, tier, location and pilot flag from the company, so they change with it. */
    private static final String TOUCH_TICKETS_OF_CHANGED_COMPANIES = """
            update ticket set revision = ?
            where company_id in (select id from company where source = ? and revision = ?)
            """;

    private static final String CUSTOMERS = """
            insert into customer (source, identity, name, email, phone, job_title, company_id, revision, created_revision)
            select ?, named.requester, coalesce(named.name, named.email), named.email, named.phone, named.job, company.id, ?, ?
            from (
                select requester,
                    (%1$s requester_name]) filter (where requester_name is not null))[2] as name,
                    (%1$s requester_email]) filter (where requester_email is not null))[2] as email,
                    (%1$s requester_phone]) filter (where requester_phone is not null))[2] as phone,
                    (%1$s requester_job]) filter (where requester_job is not null))[2] as job,
                    (%1$s lower(company)]) filter (where company is not null))[2] as company_key
                from (
                    select requester, requester_name, requester_email, requester_phone, requester_job, company,
                        max(ordinal) as ordinal
                    from staged where requester is not null
                    group by requester, requester_name, requester_email, requester_phone, requester_job, company
                ) as said group by requester
            ) as named
            left join company on company.source = ? and lower(company.name) = named.company_key
            on conflict (source, identity) do update set
                name = excluded.name,
                email = coalesce(excluded.email, customer.email),
                phone = coalesce(excluded.phone, customer.phone),
                job_title = coalesce(excluded.job_title, customer.job_title),
                company_id = coalesce(excluded.company_id, customer.company_id),
                revision = excluded.revision
            where (customer.name, customer.email, customer.phone, customer.job_title, customer.company_id)
                is distinct from
                (excluded.name, coalesce(excluded.email, customer.email), coalesce(excluded.phone, customer.phone),
                    coalesce(excluded.job_title, customer.job_title), coalesce(excluded.company_id, customer.company_id))
            """;

    /** Else it would depend on the order of files which company a ticket belongs to. */
    private static final String FOLLOW_REQUESTERS = """
            update ticket set company_id = customer.company_id, revision = ?
            from customer
            where customer.source = ? and customer.revision = ? and ticket.requester_id = customer.id
                and not ticket.company_stated and ticket.company_id is distinct from customer.company_id
            """;

    private static final String AGENTS = """
            insert into agent (source, identity, name, email, phone, tier, agent_group, revision, created_revision)
            select ?, agent, coalesce(name, email), email, phone, tier, team, ?, ?
            from (
                select agent,
                    (%1$s agent_name]) filter (where agent_name is not null))[2] as name,
                    (%1$s agent_email]) filter (where agent_email is not null))[2] as email,
                    (%1$s agent_phone]) filter (where agent_phone is not null))[2] as phone,
                    (%1$s agent_tier]) filter (where agent_tier is not null))[2] as tier,
                    (%1$s agent_group]) filter (where agent_group is not null))[2] as team
                from (
                    select agent, agent_name, agent_email, agent_phone, agent_tier, agent_group, max(ordinal) as ordinal
                    from staged where agent is not null
                    group by agent, agent_name, agent_email, agent_phone, agent_tier, agent_group
                ) as said group by agent
            ) as named
            on conflict (source, identity) do update set
                name = excluded.name,
                email = coalesce(excluded.email, agent.email),
                phone = coalesce(excluded.phone, agent.phone),
                tier = coalesce(excluded.tier, agent.tier),
                agent_group = coalesce(excluded.agent_group, agent.agent_group),
                revision = excluded.revision
            where (agent.name, agent.email, agent.phone, agent.tier, agent.agent_group)
                is distinct from
                (excluded.name, coalesce(excluded.email, agent.email), coalesce(excluded.phone, agent.phone),
                    coalesce(excluded.tier, agent.tier), coalesce(excluded.agent_group, agent.agent_group))
            """;

    private static final String LAST = "max(array[lpad(ordinal::text, 19, '0'),";

    private static final String RESOLVED = """
            select s.*, customer.id as requester_id, coalesce(company.id, customer.company_id) as company_id,
                s.company is not null as company_stated,
                agent.id as assignee_id
            from staged s
            left join customer on customer.source = ? and customer.identity = s.requester
            left join company on company.source = ? and lower(company.name) = lower(s.company)
            left join agent on agent.source = ? and agent.identity = s.agent
            """;

    /** A better score of the same text stays: rows on their way have those of the fast step, or of a person. */
    private static final String ACCURATE_STAYS = """
            ticket.sentiment_model like 'accurate-%' and s.sentiment_model is distinct from 'person'
                    and (ticket.subject, ticket.body) is not distinct from (s.subject, s.body)""";

    private static final String UPDATE = """
            update ticket set
                requester_id = s.requester_id, company_id = s.company_id, company_stated = s.company_stated,
                assignee_id = s.assignee_id,
                created_at = s.created_at, first_reply_at = s.first_reply_at, first_solved_at = s.first_solved_at,
                solved_at = s.solved_at, closed_at = s.closed_at, updated_at = s.updated_at,
                status = s.status, priority = s.priority, type = s.type, channel = s.channel,
                subject = s.subject, body = s.body, tags = s.tags,
                touches = s.touches, reopens = s.reopens, satisfied = s.satisfied,
                industry = s.industry, support_tier = s.support_tier, location = s.location, pilot = s.pilot,
                source_metrics = s.source_metrics, attributes = s.attributes, content_hash = s.content_hash,
                sentiment_model = case when %2$s then ticket.sentiment_model else s.sentiment_model end,
                sentiment_negative = case when %2$s then ticket.sentiment_negative else s.sentiment_negative end,
                sentiment_neutral = case when %2$s then ticket.sentiment_neutral else s.sentiment_neutral end,
                sentiment_positive = case when %2$s then ticket.sentiment_positive else s.sentiment_positive end,
                revision = ?
            from (%1$s) as s
            where ticket.source = ? and ticket.external_id = s.external_id and ticket.content_hash <> s.content_hash
                and (s.updated_at is null or ticket.updated_at is null or s.updated_at >= ticket.updated_at)
            """.formatted(RESOLVED, ACCURATE_STAYS);

    private static final String INSERT = """
            insert into ticket (source, external_id, requester_id, company_id, company_stated, assignee_id, created_at,
                first_reply_at, first_solved_at, solved_at, closed_at, updated_at, status, priority, type, channel, subject, body, tags,
                touches, reopens, satisfied, industry, support_tier, location, pilot, source_metrics, attributes,
                content_hash, sentiment_model, sentiment_negative, sentiment_neutral, sentiment_positive, revision,
                created_revision)
            select ?, s.external_id, s.requester_id, s.company_id, s.company_stated, s.assignee_id, s.created_at,
                s.first_reply_at, s.first_solved_at, s.solved_at, s.closed_at, s.updated_at, s.status, s.priority, s.type, s.channel,
                s.subject, s.body, s.tags, s.touches, s.reopens, s.satisfied, s.industry, s.support_tier, s.location,
                s.pilot, s.source_metrics, s.attributes, s.content_hash,
                s.sentiment_model, s.sentiment_negative, s.sentiment_neutral, s.sentiment_positive, ?, ?
            from (%s) as s
            where not exists (select from ticket where ticket.source = ? and ticket.external_id = s.external_id)
            order by s.ordinal
            """.formatted(RESOLVED);

    private static final String EMPTY = "select not exists (select from ticket)";

    /** Where they are many, what is hashed should not have to go to disk. */
    private static final String MEMORY = "set local work_mem = '64MB'";

    /** Ids in the order of the rows, though the rows need not be sorted by it. */
    private static final String RESERVE_IDS = """
            select setval(pg_get_serial_sequence('ticket', 'id'), first - 1 + ?)
            from (select nextval(pg_get_serial_sequence('ticket', 'id')) as first offset 0) as next
            """;

    private static final String INSERT_FIRST = """
            insert into ticket (id, source, external_id, requester_id, company_id, company_stated, assignee_id, created_at,
                first_reply_at, first_solved_at, solved_at, closed_at, updated_at, status, priority, type, channel, subject, body, tags,
                touches, reopens, satisfied, industry, support_tier, location, pilot, source_metrics, attributes,
                content_hash, sentiment_model, sentiment_negative, sentiment_neutral, sentiment_positive, revision,
                created_revision)
            overriding system value
            select ? + s.ordinal, ?, s.external_id, s.requester_id, s.company_id, s.company_stated, s.assignee_id, s.created_at,
                s.first_reply_at, s.first_solved_at, s.solved_at, s.closed_at, s.updated_at, s.status, s.priority, s.type, s.channel,
                s.subject, s.body, s.tags, s.touches, s.reopens, s.satisfied, s.industry, s.support_tier, s.location,
                s.pilot, s.source_metrics, s.attributes, s.content_hash,
                s.sentiment_model, s.sentiment_negative, s.sentiment_neutral, s.sentiment_positive, ?, ?
            from (%s) as s
            """.formatted(RESOLVED);

    /** Durations count in whole seconds, as the facts do. */
    private static final String TIME_PROBLEMS = """
            select count(*) filter (where created_at is null) as created_missing,
                count(*) filter (where reply < 0) as reply_before, count(*) filter (where resolution < 0) as resolution_before,
                count(*) filter (where resolution < reply) as resolution_before_reply,
                count(*) filter (where created_at > now() or solved_at > now() or (created_at is not null and first_reply_at > now()))
                    as in_future
            from (
                select created_at, first_reply_at, solved_at,
                    round(date_part('epoch', first_reply_at) - date_part('epoch', created_at)) as reply,
                    round(date_part('epoch', solved_at) - date_part('epoch', created_at)) as resolution
                from staged
            ) as timed
            """;

    /** So few people and companies do not change how the database looks for them. */
    private static final long FEW = 2_000;

    private final Connection connection;
    private final String source;
    private final @Nullable ImportHistory history;
    private final @Nullable PushedDrafts pushed;
    private final @Nullable PartialDrafts partial;
    private List<DraftFate> fates = List.of();
    private long revision;
    private TimeProblems timeProblems = TimeProblems.NONE;

    /**
     * @param history takes what was before; null where nobody will take this load back
     * @param pushed follows each draft; null where they are rows of a file
     * @param partial fills drafts up with what is stored; null where they are whole
     */
    TicketMerge(
            Connection connection,
            String source,
            @Nullable ImportHistory history,
            @Nullable PushedDrafts pushed,
            @Nullable PartialDrafts partial) {
        this.connection = connection;
        this.source = source;
        this.history = history;
        this.pushed = pushed;
        this.partial = partial;
    }

    /**
     * Merges all staged rows.
     *
     * @param staged how many there are
     * @param zone becomes the organisation's if there is no ticket yet; null for none
     */
    LoadResult merge(long staged, @Nullable ZoneId zone) throws SQLException {
        return merge(staged, zone, true);
    }

    /** Merges all staged rows for a transaction that is rolled back, and so touches no index, which would lock everybody out. */
    LoadResult tryOut(long staged) throws SQLException {
        return merge(staged, null, false);
    }

    private LoadResult merge(long staged, @Nullable ZoneId zone, boolean stays) throws SQLException {
        if (staged > FEW) {
            run(MEMORY);
        }
        run("analyze staged");
        if (pushed != null) {
            pushed.place();
        }
        long duplicates;
        long folded;
        try (PreparedStatement statement = connection.prepareStatement(REPEATED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            duplicates = row.getLong("duplicates");
            folded = row.getLong("folded");
        }
        if (duplicates + folded > 0) {
            run(KEEP_NEWEST);
        }
        timeProblems = findTimeProblems();
        revision = nextRevision();
        if (partial != null) {
            partial.fill();
        }
        run(Corrections.APPLY_TO_STAGED, source);
        if (pushed != null) {
            pushed.lookUp();
        }
        if (history != null) {
            history.keepBefore();
        }
        if (zone != null) {
            run(ZONE_OF_FIRST_TICKETS, zone.getId());
        }
        run(COMPANIES.formatted(LAST), source, revision, revision);
        run(TOUCH_TICKETS_OF_CHANGED_COMPANIES, revision, source, revision);
        run(CUSTOMERS.formatted(LAST), source, revision, revision, source);
        if (history != null) {
            history.keepFollowing(revision);
        }
        run(FOLLOW_REQUESTERS, revision, source, revision);
        run(AGENTS.formatted(LAST), source, revision, revision);
        if (staged > FEW) {
            run("analyze company, customer, agent");
        }
        long updated = 0;
        long created;
        if (stays && staged > FEW && empty()) {
            created = fill(staged);
        } else {
            updated = run(UPDATE, revision, source, source, source, source);
            created = run(INSERT, source, revision, revision, source, source, source, source);
        }
        if (history != null) {
            history.keepChanged(revision);
        }
        if (pushed != null) {
            fates = pushed.mark(revision);
        }
        long unchanged = staged - duplicates - folded - updated - created;
        return new LoadResult(created, updated, unchanged, folded, duplicates);
    }

    private boolean empty() throws SQLException {
        return single(EMPTY).equals(true);
    }

    /** Brings the first tickets of all. */
    private long fill(long staged) throws SQLException {
        LateIndexes indexes = LateIndexes.takeAway(connection);
        long last = (Long) single(RESERVE_IDS, staged);
        long created = run(INSERT_FIRST, last - staged, source, revision, revision, source, source, source);
        indexes.bringBack();
        return created;
    }

    private Object single(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Objects.requireNonNull(row.getObject(1));
            }
        }
    }

    /** The revision that the merge bears. */
    long revision() {
        return revision;
    }

    /** What became of each draft that was pushed. */
    List<DraftFate> fates() {
        return fates;
    }

    /** What is wrong with the times of the merged tickets. */
    TimeProblems timeProblems() {
        return timeProblems;
    }

    private TimeProblems findTimeProblems() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TIME_PROBLEMS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new TimeProblems(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    private long nextRevision() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT_REVISION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeLargeUpdate();
        }
    }
}
