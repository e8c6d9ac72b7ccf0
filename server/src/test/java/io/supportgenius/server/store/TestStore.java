package io.supportgenius.server.store;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The store's parts over a database of their own, without a Spring context. */
public final class TestStore {

    private final List<Object> events = new ArrayList<>();
    private final JdbcClient jdbc;
    private final TicketLoads loads;
    private final Changes changes;
    private final FactRows factRows;
    private final Organisation organisation;
    private final Records records;
    private final Tickets tickets;
    private final Settings settings;
    private final TicketRecords ticketRecords;
    private final UnscoredTickets unscoredTickets;
    private final JudgedTickets judgedTickets;
    private final Embeddings embeddings;
    private final Corrections corrections;
    private final SoleWork soleWork;
    private final ImportUndo importUndo;

    private TestStore(DataSource database, SentimentScorer scorer) {
        JsonMapper json = JsonMapper.builder().build();
        var transactions = new JdbcTransactionManager(database);
        jdbc = JdbcClient.create(database);
        loads = new TicketLoads(database, jdbc, transactions, json, scorer, events::add);
        changes = new Changes(jdbc);
        factRows = new FactRows(new JdbcTemplate(database), changes, transactions);
        settings = new Settings(jdbc, json);
        organisation = new Organisation(settings);
        records = new Records(jdbc);
        tickets = new Tickets(jdbc, json);
        ticketRecords = new TicketRecords(jdbc, tickets, changes, transactions);
        unscoredTickets = new UnscoredTickets(jdbc, transactions);
        judgedTickets = new JudgedTickets(jdbc, transactions);
        embeddings = new Embeddings(jdbc);
        corrections = new Corrections(jdbc, transactions, events::add);
        soleWork = new SoleWork(database);
        importUndo = new ImportUndo(jdbc, transactions, events::add);
    }

    /** A store with the product's schema and nothing in it. */
    public static TestStore create() {
        return scoredBy(new PlainWords());
    }

    /** The same, whose tickets are scored by another scorer. */
    public static TestStore scoredBy(SentimentScorer scorer) {
        return new TestStore(TestDatabase.create(), scorer);
    }

    /** Loads drafts in one go. */
    public LoadResult load(String source, TicketDraft... drafts) {
        try (TicketLoad load = loads.begin(source)) {
            for (TicketDraft draft : drafts) {
                load.add(draft);
            }
            return load.commit();
        }
    }

    /** What the store published so far. */
    public List<Object> events() {
        return events;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TicketLoads loads() {
        return loads;
    }

    public Changes changes() {
        return changes;
    }

    public FactRows factRows() {
        return factRows;
    }

    public Organisation organisation() {
        return organisation;
    }

    public Settings settings() {
        return settings;
    }

    public Records records() {
        return records;
    }

    public UnscoredTickets unscoredTickets() {
        return unscoredTickets;
    }

    public JudgedTickets judgedTickets() {
        return judgedTickets;
    }

    public Embeddings embeddings() {
        return embeddings;
    }

    public Corrections corrections() {
        return corrections;
    }

    public SoleWork soleWork() {
        return soleWork;
    }

    ImportUndo importUndo() {
        return importUndo;
    }

    public TicketRecords ticketRecords() {
        return ticketRecords;
    }

    public Tickets tickets() {
        return tickets;
    }
}
