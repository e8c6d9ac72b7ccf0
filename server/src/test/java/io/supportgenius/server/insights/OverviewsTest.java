package io.supportgenius.server.insights;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.server.insights.Overview.Change;
import io.supportgenius.server.insights.Overview.Figure;
import io.supportgenius.server.insights.Overview.Period;
import io.supportgenius.server.insights.Overview.Reading;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OverviewsTest {

    private static final String TODAY = "2016-01-10";

    private final TestInsights insights = new TestInsights();

    /** Created, solved: A 1st, 1st; B 1st, 3rd; C 2nd, 2nd; D 2nd, never; E 3rd, 5th. */
    private void loadFive() {
        load(
                ticket("A")
                        .created("2015-10-01T08:00:00Z")
                        .firstReply("2015-10-01T09:00:00Z")
                        .solved("2015-10-01T23:59:59Z")
                        .draft(),
                ticket("B")
                        .created("2015-10-01T10:00:00Z")
                        .solved("2015-10-03T00:00:00Z")
                        .draft(),
                ticket("C")
                        .created("2015-10-02T08:00:00Z")
                        .firstReply("2015-10-02T11:00:00Z")
                        .solved("2015-10-02T12:00:00Z")
                        .draft(),
                ticket("D").created("2015-10-02T09:00:00Z").draft(),
                ticket("E")
                        .created("2015-10-03T08:00:00Z")
                        .solved("2015-10-05T08:00:00Z")
                        .draft());
    }

    @Test
    void solvedTicketsCountOnTheDayOfTheirSolutionAndTheBacklogIsAnInstant() {
        loadFive();

        Overview overview = insights.overview("from=2015-10-02&to=2015-10-03", TODAY);

        assertThat(value(overview, "created")).isEqualTo(3); // C, D, E
        assertThat(value(overview, "solved")).isEqualTo(2); // B on the 3rd, at midnight; C on the 2nd
        assertThat(value(overview, "backlog")).isEqualTo(2); // D and E at the end of the 3rd
        assertThat(overview.backlogDay()).isEqualTo("2015-10-03");
        assertThat(values(overview, "created")).containsExactly(2L, 1L);
        assertThat(values(overview, "solved")).containsExactly(1L, 1L);
        assertThat(values(overview, "backlog")).containsExactly(2L, 2L); // B and D, then D and E
        assertThat(figure(overview, "firstReplyTime").value()).isEqualTo(3.0); // C alone
        assertThat(insights.count("solvedFrom=2015-10-02&solvedTo=2015-10-03")).isEqualTo(2);
        assertThat(insights.count("openOn=2015-10-03")).isEqualTo(2);
        assertThat(insights.count("openOn=2015-10-01")).isEqualTo(1); // B
        assertThat(insights.count("from=2015-10-02&to=2015-10-03&hasFirstReplyTime=true"))
                .isEqualTo(1);
        assertThat(insights.count("from=2015-10-02&to=2015-10-03&hasFirstReplyTime=false"))
                .isEqualTo(2);
    }

    /** The second and third day with the first two; the 4th and 5th are read only by the solution of E. */
    @Test
    void eachPeriodOfASeriesHasItsDayBefore() {
        loadFive();

        Overview overview = insights.overview("from=2015-10-03&to=2015-10-04", TODAY);

        assertThat(figure(overview, "created").previous())
                .extracting(Reading::value)
                .isEqualTo(4L); // A to D
        assertThat(figure(overview, "created").previousSeries())
                .extracting(Reading::value)
                .containsExactly(2L, 2L); // A and B on the 1st, C and D on the 2nd
        assertThat(Objects.requireNonNull(overview.trend()).previous())
                .containsExactly(
                        new Overview.Days("2015-10-01", "2015-10-01"), new Overview.Days("2015-10-02", "2015-10-02"));
        assertThat(insights.overview("from=2015-10-03&to=2015-10-04", Baseline.NONE, TODAY)
                        .comparison())
                .isNull();
    }

    /** The clocks of Berlin go back on 25 October 2015: the day has 25 hours, and both its ends are midnights. */
    @Test
    void aDayOfTwentyFiveHoursIsOneDay() {
        insights.store().organisation().setZone(ZoneId.of("Europe/Berlin"));
        load(
                ticket("last minute of the 23rd")
                        .created("2015-10-23T21:59:00Z")
                        .draft(),
                ticket("first minute of the 24th")
                        .created("2015-10-23T22:00:00Z")
                        .draft(),
                ticket("first minute of the 25th")
                        .created("2015-10-24T22:00:00Z")
                        .draft(),
                ticket("last minute of the 25th")
                        .created("2015-10-25T22:59:00Z")
                        .draft(),
                ticket("a year before").created("2014-10-25T12:00:00Z").draft(),
                ticket("later").created("2015-10-28T12:00:00Z").draft());

        Figure created = figure(insights.overview("from=2015-10-25&to=2015-10-25", TODAY), "created");
        Figure year = figure(insights.overview("from=2015-10-25&to=2015-10-25", Baseline.YEAR, TODAY), "created");

        assertThat(created.value()).isEqualTo(2L);
        assertThat(created.previous()).extracting(Reading::value).isEqualTo(1L); // the 24th
        assertThat(year.previous()).extracting(Reading::value).isEqualTo(1L);
    }

    @Test
    void withoutDaysAllTicketsAreMeantFromTheFirstToTheLastEvent() {
        loadFive();

        Overview overview = insights.overview("", TODAY);

        assertThat(value(overview, "created")).isEqualTo(5);
        assertThat(value(overview, "solved")).isEqualTo(4);
        assertThat(value(overview, "backlog")).isEqualTo(1); // D
        assertThat(overview.backlogDay()).isNull();
        assertThat(periods(overview))
                .extracting(Period::from)
                .startsWith("2015-10-01")
                .endsWith("2015-10-05")
                .hasSize(5);
        assertThat(values(overview, "created")).containsExactly(2L, 2L, 1L, 0L, 0L);
        // Nothing is created on the 4th and 5th: counts are zero there, medians are absent.
        assertThat(values(overview, "firstReplyTime")).containsExactly(1.0, 3.0, null, null, null);
        // The newest event is of the 5th, so that day is not finished.
        assertThat(overview.lastFinishedDay()).isEqualTo("2015-10-04");
        assertThat(periods(overview)).extracting(Period::finished).containsExactly(true, true, true, true, false);
        assertThat(overview.comparison()).isNull();
    }

    @Test
    void solvedTicketsThatSayNotWhenAreInNoDay() {
        load(
                ticket("closed")
                        .created("2015-10-01T08:00:00Z")
                        .status("closed")
                        .draft(),
                ticket("solved")
                        .created("2015-10-01T08:00:00Z")
                        .solved("2015-10-01T09:00:00Z")
                        .draft(),
                ticket("open").created("2015-10-01T08:00:00Z").status("open").draft(),
                ticket("nobody knows when").solved("2015-10-01T10:00:00Z").draft(),
                ticket("undated").status("open").draft());

        Overview day = insights.overview("from=2015-10-01&to=2015-10-01", TODAY);
        Overview all = insights.overview("", TODAY);

        assertThat(value(day, "solved")).isEqualTo(2); // also the one whose creation is not known
        assertThat(value(day, "backlog")).isEqualTo(1);
        assertThat(day.solvedAtUnknownTime()).isEqualTo(1);
        assertThat(insights.count("solvedFrom=2015-10-01&solvedTo=2015-10-01")).isEqualTo(2);
        assertThat(insights.count("openOn=2015-10-01")).isEqualTo(1);
        assertThat(value(all, "solved")).isEqualTo(3);
        assertThat(value(all, "backlog")).isEqualTo(2);
        assertThat(insights.count("solved=true")).isEqualTo(3);
        assertThat(insights.count("solved=false")).isEqualTo(2);
    }

    @Test
    void aFractionOfASecondDoesNotMoveASolutionToTheNextDay() {
        load(ticket("1")
                .created("2015-10-01T10:00:00.100Z")
                .solved("2015-10-01T23:59:59.900Z")
                .draft());

        assertThat(value(insights.overview("from=2015-10-01&to=2015-10-01", TODAY), "solved"))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeHadSaysWhy() {
        load(ticket("1").created("2015-10-01T08:00:00Z").draft());

        Overview overview = insights.overview("from=2015-10-01&to=2015-10-02", TODAY);

        assertThat(value(overview, "created")).isEqualTo(1);
        assertThat(overview.figures().get("solved")).isNull();
        assertThat(overview.reasons().get("solved")).contains("none has a status or a time");
        assertThat(overview.reasons().get("backlog")).contains("none has a status or a time");
        assertThat(overview.reasons().get("firstReplyTime")).contains("a first reply time");
        assertThat(overview.reasons().get("negativeShare")).contains("an English text to judge by");
        assertThat(overview.reasons().get("csat")).contains("a rating");
    }

    @Test
    void solutionsWithoutAnyTimeAreNoZero() {
        load(ticket("1").created("2015-10-01T08:00:00Z").status("closed").draft());

        Overview overview = insights.overview("from=2015-10-01&to=2015-10-02", TODAY);

        assertThat(overview.figures().get("solved")).isNull();
        assertThat(overview.reasons().get("solved")).contains("none of them says when");
        assertThat(value(insights.overview("", TODAY), "solved")).isEqualTo(1);
    }

    @Test
    void withoutCreationTimesThereIsNoTrendAndWithoutTicketsNothing() {
        assertThat(insights.overview("", TODAY).isEmpty()).isTrue();

        load(ticket("1").status("open").draft());

        Overview overview = insights.overview("", TODAY);
        assertThat(overview.isEmpty()).isFalse();
        assertThat(overview.trend()).isNull();
        assertThat(overview.reasons().get("trend")).contains("creation time");
        assertThat(value(overview, "backlog")).isEqualTo(1);
        assertThat(insights.overview("from=2015-10-01", TODAY).isEmpty()).isTrue();
    }

    /** 15 tickets on each of 10 days, 20 on each of the next 10; those of the last 10 days wait twice as long and are negative. */
    @Test
    void figuresAreComparedWithTheDaysBefore() {
        var drafts = new ArrayList<TicketDraft>();
        for (int day = 1; day <= 20; day++) {
            boolean late = day > 10;
            for (int i = 0; i < (late ? 20 : 15); i++) {
                String date = "2015-10-%02dT".formatted(day);
                drafts.add(ticket(day + "-" + i)
                        .created(date + "08:00:00Z")
                        .firstReply(date + (late ? "10:00:00Z" : "09:00:00Z"))
                        .solved(date + "20:00:00Z")
                        .text(late ? "awful" : i < 3 ? "awful" : "so")
                        .satisfied(!late)
                        .draft());
            }
        }
        drafts.add(ticket("newest").created("2015-10-21T08:00:00Z").draft());
        load(drafts.toArray(TicketDraft[]::new));

        Overview overview = insights.overview("from=2015-10-11&to=2015-10-20", TODAY);

        assertThat(Objects.requireNonNull(overview.comparison()).previous())
                .isEqualTo(new Overview.Days("2015-10-01", "2015-10-10"));
        assertThat(change(overview, "created")).isEqualTo(new Change(true, "up", 50.0, 50.0 / 150, null, null));
        assertThat(change(overview, "solved")).isEqualTo(new Change(true, "up", 50.0, 50.0 / 150, true, null));
        assertThat(change(overview, "firstReplyTime")).isEqualTo(new Change(true, "up", 1.0, 1.0, false, true));
        assertThat(change(overview, "fullResolutionTime")).isEqualTo(new Change(true, "same", 0.0, 0.0, null, null));
        // Nobody waits at either end.
        assertThat(change(overview, "backlog")).isEqualTo(new Change(true, "same", 0.0, null, null, null));
        Change negative = change(overview, "negativeShare");
        assertThat(negative.difference()).isCloseTo(0.8, within(1e-12)); // from 3 of 15 to all
        assertThat(negative.better()).isFalse();
        assertThat(change(overview, "csat").better()).isFalse();
        assertThat(Objects.requireNonNull(figure(overview, "csat").response()))
                .isEqualTo(new Overview.Response(1.0, 200, 200));
    }

    @Test
    void anUnfinishedDayIsShownButNotCompared() {
        var drafts = new ArrayList<TicketDraft>();
        for (int day = 1; day <= 9; day++) {
            for (int i = 0; i < 20; i++) {
                drafts.add(ticket(day + "-" + i)
                        .created("2015-10-0%dT08:00:00Z".formatted(day))
                        .status("open")
                        .draft());
            }
        }
        load(drafts.toArray(TicketDraft[]::new));

        Overview overview = insights.overview("from=2015-10-06&to=2015-10-09", TODAY);

        assertThat(value(overview, "created")).isEqualTo(80);
        Figure created = figure(overview, "created");
        assertThat(Objects.requireNonNull(created.compared()).value()).isEqualTo(60L); // 6 to 8 October
        assertThat(Objects.requireNonNull(created.previous()).value()).isEqualTo(60L); // 3 to 5 October
        assertThat(Objects.requireNonNull(overview.comparison()).unfinished())
                .isEqualTo(new Overview.Days("2015-10-09", "2015-10-09"));
        assertThat(insights.overview("from=2015-10-06&to=2015-10-09", "2015-10-08")
                        .lastFinishedDay())
                .isEqualTo("2015-10-07");
    }

    @Test
    void countsAreComparedHoweverSmallButSharesAndDurationsOnlyFromFifteenOnASide() {
        var drafts = new ArrayList<TicketDraft>();
        for (int i = 0; i < 14; i++) {
            drafts.add(ticket("before " + i)
                    .created("2015-10-01T08:00:00Z")
                    .firstReply("2015-10-01T09:00:00Z")
                    .status("open")
                    .text("so")
                    .draft());
        }
        for (int i = 0; i < 40; i++) {
            drafts.add(ticket("after " + i)
                    .created("2015-10-02T08:00:00Z")
                    .firstReply("2015-10-02T10:00:00Z")
                    .status("open")
                    .text("awful")
                    .draft());
        }
        drafts.add(ticket("newest").created("2015-10-03T08:00:00Z").draft());
        load(drafts.toArray(TicketDraft[]::new));

        Overview overview = insights.overview("from=2015-10-02&to=2015-10-02", TODAY);

        assertThat(change(overview, "created")).isEqualTo(new Change(true, "up", 26.0, 26.0 / 14, null, null));
        // 14 wait at the end of the 1st, all 54 at the end of the 2nd.
        assertThat(change(overview, "backlog")).isEqualTo(new Change(true, "up", 40.0, 40.0 / 14, false, null));
        assertThat(change(overview, "firstReplyTime")).isEqualTo(new Change(false, null, null, null, null, null));
        assertThat(change(overview, "negativeShare")).isEqualTo(new Change(false, null, null, null, null, null));
    }

    /** In Berlin 25 October 2015 has 25 hours: from 22:00 UTC of the 24th to 23:00 UTC of the 25th. */
    @Test
    void daysAreThoseOfTheZoneAlsoWhenTheyHave25Hours() {
        insights.store().organisation().setZone(ZoneId.of("Europe/Berlin"));
        load(
                ticket("1")
                        .created("2015-10-24T21:59:59Z")
                        .solved("2015-10-25T22:59:59Z")
                        .draft(),
                ticket("2")
                        .created("2015-10-24T22:00:00Z")
                        .solved("2015-10-25T23:00:00Z")
                        .draft(),
                ticket("3").created("2015-10-25T22:59:59Z").status("open").draft(),
                ticket("4").created("2015-10-25T23:00:00Z").status("open").draft());

        Overview overview = insights.overview("from=2015-10-25&to=2015-10-25", TODAY);

        assertThat(value(overview, "created")).isEqualTo(2); // 2 and 3
        assertThat(value(overview, "solved")).isEqualTo(1); // 1
        assertThat(value(overview, "backlog")).isEqualTo(2); // 2 and 3
        assertThat(insights.count("openOn=2015-10-25")).isEqualTo(2);
        assertThat(insights.count("solvedFrom=2015-10-25&solvedTo=2015-10-25")).isEqualTo(1);
    }

    @Test
    void periodsCutOffByTheRangeAreMarked() {
        load(
                ticket("1").created("2015-01-01T08:00:00Z").draft(),
                ticket("2").created("2016-01-01T08:00:00Z").draft());

        // 1 July 2015 is a Wednesday, 15 September a Tuesday: the weeks at both ends are parts.
        List<Period> periods = periods(insights.overview("from=2015-07-01&to=2015-09-15", TODAY));

        assertThat(periods.get(0)).isEqualTo(new Period("2015-07-01", "2015-07-05", false, true));
        assertThat(periods.get(1)).isEqualTo(new Period("2015-07-06", "2015-07-12", true, true));
        assertThat(periods.get(periods.size() - 1)).isEqualTo(new Period("2015-09-14", "2015-09-15", false, true));
    }

    @Test
    void aRangeFarFromAllTicketsIsAnsweredWithoutAThousandPeriods() {
        loadFive();

        assertThat(periods(insights.overview("from=0001-01-01&to=9998-12-31", TODAY)))
                .hasSize(5);
        assertThat(insights.overview("from=0001-01-01&to=9998-12-31", TODAY)
                        .selection()
                        .tickets())
                .isEqualTo(5);
        assertThat(periods(insights.overview("from=1900-01-01&to=1901-01-01", TODAY)))
                .hasSizeLessThan(70);
        assertThat(value(insights.overview("from=2099-01-01", TODAY), "backlog"))
                .isEqualTo(1);
    }

    private void load(TicketDraft... drafts) {
        insights.store().load("desk", drafts);
    }

    private static Figure figure(Overview overview, String name) {
        return Objects.requireNonNull(overview.figures().get(name), name);
    }

    private static long value(Overview overview, String name) {
        return Objects.requireNonNull(figure(overview, name).value()).longValue();
    }

    private static Change change(Overview overview, String name) {
        return Objects.requireNonNull(figure(overview, name).change());
    }

    private static List<Number> values(Overview overview, String name) {
        List<Number> values = new ArrayList<>();
        Objects.requireNonNull(figure(overview, name).series()).stream()
                .map(Reading::value)
                .forEach(values::add);
        return values;
    }

    private static List<Period> periods(Overview overview) {
        return Objects.requireNonNull(overview.trend()).periods();
    }
}
