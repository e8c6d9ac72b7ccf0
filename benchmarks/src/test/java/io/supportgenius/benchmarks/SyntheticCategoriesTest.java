package io.supportgenius.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.supportgenius.analytics.clustering.CategoryTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticCategoriesTest {

    private final SyntheticCategories tickets = SyntheticCategories.of(20_000, 500, 50, 1);

    @Test
    void theTicketsAreWhatTheirDescriptionSays() {
        CategoryTable table = tickets.table();

        assertThat(tickets.tickets()).isEqualTo(20_000);
        assertThat(share(table, 4, 0)).isCloseTo(0.58, within(0.02));
        assertThat(share(table, 4, 1)).isCloseTo(0.06, within(0.01));
        assertThat(IntStream.range(0, 6)
                        .map(d -> 1
                                + Arrays.stream(table.combinations())
                                        .mapToInt(combination -> combination[d])
                                        .max()
                                        .orElse(-1)))
                .containsExactly(6, 3, 2, 21, 3, 50);
    }

    private static double share(CategoryTable table, int dimension, int code) {
        long tickets = IntStream.range(0, table.weights().length)
                .filter(i -> table.combinations()[i][dimension] == code)
                .mapToLong(i -> table.weights()[i])
                .sum();
        return (double) tickets / Arrays.stream(table.weights()).sum();
    }

    @Test
    void codesAreTheSameTicketsInColumns() {
        List<double[]> rows = tickets.rows();

        assertThat(rows).hasSize(20_000).allSatisfy(row -> {
            assertThat(row).hasSize(55);
            assertThat(Arrays.stream(row, 5, 55).sum()).isEqualTo(1);
        });
        assertThat(tickets.codes().size()).isEqualTo(tickets.distinct());
    }

    @Test
    void theSameSeedGivesTheSameTickets() {
        CategoryTable again = SyntheticCategories.of(20_000, 500, 50, 1).table();

        assertThat(again.combinations()).isDeepEqualTo(tickets.table().combinations());
        assertThat(again.weights()).isEqualTo(tickets.table().weights());
    }

    @Test
    void withoutAgentsThereAreFewCombinations() {
        SyntheticCategories few = SyntheticCategories.of(20_000, 500, 0, 1);

        assertThat(few.table().importances()).hasSize(5);
        // Each of 500 companies has three sentiments at most.
        assertThat(few.distinct()).isLessThanOrEqualTo(1500);
    }
}
