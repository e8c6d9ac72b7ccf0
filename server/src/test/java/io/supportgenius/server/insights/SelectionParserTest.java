package io.supportgenius.server.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SelectionParserTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 3, 31);

    @Test
    void everyParameterOfASelectionIsReadAndWrittenBack() {
        var parameters = parameters(
                "from",
                "2015-10-01",
                "to",
                "2015-10-31",
                "industry",
                "media",
                "industry",
                "energy",
                "supportTier",
                "",
                "attribute.Plan seats",
                "10",
                "weekday",
                "1",
                "hour",
                "23",
                "pilot",
                "TRUE",
                "solvedFrom",
                "2015-10-02",
                "solvedTo",
                "2015-10-02",
                "openOn",
                "2015-10-30",
                "hasFirstReplyTime",
                "true",
                "q",
                "printer burns");

        TicketSelection selection = parse(parameters, Set.of());

        assertThat(selection.from()).isEqualTo(LocalDate.of(2015, 10, 1));
        assertThat(selection.filters())
                .containsEntry("industry", List.of("media", "energy"))
                .containsEntry("supportTier", List.of(""));
        assertThat(SelectionParser.query(selection)).isEqualTo(parameters);
    }

    @Test
    void nothingAsksForEverything() {
        assertThat(parse(parameters(), Set.of())).isEqualTo(TicketSelection.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2015-02-30",
        "from, 10/01/2015",
        "to, 2015-10-31T11:59:59",
        "to, +999999999-12-31",
        "from, 0000-01-01",
        "solved, maybe",
        "plausibleTimes, ''",
        "weekday, 0",
        "weekday, Monday",
        "hour, 24",
        "hour, -1",
        "pilot, maybe",
        "industri, media",
        "attribute., x",
        "sentiment, angry",
        "satisfaction, 5",
        "solvedFrom, 2015-02-30",
        "solvedTo, yesterday",
        "openOn, 31.10.2015",
        "hasFirstReplyTime, maybe",
        "hasFullResolutionTime, ''"
    })
    void whatCannotBeUnderstoodIsNamed(String parameter, String value) {
        assertThatThrownBy(() -> parse(parameters(parameter, value), Set.of()))
                .isInstanceOfSatisfying(
                        InvalidSelectionException.class,
                        exception -> assertThat(exception.problems())
                                .extracting(InvalidSelectionException.Problem::parameter)
                                .containsExactly(parameter));
    }

    @Test
    void theCharacterThatNoTextCanHoldIsRefused() {
        assertThatThrownBy(() -> parse(parameters("q", "a\0b"), Set.of()))
                .isInstanceOf(InvalidSelectionException.class);
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        var parameters = parameters("from", "2015-10-02", "to", "2015-10-01", "nope", "1");

        assertThatThrownBy(() -> parse(parameters, Set.of()))
                .isInstanceOfSatisfying(
                        InvalidSelectionException.class,
                        exception -> assertThat(exception.problems()).hasSize(2));
    }

    @Test
    void theLastDayOfTheSolutionMustNotLieBeforeTheFirst() {
        assertThatThrownBy(() -> parse(parameters("solvedFrom", "2015-10-02", "solvedTo", "2015-10-01"), Set.of()))
                .isInstanceOf(InvalidSelectionException.class)
                .hasMessageContaining("solvedTo");
    }

    @Test
    void aCallersOwnParametersAreLeftToIt() {
        assertThat(parse(parameters("sort", "-created"), Set.of("sort")).filters())
                .isEqualTo(Map.of());
    }

    @Test
    void daysToldFromTodayAreThoseOfToday() {
        TicketSelection selection = parse(parameters("range", "last-7-days", "compare", "year"), Set.of());

        assertThat(selection.from()).isEqualTo(LocalDate.of(2016, 3, 25));
        assertThat(selection.to()).isEqualTo(TODAY);
        assertThat(selection.filters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "range, last-8-days, range, last-8-days",
        "range, today, from, 2016-03-01",
        "range, today, to, 2016-03-01",
        "range, today, range, yesterday",
        "compare, month, q, words",
        "compare, year, compare, none"
    })
    void aRangeExcludesDatesAndBothKnowTheirNames(String one, String value, String other, String otherValue) {
        assertThatThrownBy(() -> parse(parameters(one, value, other, otherValue), Set.of()))
                .isInstanceOfSatisfying(
                        InvalidSelectionException.class,
                        exception -> assertThat(exception.problems())
                                .extracting(InvalidSelectionException.Problem::parameter)
                                .contains(one)
                                .containsOnly(one));
    }

    @Test
    void whereNothingSaysWhatTodayIsDaysAreDates() {
        assertThatThrownBy(() -> SelectionParser.parse(parameters("range", "today"), Set.of(), null))
                .isInstanceOf(InvalidSelectionException.class)
                .hasMessageContaining("range");
    }

    private static TicketSelection parse(MultiValueMap<String, String> parameters, Set<String> alsoAllowed) {
        return SelectionParser.parse(parameters, alsoAllowed, TODAY);
    }

    private static MultiValueMap<String, String> parameters(String... namesAndValues) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
