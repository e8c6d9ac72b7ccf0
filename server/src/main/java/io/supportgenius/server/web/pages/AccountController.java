package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.AccessProblemException;
import io.supportgenius.server.access.Account;
import io.supportgenius.server.access.AccountId;
import io.supportgenius.server.access.AccountSessions;
import io.supportgenius.server.access.Accounts;
import io.supportgenius.server.access.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the person who is signed in can change about the own account. */
@Controller
class AccountController {

    private static final String PATH = "/settings/account";

    private final Accounts accounts;
    private final AccountSessions sessions;
    private final Wording wording;

    AccountController(Accounts accounts, AccountSessions sessions, Wording wording) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(@RequestParam @Nullable String saved, Model model) {
        return form(saved != null, FormProblems.NONE, model);
    }

    /** The session that did it goes on, all others of the person end. */
    @PostMapping(PATH)
    String changePassword(
            @RequestParam String oldPassword, @RequestParam String password, Model model, HttpServletRequest request) {
        AccountId id = own().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            accounts.changePassword(id, oldPassword, password);
        } catch (AccessProblemException problem) {
            String sentence = wording.text("access." + problem.problem().name());
            return form(false, FormProblems.at(problem.problem().field(), sentence), model);
        }
        sessions.remember(request, id);
        return "redirect:" + PATH + "?saved";
    }

    private static Optional<AccountId> own() {
        return Visitor.current().map(Visitor::account);
    }

    private String form(boolean saved, FormProblems problems, Model model) {
        AccountView.Person person =
                own().flatMap(accounts::find).map(this::person).orElse(null);
        model.addAttribute("form", new AccountView(person, saved, problems));
        return "settings/account";
    }

    private AccountView.Person person(Account account) {
        return new AccountView.Person(
                account.name(),
                account.email(),
                wording.text("role." + account.role().apiName()));
    }
}
