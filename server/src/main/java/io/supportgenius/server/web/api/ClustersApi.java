package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.ClusterReport;
import io.supportgenius.server.insights.Clusters;
import io.supportgenius.server.insights.Selections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customer dashboard as data. */
@RestController
class ClustersApi {

    private final Clusters clusters;
    private final Selections selections;

    ClustersApi(Clusters clusters, Selections selections) {
        this.clusters = clusters;
        this.selections = selections;
    }

    @Operation(
            summary = "Clusters of the selection's tickets",
            description =
                    "Each cluster with its figures and what sets it apart from all tickets; every ticket of the selection is in exactly one.")
    @Parameter(
            name = "weight",
            in = ParameterIn.QUERY,
            description = "How much a dimension counts, 0 to 10, such as agent:0; repeated for several.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = ClusterOrigin.METHOD,
            in = ParameterIn.QUERY,
            description = "meanshift (the usual) or agglomerative; the answer says which the data prefer.",
            schema = @Schema(type = "string"))
    @GetMapping("/api/v1/clusters")
    ClusterReport clusters(@RequestParam MultiValueMap<String, String> parameters) {
        return clusters.answer(selections.origin(parameters));
    }
}
