package io.supportgenius.server.web.pages;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Uploads beyond the limit are stopped before any controller is asked, so that no advice of this package alone would see them. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeUploads {

    /** Of the page where imports begin, which then says what happened. */
    static final String PARAMETER = "tooLarge";

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge() {
        return "redirect:" + ImportController.PATH + "?" + PARAMETER + "=true";
    }
}
