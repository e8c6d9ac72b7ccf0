package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.similarity.Trait.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Makes the columns in which customers differ from what was added up of their tickets. */
final class TraitColumns {

    /** All topics together count no more than this, so that an export with many columns is not about columns alone. */
    private static final double TOPICS = 2;

    private static final double TOPIC = 0.5;
    private static final double TREND = 0.5;

    private final ComparedBy by;
    private final List<CustomerSums> customers;
    private final List<TraitColumn> columns = new ArrayList<>();
    private final List<Trait> leftOut = new ArrayList<>();

    TraitColumns(ComparedBy by, List<CustomerSums> customers) {
        this.by = by;
        this.customers = customers;
        for (int i = 0; i < by.profile().size(); i++) {
            int place = i;
            var trait = new Trait(Kind.PROFILE, by.profile().get(i));
            int[] codes =
                    customers.stream().mapToInt(sums -> sums.profile(place)).toArray();
            add(trait, ProfileColumn.of(trait, 1, codes));
        }
        shares(Trait.of(Kind.RHYTHM), 1, CustomerSums::rhythm, CustomerSums::dated, 0);
        volume();
        logs(Trait.of(Kind.TOUCHES), CustomerSums::touches);
        logs(Trait.of(Kind.FIRST_REPLY), CustomerSums::firstReply);
        logs(Trait.of(Kind.FULL_RESOLUTION), CustomerSums::fullResolution);
        shares(Trait.of(Kind.MOOD), 1, CustomerSums::moods, CustomerSums::scored, 1);
        trend();
        double topicWeight = Math.min(TOPIC, TOPICS / Math.max(1, by.topics().size()));
        for (int i = 0; i < by.topics().size(); i++) {
            int place = i;
            shares(
                    new Trait(Kind.TOPIC, by.topics().get(i)),
                    topicWeight,
                    sums -> sums.topic(place),
                    sums -> sums.known(place),
                    1);
        }
    }

    /** In which customers differ. */
    List<TraitColumn> columns() {
        return columns;
    }

    /** In which they do not differ by more than chance, or which are not known. */
    List<Trait> leftOut() {
        return leftOut;
    }

    private void add(Trait trait, Optional<TraitColumn> column) {
        column.ifPresentOrElse(columns::add, () -> leftOut.add(trait));
    }

    /** @param first cell that counts: 1 where the first one is for what is missing */
    private void shares(
            Trait trait,
            double weight,
            Function<CustomerSums, int[]> cells,
            ToIntFunction<CustomerSums> known,
            int first) {
        var means = new double[customers.size()][];
        var noise = new double[customers.size()];
        double tickets = 0;
        double alike = 0;
        long theirs = 0;
        int some = 0;
        for (int c = 0; c < means.length; c++) {
            int[] counts = cells.apply(customers.get(c));
            int n = known.applyAsInt(customers.get(c));
            means[c] = new double[counts.length - first];
            for (int k = 0; k < means[c].length && n > 0; k++) {
                means[c][k] = (double) counts[first + k] / n;
                alike += counts[first + k] * means[c][k];
            }
            tickets += n;
            theirs += n;
            some += n > 0 ? 1 : 0;
        }
        // Within customers, and one further ticket as different as can be, so that nobody's few equal tickets are a
        // certainty.
        double spread = (tickets - alike + 1) / Math.max(1, theirs - some + 1);
        for (int c = 0; c < noise.length; c++) {
            int n = known.applyAsInt(customers.get(c));
            noise[c] = n == 0 ? Double.NaN : spread / n;
        }
        add(trait, theirs <= some ? Optional.empty() : MeasuredColumn.of(trait, weight, means, noise));
    }

    private void logs(Trait trait, Function<CustomerSums, LogSums> logs) {
        long n = 0;
        int some = 0;
        double within = 0;
        for (CustomerSums sums : customers) {
            LogSums theirs = logs.apply(sums);
            n += theirs.count();
            some += theirs.count() > 0 ? 1 : 0;
            within += theirs.spread();
        }
        double spread = (within + 1) / Math.max(1, n - some + 1);
        var means = new double[customers.size()][];
        var noise = new double[customers.size()];
        for (int c = 0; c < means.length; c++) {
            LogSums theirs = logs.apply(customers.get(c));
            means[c] = new double[] {theirs.mean()};
            noise[c] = theirs.count() == 0 ? Double.NaN : spread / theirs.count();
        }
        add(trait, n <= some ? Optional.empty() : MeasuredColumn.of(trait, 1, means, noise));
    }

    /** The number of tickets is what it is; by chance it varies as the counts of independent events do. */
    private void volume() {
        double[][] means = customers.stream()
                .map(sums -> new double[] {Math.log(sums.tickets())})
                .toArray(double[][]::new);
        double mean = customers.stream()
                .mapToDouble(sums -> 1.0 / sums.tickets())
                .average()
                .orElse(1);
        var even = new double[means.length];
        Arrays.fill(even, mean);
        var trait = Trait.of(Kind.VOLUME);
        add(trait, MeasuredColumn.of(trait, 1, means, even));
    }

    private void trend() {
        long scored = 0;
        long negative = 0;
        for (CustomerSums sums : customers) {
            scored += sums.scored(false) + sums.scored(true);
            negative += sums.negative(false) + sums.negative(true);
        }
        double share = (negative + 1.0) / (scored + 2.0);
        var means = new double[customers.size()][];
        var noise = new double[customers.size()];
        for (int c = 0; c < means.length; c++) {
            CustomerSums sums = customers.get(c);
            double before = sums.scored(false);
            double after = sums.scored(true);
            boolean known = before > 0 && after > 0;
            means[c] = new double[] {known ? sums.negative(true) / after - sums.negative(false) / before : 0};
            noise[c] = known ? share * (1 - share) * (1 / before + 1 / after) : Double.NaN;
        }
        var trait = Trait.of(Kind.TREND);
        add(trait, MeasuredColumn.of(trait, TREND, means, noise));
    }
}
