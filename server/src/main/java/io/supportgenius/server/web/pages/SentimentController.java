package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.sentiment.SentimentSteps;
import io.supportgenius.server.sentiment.SentimentSteps.Gain;
import io.supportgenius.server.sentiment.SentimentSteps.JudgedBy;
import io.supportgenius.server.sentiment.SentimentSteps.Overview;
import io.supportgenius.server.web.pages.SentimentSettingsView.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How tickets are judged, and what of it the organisation wants. */
@Controller
class SentimentController {

    private static final String PATH = "/settings/sentiment";
    private static final int SECONDS_OF_MINUTE = 60;

    private final SentimentSteps steps;
    private final Wording wording;

    SentimentController(SentimentSteps steps, Wording wording) {
        this.steps = steps;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(Model model) {
        Overview overview = steps.overview();
        model.addAttribute(
                "judging",
                new SentimentSettingsView(
                        state(overview),
                        sentence(overview),
                        percent(overview),
                        lines(overview.judgedBy()),
                        gain(overview.gain()),
                        overview.failure(),
                        Visitor.current()
                                .filter(visitor -> visitor.role().includes(Role.ANALYST))
                                .isPresent()));
        return "settings/sentiment";
    }

    @PostMapping(PATH)
    String change(@RequestParam String wish) {
        switch (wish) {
            case "use" -> steps.use(true);
            case "leaveOut" -> steps.use(false);
            case "pause" -> steps.pause(true);
            case "resume" -> steps.pause(false);
            case "all" -> steps.askForAll();
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return "redirect:" + PATH;
    }

    private static String state(Overview overview) {
        if (!overview.configured()) {
            return "off";
        }
        if (overview.failure() != null) {
            return "failed";
        }
        if (!overview.wanted()) {
            return "leftOut";
        }
        if (overview.paused()) {
            return "paused";
        }
        return switch (overview.progress().state()) {
            case STARTING -> "starting";
            case WORKING -> "working";
            case TO_BE_ASKED -> "toBeAsked";
            case ELSEWHERE -> "elsewhere";
            case PAUSED -> "paused";
            case IDLE -> "idle";
        };
    }

    private String sentence(Overview overview) {
        long minutes = Math.max(1, Math.round((double) overview.progress().seconds() / SECONDS_OF_MINUTE));
        return wording.text(
                "settings.sentiment.state." + state(overview),
                wording.number(overview.progress().done()),
                wording.tickets(overview.progress().tickets()),
                wording.number(overview.progress().texts()),
                minutes);
    }

    private static @Nullable Integer percent(Overview overview) {
        long all = overview.progress().tickets();
        String state = state(overview);
        return all == 0 || !(state.equals("working") || state.equals("paused"))
                ? null
                : (int) (100 * overview.progress().done() / all);
    }

    private List<Line> lines(JudgedBy by) {
        return List.of(
                new Line("accurate", wording.number(by.accurate())),
                new Line("fast", wording.number(by.fast())),
                new Line("person", wording.number(by.people())),
                new Line("unscored", wording.number(by.unscored())));
    }

    private @Nullable String gain(@Nullable Gain gain) {
        return gain == null
                ? null
                : wording.text(
                        gain.used() ? "settings.sentiment.gain.used" : "settings.sentiment.gain.none",
                        wording.number(gain.corrections()),
                        share(gain.before(), gain.corrections()),
                        share(gain.after(), gain.corrections()));
    }

    private String share(int part, int whole) {
        return wording.text("share", wording.decimal(100.0 * part / whole, 0));
    }
}
