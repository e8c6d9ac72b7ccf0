package io.supportgenius.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Bodies that are read as a whole, up to a limit. */
final class RequestBodies {

    private static final int MEGABYTE = 1_000_000;

    private RequestBodies() {}

    /** @throws ErrorResponseException if it is larger; only so much of it is read */
    static byte[] read(HttpServletRequest request, int megabytes) throws IOException {
        int most = megabytes * MEGABYTE;
        if (request.getContentLengthLong() > most) {
            throw tooLarge(megabytes);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(megabytes);
        }
        return body;
    }

    private static ErrorResponseException tooLarge(int megabytes) {
        return new ErrorResponseException(
                HttpStatus.CONTENT_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The body is larger than " + megabytes + " MB: send it in several requests."),
                null);
    }
}
