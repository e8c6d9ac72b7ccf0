package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.AccessProblemException;
import io.supportgenius.server.access.Account;
import io.supportgenius.server.access.Accounts;
import io.supportgenius.server.access.Visitor;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for people who are not signed in (yet). */
@Controller
class SignInController {

    private static final String OVERVIEW = "redirect:/";

    private final Accounts accounts;
    private final Wording wording;

    SignInController(Accounts accounts, Wording wording) {
        this.accounts = accounts;
        this.wording = wording;
    }

    /**
     * The form; what it says comes from the outcome before.
     *
     * @param wait seconds until the next attempt
     */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam @Nullable String next,
            @RequestParam @Nullable String failed,
            @RequestParam @Nullable Long wait,
            @RequestParam @Nullable String out,
            @RequestParam @Nullable String chosen,
            Model model) {
        if (Visitor.current().isPresent()) {
            return OVERVIEW;
        }
        model.addAttribute("signIn", new SignInView(next, problem(failed, wait), notice(out, chosen)));
        return "sign-in";
    }

    private @Nullable String problem(@Nullable String failed, @Nullable Long wait) {
        if (wait != null) {
            double hours = Duration.ofSeconds(wait).toMillis()
                    / (double) Duration.ofHours(1).toMillis();
            return wording.text("signIn.wait", wording.hours(hours));
        }
        return failed == null ? null : wording.text("signIn.failed");
    }

    private @Nullable String notice(@Nullable String out, @Nullable String chosen) {
        if (chosen != null) {
            return wording.text("signIn.chosen");
        }
        if (accounts.isEmpty()) {
            return wording.text("signIn.nobody");
        }
        return out == null ? null : wording.text("signIn.out");
    }

    @GetMapping("/welcome")
    String welcome(@RequestParam(defaultValue = "") String link, Model model) {
        return show(WelcomeView.of(link, accounts.link(link), "", "", FormProblems.NONE), model);
    }

    @PostMapping("/welcome")
    String choose(
            @RequestParam String link,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String password,
            Model model) {
        Optional<Accounts.Link> known = accounts.link(link);
        try {
            Account invited = known.map(Accounts.Link::account).orElse(null);
            if (invited == null) {
                accounts.createFirstAdministrator(link, name, email, password);
            } else {
                accounts.choosePassword(link, password);
            }
            return "redirect:/sign-in?chosen";
        } catch (AccessProblemException problem) {
            return show(WelcomeView.of(link, accounts.link(link), name, email, problems(problem)), model);
        }
    }

    private FormProblems problems(AccessProblemException problem) {
        return FormProblems.at(
                problem.problem().field(),
                wording.text("access." + problem.problem().name()));
    }

    private static String show(WelcomeView view, Model model) {
        model.addAttribute("welcome", view);
        return "welcome";
    }
}
