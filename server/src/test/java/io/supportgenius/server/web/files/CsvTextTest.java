package io.supportgenius.server.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void beginsWithAByteOrderMarkAndEndsRowsAsTheStandardSays() {
        assertThat(written("Value", "Tickets")).isEqualTo("\uFEFFValue,Tickets\r\n");
    }

    @Test
    void textsThatWouldBreakCellsStandInQuotes() {
        assertThat(cells("a,b", "say \"no\"", "two\r\nlines", "semi;colon", "tab\there"))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\",\"semi;colon\",\"tab\there\"");
    }

    @Test
    void numbersKeepAllTheirDigitsAndTheirSign() {
        assertThat(cells(-0.8676041234567, 1.0E-7, 1.5E12, 801L, -3, -0.0, 2.0, 100.0))
                .isEqualTo("-0.8676041234567,0.0000001,1500000000000,801,-3,0,2,100");
    }

    @Test
    void whatIsMissingIsEmpty() {
        assertThat(cells("a", null, "b", Double.NaN)).isEqualTo("a,,b,");
    }

    @Test
    void timesHaveTheOffsetOfTheZoneOnThatDay() {
        // Berlin is two hours ahead in summer time, which ended on 25 October 2015.
        assertThat(cells(Instant.parse("2015-10-24T12:00:00Z"), Instant.parse("2015-10-26T12:00:00Z")))
                .isEqualTo("2015-10-24T14:00:00+02:00,2015-10-26T13:00:00+01:00");
    }

    @Test
    void daysTruthsAndListsAreWrittenPlainly() {
        assertThat(cells(LocalDate.parse("2015-10-01"), true, List.of("vip", "printer")))
                .isEqualTo("2015-10-01,true,\"vip, printer\"");
    }

    @Test
    void textsAreSafeAndStandInQuotesThen() {
        assertThat(cells("=1+1", "-5", List.of("@x"))).isEqualTo("\"'=1+1\",\"'-5\",\"'@x\"");
    }

    private static String cells(@Nullable Object... cells) {
        return written(cells).replaceAll("^\uFEFF|\r\n$", "");
    }

    private static String written(@Nullable Object... cells) {
        var text = new StringWriter();
        var csv = new CsvText(text, ZoneId.of("Europe/Berlin"));
        csv.row(Arrays.asList(cells));
        csv.flush();
        return text.toString();
    }
}
