package io.supportgenius.server.command;

import io.supportgenius.server.store.DataDirectory;
import io.supportgenius.server.store.RunningServer;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The product running for visitors from this machine, from its start to its stop. */
final class DemoServer {

    private final Class<?> application;
    private final DataDirectory directory;
    private final int port;
    private final PrintWriter out;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean failed;

    /** @param port 0 for any free one */
    DemoServer(Class<?> application, DataDirectory directory, int port, PrintWriter out) {
        this.application = application;
        this.directory = directory;
        this.port = port;
        this.out = out;
    }

    /**
     * Starts, says where the pages are, and returns when the process is asked to stop and everything is closed.
     *
     * @param fill what has to be done before the product counts as ready
     */
    void run(Consumer<ApplicationContext> fill) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAsked, "stop asked"));
        SpringApplication.getShutdownHandlers().add(this::stopped);
        try {
            start(fill);
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

    private void start(Consumer<ApplicationContext> fill) {
        say("Starting the database and the server on " + directory.path() + " ...");
        ConfigurableApplicationContext context = ProductContext.start(
                application,
                directory,
                WebApplicationType.SERVLET,
                fill,
                List.of(
                        "server.address=" + LoopbackPort.ADDRESS,
                        "server.port=" + port,
                        "supportgenius.access.demo=true"));
        URI address = URI.create("http://" + LoopbackPort.ADDRESS + ":"
                + context.getEnvironment().getRequiredProperty("local.server.port"));
        directory.announce(
                new RunningServer(address, token(), ProcessHandle.current().pid()));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> directory.withdraw());
        say("SupportGenius is ready: open " + address + "/ in a browser. Ctrl-C stops it.");
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
