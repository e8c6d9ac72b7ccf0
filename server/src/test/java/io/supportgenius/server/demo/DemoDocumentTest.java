package io.supportgenius.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What docs/demo-data.md says of the default demo has to be true of it. */
class DemoDocumentTest {

    /** Tests run in the directory of their module. */
    private static final Path DOCUMENT = Path.of("..", "docs", "demo-data.md");

    @Test
    void theDocumentNamesTheCompaniesOfThePlantedGroups() throws IOException {
        String document = Files.readString(DOCUMENT);

        for (Client client :
                Population.of(DemoData.DEFAULT_TICKETS, DemoData.DEFAULT_SEED).clients()) {
            String group = switch (client.role()) {
                case STRUGGLING_PILOT -> "struggling";
                case LOOK_ALIKE_MEDIA -> "media";
                case LOOK_ALIKE_ENERGY -> "energy";
                case LOOK_ALIKE_TECHNOLOGY -> "technology";
                case ORDINARY -> "";
            };
            if (!group.isEmpty()) {
                assertThat(document)
                        .contains("| " + client.number() + " | "
                                + client.company().name() + " | " + group + " |");
            }
        }
    }

    @Test
    void theDocumentSaysHowManyThereAreAmongAMillion() throws IOException {
        Population population = Population.of(1_000_000, DemoData.DEFAULT_SEED);

        assertThat(Files.readString(DOCUMENT))
                .contains(row(
                        "companies",
                        "27",
                        "27 · (N / 800)^0.5",
                        population.clients().size()))
                .contains(row("customers", "40", "40 · (N / 800)^0.6", population.customers()))
                .contains(row(
                        "of these without a company",
                        "2",
                        "one in 20",
                        population.loners().size()))
                .contains(row(
                        "agents", "8", "8 · (N / 800)^0.4", population.agents().size()));
    }

    private static String row(String what, String base, String growth, int million) {
        return "| " + what + " | " + base + " | " + growth + " | " + String.format(Locale.ROOT, "%,d", million) + " |";
    }
}
