package io.supportgenius.server.command;

import io.supportgenius.analytics.text.SentimentEvaluation;
import io.supportgenius.server.sentiment.AccurateTrainer;
import io.supportgenius.server.sentiment.AccurateTrainer.TrainedHead;
import io.supportgenius.server.sentiment.SentimentTrainer;
import io.supportgenius.server.sentiment.SentimentTrainer.TrainedModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the sentiment models that come with the product. */
@Command(
        name = "train-sentiment",
        description =
                "Trains the sentiment models that come with the product, and says how good they are. The same texts"
                        + " give the same models, byte for byte; docs/methods/sentiment.md names them.",
        sortOptions = false)
final class TrainSentimentCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Directory with the labelled texts: files of lines with neg, neu or pos, a tab and a text.")
    private Path data = Path.of(".");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "${sys:supportgenius.home:-.}/server/src/main/resources/sentiment",
            description = "Where model and record are written. Default: where the build takes them from.")
    private Path output = Path.of(".");

    @Option(
            names = "--step",
            paramLabel = "STEP",
            defaultValue = "all",
            description =
                    "What is trained: fast (half a minute), or all, the accurate step's head as well (some ten minutes)."
                            + " Default: ${DEFAULT-VALUE}.")
    private Step step = Step.all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TrainedModel trained = SentimentTrainer.train(data);
        trained.write(output);
        out.println("                                  texts  accuracy  macro-F1  calibration error");
        row(out, "GoEmotions, test part", trained.record().goEmotionsTest());
        row(out, "Product sentences, held-out part", trained.record().productSentencesHeldOut());
        out.flush();
        if (step == Step.all) {
            TrainedHead head = AccurateTrainer.train(data, trained.model());
            head.write(output);
            out.println("accurate:");
            row(out, "GoEmotions, test part", head.record().goEmotionsTest());
            row(out, "Product sentences, held-out part", head.record().productSentencesHeldOut());
        }
        out.println("Written to " + output);
        return 0;
    }

    /** As it is written on the command line. */
    enum Step {
        fast,
        all
    }

    private static void row(PrintWriter out, String name, SentimentEvaluation figures) {
        out.println(String.format(
                Locale.ROOT,
                "%-32s %6d %9.3f %9.3f %18.3f",
                name,
                figures.n(),
                figures.accuracy(),
                figures.macroF1(),
                figures.expectedCalibrationError()));
    }
}
