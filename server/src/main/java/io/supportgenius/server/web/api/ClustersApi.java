package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.ClusterReport;
import io.supportgenius.server.insights.Clusters;
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
        return clusters.answer(ClusterOrigin.parse(parameters));
    }
}
