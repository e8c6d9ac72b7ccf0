package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    /** Minutes by hand: days times 1,440, hours times 60. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            26:05:00;                    1565
            126:30;                      7590
            -2:30:00;                    -150
            1d 2h 3m;                    1563
            2 days 03:04:00;             3064
            1 day, 2:03:00;              1563
            0 days 00:05:00.000000;      5
            PT4H;                        240
            P1DT2H30M;                   1590
            P2W;                         20160
            -1 days +23:30:00;           -30
            -1 day, 23:30:00;            -30
            -1 days -03:00:00;           -1620
            3.5 hours;                   210
            3,5 Std.;                    210
            2 Tage 3 Stunden;            3060
            2 jours 3 heures 5 minutes;  3065
            1 día y 2 horas;             1560
            1 giorno, 2 ore e 3 minuti;  1563
            2 horas 15 minutos;          135
            4h30;                        270
            90 min;                      90
            1 week 1 day;                11520
            """)
    void durationsThatNameTheirUnitsAreRead(String cell, long minutes) {
        assertThat(DurationText.read(cell)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P99999999999999999999D",
                "P1DT",
                "12",
                "3.5",
                "4 apples",
                "Open",
                "P",
                "PT",
                "Prio 1",
                "12 Main Street",
                "2h x",
                "1:75",
                ""
            })
    void whatNamesNoUnitIsNoDuration(String cell) {
        assertThat(DurationText.read(cell)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            First reply time in minutes;                      MINUTES;      firstReplyTime
            First response time (in hrs);                     HOURS;        firstReplyTime
            First Reply Time (min);                           MINUTES;      firstReplyTime
            Full resolution time [h];                         HOURS;        fullResolutionTime
            resolution_time_seconds;                          SECONDS;      fullResolutionTime
            resolution_time_s;                                SECONDS;      fullResolutionTime
            time_to_resolution_ms;                            MILLISECONDS; fullResolutionTime
            Time to resolution (days);                        DAYS;         fullResolutionTime
            metric_set.reply_time_in_minutes.calendar;        MINUTES;      firstReplyTime
            metric_set.full_resolution_time_in_minutes.calendar; MINUTES;   fullResolutionTime
            Tiempo de primera respuesta (horas);              HOURS;        firstReplyTime
            Tempo de resolução em horas;                      HOURS;        fullResolutionTime
            Lösungszeit in Stunden;                           HOURS;        fullResolutionTime
            Reaktionszeit (Min.);                             MINUTES;      firstReplyTime
            Délai de résolution (en jours);                   DAYS;         fullResolutionTime
            Tempo di risoluzione (ore);                       HOURS;        fullResolutionTime
            """)
    void namesStateUnits(String header, DurationUnit unit, String field) {
        assertThat(DurationUnit.ofHeader(header)).isEqualTo(unit);
        assertThat(TicketField.ofApiName(field).orElseThrow().rank(header)).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First reply time in minutes within business hours",
                "First reply time - Business hours (min)",
                "metric_set.reply_time_in_minutes.business",
                "statistics.time_to_admin_reply",
                "Resolution Time in Business Hours",
                "Lösungszeit (Geschäftszeiten) in Stunden",
                "Délai de résolution (heures ouvrées)"
            })
    void businessHoursAreNoTimeOfOurs(String header) {
        for (TicketField field : TicketField.values()) {
            assertThat(field.rank(header)).as(field.apiName()).isNegative();
        }
        assertThat(ColumnMapping.sourceMetric(header)).isTrue();
    }

    @Test
    void whoseHoursAreMeantIsNoUnit() {
        assertThat(DurationUnit.ofHeader("First reply time in minutes within business hours"))
                .isEqualTo(DurationUnit.MINUTES);
    }

    @Test
    void aNameWithoutUnitStatesNone() {
        assertThat(DurationUnit.ofHeader("Resolution time")).isNull();
        assertThat(DurationUnit.ofHeader("Satisfaction Score")).isNull();
    }
}
