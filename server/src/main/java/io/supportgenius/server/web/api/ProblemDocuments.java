package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.InvalidSelectionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors of the API as problem documents of RFC 9457. */
@RestControllerAdvice(basePackageClasses = ProblemDocuments.class)
class ProblemDocuments extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDocuments.class);

    /** What nobody foresaw: told in the log, and to visitors only that it happened. */
    @ExceptionHandler
    ProblemDetail failure(RuntimeException exception) {
        LOG.error("A request of the API failed", exception);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The server failed to answer; its log says why.");
    }

    @ExceptionHandler
    ProblemDetail invalidSelection(InvalidSelectionException exception) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                exception.problems().stream()
                        .map(one -> one.parameter() + ": " + one.message())
                        .collect(Collectors.joining(" ")));
        problem.setTitle("Invalid selection");
        problem.setProperty("problems", exception.problems());
        return problem;
    }
}
