package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateProfileTest {
    private static final long SEED = 20151023;
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    private static final LocalDateTime FROM = LocalDateTime.of(1995, 1, 1, 0, 0);
    private static final long SECONDS_TO_2038 = ChronoUnit.SECONDS.between(FROM, LocalDateTime.of(2038, 1, 1, 0, 0));

    /** Random times written in one format come back, to the precision of the format, from the column alone. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            uuuu-MM-dd'T'HH:mm:ss;       SECONDS
            uuuu-MM-dd HH:mm:ss;         SECONDS
            uuuu-MM-dd HH:mm;            MINUTES
            uuuu-MM-dd'T'HH:mm:ss.SSS;   MILLIS
            uuuu-MM-dd HH:mm:ss.SSSSSS;  MICROS
            uuuu-MM-dd'T'HH:mm:ss,nnnnnnnnn; NANOS
            uuuu/MM/dd HH:mm:ss;         SECONDS
            uuuu/M/d H:mm;               MINUTES
            uuuu.MM.dd HH:mm;            MINUTES
            uuuu-MM-dd;                  DAYS
            dd/MM/uuuu HH:mm:ss;         SECONDS
            d/M/uuuu H:mm;               MINUTES
            dd.MM.uuuu HH:mm;            MINUTES
            dd-MM-uuuu HH:mm:ss;         SECONDS
            dd.MM.uu;                    DAYS
            MM/dd/uuuu hh:mm:ss a;       SECONDS
            M/d/uuuu h:mm a;             MINUTES
            M/d/uu H:mm;                 MINUTES
            MM-dd-uuuu HH:mm;            MINUTES
            MM/dd/uuuu, hh:mm a;         MINUTES
            uuuuMMdd;                    DAYS
            uuuuMMddHHmmss;              SECONDS
            """)
    void timesComeBackFromAWholeColumn(String pattern, ChronoUnit precision) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.strip(), Locale.ENGLISH);
        List<LocalDateTime> times = times(precision);

        DateFormat format = inferred(times.stream().map(formatter::format).toList());

        for (LocalDateTime time : times) {
            WrittenTime read = format.read(formatter.format(time));
            assertThat(Objects.requireNonNull(read).written())
                    .as("%s as %s", time, formatter.format(time))
                    .isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uuuu-MM-dd'T'HH:mm:ssXXX",
                "uuuu-MM-dd HH:mm:ssxxx",
                "uuuu-MM-dd'T'HH:mm:ss.SSSZ",
                "uuuu-MM-dd HH:mm:ss xx",
                "MM/dd/uuuu hh:mm:ss a XXX"
            })
    void offsetsInTheCellsWinOverTheZone(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        Random random = new Random(SEED);
        List<Instant> instants = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (LocalDateTime time : times(ChronoUnit.SECONDS)) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(105) - 48) * 15 * 60);
            instants.add(time.toInstant(offset));
            cells.add(formatter.format(time.atOffset(offset)));
        }

        DateFormat format = inferred(cells);

        ZonedTimes zoned = new ZonedTimes(ZONE);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(zoned.instant(Objects.requireNonNull(format.read(cells.get(i)))))
                    .as(cells.get(i))
                    .isEqualTo(instants.get(i));
        }
    }

    @Test
    void numbersAreSecondsOrMillisecondsSince1970() {
        DateFormat seconds = inferred(List.of("1300118360", "999999999", "1300118360.0"));
        DateFormat milliseconds = inferred(List.of("1300118360123", "999999999123"));

        ZonedTimes zoned = new ZonedTimes(ZONE);
        assertThat(zoned.instant(Objects.requireNonNull(seconds.read("1300118360"))))
                .isEqualTo(Instant.ofEpochSecond(1300118360));
        assertThat(zoned.instant(Objects.requireNonNull(milliseconds.read("1300118360123"))))
                .isEqualTo(Instant.ofEpochMilli(1300118360123L));
    }

    @Test
    void oneRowSettlesTheOrderOfAllOthers() {
        DateProfile profile = profile(List.of("01/02/2011", "02/03/2011", "13/03/2011"));

        assertThat(profile.undecided()).isFalse();
        // 2 January would be month first.
        assertThat(Objects.requireNonNull(profile.format(null).read("01/02/2011"))
                        .written())
                .isEqualTo(LocalDateTime.of(2011, 2, 1, 0, 0));
    }

    @Test
    void withoutSuchARowTheOrderIsUndecidedUnlessBothReadingsAgree() {
        assertThat(profile(List.of("01/02/2011", "02/03/2011")).undecided()).isTrue();
        assertThat(profile(List.of("01/01/2011", "02/02/2011")).undecided()).isFalse();
    }

    @Test
    void oneBadCellDoesNotChangeTheFormat() {
        DateProfile profile = profile(List.of("13/01/2011", "31/01/2011", "01/31/2011", "soon"));

        assertThat(profile.format(null).order()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(profile.format(null).read("01/31/2011")).isNull();
        assertThat(profile.share()).isEqualTo(0.5);
    }

    @Test
    void shortYearsFirstAreReadWhereNothingElseFitsOrWhereAskedFor() {
        assertThat(inferred(List.of("99-01-30", "15-10-23")).order()).isEqualTo(DateOrder.SHORT_YEAR_FIRST);
        DateFormat asked = profile(List.of("11-10-09", "12-10-09")).format(DateOrder.SHORT_YEAR_FIRST);
        assertThat(Objects.requireNonNull(asked.read("11-10-09")).written())
                .isEqualTo(LocalDateTime.of(2011, 10, 9, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-02-29",
                "2011-13-01",
                "31/04/2011",
                "2011-01-01 24:00",
                "2011-01-01 10:60",
                "2011-01-01 13:00 PM",
                "2011-01-01 10",
                "2011-01/01",
                "1234",
                "12345",
                "10.5",
                "2011-01-01T10:00+25:00",
                "0011-01-01",
                "2011-01-01 10:00 and more",
                "Closed",
                "26:05:00",
                ""
            })
    void whatIsNoDateIsNotReadAsOne(String cell) {
        assertThat(profile(List.of("x", cell)).share()).isZero();
    }

    @Test
    void aClockOf24HoursAmongTwelveHourClocksIsNotGuessedAt() {
        DateFormat format =
                inferred(List.of("03/14/2011 03:59:20 PM", "03/15/2011 03:59:20 AM", "03/16/2011 03:59:20"));

        assertThat(format.read("03/16/2011 03:59:20")).isNull();
        // Midnight and noon of the twelve-hour clock.
        assertThat(Objects.requireNonNull(format.read("03/16/2011 12:00:00 AM"))
                        .written()
                        .getHour())
                .isZero();
        assertThat(Objects.requireNonNull(format.read("03/16/2011 12:00:00 PM"))
                        .written()
                        .getHour())
                .isEqualTo(12);
    }

    @Test
    void timesInTheChangeOfClocksAreMovedAndCounted() {
        ZonedTimes berlin = new ZonedTimes(ZoneId.of("Europe/Berlin"));
        DateFormat format = inferred(List.of("2015-03-29 02:30"));

        // Clocks went from 2:00 to 3:00 on 29 March and from 3:00 to 2:00 on 25 October 2015.
        assertThat(berlin.instant(Objects.requireNonNull(format.read("2015-03-29 02:30"))))
                .isEqualTo(Instant.parse("2015-03-29T01:30:00Z"));
        assertThat(berlin.instant(Objects.requireNonNull(format.read("2015-10-25 02:30"))))
                .isEqualTo(Instant.parse("2015-10-25T00:30:00Z"));
        assertThat(berlin.skipped()).isEqualTo(1);
        assertThat(berlin.repeated()).isEqualTo(1);
    }

    private static List<LocalDateTime> times(ChronoUnit precision) {
        Random random = new Random(SEED);
        List<LocalDateTime> times = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            LocalDateTime time = FROM.plusSeconds((long) (random.nextDouble() * SECONDS_TO_2038))
                    .plusNanos(random.nextInt(1_000_000_000));
            times.add(time.truncatedTo(precision));
        }
        return times;
    }

    private static DateFormat inferred(List<String> cells) {
        return profile(cells).format(null);
    }

    private static DateProfile profile(List<String> cells) {
        DateProfile profile = new DateProfile();
        cells.forEach(profile::accept);
        return profile;
    }
}
