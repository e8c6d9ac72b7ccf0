package io.supportgenius.server.insights;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.server.insights.ClusterReport.Cluster;
import io.supportgenius.server.insights.ClusterReport.Distinction;
import io.supportgenius.server.ticket.Drafts;
import io.supportgenius.server.ticket.Profile;
import io.supportgenius.server.ticket.TicketDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scorer of the test store finds "awful" negative at .8, "great" positive at .7 and other texts neutral at .6. */
class ClustersTest {

    private static final Profile MEDIA = new Profile("media", "Gold", "Paris", false);
    private static final Profile ENERGY = new Profile("energy", "Bronze", "Oslo", true);

    private final TestInsights insights = new TestInsights();

    @Test
    void withoutTicketsThereAreNoClusters() {
        ClusterReport report = insights.clusters("");

        assertThat(report.n()).isZero();
        assertThat(report.clusters()).isEmpty();
        assertThat(report.bandwidth()).isNull();
        assertThat(report.silhouette()).isNull();
        assertThat(report.verdict()).isEqualTo("There is no ticket in the selection.");
    }

    @Test
    void ticketsThatAreAllAlikeAreOneClusterAndNoStructure() {
        load(group("a", 20, MEDIA, "so"));

        ClusterReport report = insights.clusters("");

        assertThat(report.clusters())
                .extracting(Cluster::name, Cluster::tickets)
                .containsExactly(tuple("All tickets", 20L));
        assertThat(report.structure()).isFalse();
        assertThat(report.verdict()).startsWith("No structure found");
    }

    @Test
    void aClusterIsDescribedByTheFiguresOfItsNegativeAndPositiveTickets() {
        var drafts = group("n", 30, MEDIA, "awful");
        drafts.addAll(group("p", 10, MEDIA, "great"));
        drafts.addAll(group("e", 40, ENERGY, "so"));
        drafts.addAll(group("f", 5, new Profile("media", "Gold", "Lyon", true), "awful"));
        load(drafts);

        Cluster cluster = cluster(insights.clusters("", "sentiment:0", "location:0", "pilot:0"), "media");

        assertThat(cluster.tickets()).isEqualTo(45);
        assertThat(List.of(
                        cluster.sentiment().negative(),
                        cluster.sentiment().neutral(),
                        cluster.sentiment().positive(),
                        cluster.sentiment().unscored()))
                .containsExactly(35L, 0L, 10L, 0L);
        assertThat(cluster.meanShareNegativeOfNegatives()).isCloseTo(0.8, within(1e-6));
        assertThat(cluster.meanSharePositiveOfPositives()).isCloseTo(0.7, within(1e-6));
        assertThat(cluster.topIndustryOfNegatives()).isEqualTo("media");
        assertThat(cluster.topIndustryOfPositives()).isEqualTo("media");
        assertThat(cluster.topLocationOfNegatives()).isEqualTo("Paris");
        assertThat(cluster.topLocationOfPositives()).isEqualTo("Paris");
        assertThat(cluster.pilotShareOfNegatives()).isCloseTo(5.0 / 35, within(1e-12));
        assertThat(cluster.pilotShareOfPositives()).isZero();
    }

    /** Half of all tickets are in media, all of the cluster's: 1 / .5 = 2. */
    @Test
    void whatSetsAClusterApartIsSaidWithItsLift() {
        var drafts = group("m", 20, MEDIA, "so");
        drafts.addAll(group("e", 20, ENERGY, "so"));
        load(drafts);

        Cluster cluster = cluster(insights.clusters(""), "media");

        assertThat(cluster.distinctive())
                .filteredOn(one -> one.dimension().equals("industry"))
                .extracting(
                        Distinction::value,
                        Distinction::tickets,
                        Distinction::share,
                        Distinction::shareOfAll,
                        Distinction::lift)
                .containsExactly(tuple("media", 20L, 1.0, 0.5, 2.0));
    }

