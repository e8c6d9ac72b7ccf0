package io.supportgenius.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneClockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Pacific/Apia",
                "+05:45"
            })
    void clocksReadAsJavaTimeReadsThemAtAnyTimeInAnyOrder(String name) {
        ZoneId zone = ZoneId.of(name);
        var clock = new ZoneClock(zone);
        var random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            long second = random.nextLong(-2_500_000_000L, 5_000_000_000L);
            ZonedDateTime local = Instant.ofEpochSecond(second).atZone(zone);
            assertThat(clock.secondOfDay(second)).isEqualTo(local.toLocalTime().toSecondOfDay());
            assertThat(clock.hourOfWeek(second))
                    .isEqualTo((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
        }
    }

    @Test
    void everySecondAroundAChangeOfTheClockIsRight() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        for (String change : new String[] {"2015-03-29T01:00:00Z", "2015-10-25T01:00:00Z"}) {
            var clock = new ZoneClock(zone);
            long middle = Instant.parse(change).getEpochSecond();
            for (long second = middle - 4000; second < middle + 4000; second++) {
                assertThat(clock.secondOfDay(second))
                        .isEqualTo(Instant.ofEpochSecond(second)
                                .atZone(zone)
                                .toLocalTime()
                                .toSecondOfDay());
            }
        }
    }
}
