package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overviews;
import io.supportgenius.server.insights.Selections;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The overview as data. */
@RestController
class OverviewApi {

    private final Overviews overviews;
    private final Selections selections;

    OverviewApi(Overviews overviews, Selections selections) {
        this.overviews = overviews;
        this.selections = selections;
    }

    @Operation(
            summary = "The figures of the overview",
            description = "Each with n, the days compared, the change and a series of periods.")
    @GetMapping("/api/v1/overview")
    Overview overview(@RequestParam MultiValueMap<String, String> parameters) {
        return overviews.answer(selections.read(parameters, Set.of()), Baseline.of(parameters));
    }
}