    @Test
    void withoutTextsAndCompaniesSharesAndTopValuesAreMissingNotZero() {
        load(IntStream.range(0, 20)
                .mapToObj(i -> ticket("t" + i).channel("Email").draft())
                .toList());

        Cluster cluster = insights.clusters("").clusters().get(0);

        assertThat(cluster.sentiment().unscored()).isEqualTo(20);
        assertThat(cluster.meanShareNegativeOfNegatives()).isNull();
        assertThat(cluster.meanSharePositiveOfPositives()).isNull();
        assertThat(cluster.topIndustryOfNegatives()).isNull();
        assertThat(cluster.topLocationOfPositives()).isNull();
        assertThat(cluster.pilotShareOfNegatives()).isNull();
        assertThat(cluster.pilotShareOfPositives()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void groupsThatShareNothingAreAClusterEachHoweverManyThereAre(int groups) {
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < groups; i++) {
            drafts.addAll(group("g" + i + "-", 6 + i, new Profile("industry" + i, "tier" + i, "city" + i, null), "so"));
        }
        load(drafts);

        ClusterReport report = insights.clusters("");

        assertThat(report.clusters()).hasSize(groups);
        assertThat(report.structure()).isTrue();
        assertThat(report.clusters()).extracting(Cluster::name).doesNotHaveDuplicates();
        assertThat(report.clusters().stream().mapToLong(Cluster::tickets).sum()).isEqualTo(report.n());
        assertThat(report.clusters()).extracting(Cluster::tickets).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void namesFollowFromTheTicketsNotFromTheirOrder() {
        var drafts = mixed();
        load(drafts);
        var other = new TestInsights();
        Collections.reverse(drafts);
        other.store().load("desk", drafts.toArray(TicketDraft[]::new));

        assertThat(other.clusters("").clusters())
                .extracting(Cluster::name, Cluster::tickets)
                .containsExactlyElementsOf(insights.clusters("").clusters().stream()
                        .map(cluster -> tuple(cluster.name(), cluster.tickets()))
                        .toList());
    }

    /** Codes of values follow the order in which tickets came; no answer may. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theVerdictFollowsFromTheTicketsNotFromTheirOrder(long seed) {
        var random = new Random(seed);
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < 600; i++) {
            int kind = random.nextInt(5);
            drafts.add(ticket("t" + i)
                    .profile(new Profile(
                            "industry" + loose(kind, 6, random),
                            "tier" + loose(kind, 3, random),
                            "city" + loose(kind, 12, random),
                            random.nextBoolean()))
                    .text(List.of("awful", "so", "great").get(loose(kind, 3, random)))
                    .draft());
        }
        load(drafts);
        Collections.shuffle(drafts, random);
        var other = new TestInsights();
        other.store().load("desk", drafts.toArray(TicketDraft[]::new));

        assertThat(other.clusters("")).isEqualTo(insights.clusters(""));
    }

    /** Mostly what goes with the kind, so that there is some structure but not much. */
    private static int loose(int kind, int values, Random random) {
        return random.nextInt(10) < 5 ? kind % values : random.nextInt(values);
    }

    @Test
    void aSingleDimensionWithTooManyValuesIsRefusedByName() {
        load(IntStream.range(0, 4001)
                .mapToObj(i -> ticket("t" + i).requester("Requester " + i).draft())
                .toList());

        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> insights.clusters(
                        "",
                        "requester:1",
                        "industry:0",
                        "supportTier:0",
                        "location:0",
                        "pilot:0",
                        "agent:0",
                        "sentiment:0"))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(
                                InvalidSelectionException.Problem::parameter, InvalidSelectionException.Problem::value)
                        .containsExactly(tuple("weight", "requester")));
        assertThat(insights.clusters("", "requester:0.1").leftOut()).containsExactly("requester");
    }

    @Test
    void aFilterByAClusterListsItsTicketsAndFurtherFiltersNarrowThem() {
        load(mixed());
        ClusterReport report = insights.clusters("channel=Email", "agent:0");

        for (Cluster cluster : report.clusters()) {
            String filter = filter(cluster.name(), report.clustersOf());

            assertThat(total(filter)).isEqualTo(cluster.tickets());
            assertThat(total(filter + "&sentiment=negative"))
                    .isEqualTo(cluster.sentiment().negative());
            assertThat(total(filter + "&sentiment=positive"))
                    .isEqualTo(cluster.sentiment().positive());
            assertThat(total(filter + "&channel=Phone")).isZero();
            for (Distinction one : cluster.distinctive()) {
                String value = one.value() == null ? "" : encoded(one.value());
                assertThat(total(filter + "&" + one.dimension() + "=" + value)).isEqualTo(one.tickets());
            }
        }
    }

    @Test
    void severalClustersAreAlternatives() {
        load(mixed());
        ClusterReport report = insights.clusters("");
        Cluster first = report.clusters().get(0);
        Cluster second = report.clusters().get(1);

        String filter = filter(first.name(), report.clustersOf()) + "&cluster=" + encoded(second.name());

        assertThat(total(filter)).isEqualTo(first.tickets() + second.tickets());
    }

    @Test
    void theTicketsOfAClusterCanBeClusteredAgain() {
        load(mixed());
        ClusterReport report = insights.clusters("");
        Cluster first = report.clusters().get(0);

        ClusterReport inside = insights.clusters(filter(first.name(), report.clustersOf()), "channel:1");

        assertThat(inside.n()).isEqualTo(first.tickets());
        Cluster part = inside.clusters().get(0);
        assertThat(total(filter(part.name(), inside.clustersOf()))).isEqualTo(part.tickets());
    }

