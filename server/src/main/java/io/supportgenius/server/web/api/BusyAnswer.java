package io.supportgenius.server.web.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The answer to a request that may be sent again later: 503 with {@code Retry-After}. */
final class BusyAnswer {

    private static final String SECONDS = "10";

    private BusyAnswer() {}

    static ErrorResponseException of(String sentence) {
        ErrorResponseException busy = new ErrorResponseException(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, sentence),
                null);
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
        return busy;
    }
}
