package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Programs get no figures before all tickets are loaded: unlike people they would not see that some are missing. */
@Component
class CompleteFactsOnly implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SECONDS = "2";

    private final Freshness freshness;

    CompleteFactsOnly(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/v1/**", "/tickets.csv")
                .excludePathPatterns(
                        "/api/v1/imports", "/api/v1/imports/**", "/api/v1/sentiment", "/api/v1/webhooks/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Freshness.State state = freshness.state();
        if (state.complete()) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        throw new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE,
                state.shortage() == null
                        ? "Tickets are being loaded: %,d of %,d so far. Ask again in a few seconds."
                                .formatted(state.loaded(), state.toLoad())
                        : state.shortage().sentence());
    }
}
