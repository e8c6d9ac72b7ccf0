package io.supportgenius.server.web.pages;

import io.supportgenius.server.importing.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Uploads beyond the limit are stopped before any controller is asked, so that this one answers for all of them. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeUploads {

    /** Of the page where imports begin, which then says what happened. */
    static final String PARAMETER = "tooLarge";

    private final Uploads uploads;

    TooLargeUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return "redirect:" + ImportController.PATH + "?" + PARAMETER + "=true";
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONTENT_TOO_LARGE,
                "The file is larger than " + uploads.largestInWords()
                        + ", the limit that supportgenius.import.upload-size sets: compress it, or raise the limit.");
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
    }
}
