package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Freshness;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** While nothing is loaded yet, every page that needs tickets is a page that waits and asks again. */
@Component
class WaitingPage implements HandlerInterceptor {

    /** Where the waiting page is answered; visitors are not sent there, the address they asked for stays. */
    static final String PATH = "/loading";

    private final Freshness freshness;

    WaitingPage(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException, IOException {
        Freshness.State state = freshness.state();
        if (state.complete() || state.tickets() > 0) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        request.getRequestDispatcher(PATH).forward(request, response);
        return false;
    }
}
