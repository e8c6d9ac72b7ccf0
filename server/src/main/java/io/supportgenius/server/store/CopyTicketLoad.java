package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.ticket.AgentDraft;
import io.supportgenius.server.ticket.CompanyDraft;
import io.supportgenius.server.ticket.CustomerDraft;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import io.supportgenius.server.ticket.TicketText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends drafts by COPY into a temporary table and merges that table into the model at the end. Nothing is locked, and nothing
 * is visible, before the merge.
 */
final class CopyTicketLoad implements TicketLoad {
    private static final Logger LOG = LoggerFactory.getLogger(CopyTicketLoad.class);

    /** Who waits for an answer does not wait for the import of a large file, and does not keep a connection from others meanwhile. */
    private static final String PATIENCE_OF_PROGRAMS = "set local lock_timeout = '5s'";

    private final Connection connection;
    private final String source;
    private final JsonMapper json;
    private final SentimentScorer scorer;
    private final Runnable committed;
    private final CopyIn copy;
    private final CopyText row = new CopyText();
    private final AttributeCensus attributes = new AttributeCensus();
    private long ordinal;
    private @Nullable ZoneId zone;
    private @Nullable Long run;
    private @Nullable Function<LoadResult, String> report;
    private boolean pushed;
    private @Nullable Set<TicketPart> told;
    private List<DraftFate> fates = List.of();
    private TimeProblems problems = TimeProblems.NONE;
    private boolean open = true;

    CopyTicketLoad(Connection connection, String source, JsonMapper json, SentimentScorer scorer, Runnable committed)
            throws SQLException {
        this.connection = connection;
        this.source = source;
        this.json = json;
        this.scorer = scorer;
        this.committed = committed;
        connection.setAutoCommit(false);
        execute(connection, TicketMerge.STAGE);
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(TicketMerge.COPY);
    }

