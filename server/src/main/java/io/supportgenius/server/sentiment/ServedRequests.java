package io.supportgenius.server.sentiment;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Knows whether this server is answering somebody, so that work in the background can stand aside. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServedRequests implements Filter {

    /** Nobody waits for an answer longer; a connection that hangs must not hold up the work for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private int open;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        change(1);
        try {
            chain.doFilter(request, response);
        } finally {
            change(-1);
        }
    }

    private synchronized void change(int by) {
        open += by;
        notifyAll();
    }

    /** Returns when no request is being answered, or after half a minute. */
    synchronized void awaitQuiet() throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (open > 0) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
