package io.supportgenius.server.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The commands of the product. Whatever goes wrong is told in one sentence on the error output. */
public final class CommandLineInterface {

    private static final int FAILED = 1;

    private final Class<?> application;

    /** @param application the Spring Boot application that commands start */
    public CommandLineInterface(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs one command to its end.
     *
     * @return its exit code: 0 = done, 1 = failed, 2 = the user must decide something
     */
    public int run(String... arguments) {
        CommandLine commands = new CommandLine(new Top());
        commands.addSubcommand("demo", new DemoCommand(application));
        commands.addSubcommand("serve", new ServeCommand(application));
        commands.addSubcommand("import", new ImportCommand(application));
        commands.addSubcommand("train-sentiment", new TrainSentimentCommand());
        commands.addSubcommand("help", new HelpCommand());
        commands.setOut(utf8(System.out));
        commands.setErr(utf8(System.err));
        commands.setParameterExceptionHandler(CommandLineInterface::wrongArguments);
        commands.setExecutionExceptionHandler(CommandLineInterface::failed);
        return commands.execute(arguments);
    }

    /** Reports are read by programs too, which expect UTF-8 whatever the locale is. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int wrongArguments(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String hint = command.getParent() == null ? "" : " " + command.getCommandName();
        command.getErr().println(failure.getMessage() + " (see: ./supportgenius help" + hint + ")");
        return FAILED;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        command.getErr().println(FailureSentence.of(failure));
        return FAILED;
    }

    /** Only says what there is. */
    @Command(
            name = "./supportgenius",
            description = "Turns support tickets into customer insights.",
            synopsisSubcommandLabel = "COMMAND")
    static final class Top implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
