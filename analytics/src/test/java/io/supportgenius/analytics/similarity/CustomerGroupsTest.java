package io.supportgenius.analytics.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.analytics.clustering.CancelWatch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CustomerGroupsTest {

    @Test
    void plantedKindsAreTheGroups() {
        for (long seed = 1; seed <= 6; seed++) {
            CustomerGroups found = groups(PlantedCustomers.kinds(seed, 0.9, 40));

            assertThat(found.groups()).as("seed %s: %s", seed, found).hasSizeBetween(5, 10);
            long mostOfAKind = found.groups().stream()
                    .mapToLong(CustomerGroupsTest::largestKind)
                    .sum();
            // Two kinds that are alike may be one group; nearly everybody else is with its own.
            assertThat(mostOfAKind).isGreaterThan(30);
            assertThat(found.groups().stream().mapToInt(List::size).sum()).isEqualTo(found.grouped());
        }
    }

    private static long largestKind(List<Integer> group) {
        return IntStream.range(0, 10)
                .mapToLong(kind -> group.stream()
                        .filter(code -> (code - 1) / PlantedCustomers.OF_A_KIND == kind)
                        .count())
                .max()
                .orElse(0);
    }

    @Test
    void strangersFormNoGroups() {
        long claimed = LongStream.rangeClosed(1, 12)
                .filter(seed ->
                        !groups(PlantedCustomers.strangers(seed, 30)).groups().isEmpty())
                .count();

        assertThat(claimed).isLessThanOrEqualTo(1);
    }

    @Test
    void customersWithFewTicketsAreCountedAndLeftOut() {
        CustomerGroups found = groups(PlantedCustomers.strangers(3, 5));

        assertThat(found.groups()).isEmpty();
        assertThat(found.tooFewTickets() + found.grouped()).isEqualTo(60);
        assertThat(found.tooFewTickets()).isGreaterThan(50);
    }

    private static CustomerGroups groups(List<io.supportgenius.analytics.facts.FactsRow> rows) {
        return CustomerGroups.of(CustomerSpaceTest.space(rows), CancelWatch.NEVER);
    }
}
