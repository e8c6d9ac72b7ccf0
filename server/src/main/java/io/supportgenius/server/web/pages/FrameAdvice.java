package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.store.DataDirectory;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page, also those for errors, its frame. */
@ControllerAdvice(basePackageClasses = FrameAdvice.class, assignableTypes = BasicErrorController.class)
class FrameAdvice {

    private static final List<String> MENU = List.of("dashboard", "tickets", "agents", "customers", "companies");

    private final Freshness freshness;
    private final DataDirectory directory;
    private final Wording wording;

    FrameAdvice(Freshness freshness, DataDirectory directory, Wording wording) {
        this.freshness = freshness;
        this.directory = directory;
        this.wording = wording;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        Freshness.State state = freshness.state();
        String path = path(request);
        List<Frame.Entry> menu = MENU.stream()
                .map(name -> new Frame.Entry(name, "/" + name, (path + "/").startsWith("/" + name + "/")))
                .toList();
        String organisation = state.organisation();
        var principal = request.getUserPrincipal();
        return new Frame(
                organisation == null ? wording.text("frame.organisation.unnamed") : organisation,
                state.zone().getId(),
                quoted(directory.path().toString()),
                principal == null ? null : principal.getName(),
                menu,
                loading(state));
    }

    private Frame.@Nullable Loading loading(Freshness.State state) {
        if (state.complete()) {
            return null;
        }
        int percent = state.toLoad() == 0 ? 0 : (int) Math.min(99, 100 * state.loaded() / state.toLoad());
        return new Frame.Loading(
                wording.number(state.loaded()), wording.number(state.toLoad()), percent, state.tickets() == 0);
    }

    private static String quoted(String path) {
        return path.matches("[\\w/.-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
