package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.AccessProblemException;
import io.supportgenius.server.access.ApiTokens;
import io.supportgenius.server.access.ApiTokens.ApiToken;
import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tokens of programs. */
@Controller
class TokensController {

    private static final String PATH = "/settings/tokens";
    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;
    private final Freshness freshness;
    private final Wording wording;

    TokensController(ApiTokens tokens, Freshness freshness, Wording wording) {
        this.tokens = tokens;
        this.freshness = freshness;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(Model model) {
        return form(null, "", USUAL_DAYS, FormProblems.NONE, model);
    }

    /** Answers with the page itself: the token is shown this once and kept nowhere. */
    @PostMapping(PATH)
    String make(@RequestParam String name, @RequestParam String role, @RequestParam int days, Model model) {
        try {
            return form(tokens.create(visitor(), name, role(role), days), "", USUAL_DAYS, FormProblems.NONE, model);
        } catch (AccessProblemException problem) {
            String sentence = wording.text("access." + problem.problem().name());
            return form(null, name, days, FormProblems.at(problem.problem().field(), sentence), model);
        }
    }

    @PostMapping(PATH + "/{id:\\d{1,18}}/revoke")
    String revoke(@PathVariable long id) {
        tokens.revoke(visitor(), id);
        return "redirect:" + PATH;
    }

    private static Visitor visitor() {
        return Visitor.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    /** The role of that name; one that does not exist comes from no form of ours. */
    static Role role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.apiName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private String form(@Nullable String made, String name, int days, FormProblems problems, Model model) {
        Visitor visitor = visitor();
        ZoneId zone = freshness.state().zone();
        List<TokensView.Token> shown = tokens.visibleTo(visitor).stream()
                .map(token -> token(token, zone))
                .toList();
        List<String> roles = Stream.of(Role.values())
                .filter(visitor.role()::includes)
                .map(Role::apiName)
                .toList();
        model.addAttribute("form", new TokensView(shown, made, name, days, roles, problems));
        return "settings/tokens";
    }

    private TokensView.Token token(ApiToken token, ZoneId zone) {
        String expires = wording.date(token.expires(), zone);
        return new TokensView.Token(
                token.id(),
                token.name(),
                token.owner(),
                wording.text("role." + token.role().apiName()),
                wording.date(token.created(), zone),
                token.expired() ? wording.text("settings.tokens.expired", expires) : expires,
                token.used() == null ? wording.text("settings.tokens.never") : wording.time(token.used(), zone));
    }
}