    @Test
    void aClusterThatThereIsNotIsRefused() {
        load(mixed());

        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> total("cluster=nowhere"))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(InvalidSelectionException.Problem::parameter)
                        .containsExactly("cluster"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25zz=1", "nonsense", "from%3Dyesterday", "weight%3Dagent", "unknown%3D1"})
    void anOriginThatCannotBeUnderstoodIsRefused(String origin) {
        load(mixed());

        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> total("cluster=any&clustersOf=" + origin))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(InvalidSelectionException.Problem::parameter)
                        .containsExactly("clustersOf"));
    }

    @Test
    void clustersOfClustersHaveAnEnd() {
        load(mixed());
        String origin = "";
        for (int depth = 0; depth < 3; depth++) {
            origin = "cluster=any&clustersOf=" + encoded(origin);
        }
        String tooDeep = origin;

        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> total("cluster=any&clustersOf=" + encoded(tooDeep)))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(InvalidSelectionException.Problem::message)
                        .containsExactly("Expected clusters of clusters no more than three deep."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clustersOf=", "cluster=a&clustersOf=&clustersOf=channel%3DEmail"})
    void anOriginIsGivenOnceAndOnlyWithACluster(String query) {
        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> total(query))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(InvalidSelectionException.Problem::parameter)
                        .containsExactly("clustersOf"));
    }

    @Test
    void importancesDecideWhatCounts() {
        load(mixed());

        ClusterReport report = insights.clusters(
                "", "industry:0", "supportTier:0", "location:0", "pilot:0", "sentiment:0", "channel:2");

        assertThat(report.dimensions()).containsOnlyKeys("agent", "channel").containsEntry("channel", 2.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agent", "agent:", "agent:eleven", "agent:11", "agent:-1", ":1", "mood:1", "attribute.None:1"})
    void anImportanceThatCannotBeUnderstoodIsRefused(String weight) {
        load(mixed());

        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> insights.clusters("", weight))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(InvalidSelectionException.Problem::parameter)
                        .containsExactly("weight"));
    }

    @Test
    void whereNothingCountsClustersAreRefused() {
        assertThatExceptionOfType(InvalidSelectionException.class)
                .isThrownBy(() -> Importances.parse(
                        List.of("industry:0", "supportTier:0", "location:0", "pilot:0", "agent:0", "sentiment:0")));
    }

    @Test
    void newTicketsChangeTheClusters() {
        load(group("m", 20, MEDIA, "so"));
        assertThat(insights.clusters("").clusters()).hasSize(1);

        load(group("e", 20, ENERGY, "so"));

        assertThat(insights.clusters("").clusters()).hasSize(2);
    }

    @Test
    void whoDoesNotWantToWaitGetsTheAnswerByAskingAgain() {
        load(mixed());

        Optional<ClusterReport> report = Optional.empty();
        while (report.isEmpty()) {
            report = insights.clustersWithin(Duration.ofMillis(1));
        }

        assertThat(report).contains(insights.clusters(""));
    }

    private long total(String query) {
        return insights.tickets(query, "-created", 1, "").total();
    }

    private static String filter(String cluster, String clustersOf) {
        return "cluster=" + encoded(cluster) + "&clustersOf=" + encoded(clustersOf);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Cluster cluster(ClusterReport report, String industry) {
        return report.clusters().stream()
                .filter(cluster -> Objects.equals(cluster.topIndustryOfNegatives(), industry)
                        || cluster.distinctive().stream().anyMatch(one -> industry.equals(one.value())))
                .findFirst()
                .orElseThrow();
    }

    /** Three groups by profile, with moods, channels and agents across. */
    private static List<TicketDraft> mixed() {
        List<Profile> profiles = List.of(MEDIA, ENERGY, new Profile("media & more, \"inc\"", "Silver", null, null));
        List<String> texts = List.of("awful", "so", "great", "so", "awful");
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < 90; i++) {
            Drafts draft = ticket("t" + i)
                    .created("2015-10-01T08:00:00Z")
                    .profile(profiles.get(i % 7 % 3))
                    .channel(i % 2 == 0 ? "Email" : "Phone")
                    .agent("Agent " + i % 4);
            drafts.add(
                    i % 11 == 0 ? draft.draft() : draft.text(texts.get(i % 5)).draft());
        }
        return drafts;
    }

    private static List<TicketDraft> group(String prefix, int tickets, Profile profile, String text) {
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < tickets; i++) {
            drafts.add(ticket(prefix + i)
                    .created("2015-10-01T08:00:00Z")
                    .profile(profile)
                    .text(text)
                    .draft());
        }
        return drafts;
    }

    private void load(List<TicketDraft> drafts) {
        insights.store().load("desk", drafts.toArray(TicketDraft[]::new));
    }
}
