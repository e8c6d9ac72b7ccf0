package io.supportgenius.server.command;

import io.supportgenius.server.importing.ImportReport;
import io.supportgenius.server.importing.ImportState;
import io.supportgenius.server.store.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands files over to the server that already runs on the data directory. */
final class ServerImportDoor implements ImportDoor {
    private static final String IMPORTS = "/api/v1/imports";
    private static final int BETWEEN_PROGRESS = 5;

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    ServerImportDoor(RunningServer server) {
        this.server = server;
    }

    @Override
    public ImportReport take(Path file, ImportWishes wishes, Consumer<ImportReport> progress)
            throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        ImportReport report = send(request(IMPORTS)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(file, wishes, boundary))
                .build());
        while (report.state() == ImportState.RUNNING) {
            progress.accept(report);
            report = send(request(IMPORTS + "/" + report.id() + "?wait=" + BETWEEN_PROGRESS)
                    .build());
        }
        return report;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + server.token());
    }

    private ImportReport send(HttpRequest request) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new CommandFailedException("The server at " + server.address()
                    + " has gone before the import ended: start it, and import the file again, which changes nothing that"
                    + " is already there.");
        }
        JsonNode body;
        try {
            body = json.readTree(response.body());
        } catch (JacksonException noJson) {
            body = json.createObjectNode();
        }
        if (body.has("state")) {
            return json.treeToValue(body, ImportReport.class);
        }
        throw new CommandFailedException(body.path("detail")
                .asString("The server at " + server.address() + " did not take the file (status "
                        + response.statusCode() + ")."));
    }

    /** The file is streamed from disk between the fields and the end of the form. */
    private static BodyPublisher form(Path file, ImportWishes wishes, String boundary) throws IOException {
        StringBuilder fields = new StringBuilder();
        Charset encoding = wishes.reading().encoding();
        field(fields, boundary, "encoding", encoding == null ? null : encoding.name());
        field(fields, boundary, "entry", wishes.reading().entry());
        field(fields, boundary, "mapping", wishes.mapping());
        field(
                fields,
                boundary,
                "zone",
                wishes.zone() == null ? null : wishes.zone().getId());
        field(
                fields,
                boundary,
                "dateOrder",
                wishes.dateOrder() == null ? null : wishes.dateOrder().flag());
        field(fields, boundary, "source", wishes.source());
        field(fields, boundary, "dryRun", Boolean.toString(wishes.dryRun()));
        field(fields, boundary, "fold", wishes.fold().flag());
        field(fields, boundary, "wait", Integer.toString(BETWEEN_PROGRESS));
        String name = String.valueOf(file.getFileName()).replace("\"", "%22").replaceAll("[\r\n]", " ");
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return BodyPublishers.concat(
                BodyPublishers.ofString(fields.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private static void field(StringBuilder form, String boundary, String name, @Nullable String value) {
        if (value != null) {
            form.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(name)
                    .append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                    .append(value)
                    .append("\r\n");
        }
    }

    @Override
    public void close() {
        // The connection ends with the process.
    }
}
