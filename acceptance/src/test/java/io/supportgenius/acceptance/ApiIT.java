package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The API answers what its contract says, about the demo's 800 tickets. */
@ExtendWith(SharedDemo.class)
class ApiIT {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/no-such-thing, 404",
        "/api/v1/imports/4711, 404",
        "/api/v1/dashboard?from=31.10.2015, 400",
        "/api/v1/dashboard?from=2015-10-02&to=2015-10-01, 400",
        "/api/v1/dashboard?colour=red, 400",
        "/api/v1/dashboard?by=colour, 400",
        "/api/v1/dashboard?attribute.Colour=red, 400",
        "/api/v1/tickets?limit=0, 400",
        "/api/v1/tickets?limit=many, 400",
        "/api/v1/tickets?sort=subject, 400",
        "/api/v1/tickets?after=here, 400"
    })
    void whatCannotBeAnsweredGivesAProblemDocument(String path, int status, Product product) {
        HttpResponse<String> response = product.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.parse(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    @Test
    void aWrongMethodGivesAProblemDocument(Product product) {
        HttpResponse<String> response = product.send(product.request("/api/v1/dashboard")
                .POST(BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void everyCellOfTheHeatmapHasAsManyTicketsInTheList(Product product) {
        JsonNode counts = dashboard(product, "").at("/heatmap/counts");
        assertThat(counts.size()).isEqualTo(7);
        for (int day = 0; day < 7; day++) {
            assertThat(counts.path(day).size()).isEqualTo(24);
            for (int hour = 0; hour < 24; hour++) {
                assertThat(total(product, "weekday=" + (day + 1) + "&hour=" + hour))
                        .as("weekday %d, hour %d", day + 1, hour)
                        .isEqualTo(counts.path(day).path(hour).asLong());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "industry",
                "supportTier",
                "location",
                "pilot",
                "company",
                "requester",
                "agent",
                "channel",
                "status",
                "priority",
                "type",
                "attribute.Product"
            })
    void everyValueOfADimensionHasAsManyTicketsInTheListAlsoInADateRange(String dimension, Product product) {
        for (String range : List.of("", "from=2015-10-05&to=2015-10-11")) {
            JsonNode dashboard = dashboard(product, range + "&by=" + dimension);
            long sum = 0;
            for (JsonNode count : dashboard.at("/byDimension/values")) {
                String value =
                        count.path("value").isNull() ? "" : count.path("value").asString();
                assertThat(total(product, range + "&" + dimension + "=" + encoded(value)))
                        .as("%s = %s, %s", dimension, value, range)
                        .isEqualTo(count.path("tickets").asLong());
                sum += count.path("tickets").asLong();
            }
            assertThat(sum).isEqualTo(dashboard.at("/selection/tickets").asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "-created", "-fullResolutionHours", "company", "-agent"})
    void pagesOfTheListHoldEveryTicketOnce(String sort, Product product) {
        Set<Long> seen = new HashSet<>();
        String after = "";
        int rows = 0;
        do {
            JsonNode page = Json.parse(product.get("/api/v1/tickets?limit=170&sort=" + sort + after)
                    .body());
            assertThat(page.path("total").asInt()).isEqualTo(800);
            for (JsonNode ticket : page.path("tickets")) {
                seen.add(ticket.path("id").asLong());
                rows++;
            }
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + encoded(page.path("next").asString());
        } while (!after.isEmpty());

        assertThat(rows).isEqualTo(800);
        assertThat(seen).hasSize(800);
    }

    @Test
    void figuresAreThoseOfTheTicketsInTheList(Product product) {
        JsonNode dashboard = dashboard(product, "supportTier=gold");
        JsonNode tickets = Json.parse(product.get("/api/v1/tickets?limit=1000&supportTier=gold")
                        .body())
                .path("tickets");
        double[] hours = new double[tickets.size()];
        int n = 0;
        for (JsonNode ticket : tickets) {
            assertThat(ticket.path("supportTier").asString()).isEqualTo("Gold");
            if (!ticket.path("firstReplyHours").isNull()) {
                hours[n++] = ticket.path("firstReplyHours").asDouble();
            }
        }
        double[] sorted = Arrays.copyOf(hours, n);
        Arrays.sort(sorted);

        JsonNode figures = dashboard.path("firstReplyTime");
        assertThat(figures.path("n").asInt()).isEqualTo(n);
        assertThat(figures.path("medianHours").asDouble()).isCloseTo(linear(sorted, 0.5), within(1e-9));
        assertThat(figures.path("p90Hours").asDouble()).isCloseTo(linear(sorted, 0.9), within(1e-9));
    }

    @Test
    void aSampleOfADashboardIsTheSameEachTimeAndLeadsToItsTickets(Product product) {
        JsonNode once = dashboard(product, "").path("resolutionByTouches");
        JsonNode again = dashboard(product, "").path("resolutionByTouches");

        assertThat(again.path("sample")).isEqualTo(once.path("sample"));
        assertThat(once.path("sample").size()).isEqualTo(once.path("n").asInt());
        assertThat(product.get("/tickets/" + once.at("/sampleTickets/0").asLong())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Sizes from docs/demo-data.md: touches have an effect, the channel has none, Tuesday is the busiest weekday. */
    @Test
    void plantedTruthsAreFound(Product product) {
        JsonNode dashboard = dashboard(product, "");
        JsonNode touches = dashboard.path("resolutionByTouches");
        assertThat(touches.path("related").asBoolean()).isTrue();
        assertThat(touches.path("slope").asDouble()).isBetween(4.0, 8.0);

        JsonNode night = dashboard(product, nightHours()).path("firstReplyTime");
        JsonNode day =
                dashboard(product, "hour=9&hour=10&hour=11&hour=14&hour=15").path("firstReplyTime");
        assertThat(night.path("medianHours").asDouble()
                        / day.path("medianHours").asDouble())
                .isBetween(2.0, 4.5);

        JsonNode struggling =
                dashboard(product, "pilot=true&industry=transportation").path("fullResolutionTime");
        JsonNode others = dashboard(product, "pilot=false").path("fullResolutionTime");
        assertThat(struggling.path("medianHours").asDouble())
                .isGreaterThan(1.3 * others.path("medianHours").asDouble());

        JsonNode counts = dashboard.at("/heatmap/counts");
        long[] days = new long[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            for (JsonNode hour : counts.path(weekday)) {
                days[weekday] += hour.asLong();
            }
        }
        assertThat(Arrays.stream(days).max().orElseThrow()).isEqualTo(days[1]);
    }

    private static String nightHours() {
        return "hour=22&hour=23&hour=0&hour=1&hour=2&hour=3&hour=4&hour=5";
    }

    private static double linear(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static JsonNode dashboard(Product product, String query) {
        return Json.parse(product.get("/api/v1/dashboard?" + query).body());
    }

    private static long total(Product product, String query) {
        return Json.parse(product.get("/api/v1/tickets?limit=1&" + query).body())
                .path("total")
                .asLong(-1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
