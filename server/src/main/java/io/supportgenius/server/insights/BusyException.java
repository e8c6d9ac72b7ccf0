package io.supportgenius.server.insights;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Too many answers that take long are wanted at the same moment. Asking again later helps. */
public final class BusyException extends ErrorResponseException {

    private static final String SECONDS = "10";

    /** @param kind what was wanted, for example {@code clusters} */
    BusyException(String kind) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Too many others are asking for " + kind + " right now. Ask again in some seconds."),
                null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
