package io.supportgenius.server.command;

import io.supportgenius.server.access.Accounts;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the product for a team, whose members sign in, and runs until it is stopped. */
@Command(
        name = "serve",
        description =
                "Starts SupportGenius for a team, whose members sign in. The first start prints a link that makes the"
                        + " first administrator. Ctrl-C stops it.",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the pages, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = ListeningPort.LOOPBACK,
            description =
                    "Address of this machine to listen to, 0.0.0.0 for all of them. Default: ${DEFAULT-VALUE}, where"
                            + " only this machine and a proxy on it can ask.")
    private String address = ListeningPort.LOOPBACK;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Class<?> application;

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ListeningPort listening = new ListeningPort(address, port);
        store.check();
        listening.check();
        new ProductServer(application, store.take(), listening, out)
                .run(List.of(), context -> {}, (context, pages) -> greeting(context, pages, listening));
        return 0;
    }

    private static List<String> greeting(ApplicationContext context, URI pages, ListeningPort listening) {
        List<String> lines = new ArrayList<>();
        context.getBean(Accounts.class).firstAdministratorSecret().ifPresent(secret -> {
            lines.add("Nobody can sign in yet. Whoever opens this link first becomes the administrator; it counts "
                    + Accounts.FIRST_LINK.toHours() + " hours:");
            lines.add("  " + pages + "/welcome?link=" + secret);
        });
        if (listening.isOpen()) {
            lines.add("Other machines can ask, too, and unencrypted: put a proxy that speaks HTTPS in front of it.");
        }
        lines.add("SupportGenius is ready: open " + pages + "/ in a browser. Ctrl-C stops it.");
        return lines;
    }
}
