package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.AccessProblemException;
import io.supportgenius.server.access.Account;
import io.supportgenius.server.access.AccountId;
import io.supportgenius.server.access.Accounts;
import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import java.time.Instant;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may sign in, and as what. */
@Controller
class UsersController {

    private static final String PATH = "/settings/users";
    private static final String ONE = PATH + "/{id:\\d{1,18}}";

    private final Accounts accounts;
    private final Freshness freshness;
    private final Wording wording;

    UsersController(Accounts accounts, Freshness freshness, Wording wording) {
        this.accounts = accounts;
        this.freshness = freshness;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(@RequestParam @Nullable String saved, Model model) {
        return page(new UsersView.Form("", "", FormProblems.NONE), null, saved != null, null, model);
    }

    /** Answers with the page itself: the link is shown this once and kept nowhere. */
    @PostMapping(PATH)
    String invite(@RequestParam String name, @RequestParam String email, @RequestParam String role, Model model) {
        try {
            String secret = accounts.invite(name, email, TokensController.role(role));
            UsersView.Made made = new UsersView.Made(link(secret), name.strip());
            return page(new UsersView.Form("", "", FormProblems.NONE), made, false, null, model);
        } catch (AccessProblemException problem) {
            FormProblems problems = FormProblems.at(problem.problem().field(), sentence(problem));
            return page(new UsersView.Form(name, email, problems), null, false, null, model);
        }
    }

    @PostMapping(ONE)
    String change(@PathVariable long id, @RequestParam String role, @RequestParam boolean active, Model model) {
        try {
            accounts.change(existing(id).id(), TokensController.role(role), active);
            return "redirect:" + PATH + "?saved";
        } catch (AccessProblemException problem) {
            return page(new UsersView.Form("", "", FormProblems.NONE), null, false, sentence(problem), model);
        }
    }

    @PostMapping(ONE + "/link")
    String renewLink(@PathVariable long id, Model model) {
        Account account = existing(id);
        UsersView.Made made = new UsersView.Made(link(accounts.renewLink(account.id())), account.name());
        return page(new UsersView.Form("", "", FormProblems.NONE), made, false, null, model);
    }

    private Account existing(long id) {
        return accounts.find(new AccountId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String sentence(AccessProblemException problem) {
        return wording.text("access." + problem.problem().name());
    }

    private static String link(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/welcome")
                .queryParam("link", secret)
                .toUriString();
    }

    private String page(
            UsersView.Form form,
            UsersView.@Nullable Made made,
            boolean saved,
            @Nullable String changeProblem,
            Model model) {
        List<UsersView.User> users = accounts.all().stream().map(this::user).toList();
        List<String> roles = Stream.of(Role.values()).map(Role::apiName).toList();
        model.addAttribute("form", new UsersView(users, roles, form, made, saved, changeProblem));
        return "settings/users";
    }

    private UsersView.User user(Account account) {
        boolean you = Visitor.current()
                .map(Visitor::account)
                .filter(account.id()::equals)
                .isPresent();
        Instant signedIn = account.signedIn();
        return new UsersView.User(
                account.id().value(),
                account.name(),
                account.email(),
                account.role().apiName(),
                account.active(),
                account.invited(),
                you,
                signedIn == null
                        ? wording.text("settings.users.never")
                        : wording.time(signedIn, freshness.state().zone()));
    }
}
