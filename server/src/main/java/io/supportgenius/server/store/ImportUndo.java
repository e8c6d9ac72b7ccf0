package io.supportgenius.server.store;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes imports back, the newest first: what it created goes, what it changed is as it was before, all in one transaction. Later imports build on
 * earlier ones, and in this order alone what is left is what was there before. What a program has pushed since stays as it is.
 */
@Component
public class ImportUndo {

    private static final Logger LOG = LoggerFactory.getLogger(ImportUndo.class);

    /** Locks like every change does, so that no import commits in between. */
    private static final String NEW_EPOCH =
            "update change_state set epoch = epoch + 1, revision = revision + 1 returning revision";

    /** Whatever its report says: a server that is killed right after the commit leaves a run that failed but changed something. */
    private static final String NEWEST = """
            select id from import_run where revision is not null and state <> 'undone' order by id desc limit 1
            """;

    private static final String RUN = """
            select revision, source from import_run
            where id = :run and restorable and state <> 'running'
                and not exists (select from import_run other where other.source = import_run.source and other.state = 'running')
            """;

    private static final List<String> RESTORE = List.of("""
            update company set name = b.name, domain = b.domain, time_zone = b.time_zone, industry = b.industry,
                support_tier = b.support_tier, location = b.location, pilot = b.pilot, revision = :revision
            from import_before i, jsonb_populate_record(null::company, i.content) b
            where i.run_id = :run and i.kind = 'company' and company.id = i.row_id
                and coalesce(company.pushed_revision, 0) < :created
            """, """
            update customer set name = b.name, email = b.email, phone = b.phone, job_title = b.job_title,
                company_id = b.company_id, revision = :revision
            from import_before i, jsonb_populate_record(null::customer, i.content) b
            where i.run_id = :run and i.kind = 'customer' and customer.id = i.row_id
                and coalesce(customer.pushed_revision, 0) < :created
            """, """
            update agent set name = b.name, email = b.email, phone = b.phone, tier = b.tier, agent_group = b.agent_group,
                revision = :revision
            from import_before i, jsonb_populate_record(null::agent, i.content) b
            where i.run_id = :run and i.kind = 'agent' and agent.id = i.row_id
                and coalesce(agent.pushed_revision, 0) < :created
            """, """
            update ticket set requester_id = b.requester_id, company_id = b.company_id, company_stated = b.company_stated,
                assignee_id = b.assignee_id, created_at = b.created_at, first_reply_at = b.first_reply_at,
                first_solved_at = b.first_solved_at, solved_at = b.solved_at, closed_at = b.closed_at,
                updated_at = b.updated_at, status = b.status, priority = b.priority, type = b.type, channel = b.channel,
                subject = b.subject, body = b.body, tags = b.tags, touches = b.touches, reopens = b.reopens,
                satisfied = b.satisfied, industry = b.industry, support_tier = b.support_tier, location = b.location,
                pilot = b.pilot, source_metrics = b.source_metrics, attributes = b.attributes,
                content_hash = b.content_hash, sentiment_model = b.sentiment_model,
                sentiment_negative = b.sentiment_negative, sentiment_neutral = b.sentiment_neutral,
                sentiment_positive = b.sentiment_positive, revision = :revision
            from import_before i, jsonb_populate_record(null::ticket, i.content) b
            where i.run_id = :run and i.kind = 'ticket' and ticket.id = i.row_id
                and coalesce(ticket.pushed_revision, 0) < :created
            """);

    /** What a person said then may have been changed or taken back since: corrections that still hold are applied afterwards. */
    private static final String FORGET_PEOPLE = """
            update ticket set sentiment_model = null, sentiment_negative = null, sentiment_neutral = null,
                sentiment_positive = null
            from import_before i
            where i.run_id = :run and i.kind = 'ticket' and ticket.id = i.row_id and ticket.revision = :revision
                and ticket.sentiment_model = 'person'
            """;

    /** Tickets that are as they were follow a requester whom a program has moved since. */
    private static final String FOLLOW_PUSHED = """
            update ticket set company_id = customer.company_id, revision = :revision
            from customer
            where customer.source = :source and customer.pushed_revision > :created and ticket.requester_id = customer.id
                and not ticket.company_stated and ticket.company_id is distinct from customer.company_id
            """;

