package io.supportgenius.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticTextsTest {

    @Test
    void theTextsAreWhatTheirDescriptionSays() {
        List<String> texts = SyntheticTexts.of(10_000, 1);

        assertThat(texts.stream()
                        .mapToInt(text -> text.split(" ").length)
                        .average()
                        .orElseThrow())
                .isCloseTo(20, within(0.5));
        assertThat(texts).allSatisfy(text -> assertThat(text.split(" ")).hasSizeBetween(5, 35));
        assertThat(texts.stream().distinct().count()).isGreaterThan(9990);
    }

    @Test
    void theSameSeedGivesTheSameTexts() {
        assertThat(SyntheticTexts.of(100, 2)).isEqualTo(SyntheticTexts.of(100, 2));
    }
}
