package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScorer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Opens loads of many tickets at once, and takes whole sources away. */
@Component
public class TicketLoads {
    private static final Logger LOG = LoggerFactory.getLogger(TicketLoads.class);

    /** The source of the demo company's tickets. */
    public static final String DEMO_SOURCE = "demo";

    private static final String NEW_EPOCH = "update change_state set epoch = epoch + 1, revision = revision + 1";

    private static final String ANY_OTHER_STORED = "select exists (select from ticket where source <> :source)";

    private static final String HOLDS = "select exists (select from ticket where source = :source)";

    private static final List<String> REMOVE = List.of(
            "delete from ticket where source = :source",
            "delete from customer where source = :source",
            "delete from company where source = :source",
            "delete from agent where source = :source");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final SentimentScorer scorer;
    private final ApplicationEventPublisher events;

    TicketLoads(
            DataSource dataSource,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            SentimentScorer scorer,
            ApplicationEventPublisher events) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.scorer = scorer;
        this.events = events;
    }

    /**
     * Begins a load in a transaction of its own, on a connection of its own.
     *
     * @param source the name under which external ids are unique, for example {@code demo}
     * @throws DataAccessException if the database cannot be reached
     */
    public TicketLoad begin(String source) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new CopyTicketLoad(connection, source, json, scorer, this::tellOfChange);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailure.of("begin a load", e);
        }
    }

    /** Whether there is a ticket of any source but this one. */
    public boolean anyOtherStored(String source) {
        return jdbc.sql(ANY_OTHER_STORED)
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    /** Whether there is any ticket of a source. */
    public boolean holds(String source) {
        return jdbc.sql(HOLDS).param("source", source).query(Boolean.class).single();
    }

    /** Takes away all tickets, people and companies of a source, at once. */
    public void remove(String source) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(NEW_EPOCH).update();
            REMOVE.forEach(sql -> jdbc.sql(sql).param("source", source).update());
        });
        tellOfChange();
    }

    /** The change is committed: a listener's trouble is its own and does not undo it. */
    private void tellOfChange() {
        try {
            events.publishEvent(new TicketsChanged());
        } catch (RuntimeException failure) {
            LOG.error("A listener failed after a change of tickets that is committed", failure);
        }
    }
}
