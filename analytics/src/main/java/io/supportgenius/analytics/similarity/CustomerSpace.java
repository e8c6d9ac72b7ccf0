package io.supportgenius.analytics.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers and how far they are from each other: a weighted mean of the differences in their traits (Gower 1971, doi:10.2307/2528823), each
 * scaled by how customers differ in it, and by how sure it is (see {@link MeasuredColumn}). Traits in which customers do not differ by
 * more than chance are left out.
 *
 * <ul>
 *   <li>The distance is symmetric, 0 from a customer to itself, and around 1 between two that know nothing of each other.
 *   <li>A trait that is not known of one of two customers counts as it does between any two.
 *   <li>For a customer with fewer than {@value #FEW} tickets the nearest are looked for by profile only.
 *   <li>Neighbours at equal distance come in the order that customers were given in.
 * </ul>
 *
 * <p>Is a neighbour notable? Every trait is dealt anew among the other customers, {@value #DEALS} times (fewer among very many): that
 * keeps each trait as it is and leaves nobody alike but by chance. How probable a neighbour is by chance is the part of deals whose
 * neighbour of the same rank comes as near. Which probability is small enough depends on how many customers are asked about: it is the
 * one that keeps false claims below {@value #FALSE_CLAIMS} of all claims (Benjamini and Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x), and so below that part of all sets of customers who are alike by chance alone. Cost of the
 * nearest: customers times traits times deals. Immutable.
 */
public final class CustomerSpace {

    /** With fewer tickets nothing is said of how a customer behaves. */
    public static final int FEW = 15;

    private static final int DEALS = 999;
    private static final int DEALS_AMONG_MANY = 199;
    private static final int DEALS_AMONG_VERY_MANY = 99;
    private static final int MANY = 500;
    private static final int VERY_MANY = 5_000;
    private static final double FALSE_CLAIMS = 0.05;

    /** Customers who are looked at to find out what is small enough, where looking at all would take too long. */
    private static final int LEAST_SAMPLE = 20;

    private static final double SAMPLE_COST = 3e8;
    private static final int REASONS = 3;

    /** Of the difference of any two: less makes a trait a reason. */
    private static final double ALIKE = 0.6;

    private static final long SEED = 2015;
    private static final double ROUNDING = 1e-9;

    private final CustomerTickets tickets;
    private final int[] codes;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<TraitColumn> columns;
    private final List<Trait> leftOut;
    private @Nullable Double smallEnough;

    private CustomerSpace(CustomerTickets tickets, int[] codes, List<TraitColumn> columns, List<Trait> leftOut) {
        this.tickets = tickets;
        this.codes = codes;
        this.columns = columns;
        this.leftOut = leftOut;
        for (int i = 0; i < codes.length; i++) {
            places.put(codes[i], i);
        }
    }

    /** @param order codes of the customers with tickets, in an order that does not depend on when they came, such as that of their names */
    public static CustomerSpace of(CustomerTickets tickets, List<Integer> order) {
        var made =
                new TraitColumns(tickets.by(), order.stream().map(tickets::of).toList());
        return new CustomerSpace(
                tickets,
                order.stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(made.columns()),
                List.copyOf(made.leftOut()));
    }

    /** The same with all that is found out once found out, so that nobody who asks later waits for it. */
    public CustomerSpace prepared() {
        if (codes.length > 1 && !columns.isEmpty()) {
            smallEnough();
        }
        return this;
    }

    /** How many customers there are. */
    public int size() {
        return codes.length;
    }

    /** The customers, in the order they were given in. */
    public List<Integer> codes() {
        return Arrays.stream(codes).boxed().toList();
    }

    /** What was added up of their tickets. */
    public CustomerTickets tickets() {
        return tickets;
    }

    /** Traits in which customers differ. */
    public List<Trait> traits() {
        return columns.stream().map(TraitColumn::trait).toList();
    }

    /** Traits in which they do not, or that are not known. */
    public List<Trait> leftOut() {
        return leftOut;
    }

    /** Whether a customer has tickets here. */
    public boolean has(int code) {
        return places.containsKey(code);
    }

    /** Whether so little is known of a customer's behaviour that only the profile is compared. */
    public boolean byProfileOnly(int code) {
        return tickets.of(code).tickets() < FEW;
    }

    /**
     * How far two customers are from each other; 1 where nothing is known.
     *
     * @throws IllegalArgumentException if one has no tickets
     */
    public double distance(int code, int otherCode) {
        int a = place(code);
        int b = place(otherCode);
        return a == b ? 0 : distance(columns, a, b);
    }

    /**
     * The nearest customers, nearest first.
     *
     * @throws IllegalArgumentException if the customer has no tickets
     */
    public List<Neighbour> nearest(int code, int most) {
        int target = place(code);
        List<TraitColumn> compared = byProfileOnly(code) ? profile() : columns;
        double usual = usual(compared);
        if (usual == 0 || codes.length < 2) {
            return List.of();
        }
        Search search = search(target, compared, most);
        double small = smallEnough();
        var neighbours = new ArrayList<Neighbour>();
        boolean notable = true;
        for (int rank = 0; rank < search.nearest().length; rank++) {
            int other = search.nearest()[rank];
            notable &= search.distances()[rank] < usual && search.probabilities()[rank] <= small;
            neighbours.add(
                    neighbour(target, other, search.distances()[rank] / usual, notable, compared, search.means()));
        }
        return neighbours;
    }

    private Neighbour neighbour(
            int target,
            int other,
            double distance,
            boolean notable,
            List<TraitColumn> compared,
            Map<Trait, Double> means) {
        return new Neighbour(
                codes[other],
                distance,
                notable,
                notable ? reasons(compared, target, other, means) : List.of(),
                compared.stream()
                        .filter(column -> !column.isKnown(target) || !column.isKnown(other))
                        .map(TraitColumn::trait)
                        .toList());
    }

    /** The largest probability that counts as more than chance here; 0 where nothing does. Found once, by a look at many customers. */
    private synchronized double smallEnough() {
        if (smallEnough == null) {
            smallEnough = findSmallEnough();
        }
        return smallEnough;
    }

    private double findSmallEnough() {
        int[] enough = IntStream.range(0, codes.length)
                .filter(place -> !byProfileOnly(codes[place]))
                .toArray();
        if (enough.length == 0) {
            enough = IntStream.range(0, codes.length).toArray();
        }
        double cost = (double) codes.length * columns.size() * deals(codes.length);
        int sample = (int) Math.min(enough.length, Math.max(LEAST_SAMPLE, SAMPLE_COST / cost));
        double step = (double) enough.length / sample;
        int[] looked = enough;
        double[] probabilities = IntStream.range(0, sample)
                .parallel()
                .map(i -> looked[(int) (i * step)])
                .mapToDouble(place -> search(place, byProfileOnly(codes[place]) ? profile() : columns, 1)
                        .probabilities()[0])
                .sorted()
                .toArray();
        double small = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] <= FALSE_CLAIMS * (i + 1) / probabilities.length) {
                small = probabilities[i];
            }
        }
        return small;
    }

    private Search search(int target, List<TraitColumn> compared, int most) {
        int[] others = IntStream.range(0, codes.length)
                .filter(other -> other != target)
                .toArray();
        float[][] differences = compared.stream()
                .map(column -> differences(column, target, others))
                .toArray(float[][]::new);
        var distances = new double[others.length];
        for (float[] trait : differences) {
            for (int i = 0; i < others.length; i++) {
                distances[i] += trait[i];
            }
        }
        int[] nearest = IntStream.range(0, others.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        double[] near = Arrays.stream(nearest).mapToDouble(i -> distances[i]).toArray();
        var means = new HashMap<Trait, Double>();
        for (int k = 0; k < differences.length; k++) {
            double sum = 0;
            for (float difference : differences[k]) {
                sum += difference;
            }
            means.put(
                    compared.get(k).trait(),
                    sum / others.length / compared.get(k).weight());
        }
        return new Search(
                Arrays.stream(nearest).map(i -> others[i]).toArray(),
                near,
                probabilities(differences, others.length, near),
                means);
    }

    /**
     * The strongest: what brings the other nearer than customers on average are to this one. Among three that are all of the profile the
     * last one gives way to the strongest of the behaviour.
     */
    private static List<Trait> reasons(List<TraitColumn> compared, int a, int b, Map<Trait, Double> means) {
        List<Trait> all = compared.stream()
                .filter(column -> column.isKnown(a) && column.isKnown(b))
                .filter(column -> column.known(a, b) < ALIKE * means.getOrDefault(column.trait(), 0.0))
                .sorted(Comparator.comparingDouble(
                        column -> -column.weight() * (means.getOrDefault(column.trait(), 0.0) - column.known(a, b))))
                .map(TraitColumn::trait)
                .toList();
        List<Trait> strongest = new ArrayList<>(all.subList(0, Math.min(REASONS, all.size())));
        if (strongest.stream().allMatch(trait -> trait.kind() == Trait.Kind.PROFILE)) {
            all.stream()
                    .filter(trait -> trait.kind() != Trait.Kind.PROFILE)
                    .findFirst()
                    .ifPresent(behaviour -> {
                        if (strongest.size() == REASONS) {
                            strongest.remove(REASONS - 1);
                        }
                        strongest.add(behaviour);
                    });
        }
        return strongest;
    }

    /** Weighted differences of one customer to others. */
    private static float[] differences(TraitColumn column, int target, int[] others) {
        var differences = new float[others.length];
        for (int i = 0; i < others.length; i++) {
            differences[i] = (float) (column.weight() * column.difference(target, others[i]));
        }
        return differences;
    }

    /**
     * For each rank the part of deals whose neighbour of that rank comes as near. A trait is dealt by a fixed shuffle of its own, and from
     * deal to deal by turning it against the others by a random number of places, which reads memory in order.
     */
    private static double[] probabilities(float[][] differences, int others, double[] near) {
        var random = new SplittableRandom(SEED);
        var dealt = new float[differences.length][];
        for (int k = 0; k < dealt.length; k++) {
            float[] twice = Arrays.copyOf(shuffled(differences[k], random), 2 * others);
            System.arraycopy(twice, 0, twice, others, others);
            dealt[k] = twice;
        }
        int deals = deals(others);
        var asNear = new int[near.length];
        var sums = new double[others];
        var least = new double[near.length];
        for (int deal = 0; deal < deals; deal++) {
            Arrays.fill(sums, 0);
            for (float[] trait : dealt) {
                int turned = random.nextInt(others);
                for (int i = 0; i < others; i++) {
                    sums[i] += trait[turned + i];
                }
            }
            least(sums, least);
            for (int rank = 0; rank < near.length; rank++) {
                asNear[rank] += least[rank] <= near[rank] + ROUNDING ? 1 : 0;
            }
        }
        return Arrays.stream(asNear)
                .mapToDouble(count -> (count + 1.0) / (deals + 1))
                .toArray();
    }

    private static int deals(int customers) {
        return customers > VERY_MANY ? DEALS_AMONG_VERY_MANY : customers > MANY ? DEALS_AMONG_MANY : DEALS;
    }

    /** The smallest values in ascending order. */
    private static void least(double[] values, double[] least) {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int last = least.length - 1;
        for (double value : values) {
            if (value < least[last]) {
                int place = last;
                while (place > 0 && least[place - 1] > value) {
                    least[place] = least[place - 1];
                    place--;
                }
                least[place] = value;
            }
        }
    }

    private static float[] shuffled(float[] values, SplittableRandom random) {
        float[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            float moved = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = moved;
        }
        return shuffled;
    }

    private int place(int code) {
        Integer place = places.get(code);
        if (place == null) {
            throw new IllegalArgumentException("This customer has no tickets here: " + code);
        }
        return place;
    }

    private List<TraitColumn> profile() {
        return columns.stream()
                .filter(column -> column instanceof ProfileColumn)
                .toList();
    }

    /**
     * Traits in which some customers are more alike than any two, those that do most to bring them together first.
     *
     * @throws IllegalArgumentException if one has no tickets
     */
    public List<Trait> common(List<Integer> some) {
        List<TraitColumn> theirs = columns(some);
        var common = new HashMap<Trait, Double>();
        for (int i = 0; i < columns.size(); i++) {
            double within = theirs.get(i).meanDifference();
            if (some.size() > 1 && within < ALIKE * columns.get(i).typical()) {
                common.put(
                        columns.get(i).trait(),
                        columns.get(i).weight() * (columns.get(i).typical() - within));
            }
        }
        return columns.stream()
                .map(TraitColumn::trait)
                .filter(common::containsKey)
                .sorted(Comparator.comparingDouble(trait -> -common.getOrDefault(trait, 0.0)))
                .toList();
    }

    /** The tickets of some customers together. */
    public CustomerSums together(List<Integer> some) {
        var sums = new CustomerSums(tickets.by());
        some.forEach(code -> sums.combine(tickets.of(code)));
        return sums;
    }

    static double distance(List<TraitColumn> compared, int a, int b) {
        double sum = 0;
        for (TraitColumn column : compared) {
            sum += column.weight() * column.difference(a, b);
        }
        double usual = usual(compared);
        return usual == 0 ? 1 : sum / usual;
    }

    static double usual(List<TraitColumn> compared) {
        double usual = 0;
        for (TraitColumn column : compared) {
            usual += column.weight() * column.typical();
        }
        return usual;
    }

    /** The columns of some customers, in the order of their codes here. */
    List<TraitColumn> columns(List<Integer> some) {
        int[] theirs = some.stream().mapToInt(this::place).toArray();
        var narrowed = new ArrayList<TraitColumn>();
        columns.forEach(column -> narrowed.add(column.of(theirs)));
        return narrowed;
    }

    /**
     * The nearest of one customer by place, nearest first.
     *
     * @param probabilities of coming so near by chance
     * @param means of the differences of this customer to all others
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Search(int[] nearest, double[] distances, double[] probabilities, Map<Trait, Double> means) {}
}
