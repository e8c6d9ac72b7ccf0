package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateScannerTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    /** What the cell says is what a person who knows its language reads in it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            23 Oct 2015;                                    2015-10-23T00:00
            Oct 23, 2015;                                   2015-10-23T00:00
            October 23rd, 2015 3:59 PM;                     2015-10-23T15:59
            23-Oct-15 09:05;                                2015-10-23T09:05
            23/Oct/15 3:59 PM;                              2015-10-23T15:59
            23Oct2015;                                      2015-10-23T00:00
            2015 Oct 23 08:00;                              2015-10-23T08:00
            Fri, 23 Oct 2015 14:05:09;                      2015-10-23T14:05:09
            Fri Oct 23 14:05:09 2015;                       2015-10-23T14:05:09
            Friday, October 23, 2015 at 2:05:09 PM;         2015-10-23T14:05:09
            Sept. 3, 2015, 8:05 a.m.;                       2015-09-03T08:05
            23. Oktober 2015;                               2015-10-23T00:00
            Freitag, 23. Oktober 2015 um 14:05 Uhr;         2015-10-23T14:05
            Mi., 4. März 2015, 14:05;                       2015-03-04T14:05
            4. Mrz. 2015 14.05;                             2015-03-04T14:05
            23 de octubre de 2015;                          2015-10-23T00:00
            mié 21 oct 2015 09:30 a. m.;                    2015-10-21T09:30
            mar 20 oct 2015;                                2015-10-20T00:00
            martes, 3 de marzo de 2015 12:15 p. m.;         2015-03-03T12:15
            23 de outubro de 2015 às 14h05;                 2015-10-23T14:05
            sex., 23 de out. de 2015 14:05;                 2015-10-23T14:05
            1er août 2015 à 14h05;                          2015-08-01T14:05
            ven. 23 oct. 2015 14:05:09;                     2015-10-23T14:05:09
            15 févr. 2015;                                  2015-02-15T00:00
            23 ottobre 2015 alle 14:05;                     2015-10-23T14:05
            gio 22 ott 2015 14.05;                          2015-10-22T14:05
            5 mag 2015;                                     2015-05-05T00:00
            23/10/2015 - 14:05;                             2015-10-23T14:05
            23/10/2015 14h05;                               2015-10-23T14:05
            23/10/2015 02:05 p. m.;                         2015-10-23T14:05
            23/10/2015 12:05 AM;                            2015-10-23T00:05
            23/10/2015 3 PM;                                2015-10-23T15:00
            2015-10-23T14:05:09,25;                         2015-10-23T14:05:09.250
            20151023 14:05;                                 2015-10-23T14:05
            """)
    void datesAreReadAsPeopleWriteThem(String cell, LocalDateTime expected) {
        assertThat(read(cell).written()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Fri, 23 Oct 2015 14:05:09 +0200;                                 2015-10-23T12:05:09Z
            Fri Oct 23 14:05:09 UTC 2015;                                    2015-10-23T14:05:09Z
            Fri Oct 23 14:05:09 CEST 2015;                                   2015-10-23T12:05:09Z
            Fri Oct 23 2015 14:05:09 GMT+0200 (Central European Summer Time); 2015-10-23T12:05:09Z
            2015-10-23 14:05:09 UTC+2;                                       2015-10-23T12:05:09Z
            2015-10-23 14:05:09 GMT-03:30;                                   2015-10-23T17:35:09Z
            2015-10-23T14:05:09+02:00[Europe/Berlin];                        2015-10-23T12:05:09Z
            2016-09-28T23:08:32.097+1000;                                    2016-09-28T13:08:32.097Z
            2015-10-23 14:05:09 -0500;                                       2015-10-23T19:05:09Z
            1445609109.5;                                                    2015-10-23T14:05:09.500Z
            """)
    void offsetsAreExactHoweverTheyAreWritten(String cell, Instant expected) {
        assertThat(new ZonedTimes(ZONE).instant(read(cell))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23 Oct",
                "Oct 2015",
                "may I have 2 users in 2015",
                "12 Main Street 2015",
                "31 April 2015",
                "Server 3 down",
                "10.0.0.1",
                "40.7128, -74.0060",
                "1-2-3",
                "2015-10-23-05:00",
                "version 1.2.2015",
                "5 stars"
            })
    void whatIsNoDateIsNotReadAsOne(String cell) {
        assertThat(DateParts.of(cell)).satisfiesAnyOf(parts -> assertThat(parts).isNull(), parts -> {
            for (DateOrder order : DateOrder.values()) {
                assertThat(Objects.requireNonNull(parts).written(order)).isNull();
            }
        });
    }

    @Test
    void aZoneThatMeansSeveralOffsetsIsRefusedByItsName() {
        DateFormat format =
                profile(List.of("2015-10-23 14:05", "2015-10-23 14:05 CST")).format(null);

        assertThat(format.read("2015-10-23 14:05 CST")).isNull();
        assertThat(format.objection("2015-10-23 14:05 CST"))
                .contains("zone CST", "-06:00 in Chicago and +08:00 in Shanghai");
    }

    @Test
    void aColumnOfTwoFormatsReadsEachInItsOwnIfTheOrderIsCertain() {
        List<String> cells =
                new ArrayList<>(List.of("2015-10-23 14:05", "2015-10-24 14:05", "23 Oct 2015", "2015-10-25 14:05"));
        cells.addAll(List.of("04/10/2015 09:00", "25/10/2015 09:00"));
        DateFormat format = profile(cells).format(null);

        assertThat(Objects.requireNonNull(format.read("04/10/2015 09:00")).written())
                .isEqualTo(LocalDateTime.of(2015, 10, 4, 9, 0));
        assertThat(Objects.requireNonNull(format.read("2015-10-23 14:05")).written())
                .isEqualTo(LocalDateTime.of(2015, 10, 23, 14, 5));
        assertThat(Objects.requireNonNull(format.read("23 Oct 2015")).written())
                .isEqualTo(LocalDateTime.of(2015, 10, 23, 0, 0));
        assertThat(profile(cells).share()).isEqualTo(1);
    }

    @Test
    void fewCellsWhoseOrderNothingSettlesAreRejectedWithTheReason() {
        DateProfile profile = profile(List.of("2015-10-23", "2015-10-24", "04/10/2015"));
        DateFormat format = profile.format(null);

        assertThat(profile.undecided()).isFalse();
        assertThat(format.read("04/10/2015")).isNull();
        assertThat(format.objection("04/10/2015")).contains("day first or month first", "--date-order");
        assertThat(Objects.requireNonNull(profile.format(DateOrder.MONTH_FIRST).read("04/10/2015"))
                        .written())
                .isEqualTo(LocalDateTime.of(2015, 4, 10, 0, 0));
    }

    @Test
    void daysOfASpreadsheetAreReadToTheSecond() {
        // LibreOffice 7: =DATEVALUE("2015-10-23")+TIMEVALUE("14:05:09") shows 42300.5869097222 as a number.
        DateFormat format = profile(List.of("42300.5869097222", "42301")).format(null);

        assertThat(format.order()).isEqualTo(DateOrder.SPREADSHEET_DAYS);
        assertThat(Objects.requireNonNull(format.read("42300.5869097222")).written())
                .isEqualTo(LocalDateTime.of(2015, 10, 23, 14, 5, 9));
    }

    @Test
    void theQuestionTellsByWhichReadingTheRowsAreInOrder() {
        List<String> cells = new ArrayList<>();
        for (int month = 1; month <= 6; month++) {
            for (int day = 1; day <= 5; day++) {
                cells.add("0" + day + "/0" + month + "/2015");
            }
        }

        assertThat(RowOrder.hint(cells)).contains("if the day stands first");
        // Seven days of one month are in order by both readings.
        assertThat(RowOrder.hint(cells.subList(0, 5))).isEmpty();
    }

    @Test
    void bothOrdersInOneColumnAreCounted() {
        DateProfile profile = profile(List.of("13/10/2015", "14/10/2015", "10/15/2015"));

        assertThat(profile.mixed()).isEqualTo(1);
        assertThat(profile(List.of("13/10/2015", "14/10/2015", "01/02/2015")).mixed())
                .isZero();
    }

    private static WrittenTime read(String cell) {
        return Objects.requireNonNull(profile(List.of(cell)).format(null).read(cell), cell);
    }

    private static DateProfile profile(List<String> cells) {
        DateProfile profile = new DateProfile();
        cells.forEach(profile::accept);
        return profile;
    }
}
