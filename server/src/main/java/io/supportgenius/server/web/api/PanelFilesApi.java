package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.web.files.CsvDownload;
import io.supportgenius.server.web.files.CsvText;
import io.supportgenius.server.web.pages.PanelFiles;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The tables of cards as CSV. */
@RestController
class PanelFilesApi {

    private static final String LIST =
            "All of the page's list, with the figures of their tickets and what these were in"
                    + " the compared days. name and sort are those of the page.";

    private static final String SIMILAR =
            "The nearest by profile and behaviour, also those that are no nearer than chance. limit: 1 to 20, 5 if absent.";

    private final PanelFiles files;
    private final Freshness freshness;

    PanelFilesApi(PanelFiles files, Freshness freshness) {
        this.files = files;
        this.freshness = freshness;
    }

    @Operation(
            summary = "A card of the overview as CSV",
            description = "panel: figures, trend or findings. The figures of the page, with all their digits.")
    @GetMapping("/api/v1/overview/{panel}.csv")
    void overview(
            @PathVariable String panel,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        send("overview", panel, parameters, response);
    }

    @Operation(
            summary = "A card of the ticket dashboard as CSV",
            description =
                    "panel: the card's name in the page and in the answer as JSON, for example heatmap or byIndustry."
                            + " The figures of the page, with all their digits.")
    @GetMapping("/api/v1/dashboard/{panel}.csv")
    void dashboard(
            @PathVariable String panel,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        send("dashboard", panel, parameters, response);
    }

    @Operation(
            summary = "A card of the customer dashboard as CSV",
            description =
                    "panel: clusterBars, sides, distinctive or customerGroups. The figures of the page, of all clusters, with all their"
                            + " digits.")
    @GetMapping("/api/v1/clusters/{panel}.csv")
    void clusters(
            @PathVariable String panel,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        send("clusters", panel, parameters, response);
    }

    @Operation(summary = "Agents as CSV", description = LIST)
    @GetMapping("/api/v1/agents.csv")
    void agents(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        send("agents", "", parameters, response);
    }

    @Operation(summary = "Requesters as CSV", description = LIST)
    @GetMapping("/api/v1/customers.csv")
    void customers(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        send("customers", "", parameters, response);
    }

    @Operation(summary = "Companies as CSV", description = LIST)
    @GetMapping("/api/v1/companies.csv")
    void companies(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        send("companies", "", parameters, response);
    }

    @Operation(summary = "Companies most like one as CSV", description = SIMILAR)
    @GetMapping("/api/v1/companies/{id:\\d{1,18}}/similar.csv")
    void similarCompanies(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        send("similar-companies", files.similar("companies", id, parameters), response);
    }

    @Operation(summary = "Requesters most like one as CSV", description = SIMILAR)
    @GetMapping("/api/v1/customers/{id:\\d{1,18}}/similar.csv")
    void similarCustomers(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        send("similar-requesters", files.similar("customers", id, parameters), response);
    }

    private void send(
            String question, String panel, MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        send(
                panel.isEmpty() ? question : question + "-" + hyphened(panel),
                files.find(question, panel, parameters),
                response);
    }

    private void send(String name, Optional<PanelFiles.File> found, HttpServletResponse response) throws IOException {
        PanelFiles.File file = found.orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no card of this name, or these tickets cannot answer it."));
        CsvDownload.describe(response, name, file.selection());
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var csv = new CsvText(writer, freshness.state().zone());
        csv.row(file.table().fields());
        file.table().values().forEach(csv::row);
        csv.flush();
    }

    private static String hyphened(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
