package io.supportgenius.server.web.api;

import io.supportgenius.server.importing.BatchRefusedException;
import io.supportgenius.server.importing.BatchReport;
import io.supportgenius.server.importing.BatchesBusyException;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.TicketBatches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes tickets that programs send. */
@RestController
class TicketIntakeApi {

    private static final int MOST_MEGABYTES = 20;

    private final TicketBatches batches;

    TicketIntakeApi(TicketBatches batches) {
        this.batches = batches;
    }

    @Operation(
            summary = "Bring tickets, 1 to 1,000 at once",
            description =
                    "New ones are created, known ones become as they are sent, and each is told in results: created, updated, unchanged,"
                            + " folded (a further version of one in the batch), duplicate or rejected, with field, value and reason. What"
                            + " can be read is saved all together, and every question asked after the answer sees it. Members are"
                            + " externalId, created, firstReply, firstSolved, solved, closed, updated (ISO 8601; without offset in the"
                            + " organisation's zone), status, priority, type, channel, subject, text, tags, requester, requesterEmail,"
                            + " jobTitle, company, agent, agentEmail, industry, supportTier, location, pilot, touches, reopens,"
                            + " satisfaction, and attributes, an object of your own values. An unknown member rejects its ticket.")
    @PostMapping(path = "/api/v1/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequestBody(content = @Content(schema = @Schema(implementation = Batch.class)))
    BatchReport take(HttpServletRequest request) throws IOException {
        try {
            return batches.take(RequestBodies.read(request, MOST_MEGABYTES));
        } catch (BatchesBusyException busy) {
            throw BusyAnswer.of(String.valueOf(busy.getMessage()));
        }
    }

    @ExceptionHandler
    ProblemDetail refused(BatchRefusedException refused) {
        return problem(refused);
    }

    /** The document that tells why a batch was refused. */
    static ProblemDetail problem(BatchRefusedException refused) {
        return ProblemDetail.forStatusAndDetail(
                refused.tooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail noSuchSource(ImportFailedException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    /** @param tickets 1 to 1,000 */
    record Batch(@Nullable String source, List<Map<String, Object>> tickets) {}
}
