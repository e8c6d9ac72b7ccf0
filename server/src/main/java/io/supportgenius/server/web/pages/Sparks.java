package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Overview.Period;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.web.pages.OverviewView.Mark;
import io.supportgenius.server.web.pages.OverviewView.Spark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws series so small that they stand below a figure: everything from zero, gaps where nothing is known. */
final class Sparks {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;

    /** Room above the highest value, so that lines are not cut in half. */
    private static final double TOP = 6;

    private static final double GAP = 0.24;
    private static final double LONE = 0.3;

    private Sparks() {}

    /**
     * @param bars whether the values are counts
     * @param before what each is compared with; empty where nothing is compared
     * @param few whether a period has too few tickets to say anything
     * @param hrefs of each period; null where it has no tickets
     * @param sentences of each period
     */
    static Spark draw(
            boolean bars,
            List<Period> periods,
            List<Reading> series,
            List<@Nullable Reading> before,
            List<Boolean> few,
            List<@Nullable String> hrefs,
            List<String> sentences,
            String first,
            String last,
            String summary) {
        double highest = Stream.concat(series.stream(), before.stream())
                .map(reading -> reading == null ? null : reading.value())
                .mapToDouble(value -> value == null ? 0 : value.doubleValue())
                .max()
                .orElse(0);
        double step = WIDTH / periods.size();
        var marks = new ArrayList<Mark>();
        var line = new StringBuilder();
        var pale = new StringBuilder();
        var open = new StringBuilder();
        for (int i = 0; i < periods.size(); i++) {
            Number value = series.get(i).value();
            double y = y(value, highest);
            marks.add(new Mark(
                    hrefs.get(i),
                    sentences.get(i),
                    periods.get(i).finished(),
                    number(i * step),
                    number(step),
                    number((i + GAP / 2) * step),
                    number((1 - GAP) * step),
                    number(y),
                    number(value == null || value.doubleValue() == 0 ? 0 : HEIGHT - y)));
            if (!bars && value != null) {
                String path = piece(series, i, step, highest);
                boolean faint = few.get(i) || i > 0 && few.get(i - 1);
                (!periods.get(i).finished() ? open : faint ? pale : line).append(path);
            }
        }
        var compared = new StringBuilder();
        for (int i = 0; i < before.size(); i++) {
            if (value(before.get(i)) != null) {
                compared.append(piece(before, i, step, highest));
            }
        }
        return new Spark(
                bars,
                line.toString(),
                pale.toString(),
                open.toString(),
                compared.toString(),
                marks,
                first,
                last,
                summary);
    }

    /** From the period before, or a short dash where nothing is known to the left and to the right: a line needs two ends. */
    private static String piece(List<? extends @Nullable Reading> series, int i, double step, double highest) {
        double y = y(value(series.get(i)), highest);
        if (i > 0 && value(series.get(i - 1)) != null) {
            return "M" + point(i - 1, step, y(value(series.get(i - 1)), highest)) + "L" + point(i, step, y);
        }
        boolean lone = i + 1 == series.size() || value(series.get(i + 1)) == null;
        return lone ? "M" + point(i - LONE, step, y) + "L" + point(i + LONE, step, y) : "";
    }

    private static @Nullable Number value(@Nullable Reading reading) {
        return reading == null ? null : reading.value();
    }

    private static double y(@Nullable Number value, double highest) {
        return value == null || highest == 0 ? HEIGHT : HEIGHT - (HEIGHT - TOP) * value.doubleValue() / highest;
    }

    private static String point(double place, double step, double y) {
        return number((place + 0.5) * step) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Wording.LOCALE, "%.1f", value);
    }
}
