package io.supportgenius.server.command;

import io.supportgenius.server.access.LocalCommands;
import io.supportgenius.server.store.DataDirectory;
import io.supportgenius.server.store.RunningServer;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The product with its pages, from its start to its stop. */
final class ProductServer {

    private final Class<?> application;
    private final KeptIn place;
    private final ListeningPort port;
    private final PrintWriter out;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean failed;

    ProductServer(Class<?> application, KeptIn place, ListeningPort port, PrintWriter out) {
        this.application = application;
        this.place = place;
        this.port = port;
        this.out = out;
    }

    /**
     * Starts, says where the pages are, and returns when the process is asked to stop and everything is closed.
     *
     * @param settings {@code name=value}
     * @param fill what has to be done before the product counts as ready
     * @param greeting the lines to say once it is, given the address of the pages
     */
    void run(
            List<String> settings,
            Consumer<ApplicationContext> fill,
            BiFunction<ApplicationContext, URI, List<String>> greeting)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAsked, "stop asked"));
        SpringApplication.getShutdownHandlers().add(this::stopped);
        try {
            start(settings, fill, greeting);
        } catch (RuntimeException failure) {
            // Whoever stops us in the middle of the start takes the ground from under it: no news for them.
            if (stop.getCount() > 0) {
                failed = true;
                throw failure;
            }
        }
        stop.await();
    }

    private void stopAsked() {
        stop.countDown();
        if (!failed) {
            say("Stopping ...");
        }
    }

    private void stopped() {
        if (!failed) {
            say("Stopped.");
        }
    }

    private void start(
            List<String> settings,
            Consumer<ApplicationContext> fill,
            BiFunction<ApplicationContext, URI, List<String>> greeting) {
        say((place.directory() == null ? "Starting the server on " : "Starting the database and the server on ")
                + place.shown() + " ...");
        List<String> all = new ArrayList<>(settings);
        all.add("server.address=" + port.address());
        all.add("server.port=" + port.number());
        ConfigurableApplicationContext context =
                ProductContext.start(application, place, WebApplicationType.SERVLET, fill, all);
        URI pages = port.pages(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
        DataDirectory directory = place.directory();
        if (directory != null) {
            announce(directory, context, pages);
        }
        greeting.apply(context, pages).forEach(this::say);
    }

    /** Tells commands on this machine where to find us and how to be let in. */
    private static void announce(DataDirectory directory, ConfigurableApplicationContext context, URI pages) {
        String token = context.getBean(LocalCommands.class).token();
        directory.announce(
                new RunningServer(pages, token, ProcessHandle.current().pid()));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> directory.withdraw());
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
