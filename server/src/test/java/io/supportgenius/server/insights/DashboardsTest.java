package io.supportgenius.server.insights;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.ticket.Profile;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DashboardsTest {

    private final TestInsights insights = new TestInsights();

    @Test
    void withoutAnyTicketEveryAnswerIsEmptyAndSaysWhy() {
        Dashboard dashboard = insights.dashboard("");

        assertThat(dashboard.created()).isZero();
        assertThat(dashboard.bySupportTier()).isEmpty();
        assertThat(total(dashboard)).isZero();
        assertThat(dashboard.firstReplyTime()).isNull();
        assertThat(dashboard.firstReplyByHour()).isNull();
        assertThat(dashboard.reasons())
                .containsKeys("firstReplyTime", "fullResolutionTime", "firstReplyByHour", "resolutionByTouches");
    }

    @Test
    void oneTicketHasFiguresButNoLine() {
        insights.store()
                .load(
                        "desk",
                        ticket("1")
                                .created("2026-01-05T10:00:00Z")
                                .firstReply("2026-01-05T10:30:00Z")
                                .solved("2026-01-05T12:00:00Z")
                                .touches(1)
                                .draft());

        Dashboard dashboard = insights.dashboard("");

        assertThat(dashboard.firstReplyTime()).isEqualTo(new DurationFigures(1, 0.5, 0.5, 0.5));
        assertThat(dashboard.fullResolutionTime()).isEqualTo(new DurationFigures(1, 2.0, 2.0, 2.0));
        assertThat(dashboard.firstReplyByHour()).isNull();
        assertThat(dashboard.reasons().get("firstReplyByHour")).contains("at least 3", "1");
    }

    @Test
    void impossibleTimesAreCountedAndLeftOut() {
        insights.store()
                .load(
                        "desk",
                        ticket("replied before created")
                                .created("2026-01-05T10:00:00Z")
                                .firstReply("2026-01-05T09:00:00Z")
                                .draft(),
                        ticket("solved before replied")
                                .created("2026-01-05T10:00:00Z")
                                .firstReply("2026-01-05T12:00:00Z")
                                .solved("2026-01-05T11:00:00Z")
                                .draft(),
                        ticket("at once")
                                .created("2026-01-05T10:00:00Z")
                                .firstReply("2026-01-05T10:00:00Z")
                                .draft());

        Dashboard dashboard = insights.dashboard("");

        assertThat(dashboard.negativeDurations()).isEqualTo(2);
        // zero is a value: the mean of 0 and 2 hours is 1
        assertThat(dashboard.firstReplyTime()).isEqualTo(new DurationFigures(2, 1.0, 1.8, 1.0));
        assertThat(dashboard.solved()).isEqualTo(1);
    }

    @Test
    void ticketsWithoutCreationTimeCountWithoutARangeAndInNoRange() {
        insights.store()
                .load(
                        "desk",
                        ticket("1").draft(),
                        ticket("2").created("2026-01-05T10:00:00Z").draft());

        assertThat(insights.dashboard("").created()).isEqualTo(2);
        assertThat(insights.dashboard("").selection().undated()).isEqualTo(1);
        assertThat(insights.dashboard("from=2026-01-01").created()).isEqualTo(1);
        assertThat(insights.dashboard("to=2026-12-31").created()).isEqualTo(1);
    }

    @Test
    void aSolvedTicketWithoutCreationTimeIsSolvedAndHasNoDuration() {
        insights.store()
                .load(
                        "desk",
                        ticket("1")
                                .firstReply("2026-01-05T11:00:00Z")
                                .solved("2026-01-05T12:00:00Z")
                                .draft());

        Dashboard dashboard = insights.dashboard("");

        assertThat(dashboard.solved()).isEqualTo(1);
        assertThat(dashboard.negativeDurations()).isZero();
        assertThat(dashboard.fullResolutionTime()).isNull();
        assertThat(insights.tickets("solved=true", "fullResolutionHours", 10, "")
                        .tickets())
                .singleElement()
                .satisfies(row -> assertThat(row.fullResolutionHours()).isNull());
    }

    @Test
    void unsolvedAndImpossibleTicketsCanBeListed() {
        insights.store()
                .load(
                        "desk",
                        ticket("open").created("2026-01-05T10:00:00Z").draft(),
                        ticket("impossible")
                                .created("2026-01-05T10:00:00Z")
                                .solved("2026-01-05T09:00:00Z")
                                .draft());

        assertThat(insights.tickets("solved=false", "created", 10, "").tickets())
                .extracting(TicketRow::externalId)
                .containsExactly("open");
        assertThat(insights.tickets("plausibleTimes=false", "created", 10, "").tickets())
                .extracting(TicketRow::externalId)
                .containsExactly("impossible");
    }

    @Test
    void withoutAnyCreationTimeThereIsNoHeatmapAndItSaysWhatIsMissing() {
        insights.store().load("desk", ticket("1").draft());

        assertThat(insights.dashboard("").heatmap()).isNull();
        assertThat(insights.dashboard("").reasons().get("heatmap")).contains("creation time");
    }

    @Test
    void theLastDayOfARangeIsWhollyInIt() {
        insights.store()
                .load(
                        "desk",
                        ticket("first second").created("2015-10-01T00:00:00Z").draft(),
                        ticket("noon").created("2015-10-03T12:00:01Z").draft(),
                        ticket("last second")
                                .created("2015-10-03T23:59:59.999Z")
                                .draft(),
                        ticket("next day").created("2015-10-04T00:00:00Z").draft());

        assertThat(insights.dashboard("from=2015-10-01&to=2015-10-03").created())
                .isEqualTo(3);
        assertThat(insights.dashboard("from=2015-10-04&to=2015-10-04").created())
                .isEqualTo(1);
    }

    @Test
    void daysBeginWhereTheOrganisationIsAlsoWhenTheClockChanges() {
        insights.store().organisation().setZone(ZoneId.of("Europe/Berlin"));
        insights.store()
                .load(
                        "desk",
                        // 25 October 2015 has 25 hours in Berlin: from 24 October 22:00 UTC to 25 October 23:00 UTC
                        ticket("day before").created("2015-10-24T21:59:59Z").draft(),
                        ticket("first").created("2015-10-24T22:00:00Z").draft(),
                        ticket("two o'clock").created("2015-10-25T00:30:00Z").draft(),
                        ticket("two o'clock again")
                                .created("2015-10-25T01:30:00Z")
                                .draft(),
                        ticket("last").created("2015-10-25T22:59:59Z").draft(),
                        ticket("day after").created("2015-10-25T23:00:00Z").draft());

        Dashboard dashboard = insights.dashboard("from=2015-10-25&to=2015-10-25");

        assertThat(dashboard.created()).isEqualTo(4);
        assertThat(heat(dashboard)[6][2]).isEqualTo(2);
        assertThat(insights.tickets("from=2015-10-25&to=2015-10-25&weekday=7&hour=2", "created", 10, "")
                        .total())
                .isEqualTo(2);
    }

    @Test
    void halfHourZonesPutTicketsIntoTheirOwnHours() {
        insights.store().organisation().setZone(ZoneId.of("Asia/Kathmandu"));
        insights.store()
                .load("desk", ticket("1").created("2026-01-05T18:14:59Z").draft());

        // UTC+05:45: Monday 23:59:59 in Kathmandu
        assertThat(heat(insights.dashboard(""))[0][23]).isEqualTo(1);
    }

    @Test
    void valuesAreCountedWithTheMissingOneAndFilteredInAnyCase() {
        insights.store()
                .load(
                        "desk",
                        ticket("1")
                                .profile(new Profile("Media", "Gold", null, null))
                                .draft(),
                        ticket("2")
                                .profile(new Profile("Media", null, null, null))
                                .draft(),
                        ticket("3")
                                .company("Acme", new Profile("energy", "Gold", null, null))
                                .draft());

        assertThat(insights.dashboard("").byIndustry())
                .containsExactly(new CategoryCount("Media", 2), new CategoryCount("energy", 1));
        assertThat(insights.dashboard("").bySupportTier())
                .containsExactly(new CategoryCount("Gold", 2), new CategoryCount(null, 1));
        assertThat(insights.dashboard("industry=mEDIA&industry=ENERGY").created())
                .isEqualTo(3);
        assertThat(insights.dashboard("supportTier=").created()).isEqualTo(1);
        assertThat(insights.dashboard("industry=unheard of").created()).isZero();
    }

    @Test
    void spellingsThatDifferInCaseAreOneMarkWithOneList() {
        insights.store()
                .load(
                        "desk",
                        ticket("1")
                                .profile(new Profile("Media", null, null, null))
                                .draft());
        insights.store()
                .load(
                        "desk",
                        ticket("2")
                                .profile(new Profile("MEDIA", null, null, null))
                                .draft());

        assertThat(insights.dashboard("").byIndustry()).containsExactly(new CategoryCount("Media", 2));
        assertThat(insights.tickets("industry=media", "created", 10, "").total())
                .isEqualTo(2);
    }

    @Test
    void whatNoTicketHasIsNullWithItsReason() {
        insights.store()
                .load("desk", ticket("1").created("2026-01-05T10:00:00Z").draft());

        Dashboard dashboard = insights.dashboard("");

        assertThat(dashboard.byIndustry()).isNull();
        assertThat(dashboard.reasons()).containsKey("byIndustry");
        assertThat(dashboard.reasons().get("resolutionByTouches")).contains("agent replies");
    }

    @Test
    void attributesAreFilteredWhetherTheyHaveFewValuesOrMany() {
        for (int i = 0; i < 250; i++) {
            insights.store()
                    .load(
                            "desk",
                            ticket("t" + i)
                                    .attribute("Serial", "S-" + i)
                                    .attribute("Product", "P" + i % 2)
                                    .draft());
        }

        assertThat(insights.dashboard("attribute.Product=p1").created()).isEqualTo(125);
        assertThat(insights.dashboard("attribute.Serial=s-77").created()).isEqualTo(1);
        assertThat(insights.dashboard("attribute.Serial=s-77&attribute.Product=P0")
                        .created())
                .isZero();
        assertThatThrownBy(() -> insights.dashboard("attribute.Nope=1")).isInstanceOf(InvalidSelectionException.class);
    }

    @Test
    void wordsNarrowTheSelectionLikeAnyFilter() {
        insights.store()
                .load(
                        "desk",
                        ticket("1").subject("Printer burns").status("open").draft(),
                        ticket("2").text("the printer").status("solved").draft(),
                        ticket("3").subject("Other").status("open").draft());

        assertThat(insights.dashboard("q=printer").created()).isEqualTo(2);
        assertThat(insights.dashboard("q=printer&status=open").created()).isEqualTo(1);
    }

    private static long[][] heat(Dashboard dashboard) {
        Dashboard.Heatmap heatmap = dashboard.heatmap();
        return heatmap == null ? new long[7][24] : heatmap.counts();
    }

    private static long total(Dashboard dashboard) {
        return Arrays.stream(heat(dashboard)).flatMapToLong(Arrays::stream).sum();
    }
}
