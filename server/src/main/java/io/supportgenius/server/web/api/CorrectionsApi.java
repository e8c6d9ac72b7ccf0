package io.supportgenius.server.web.api;

import io.supportgenius.analytics.text.Sentiment;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.ticket.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Labels that people give to tickets, as data. */
@RestController
class CorrectionsApi {

    private static final String PATH = "/api/v1/tickets/{id:\\d{1,18}}/sentiment";

    private final SentimentSteps steps;

    CorrectionsApi(SentimentSteps steps) {
        this.steps = steps;
    }

    @Operation(
            summary = "Correct a ticket's sentiment",
            description =
                    "The label counts everywhere from now on, also when the ticket is imported again with the same text.")
    @PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    Corrected correct(@PathVariable long id, @RequestBody Label label) {
        Sentiment sentiment = Arrays.stream(Sentiment.values())
                .filter(one -> one.label().equals(label.label()))
                .findFirst()
                .orElseThrow(() -> refusal(
                        HttpStatus.BAD_REQUEST,
                        "label: Expected negative, neutral or positive, but got " + label.label() + "."));
        TicketId ticket = new TicketId(id);
        String by = Visitor.current().map(Visitor::displayName).orElse("");
        if (!steps.correct(ticket, sentiment, by)) {
            throw refusal(HttpStatus.NOT_FOUND, "There is no ticket " + id + " with a text.");
        }
        return steps.correction(ticket)
                .map(given -> new Corrected(given.sentiment().label(), given.by(), given.at()))
                .orElseThrow();
    }

    @Operation(
            summary = "Take a correction back",
            description = "The strongest step judges the ticket again. Without a correction the answer is 404.")
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable long id) {
        if (!steps.takeBack(new TicketId(id))) {
            throw refusal(HttpStatus.NOT_FOUND, "Ticket " + id + " has no correction.");
        }
    }

    private static ErrorResponseException refusal(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** @param label negative, neutral or positive */
    record Label(@Nullable String label) {}

    /** @param by who gave the label */
    record Corrected(String label, String by, Instant at) {}
}
