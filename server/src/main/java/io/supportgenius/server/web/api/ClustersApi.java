package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.ClusterReport;
import io.supportgenius.server.insights.Clusters;
import io.supportgenius.server.insights.Importances;
import io.supportgenius.server.insights.SelectionParser;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customer dashboard as data. */
@RestController
class ClustersApi {

    private final Clusters clusters;

    ClustersApi(Clusters clusters) {
        this.clusters = clusters;
    }

    @GetMapping("/api/v1/clusters")
    ClusterReport clusters(@RequestParam MultiValueMap<String, String> parameters) {
        List<String> weights = parameters.getOrDefault(Importances.PARAMETER, List.of());
        return clusters.answer(SelectionParser.parse(parameters, Set.of()), Importances.parse(weights));
    }
}
