package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.Dashboard;
import io.supportgenius.server.insights.Dashboards;
import io.supportgenius.server.insights.Selections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ticket dashboard as data. */
@RestController
class DashboardApi {

    private static final String BY = "by";

    private final Dashboards dashboards;
    private final Selections selections;

    DashboardApi(Dashboards dashboards, Selections selections) {
        this.dashboards = dashboards;
        this.selections = selections;
    }

    @Operation(
            summary = "All figures of the ticket dashboard",
            description = "What cannot be had is null, and reasons says why under the same name.")
    @GetMapping("/api/v1/dashboard")
    Dashboard dashboard(
            @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(description = "One more dimension to count by, such as location or attribute.NAME.")
                    @RequestParam(name = BY, required = false)
                    @Nullable
                    String by) {
        return dashboards.answer(
                selections.read(parameters, Set.of(BY)),
                by == null || by.isEmpty() ? null : by,
                Baseline.of(parameters));
    }
}
