package io.supportgenius.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Bodies that are read as a whole, up to a limit. */
final class RequestBodies {

    private static final int MEGABYTE = 1_000_000;
    /** So many times the limit is passed over, so that the sender hears why. */
    private static final int PASSED_OVER = 4;

    private RequestBodies() {}

    /** @throws ErrorResponseException if it is larger; only so much of it is kept */
    static byte[] read(HttpServletRequest request, int megabytes) throws IOException {
        int most = megabytes * MEGABYTE;
        InputStream input = request.getInputStream();
        byte[] body = input.readNBytes(most + 1);
        if (body.length > most) {
            passOver(input, (long) most * PASSED_OVER);
            throw tooLarge(megabytes);
        }
        return body;
    }

    /** Many clients read no answer before they have sent everything. */
    private static void passOver(InputStream input, long most) throws IOException {
        byte[] block = new byte[1 << 16];
        long left = most;
        for (int read = input.read(block); read >= 0 && left > 0; read = input.read(block)) {
            left -= read;
        }
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
