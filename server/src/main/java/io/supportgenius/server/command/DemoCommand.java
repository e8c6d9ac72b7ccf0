package io.supportgenius.server.command;

import io.supportgenius.server.demo.DemoData;
import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.store.DataDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the product with the demo company's October 2015 and runs until it is stopped. */
@Command(
        name = "demo",
        description = "Starts SupportGenius with a demo company's tickets of October 2015, for visitors from this"
                + " machine only. Ctrl-C stops it.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the pages, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${sys:supportgenius.home:-.}/data",
            description = "Where everything is kept. Default: the directory data beside this program.")
    private Path dataDirectory = Path.of("data");

    @Option(names = "--tickets", paramLabel = "N", description = "How many tickets the demo company has. Default: 800.")
    private @Nullable Long tickets;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Any whole number; the same one always gives the same tickets. Default: 2015.")
    private @Nullable Long seed;

    @Option(names = "--empty", description = "Starts without demo data, for tickets of your own.")
    private boolean empty;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Class<?> application;

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        checkContent();
        ListeningPort listening = ListeningPort.onThisMachine(port);
        listening.check();
        // Not given back here: while we stop, PostgreSQL still works in it. It is free when this process has ended.
        KeptIn place = KeptIn.directory(DataDirectory.open(dataDirectory));
        new ProductServer(application, place, listening, out)
                .run(
                        List.of("supportgenius.access.demo=true"),
                        this::prepare,
                        (context, pages) ->
                                List.of("SupportGenius is ready: open " + pages + "/ in a browser. Ctrl-C stops it."));
        return 0;
    }

    private void prepare(ApplicationContext context) {
        if (!empty) {
            new DemoFill(context, dataDirectory, spec.commandLine().getOut()).fill(tickets, seed);
        } else if (context.getBean(DemoData.class).isPresent()) {
            throw new CommandFailedException(dataDirectory
                    + " holds the demo company's tickets; give --empty another directory with --data-dir DIR.");
        }
        context.getBean(LiveFacts.class).refresh();
    }

    private void checkContent() {
        if (empty && (tickets != null || seed != null)) {
            throw new CommandFailedException("--empty starts without demo data, so --tickets and --seed say nothing.");
        }
        if (tickets != null && tickets < 1) {
            throw new CommandFailedException("--tickets must be at least 1; --empty starts without demo data.");
        }
    }
}