    /** People and companies stay as long as anything that stays leads to them. */
    private static final List<String> REMOVE = List.of("""
            delete from ticket
            where source = :source and created_revision = :created and coalesce(pushed_revision, 0) < :created
            """, """
            delete from customer
            where source = :source and created_revision = :created and coalesce(pushed_revision, 0) < :created
                and not exists (select from ticket where requester_id = customer.id)
            """, """
            delete from company
            where source = :source and created_revision = :created and coalesce(pushed_revision, 0) < :created
                and not exists (select from ticket where company_id = company.id)
                and not exists (select from customer where company_id = company.id)
            """, """
            delete from agent
            where source = :source and created_revision = :created and coalesce(pushed_revision, 0) < :created
                and not exists (select from ticket where assignee_id = agent.id)
            """);

    private static final String NEWER_ATTRIBUTES =
            "delete from attribute where coalesce(pushed_revision, 0) < :created";

    private static final String EARLIER_ATTRIBUTES = """
            insert into attribute (name, dimension, pushed_revision)
            select b.name, b.dimension, b.pushed_revision from import_before i, jsonb_populate_record(null::attribute, i.content) b
            where i.run_id = :run and i.kind = 'attribute'
            on conflict (name) do nothing
            """;

    private static final List<String> ATTRIBUTE_VALUES = List.of("delete from attribute_value", """
            insert into attribute_value (name, value)
            select distinct each.key, each.value from ticket, jsonb_each_text(attributes) as each
            where each.key in (select name from attribute where dimension)
            """);

    private static final String UNDONE = """
            update import_run
            set state = 'undone', restorable = false, report = report || jsonb_build_object('state', 'undone')
            where id = :run
            """;

    private static final String FORGET = "delete from import_before where run_id = :run";

    private static final String FORGET_EVENTS = "delete from ticket_event where run_id = :run";

    /** Texts that are there again may have been judged by an older model: the next start looks. */
    private static final String JUDGE_ANEW = "delete from setting where name = 'sentiment.model'";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ImportUndo(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** The import that can be taken back now; empty if there is none, or if what was before it is forgotten. */
    public Optional<Long> next() {
        return jdbc.sql(NEWEST).query(Long.class).optional().filter(run -> run(run).isPresent());
    }

    /** The newest import that changed something, whether it can still be taken back or not. */
    public Optional<Long> newest() {
        return jdbc.sql(NEWEST).query(Long.class).optional();
    }

    private Optional<Run> run(long id) {
        return jdbc.sql(RUN)
                .param("run", id)
                .query((row, number) -> new Run(row.getLong("revision"), row.getString("source")))
                .optional();
    }

    /**
     * Takes an import back.
     *
     * @return whether that was possible; else nothing was changed
     */
    public boolean undo(long run) {
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            long revision = jdbc.sql(NEW_EPOCH).query(Long.class).single();
            if (next().filter(newest -> newest == run).isEmpty()) {
                status.setRollbackOnly();
                return false;
            }
            takeBack(run, revision, run(run).orElseThrow());
            return true;
        }));
        if (done) {
            tellOfChange();
        }
        return done;
    }

    private void takeBack(long run, long revision, Run taken) {
        // First what is there again leads to what was there before, then what it led to can go.
        RESTORE.forEach(sql -> jdbc.sql(sql)
                .param("run", run)
                .param("revision", revision)
                .param("created", taken.revision())
                .update());
        jdbc.sql(FORGET_PEOPLE).param("run", run).param("revision", revision).update();
        jdbc.sql(FOLLOW_PUSHED)
                .param("source", taken.source())
                .param("revision", revision)
                .param("created", taken.revision())
                .update();
        REMOVE.forEach(sql -> jdbc.sql(sql)
                .param("source", taken.source())
                .param("created", taken.revision())
                .update());
        jdbc.sql(Corrections.APPLY_TO_STORED)
                .param("source", taken.source())
                .param("revision", revision)
                .update();
        jdbc.sql(NEWER_ATTRIBUTES).param("created", taken.revision()).update();
        jdbc.sql(EARLIER_ATTRIBUTES).param("run", run).update();
        ATTRIBUTE_VALUES.forEach(sql -> jdbc.sql(sql).update());
        jdbc.sql(JUDGE_ANEW).update();
        jdbc.sql(UNDONE).param("run", run).update();
        jdbc.sql(FORGET).param("run", run).update();
        jdbc.sql(FORGET_EVENTS).param("run", run).update();
    }

    /** The change is committed: a listener's trouble is its own and does not undo it. */
    private void tellOfChange() {
        try {
            events.publishEvent(new TicketsChanged());
        } catch (RuntimeException failure) {
            LOG.error("A listener failed after an import was taken back", failure);
        }
    }

    private record Run(long revision, String source) {}
}
