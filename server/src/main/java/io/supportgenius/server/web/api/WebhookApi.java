package io.supportgenius.server.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.supportgenius.server.access.Webhooks;
import io.supportgenius.server.access.Webhooks.Judgement;
import io.supportgenius.server.access.Webhooks.Webhook;
import io.supportgenius.server.importing.BatchRefusedException;
import io.supportgenius.server.importing.BatchReport;
import io.supportgenius.server.importing.BatchRow;
import io.supportgenius.server.importing.BatchesBusyException;
import io.supportgenius.server.importing.TicketBatches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events that helpdesks send when something has happened. Nobody signs in; each event is signed. */
@RestController
class WebhookApi {

    private static final int MOST_MEGABYTES = 5;

    /** Before a body is read nobody knows who sends it, so only so many are held in memory at once. */
    private static final int READ_AT_ONCE = 8;

    private final Semaphore readers = new Semaphore(READ_AT_ONCE);
    private final Webhooks webhooks;
    private final TicketBatches batches;

    WebhookApi(Webhooks webhooks, TicketBatches batches) {
        this.webhooks = webhooks;
        this.batches = batches;
    }

    @Operation(
            summary = "Tell of an event",
            description =
                    "A ticket, a batch as in POST /api/v1/tickets, or a helpdesk's own form such as {\"ticket\": {...}}, whose columns are"
                            + " recognised. Needs no token but a signature, made with a secret of the page Settings, Webhooks: the"
                            + " HMAC-SHA256 of time, a point and body. The same event sent again changes nothing.",
            parameters = {
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "X-SupportGenius-Timestamp",
                        description = "Seconds since 1970, at most five minutes ago.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "X-SupportGenius-Signature",
                        description = "sha256= and 64 hexadecimal digits.",
                        schema = @Schema(type = "string"))
            })
    @PostMapping("/api/v1/webhooks/tickets")
    @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
    Event take(HttpServletRequest request) throws IOException {
        String refusal = webhooks.refuseUnread(request::getHeader).orElse(null);
        if (refusal != null) {
            throw unauthorized(refusal);
        }
        if (!readers.tryAcquire()) {
            throw BusyAnswer.of("Many events are being received just now: send this one again in a while.");
        }
        byte[] body;
        Judgement judgement;
        try {
            body = RequestBodies.read(request, MOST_MEGABYTES);
            judgement = webhooks.judge(request::getHeader, body);
        } finally {
            readers.release();
        }
        Webhook sender = judgement.sender();
        if (sender == null) {
            throw unauthorized(String.valueOf(judgement.refusal()));
        }
        return judgement.seen() ? new Event(true, null) : taken(body, sender, judgement);
    }

    private Event taken(byte[] body, Webhook sender, Judgement judgement) {
        try {
            BatchReport report = batches.takeEvent(body, sender.source());
            webhooks.received(judgement, failure(report));
            return new Event(false, report);
        } catch (BatchRefusedException refused) {
            webhooks.failed(judgement, String.valueOf(refused.getMessage()));
            ProblemDetail problem = TicketIntakeApi.problem(refused);
            throw new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, refused);
        } catch (BatchesBusyException busy) {
            webhooks.failed(judgement, String.valueOf(busy.getMessage()));
            throw BusyAnswer.of(String.valueOf(busy.getMessage()));
        }
    }

    private static ErrorResponseException unauthorized(String reason) {
        return new ErrorResponseException(
                HttpStatus.UNAUTHORIZED, ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, reason), null);
    }

    private static @Nullable String failure(BatchReport report) {
        return report.results().stream()
                .filter(row -> row.reason() != null)
                .findFirst()
                .map(row -> sentence(report, row))
                .orElse(null);
    }

    private static String sentence(BatchReport report, BatchRow row) {
        return report.counts().rejected() + " of " + report.counts().rows() + ": " + row.field() + " \"" + row.value()
                + "\": " + row.reason();
    }

    /**
     * What became of an event.
     *
     * @param repeated whether it was received before and so changed nothing; then nothing else is told
     */
    record Event(boolean repeated, @JsonUnwrapped @Nullable BatchReport report) {}
}
