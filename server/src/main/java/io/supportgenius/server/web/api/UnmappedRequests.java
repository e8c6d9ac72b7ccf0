package io.supportgenius.server.web.api;

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
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem documents for requests below {@code /api/} that reach no controller: an unknown path, a wrong method or media type.
 * Controller advice of this package does not see them, because there is no controller to belong to.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnmappedRequests implements HandlerExceptionResolver {

    private final JsonMapper json;

    UnmappedRequests(JsonMapper json) {
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
