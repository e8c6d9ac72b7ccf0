package io.supportgenius.server.importing;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.store.Organisation;
import io.supportgenius.server.store.PlainWords;
import io.supportgenius.server.store.TestDatabase;
import io.supportgenius.server.store.TicketsChanged;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The packages store and importing on an empty database of their own, with files made up on the spot. */
final class ImportingProduct implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Path directory;
    private int files;
    private Consumer<ImportingProduct> onCommit = product -> {};

    ImportingProduct(Path directory) {
        this(directory, TestDatabase.create());
    }

    ImportingProduct(Path directory, DataSource database) {
        this(directory, database, new PlainWords());
    }

    ImportingProduct(Path directory, DataSource database, SentimentScorer scorer) {
        this.directory = directory;
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SentimentScorer.class, () -> scorer);
        context.addApplicationListener((PayloadApplicationEvent<TicketsChanged> event) -> onCommit.accept(this));
        context.scan("io.supportgenius.server.store", "io.supportgenius.server.importing");
        context.refresh();
    }

    /** Lets something happen whenever the store says that tickets have changed. */
    void onCommit(Consumer<ImportingProduct> action) {
        onCommit = action;
    }

    Imports imports() {
        return context.getBean(Imports.class);
    }

    TicketBatches batches() {
        return context.getBean(TicketBatches.class);
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    /** Where files lie that were uploaded or unpacked. */
    Path uploads() {
        return context.getBean(Uploads.class).directory();
    }

    ImportRunTable table() {
        return context.getBean(ImportRunTable.class);
    }

    Organisation organisation() {
        return context.getBean(Organisation.class);
    }

    JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    /** Imports lines joined by line feeds and waits for the end. */
    ImportReport run(String... lines) throws Exception {
        return run(Map.of(), null, null, false, lines);
    }

    ImportReport run(
            Map<String, String> mapping,
            @Nullable ZoneId zone,
            @Nullable DateOrder order,
            boolean dryRun,
            String... lines)
            throws Exception {
        return run(new ImportRequest(
                file(StandardCharsets.UTF_8, lines),
                "tickets.csv",
                "test",
                new MappingDocument(mapping, Set.of()),
                zone,
                order,
                dryRun,
                false));
    }

    ImportReport run(Path file) throws Exception {
        return run(new ImportRequest(
                file, String.valueOf(file.getFileName()), "test", MappingDocument.NONE, null, null, false, false));
    }

    ImportReport run(ImportRequest request) throws Exception {
        return imports().await(imports().start(request), PATIENCE).orElseThrow();
    }

    Path file(Charset charset, String... lines) throws Exception {
        return Files.writeString(
                directory.resolve("file" + ++files + ".csv"), String.join("\n", lines) + "\n", charset);
    }

    /** One column of the stored tickets, in the order of their external ids. */
    List<@Nullable String> stored(String expression) {
        return sql().sql("select (" + expression + ")::text from ticket order by external_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
