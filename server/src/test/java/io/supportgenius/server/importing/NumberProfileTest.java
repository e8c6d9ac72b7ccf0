package io.supportgenius.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberProfileTest {

    @Test
    void theColumnTellsWhatACommaSeparates() {
        assertThat(style(false, "3,5", "1.234,5").read("1.234,5")).isEqualTo(1234.5);
        assertThat(style(false, "3.5", "1,234.5").read("1,234.5")).isEqualTo(1234.5);
        assertThat(style(false, "3,5", "1,234").read("1,234")).isEqualTo(1.234);
        assertThat(style(false, "0,234", "1,234").read("1,234")).isEqualTo(1.234);
    }

    @Test
    void countsHaveNoDecimals() {
        assertThat(style(true, "12", "1.234").read("1.234")).isEqualTo(1234);
        assertThat(style(true, "12", "1,234").read("1,234")).isEqualTo(1234);
        assertThat(style(true, "1.234", "1.234.567").read("1.234.567")).isEqualTo(1234567);
        assertThat(style(true, "3.0", "12.0").read("12.0")).isEqualTo(12);
        assertThat(style(true, "1 234", "12").read("1 234")).isEqualTo(1234);
    }

    @Test
    void durationsWithThreeDecimalsAreTheseWhereThousandsBearNoSignOrEveryCellBearsOne() {
        assertThat(style(false, "1.234", "1500").read("1.234")).isEqualTo(1.234);
        assertThat(style(false, "1.234", "5.678").read("1.234")).isEqualTo(1.234);
        assertThat(style(false, "950", "1,234").read("1,234")).isEqualTo(1234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "23.10.2015", "1..2", "1,2,3", "12.", "-", "", "1 23", "12a", "1.23.456"})
    void whatIsNoNumberIsNotReadAsOne(String cell) {
        assertThat(Numbers.shaped(cell)).isFalse();
    }

    @Test
    void groupsOfAnotherSizeAreNoNumber() {
        assertThat(NumberStyle.POINT.read("12,34")).isNull();
        assertThat(NumberStyle.COMMA.read("1.234,5")).isEqualTo(1234.5);
        assertThat(NumberStyle.POINT.read("-1,234.50")).isEqualTo(-1234.5);
    }

    @Test
    void idsThatASpreadsheetHasDamagedAreKnown() {
        assertThat(List.of("5.67E+17", "5,67E+17", "1E+15", "567123456789012000"))
                .allMatch(id -> Ids.damaged(id, true));
        assertThat(Ids.damaged("567123456789012000", false)).isFalse();
        assertThat(List.of("567123456789012345", "35436", "INC0012345", "1E5", "20151023140509"))
                .noneMatch(id -> Ids.damaged(id, true));
    }

    private static NumberStyle style(boolean whole, String... cells) {
        NumberProfile profile = new NumberProfile();
        for (String cell : cells) {
            assertThat(profile.accept(cell)).as(cell).isTrue();
        }
        return profile.style(whole);
    }
}
