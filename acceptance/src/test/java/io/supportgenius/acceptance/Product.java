package io.supportgenius.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running product, demo or server of a team, on a port and a data directory of its own, started as a process by the launcher. Ready when the
 * constructor's caller gets it; {@link #close} stops it as Ctrl-C does.
 */
public final class Product implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
    private static final Pattern READY = Pattern.compile("is ready: open (http://127\\.0\\.0\\.1:\\d+)/ ");

    private static final Pattern FIRST_LINK = Pattern.compile("/welcome\\?link=(\\S+)");

    private final Process process;
    private final Thread reader;
    private final Path dataDirectory;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();

    private Product(Process process, Path dataDirectory) {
        this.process = process;
        this.dataDirectory = dataDirectory;
        // Whatever a failing test forgets: nothing outlives the tests, the database follows its server.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "kill product"));
        reader = new Thread(this::readOutput, "output of the product");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a demo in a new data directory and waits until it is ready. */
    public static Product start(String... options) {
        return startIn(Launcher.newDirectory("demo").resolve("data"), options);
    }

    /** Starts a demo on a data directory, new or used, and waits until it is ready. */
    public static Product startIn(Path dataDirectory, String... options) {
        List<String> words = new ArrayList<>(List.of("demo", "--port", "0", "--data-dir", dataDirectory.toString()));
        words.addAll(List.of(options));
        return start(Launcher.process(words.toArray(String[]::new)), dataDirectory);
    }

    /** Starts a team's server on a data directory, new or used, and waits until it is ready. */
    public static Product serveIn(Path dataDirectory) {
        return start(Launcher.process("serve", "--port", "0", "--data-dir", dataDirectory.toString()), dataDirectory);
    }

    /** Starts a team's server on a database and waits until it is ready. */
    public static Product serveOn(String databaseUrl, String user, String password) {
        ProcessBuilder builder = Launcher.process("serve", "--port", "0", "--db-url", databaseUrl, "--db-user", user);
        builder.environment().put("SUPPORTGENIUS_DB_PASSWORD", password);
        return start(builder, Launcher.newDirectory("served"));
    }

    static Product start(ProcessBuilder builder, Path dataDirectory) {
        try {
            Product product = new Product(builder.redirectErrorStream(true).start(), dataDirectory);
            product.awaitReady();
            return product;
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot start " + builder.command(), failure);
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    address.complete(URI.create(ready.group(1)));
                }
            }
            address.completeExceptionally(new IllegalStateException("The product ended"));
        } catch (IOException failure) {
            address.completeExceptionally(failure);
        }
    }

    private void awaitReady() {
        try {
            address.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            killEverything();
            throw new AssertionError("The product does not become ready:\n" + output, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
        int status = get("/actuator/health/readiness").statusCode();
        if (status != 200) {
            killEverything();
            throw new AssertionError("The product says it is ready, but answers " + status + ":\n" + output);
        }
    }

    /** Where the product answers, without a slash at the end. */
    public URI address() {
        return address.join();
    }

    public Path dataDirectory() {
        return dataDirectory;
    }

    /** Everything the product has printed so far. */
    public String output() {
        return output.toString();
    }

    /** The word in the link for the first administrator, as the product has printed it. */
    public String firstLink() {
        Matcher link = FIRST_LINK.matcher(output);
        if (!link.find()) {
            throw new AssertionError("The product has printed no link:\n" + output);
        }
        return link.group(1);
    }

    /** The number of the server's process. */
    public long pid() {
        return process.pid();
    }

    /** Asks for a page or an answer of the API. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Begins a request to the product. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(LONGEST_ANSWER);
    }

    /** Sends a request and waits for the answer. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(request + " got no answer; the product said:\n" + output, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    /** Stops the product as Ctrl-C does and waits for its end. */
    public void interrupt() {
        signal("INT");
    }

    /** Stops the product as a service manager does and waits for its end. */
    public void terminate() {
        signal("TERM");
    }

    /** Kills the server's process alone, without a chance to clean up. */
    public void killServer() {
        signal("KILL");
    }

    private void signal(String name) {
        Processes.signal(name, List.of(process.toHandle()));
        awaitEnd();
    }

    /** Kills the server and its database at the same moment. */
    public void killEverything() {
        List<ProcessHandle> all = new ArrayList<>(Processes.workingOn(dataDirectory));
        all.add(process.toHandle());
        Processes.signal("KILL", all);
        awaitEnd();
        Processes.awaitEnd(all, LONGEST_STOP);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The product does not stop:\n" + output);
            }
            reader.join(LONGEST_ANSWER.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            interrupt();
        }
    }
}
