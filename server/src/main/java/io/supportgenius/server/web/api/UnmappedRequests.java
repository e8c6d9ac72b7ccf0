package io.supportgenius.server.web.api;

import io.supportgenius.server.importing.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem documents for requests below {@code /api/} that reach no controller: an unknown path, a wrong method or media type, too large an upload.
 * Controller advice of this package does not see them, because there is no controller to belong to.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnmappedRequests implements HandlerExceptionResolver {

    private final Uploads uploads;
    private final JsonMapper json;

    UnmappedRequests(Uploads uploads, JsonMapper json) {
        this.uploads = uploads;
        this.json = json;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (handler instanceof HandlerMethod
                || !request.getRequestURI().startsWith("/api/")
                || !(exception instanceof ErrorResponse error)) {
            return null;
        }
        ProblemDetail problem = error.getBody();
        if (exception instanceof MaxUploadSizeExceededException) {
            problem.setDetail("The file is larger than " + uploads.largestInWords()
                    + ", the limit that supportgenius.import.upload-size sets: compress it, or raise the limit.");
        }
        problem.setInstance(URI.create(request.getRequestURI()));
        error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}
