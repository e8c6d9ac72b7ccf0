package io.supportgenius.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private final Dictionary dictionary = new Dictionary(List.of("Gold", "silver", "GOLD", "Zürich", "ägir"));

    @Test
    void valuesAreFoundInAnyCase() {
        assertThat(dictionary.codes("gold").stream()).containsExactly(1, 3);
        assertThat(dictionary.codes("ZÜRICH").stream()).containsExactly(4);
        assertThat(dictionary.codes("bronze").stream()).isEmpty();
    }

    @Test
    void theEmptyValueAsksForTheMissingOne() {
        assertThat(dictionary.codes("").stream()).containsExactly(Dictionary.MISSING);
        assertThat(dictionary.value(Dictionary.MISSING)).isNull();
    }

    @Test
    void partsOfValuesAreFound() {
        assertThat(dictionary.codesContaining("OL").stream()).containsExactly(1, 3);
    }

    @Test
    void aBuilderKeepsKnownCodes() {
        var builder = new Dictionary.Builder(dictionary);

        assertThat(builder.code("silver")).isEqualTo(2);
        assertThat(builder.code("Bronze")).isEqualTo(6);
        assertThat(builder.code(null)).isEqualTo(Dictionary.MISSING);
        assertThat(builder.build().value(6)).isEqualTo("Bronze");
    }

    @Test
    void aBuilderTakesSpellingsThatDifferInCaseForOneValue() {
        var builder = new Dictionary.Builder();

        assertThat(builder.code("Open")).isEqualTo(1);
        assertThat(builder.code("OPEN")).isEqualTo(1);
        assertThat(builder.code("ÖFFNEN")).isEqualTo(builder.code("öffnen"));
        assertThat(builder.build().value(1)).isEqualTo("Open");
    }

    @Test
    void theSpellingDoesNotDependOnWhichCameFirst() {
        var builder = new Dictionary.Builder();
        builder.code("MEDIA");
        Dictionary known = builder.build();

        assertThat(builder.code("Media")).isEqualTo(1);
        assertThat(builder.build().value(1)).isEqualTo("Media");
        assertThat(known.value(1)).isEqualTo("MEDIA");
    }

    @Test
    void manyValuesAreHeldInLittleMemory() {
        var values = new ArrayList<String>();
        for (int i = 0; i < 300_000; i++) {
            values.add("requester " + i);
        }

        // one set of bits for each value would take 5 GB
        assertThat(new Dictionary(values).codes("REQUESTER 299999").stream()).containsExactly(300_000);
    }

    @Test
    void aValueThatIsNotThereRanksBehindThoseBeforeIt() {
        assertThat(new Dictionary(List.of("b", "D", "f")).rank("c")).isEqualTo(1);
        assertThat(new Dictionary(List.of("b", "D", "f")).rank("D")).isEqualTo(2);
        assertThat(new Dictionary(List.of("b", "D", "f")).rank("e")).isEqualTo(2);
    }

    @Test
    void ranksAreAlphabetical() {
        int[] ranks = new Dictionary(List.of("b", "A", "c")).ranks();

        assertThat(ranks).containsExactly(0, 2, 1, 3);
    }
}
