package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.TicketExports;
import io.supportgenius.server.insights.TicketSelection;
import io.supportgenius.server.web.files.CsvDownload;
import io.supportgenius.server.web.files.TicketsFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All tickets of a list as a file, a row for each. */
@RestController
class TicketsFileApi {

    private static final String SORT = "sort";
    private static final String TEXT = "text";
    private static final String FILE = "tickets";

    private final TicketExports exports;

    TicketsFileApi(TicketExports exports) {
        this.exports = exports;
    }

    @Operation(
            summary = "Tickets as CSV",
            description =
                    "Every ticket of the selection with all its metrics and attributes, one row for each, as many as"
                            + " there are. Durations are hours, times have the organisation's offset. A download that breaks off"
                            + " ends without the end of its last chunk: take no file whose transfer failed.")
    @GetMapping({"/api/v1/tickets.csv", "/tickets.csv"})
    void tickets(
            @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(description = "Column to sort by, with a minus for descending order.")
                    @RequestParam(name = SORT, defaultValue = "-created")
                    String sort,
            @Parameter(description = "Whether the tickets' texts get a column.")
                    @RequestParam(name = TEXT, defaultValue = "false")
                    boolean text,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TicketSelection selection = SelectionParser.parse(parameters, Set.of(SORT, TEXT));
        exports.check(selection, sort);
        CsvDownload.describe(response, FILE, selection);
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        // The response's own writer would keep to itself that nobody reads any more.
        var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var file = new TicketsFile(writer, text);
        try {
            exports.read(selection, sort, text, file);
            file.end();
        } catch (RuntimeException e) {
            if (file.isBegun()) {
                // No handler of errors may end the answer as if it were whole: the server breaks the connection
                // instead.
                throw new IOException("The download of tickets broke off", e);
            }
            response.reset();
            throw e;
        }
    }
}
