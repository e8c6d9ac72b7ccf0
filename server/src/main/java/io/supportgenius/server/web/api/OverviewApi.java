package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.Overview;
import io.supportgenius.server.insights.Overviews;
import io.supportgenius.server.insights.SelectionParser;
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

    OverviewApi(Overviews overviews) {
        this.overviews = overviews;
    }

    @Operation(
            summary = "The figures of the overview",
            description = "Each with n, the days compared, the change and a series of periods.")
    @GetMapping("/api/v1/overview")
    Overview overview(@RequestParam MultiValueMap<String, String> parameters) {
        return overviews.answer(SelectionParser.parse(parameters, Set.of()));
    }
}
