package io.supportgenius.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.FactsBuilder;
import io.supportgenius.analytics.facts.FactsRow;
import io.supportgenius.analytics.facts.Selection;
import io.supportgenius.analytics.facts.TicketFacts;
import io.supportgenius.analytics.facts.TicketRanking;
import io.supportgenius.analytics.facts.TicketRanking.Key;
import io.supportgenius.analytics.facts.TicketRanking.Place;
import io.supportgenius.analytics.summary.AttributeCube;
import io.supportgenius.analytics.summary.AttributeCube.Packing;
import io.supportgenius.analytics.summary.Questions;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard against hand-written scans on a machine that others use, too: the time that processors work for a question, which others hardly
 * change, instead of the time that passes. All threads count, collecting garbage as well. The median of some rounds, in which both take turns.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.supportgenius.benchmarks.ProcessorTimes 10000000}
 */
final class ProcessorTimes {

    private static final int ROUNDS = 21;
    private static final int WARM_UP = 8;
    private static final int CHANGED = 10_000;
    private static final double MILLISECONDS = 1e6;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ProcessorTimes() {}

    /** @param arguments number of tickets */
    public static void main(String[] arguments) {
        TicketFacts facts = SyntheticTickets.facts(Integer.parseInt(arguments[0]), 7);
        System.out.printf("%,d tickets, %.1f bytes each%n", facts.size(), (double) facts.bytes() / facts.size());
        var scans = new HandWrittenScans(facts);
        long always = Long.MAX_VALUE / 2;
        compare("all", facts, scans, -always, always, 0);
        compare("15 January 2024 to 20 December 2025", facts, scans, 1_705_294_800L, 1_766_293_200L, 0);
        compare("one industry", facts, scans, -always, always, 1);
        compare("June 2025", facts, scans, 1_748_750_400L, 1_751_342_400L, 0);
        alone(facts);
    }

    /** What has nothing to be compared with: changes, pages of lists, and the counts that clusters are found in. */
    private static void alone(TicketFacts facts) {
        List<FactsRow> changed = SyntheticTickets.changed((int) facts.size(), CHANGED, 8);
        List<Dictionary> dictionaries = SyntheticTickets.dictionaries();
        measure(
                "new facts after 10,000 changes all over",
                () -> changed(facts, changed, dictionaries).size());
        measure(
                "the same and all panels with percentiles",
                () -> DashboardPanels.of(changed(facts, changed, dictionaries), Selection.ALL, true)
                        .percentiles()[0]);
        var first = new BitSet();
        first.set(1);
        Selection filtered = Selection.ALL.with(SyntheticTickets.INDUSTRY, first);
        for (Selection selection : List.of(Selection.ALL, filtered)) {
            String of = selection == filtered ? ", one industry" : ", all tickets";
            measure("first page, newest first" + of, () -> page(facts, selection, Key.created(), null));
            measure(
                    "page in the middle, newest first" + of,
                    () -> page(facts, selection, Key.created(), new Place(false, 1_735_621_200L, 0)));
            measure("first page, longest first" + of, () -> page(facts, selection, Key.resolution(), null));
            measure(
                    "page in the middle, longest first" + of,
                    () -> page(facts, selection, Key.resolution(), new Place(false, 14_400, 0)));
        }
        Packing packing = Packing.of(facts, List.of(0, 1, 2, 3, 6, 11));
        measure("combinations of industry, tier, location, pilot, agent and sentiment", () -> {
            var cube = new AttributeCube(packing, Integer.MAX_VALUE);
            var questions = new Questions();
            questions.ask(cube);
            questions.answer(facts, Selection.ALL);
            return cube.keys().length;
        });
    }

    private static TicketFacts changed(TicketFacts facts, List<FactsRow> changed, List<Dictionary> dictionaries) {
        var builder = new FactsBuilder(facts);
        changed.forEach(builder::put);
        return builder.build(dictionaries);
    }

    private static double page(TicketFacts facts, Selection selection, Key key, @Nullable Place after) {
        return new TicketRanking(key, true).page(facts, selection, 50, after).total();
    }

    private static void measure(String name, Question question) {
        var passed = new double[ROUNDS];
        double[] worked = medians(() -> {
            long begin = System.nanoTime();
            double answer = question.ask();
            System.arraycopy(passed, 1, passed, 0, ROUNDS - 1);
            passed[ROUNDS - 1] = (System.nanoTime() - begin) / MILLISECONDS;
            return answer;
        });
        Arrays.sort(passed);
        System.out.printf("%s: %.1f ms of processors, %.1f ms passed%n", name, worked[0], passed[ROUNDS / 2]);
    }

    private static void compare(
            String name, TicketFacts facts, HandWrittenScans scans, long from, long to, int industry) {
        Selection ranged = Math.abs(from) == Long.MAX_VALUE / 2 ? Selection.ALL : Selection.ALL.created(from, to);
        var wanted = new BitSet();
        wanted.set(industry);
        Selection selection = industry == 0 ? ranged : ranged.with(SyntheticTickets.INDUSTRY, wanted);
        double[] medians = medians(
                () -> scans.panels(from, to, industry).tickets(),
                () -> DashboardPanels.of(facts, selection, false).totals().tickets(),
                () -> scans.panels(from, to, industry).tickets() + scans.percentiles(from, to, industry)[0],
                () -> DashboardPanels.of(facts, selection, true).percentiles()[0]);
        System.out.printf(
                "%s: hand-written %.1f ms, panels %.1f ms (%.2f); with percentiles %.1f ms, %.1f ms (%.2f)%n",
                name, medians[0], medians[1], medians[1] / medians[0], medians[2], medians[3], medians[3] / medians[2]);
    }

    private static double[] medians(Question... questions) {
        var times = new double[questions.length][ROUNDS];
        double kept = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < questions.length; i++) {
                long begin = PROCESS.getProcessCpuTime();
                kept += questions[i].ask();
                if (round >= 0) {
                    times[i][round] = (PROCESS.getProcessCpuTime() - begin) / MILLISECONDS;
                }
            }
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("A question had no answer");
        }
        return Arrays.stream(times)
                .peek(Arrays::sort)
                .mapToDouble(of -> of[ROUNDS / 2])
                .toArray();
    }

    private interface Question {
        double ask();
    }
}
