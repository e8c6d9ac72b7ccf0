package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.AccessProblemException;
import io.supportgenius.server.access.Webhooks;
import io.supportgenius.server.access.Webhooks.Webhook;
import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.importing.ImportRequest;
import io.supportgenius.server.insights.Freshness;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Helpdesks that tell of events as they happen. */
@Controller
class WebhooksController {

    private static final String PATH = "/settings/webhooks";
    private static final String EVENTS = "/api/v1/webhooks/tickets";

    private final Webhooks webhooks;
    private final Freshness freshness;
    private final Wording wording;

    WebhooksController(Webhooks webhooks, Freshness freshness, Wording wording) {
        this.webhooks = webhooks;
        this.freshness = freshness;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(Model model) {
        return page(null, "", "", FormProblems.NONE, model);
    }

    /** Answers with the page itself: the secret is shown this once. */
    @PostMapping(PATH)
    String make(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String secret,
            Model model) {
        try {
            String read = ImportRequest.sourceOf(source);
            return page(webhooks.create(name, read, secret), "", "", FormProblems.NONE, model);
        } catch (ImportFailedException wrong) {
            return page(null, name, source, FormProblems.at("source", String.valueOf(wrong.getMessage())), model);
        } catch (AccessProblemException problem) {
            String sentence = wording.text("access." + problem.problem().name());
            return page(null, name, source, FormProblems.at(problem.problem().field(), sentence), model);
        }
    }

    @PostMapping(PATH + "/{id:\\d{1,18}}/replace")
    String replace(@PathVariable long id, Model model) {
        String secret = webhooks.replaceSecret(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(secret, "", "", FormProblems.NONE, model);
    }

    @PostMapping(PATH + "/{id:\\d{1,18}}/revoke")
    String revoke(@PathVariable long id) {
        webhooks.revoke(id);
        return "redirect:" + PATH;
    }

    private String page(@Nullable String made, String name, String source, FormProblems problems, Model model) {
        ZoneId zone = freshness.state().zone();
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(EVENTS)
                .toUriString();
        List<WebhooksView.Sender> senders =
                webhooks.all().stream().map(one -> sender(one, zone)).toList();
        String refusal = webhooks.lastRefusal()
                .map(one -> wording.text("settings.webhooks.refused", wording.time(one.at(), zone), one.reason()))
                .orElse(null);
        model.addAttribute("form", new WebhooksView(address, senders, made, refusal, name, source, problems));
        return "settings/webhooks";
    }

    private WebhooksView.Sender sender(Webhook one, ZoneId zone) {
        return new WebhooksView.Sender(
                one.id(),
                one.name(),
                one.source(),
                wording.date(one.created(), zone),
                one.received() == null ? wording.text("settings.webhooks.never") : wording.time(one.received(), zone),
                one.failed() == null
                        ? null
                        : wording.text(
                                "settings.webhooks.failure",
                                wording.time(one.failed(), zone),
                                String.valueOf(one.failure())));
    }
}