    @Override
    public void add(TicketDraft draft) {
        Map<String, String> kept = clean(draft.attributes());
        attributes.accept(kept);
        row.start();
        content(draft, kept);
        UUID hash = row.hash();
        row.text(hash.toString()).number(++ordinal);
        sentiment(draft.text());
        byte[] bytes = row.end();
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw StoreFailure.of("send ticket " + draft.externalId(), e);
        }
    }

    /** Not part of what a draft says, so another model alone makes no draft a changed one. */
    private void sentiment(TicketText text) {
        var score = StoredSentiment.of(scorer.score(text.whole()));
        row.text(scorer.model());
        if (score == null) {
            row.text(null).text(null).text(null);
        } else {
            row.number(score.negative()).number(score.neutral()).number(score.positive());
        }
    }

    /** The columns of the staging table, in its order. */
    private void content(TicketDraft draft, Map<String, String> kept) {
        var times = draft.times();
        var kind = draft.kind();
        var text = draft.text();
        var effort = draft.effort();
        row.text(draft.externalId());
        company(draft.company());
        customer(draft.requester(), draft.company());
        agent(draft.assignee());
        row.time(times.created())
                .time(times.firstReply())
                .time(times.firstSolved())
                .time(times.solved())
                .time(times.closed())
                .time(times.updated());
        row.text(kind.status()).text(kind.priority()).text(kind.type()).text(kind.channel());
        row.text(text.subject()).text(text.body()).texts(text.tags());
        row.number(effort.touches()).number(effort.reopens()).flag(effort.satisfied());
        profile(draft.profile());
        row.text(json.writeValueAsString(clean(draft.sourceMetrics()))).text(json.writeValueAsString(kept));
    }

    private void company(@Nullable CompanyDraft company) {
        if (company == null) {
            row.text(null).text(null).text(null);
            profile(Profile.UNKNOWN);
        } else {
            row.text(company.name()).text(company.domain()).text(company.timeZone());
            profile(company.profile());
        }
    }

    private void customer(@Nullable CustomerDraft customer, @Nullable CompanyDraft company) {
        if (customer == null) {
            row.text(null).text(null).text(null).text(null).text(null);
            return;
        }
        String place = company == null ? "" : company.name();
        row.text(identity(customer.email(), customer.name(), place))
                .text(customer.name())
                .text(customer.email())
                .text(customer.phone())
                .text(customer.jobTitle());
    }

    private void agent(@Nullable AgentDraft agent) {
        if (agent == null) {
            row.text(null).text(null).text(null).text(null).text(null).text(null);
            return;
        }
        row.text(identity(agent.email(), agent.name(), ""))
                .text(agent.name())
                .text(agent.email())
                .text(agent.phone())
                .text(agent.tier())
                .text(agent.group());
    }

    private void profile(Profile profile) {
        row.text(profile.industry())
                .text(profile.supportTier())
                .text(profile.location())
                .flag(profile.pilot());
    }

    private static String identity(@Nullable String email, @Nullable String name, String place) {
        if (email != null) {
            return "email:" + email.toLowerCase(Locale.ROOT);
        }
        if (name == null) {
            throw new IllegalArgumentException("A person needs a name or an e-mail address");
        }
        return "name:" + name.toLowerCase(Locale.ROOT) + "@" + place.toLowerCase(Locale.ROOT);
    }

    /** Sorted by name, so that equal maps give equal texts; without NUL, which PostgreSQL cannot keep. */
    private static Map<String, String> clean(Map<String, String> values) {
        var clean = new TreeMap<String, String>();
        values.forEach((name, value) -> clean.put(name.replace("\0", ""), value.replace("\0", "")));
        return clean;
    }

    @Override
    public void zoneOfFirstTickets(ZoneId zoneOfTheirs) {
        zone = zoneOfTheirs;
    }

    @Override
    public void remember(long importRun) {
        run = importRun;
    }

    @Override
    public void concludeWith(Function<LoadResult, String> reportOfRun) {
        report = reportOfRun;
    }

    @Override
    public void push() {
        pushed = true;
    }

    @Override
    public void fillUp(Set<TicketPart> toldByAll) {
        told = Set.copyOf(toldByAll);
    }

    @Override
    public List<DraftFate> fates() {
        return fates;
    }

    @Override
    public TimeProblems timeProblems() {
        return problems;
    }

    @Override
    public LoadResult commit() {
        LoadResult result;
        try {
            copy.endCopy();
            if (pushed) {
                execute(connection, PATIENCE_OF_PROGRAMS);
            }
            ImportHistory history = run == null ? null : new ImportHistory(connection, source, run);
            TicketMerge merge = new TicketMerge(
                    connection,
                    source,
                    history,
                    pushed ? new PushedDrafts(connection, source) : null,
                    told == null ? null : new PartialDrafts(connection, source, scorer, told));
            result = merge.merge(ordinal, zone);
            problems = merge.timeProblems();
            fates = merge.fates();
            attributes.save(connection, pushed ? merge.revision() : null);
            if (history != null && report != null) {
                history.conclude(report.apply(result));
            }
            connection.commit();
        } catch (SQLException e) {
            DataAccessException failure = StoreFailure.of("merge the tickets of " + source, e);
            try {
                release();
            } catch (SQLException further) {
                failure.addSuppressed(further);
            }
            throw failure;
        }
        try {
            release();
        } catch (SQLException e) {
            LOG.warn("The tickets of {} are committed, but their connection could not be given back", source, e);
        }
        committed.run();
        return result;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public LoadResult tryOut() {
        try {
            copy.endCopy();
            TicketMerge merge = new TicketMerge(connection, source, null, null, null);
            LoadResult result = merge.tryOut(ordinal);
            problems = merge.timeProblems();
            return result;
        } catch (SQLException e) {
            throw StoreFailure.of("try out the tickets of " + source, e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            release();
        } catch (SQLException e) {
            throw StoreFailure.of("give up the load of " + source, e);
        }
    }

    private void release() throws SQLException {
        if (!open) {
            return;
        }
        open = false;
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
