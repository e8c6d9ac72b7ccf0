package io.supportgenius.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What visitors hear who may not have what they asked for: people are led to the sign-in and back or get a page, programs get a problem
 * document. Unknown paths are told from known ones only to those who are signed in.
 */
@Component
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Where people sign in. */
    static final String SIGN_IN = "/sign-in";

    private static final String API = "/api/";
    private static final String HTMX = "HX-Request";

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (isApi(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Sign in, or send a token that was made on the settings page: Authorization: Bearer TOKEN.");
        } else if (request.getHeader(HTMX) != null) {
            response.setHeader("HX-Redirect", signIn(pageOf(request)));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(signIn(request.getMethod().equals("GET") ? address(request) : null));
        }
    }

    /** Where to sign in and then go on to an address of ours. */
    private static String signIn(@Nullable String next) {
        return next == null || next.equals("/")
                ? SIGN_IN
                : SIGN_IN + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The page that a request for a part of it came from. */
    private static @Nullable String pageOf(HttpServletRequest request) {
        String page = request.getHeader("HX-Current-URL");
        if (page == null) {
            return null;
        }
        try {
            URI address = URI.create(page);
            return address.getRawQuery() == null
                    ? address.getRawPath()
                    : address.getRawPath() + "?" + address.getRawQuery();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problem(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "The token is unknown, has expired or was revoked: make a new one on the settings page.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The page this came from is too old or not of this product: load it again, then repeat.");
        } else if (denied instanceof AuthorizationDeniedException told
                && told.getAuthorizationResult() instanceof RouteAuthorization.Decision decision) {
            refuse(request, response, decision.answer());
        } else {
            refuse(request, response, HttpStatus.FORBIDDEN, "This is not allowed.");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RouteTable.Answer answer)
            throws IOException {
        if (answer instanceof RouteTable.NoSuchMethod other) {
            response.setHeader(HttpHeaders.ALLOW, other.names());
            refuse(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Here is no " + request.getMethod() + "; there is " + other.names() + ".");
        } else if (answer instanceof RouteTable.Rule found) {
            Role least = found.rule().least();
            refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This needs the role " + (least == null ? "" : least.apiName()) + ".");
        } else {
            refuse(request, response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (isApi(request)) {
            problem(request, response, status, detail);
        } else {
            response.sendError(status.value());
        }
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
