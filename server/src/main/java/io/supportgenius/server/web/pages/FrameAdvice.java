package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.facts.Shortage;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.store.DataDirectory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page, also those for errors, its frame. */
@ControllerAdvice(basePackageClasses = FrameAdvice.class, assignableTypes = BasicErrorController.class)
class FrameAdvice {

    /** Entries by their path. */
    private static final Map<String, String> MENU = menu();

    private final Freshness freshness;
    private final ObjectProvider<DataDirectory> directory;
    private final Wording wording;

    FrameAdvice(Freshness freshness, ObjectProvider<DataDirectory> directory, Wording wording) {
        this.freshness = freshness;
        this.directory = directory;
        this.wording = wording;
    }

    private static Map<String, String> menu() {
        var menu = new LinkedHashMap<String, String>();
        menu.put(OverviewController.PATH, "overview");
        menu.put("/dashboard", "dashboard");
        menu.put("/customers/dashboard", "clusters");
        menu.put("/tickets", "tickets");
        menu.put("/agents", "agents");
        menu.put("/customers", "customers");
        menu.put("/companies", "companies");
        menu.put(SavedViewsController.PATH, "views");
        menu.put(ImportController.PATH, "import");
        menu.put("/settings", "settings");
        return menu;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        Freshness.State state = freshness.state();
        String path = path(request);
        String here = section(path);
        Frame.User user = Visitor.current().map(FrameAdvice::user).orElse(null);
        List<Frame.Entry> menu = MENU.entrySet().stream()
                .map(entry -> new Frame.Entry(
                        entry.getValue(), entry.getKey(), entry.getKey().equals(here)))
                .toList();
        String organisation = state.organisation();
        return new Frame(
                organisation == null ? wording.text("frame.organisation.unnamed") : organisation,
                state.zone().getId(),
                storeOption(),
                user,
                user == null ? List.of() : menu,
                address(request),
                loading(state),
                shortage(state));
    }

    private static Frame.User user(Visitor visitor) {
        return new Frame.User(
                visitor.displayName(),
                visitor.account() != null,
                visitor.role().includes(Role.ANALYST),
                visitor.role().includes(Role.ADMINISTRATOR));
    }

    /** A place in a list is no part of what somebody wants to find again. */
    private static @Nullable String address(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getDispatcherType() != DispatcherType.REQUEST) {
            return null;
        }
        String query = request.getQueryString();
        String kept = query == null
                ? ""
                : query.replaceAll("(?<=^|&)after=[^&]*&?", "").replaceAll("&$", "");
        return kept.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + kept;
    }

    private String storeOption() {
        DataDirectory own = directory.getIfAvailable();
        return own == null ? "--db-url URL" : "--data-dir " + quoted(own.path().toString());
    }

    /** The entry of the menu that a page belongs to: the longest that its path begins with; empty for none. */
    private static String section(String path) {
        return MENU.keySet().stream()
                .filter(entry -> (path + "/").startsWith(entry + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The name of the menu's entry that a page belongs to; empty for none. */
    static String page(String path) {
        return MENU.getOrDefault(section(path), "");
    }

    private Frame.@Nullable Loading loading(Freshness.State state) {
        if (state.complete()) {
            return null;
        }
        int percent = state.toLoad() == 0 ? 0 : (int) Math.min(99, 100 * state.loaded() / state.toLoad());
        return new Frame.Loading(
                wording.number(state.loaded()), wording.number(state.toLoad()), percent, state.tickets() == 0);
    }

    private @Nullable String shortage(Freshness.State state) {
        Shortage shortage = state.shortage();
        return shortage == null
                ? null
                : wording.text(
                        "frame.shortage",
                        wording.number(shortage.tickets()),
                        wording.number(shortage.neededMegabytes()),
                        wording.number(shortage.megabytes()),
                        Long.toString(shortage.neededMegabytes()));
    }

    private static String quoted(String path) {
        return path.matches("[\\w/.-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
