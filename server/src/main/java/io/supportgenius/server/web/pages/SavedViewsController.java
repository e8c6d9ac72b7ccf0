package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.AccountId;
import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.store.SavedViews;
import io.supportgenius.server.store.SavedViews.SavedView;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.springframework.web.servlet.view.RedirectView;

/** Pages with a selection under names, to find again and to share. */
@Controller
class SavedViewsController {

    /** Where all of them are listed. */
    static final String PATH = "/views";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 8_000;
    /** A path of ours and a query, as browsers write them: no other host, no control characters. */
    private static final Pattern ADDRESS = Pattern.compile("/(?!/)[\\w/.-]*(\\?[\\x21-\\x7e&&[^\\\\<>\"]]*)?");
    /** Pages that have no selection. */
    private static final Set<String> WITHOUT_SELECTION = Set.of("", "settings", "views", "import");

    private final SavedViews views;
    private final Freshness freshness;
    private final Wording wording;

    SavedViewsController(SavedViews views, Freshness freshness, Wording wording) {
        this.views = views;
        this.freshness = freshness;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(@RequestParam @Nullable Long saved, Model model) {
        return page(saved, null, model);
    }

    @PostMapping(PATH)
    String save(@RequestParam String name, @RequestParam String address, Model model) {
        String shown = name.strip();
        if (!ADDRESS.matcher(address).matches()
                || address.length() > LONGEST_ADDRESS
                || WITHOUT_SELECTION.contains(FrameAdvice.page(address.replaceAll("\\?.*", "")))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (shown.isEmpty() || shown.length() > LONGEST_NAME) {
            return page(null, wording.text("views.name.missing"), model);
        }
        Long account =
                Visitor.current().map(Visitor::account).map(AccountId::value).orElse(null);
        Optional<Long> id = views.save(shown, address, account);
        return id.isPresent()
                ? "redirect:" + PATH + "?saved=" + id.get()
                : page(null, wording.text("views.name.taken", shown), model);
    }

    /** The link to share: it leads to what is saved, whatever that page's address looks like. */
    @GetMapping(PATH + "/{id:\\d{1,18}}")
    RedirectView open(@PathVariable long id) {
        var there = new RedirectView(existing(id).address(), true);
        // Braces in a search are no variables of ours.
        there.setExpandUriTemplateVariables(false);
        there.setExposeModelAttributes(false);
        return there;
    }

    @PostMapping(PATH + "/{id:\\d{1,18}}/delete")
    String delete(@PathVariable long id) {
        SavedView view = existing(id);
        if (!mayDelete(view)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        views.delete(id);
        return "redirect:" + PATH;
    }

    private SavedView existing(long id) {
        return views.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whose it is, and analysts, who look after what the team shares. */
    private static boolean mayDelete(SavedView view) {
        return Visitor.current()
                .filter(visitor -> visitor.role().includes(Role.ANALYST)
                        || visitor.account() != null
                                && view.account() != null
                                && visitor.account().value() == view.account())
                .isPresent();
    }

    private String page(@Nullable Long saved, @Nullable String problem, Model model) {
        ZoneId zone = freshness.state().zone();
        List<SavedViewsView.View> shown =
                views.all().stream().map(view -> view(view, zone)).toList();
        SavedViewsView.View just = shown.stream()
                .filter(view -> saved != null && view.id() == saved)
                .findFirst()
                .orElse(null);
        model.addAttribute("views", new SavedViewsView(shown, just, problem));
        return "saved-views";
    }

    private SavedViewsView.View view(SavedView view, ZoneId zone) {
        String page = FrameAdvice.page(view.address().replaceAll("\\?.*", ""));
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(PATH + "/" + view.id())
                .toUriString();
        return new SavedViewsView.View(
                view.id(),
                view.name(),
                page.isEmpty() ? "" : wording.text("menu." + page),
                view.owner() == null ? wording.text("value.none") : view.owner(),
                wording.date(view.created(), zone),
                link,
                mayDelete(view));
    }
}
