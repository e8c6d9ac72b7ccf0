package io.supportgenius.server.importing;

import io.supportgenius.analytics.text.SentimentScore;
import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.analytics.text.WordInfluence;
import io.supportgenius.server.importing.files.FileLimits;
import io.supportgenius.server.importing.files.ReadAs;
import io.supportgenius.server.importing.files.TicketFile;
import io.supportgenius.server.importing.files.TicketFiles;
import io.supportgenius.server.sentiment.PackagedModel;
import io.supportgenius.server.store.TestDatabase;
import io.supportgenius.server.ticket.TicketDraft;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Measures the import against the bare COPY of the rows that it makes, into the same tables with the same indexes, and its stages alone. No
 * test: started by {@code benchmarks/import-speed}, printed as a table, kept in {@code docs/benchmarks.md}. Processor time counts all threads of this
 * process and of its PostgreSQL.
 */
final class ImportSpeed {
    private static final int COMPANIES = 2_000;
    private static final int CUSTOMERS = 50_000;
    private static final int AGENTS = 200;
    private static final String[] WORDS =
            ("the a printer invoice account is not does work again please help thank you great fast reply broken late"
                            + " angry nobody answers shipment order login password error page loads slowly perfect team solved question about"
                            + " price contract cancel renew upgrade phone call waited three days still no answer very happy with service today")
                    .split(" ");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final int rows;
    private final Path directory;
    private final Map<String, List<Reading>> readings = new LinkedHashMap<>();

    private ImportSpeed(int rows, Path directory) {
        this.rows = rows;
        this.directory = directory;
    }

    /** @param arguments rows, and how often each stage is measured */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        ImportSpeed speed = new ImportSpeed(rows, Files.createTempDirectory("import-speed"));
        Path file = speed.write();
        for (int run = 0; run <= runs; run++) {
            // The first run warms up and is forgotten.
            if (run == 1) {
                speed.readings.clear();
            }
            speed.measure(file);
        }
        speed.print();
        System.exit(0);
    }

    private void measure(Path file) throws Exception {
        measure("parse alone", () -> parse(file, ticket -> {}));
        SentimentScorer model = PackagedModel.scorer();
        List<String> texts = new ArrayList<>();
        parse(file, ticket -> texts.add(ticket.text().whole()));
        measure("scoring alone", () -> texts.forEach(model::score));
        texts.clear();
        DataSource plain = TestDatabase.create();
        importFile("import without scoring", file, plain, new NoModel());
        copy(plain);
        drop(plain);
        DataSource scored = TestDatabase.create();
        importFile("import with scoring", file, scored, model);
        drop(scored);
    }

    private void parse(Path path, Consumer<TicketDraft> consumer) {
        TicketFiles files = new TicketFiles(FileLimits.usual(), directory);
        try (TicketFile file = files.open(path, "tickets.csv", new ReadAs(null, null, Long.MAX_VALUE))) {
            EventEvidence evidence = new EventEvidence(file.columns(), MappingDocument.NONE);
            FileProfile profile = FileProfile.of(file, evidence::accept);
            ImportPlan plan = ImportPlan.of(profile, Recognition.of(profile, MappingDocument.NONE), UTC, null);
            RowConverter converter = new RowConverter(plan);
            file.forEachRow(row -> {
                try {
                    consumer.accept(converter.convert(row));
                } catch (RejectedRowException unreadable) {
                    throw new IllegalStateException(unreadable.reject().toString(), unreadable);
                }
            });
        }
    }

    private void importFile(String name, Path file, DataSource database, SentimentScorer scorer) throws Exception {
        try (ImportingProduct product = new ImportingProduct(directory, database, scorer)) {
            measure(name, () -> {
                ImportReport report = product.run(file);
                if (report.counts().created() != rows) {
                    throw new IllegalStateException(report.toString());
                }
            });
        }
    }

    /** The rows that the import has made, into empty tables with the product's indexes. */
    private void copy(DataSource from) throws Exception {
        List<String> tables = List.of("company", "customer", "agent", "ticket");
        DataSource to = TestDatabase.create();
        for (String table : tables) {
            try (Connection connection = from.getConnection();
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(directory.resolve(table)))) {
                copies(connection).copyOut("copy " + table + " to stdout", out);
            }
        }
        measure("bare COPY", () -> {
            try (Connection connection = to.getConnection()) {
                connection.setAutoCommit(false);
                for (String table : tables) {
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(directory.resolve(table)))) {
                        copies(connection).copyIn("copy " + table + " from stdin", in);
                    }
                }
                connection.commit();
            }
        });
        drop(to);
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** What is not measured any more must not fill the disk, nor be tidied up while something else is measured. */
    private static void drop(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate ticket, customer, company, agent, import_run cascade");
            statement.execute("checkpoint");
        }
    }

    private void measure(String name, Work work) throws Exception {
        double own = ownSeconds();
        double database = databaseSeconds();
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        // What a process of PostgreSQL has used counts once it is gone.
        Thread.sleep(1_000);
        Reading reading = new Reading(seconds, ownSeconds() - own, databaseSeconds() - database);
        System.err.printf(
                Locale.ENGLISH,
                "%s: %.1f s; of processor %.1f s here, %.1f s in PostgreSQL%n",
                name,
                seconds,
                reading.own(),
                reading.database());
        readings.computeIfAbsent(name, none -> new ArrayList<>()).add(reading);
    }

    private static double ownSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /** Of PostgreSQL: its living processes, and those that have ended, which their parent counts. */
    private static double databaseSeconds() throws IOException {
        long ticks = 0;
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            String[] stat = stat(child.pid());
            if (stat.length > 0) {
                boolean postmaster = ProcessHandle.of(child.pid())
                        .map(process -> process.children().findAny().isPresent())
                        .orElse(false);
                ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
                ticks += postmaster ? Long.parseLong(stat[13]) + Long.parseLong(stat[14]) : 0;
            }
        }
        return ticks / 100.0;
    }

    /** The fields behind the name of a process; none if it has ended. */
    private static String[] stat(long pid) throws IOException {
        Path file = Path.of("/proc/" + pid + "/stat");
        try {
            String text = Files.readString(file);
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (java.nio.file.NoSuchFileException ended) {
            return new String[0];
        }
    }

    private void print() throws IOException {
        double copy = median("bare COPY", false);
        System.out.printf(
                "%n%,d rows%n%n| stage | rows/s | wall s | CPU s | CPU µs per row |%n|---|---|---|---|---|%n", rows);
        readings.keySet()
                .forEach(name -> System.out.printf(
                        Locale.ENGLISH,
                        "| %s | %,.0f | %.1f | %.1f | %.1f |%n",
                        name,
                        rows / median(name, false),
                        median(name, false),
                        median(name, true),
                        1e6 * median(name, true) / rows));
        double parts = median("bare COPY", true) + median("parse alone", true) + median("scoring alone", true);
        System.out.printf(
                Locale.ENGLISH,
                "%nimport without scoring / bare COPY: %.2f of its rows/s (by processor time %.2f)%n"
                        + "processor time with scoring / (COPY + parse + scoring): %.2f%nhighest memory: this process %s, PostgreSQL %s%n",
                copy / median("import without scoring", false),
                median("bare COPY", true) / median("import without scoring", true),
                median("import with scoring", true) / parts,
                highest(ProcessHandle.current().pid()),
                "see docs");
    }

    private static String highest(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("");
    }

    private double median(String name, boolean processor) {
        double[] sorted = readings.getOrDefault(name, List.of()).stream()
                .mapToDouble(reading -> processor ? reading.processor() : reading.wall())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    /** Two years of tickets, the same each time. */
    private Path write() throws IOException {
        SplittableRandom random = new SplittableRandom(311);
        Path file = directory.resolve("tickets.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "Ticket ID,Created at,First response at,Resolved at,Updated at,Status,Priority,Channel,Subject,Description,Tags,"
                            + "Requester,Requester email,Company,Industry,Support tier,Agent,Touches,Floor,Product\n");
            for (int i = 0; i < rows; i++) {
                out.write(line(i, random));
            }
        }
        System.err.printf("%,d rows, %,d bytes%n", rows, Files.size(file));
        return file;
    }

    private String line(int i, SplittableRandom random) {
        Instant created = Instant.ofEpochSecond(1_704_085_200L + 63_072_000L * i / rows);
        boolean solved = random.nextInt(100) >= 8;
        int customer = random.nextInt(CUSTOMERS);
        int company = customer % COMPANIES;
        StringBuilder text = new StringBuilder();
        while (text.length() < 200) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return String.join(
                        ",",
                        String.valueOf(1_000_000 + i),
                        created.toString(),
                        random.nextInt(100) < 3
                                ? ""
                                : created.plusSeconds(random.nextInt(86_400)).toString(),
                        solved
                                ? created.plusSeconds(86_400L + random.nextInt(500_000))
                                        .toString()
                                : "",
                        created.plusSeconds(600_000).toString(),
                        solved ? "solved" : "open",
                        i % 3 == 0 ? "high" : "normal",
                        i % 2 == 0 ? "email" : "phone",
                        "Question about " + WORDS[random.nextInt(WORDS.length)] + " " + i,
                        text.toString().strip(),
                        "support",
                        "Person " + customer,
                        "person" + customer + "@company" + company + ".example.org",
                        "Company " + company,
                        "industry " + company % 6,
                        List.of("gold", "silver", "bronze").get(company % 3),
                        "Agent " + random.nextInt(AGENTS),
                        String.valueOf(1 + random.nextInt(8)),
                        String.valueOf(random.nextInt(20)),
                        "product " + random.nextInt(12))
                + "\n";
    }

    /** Seconds on the clock, and of the processor here and in PostgreSQL. */
    private record Reading(double wall, double own, double database) {

        double processor() {
            return own + database;
        }
    }

    /** Something to measure. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Judges nothing. */
    private static final class NoModel implements SentimentScorer {

        @Override
        public String model() {
            return "none";
        }

        @Override
        public @Nullable SentimentScore score(String text) {
            return null;
        }

        @Override
        public List<WordInfluence> explain(String text) {
            return List.of();
        }
    }
}
