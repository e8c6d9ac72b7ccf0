package io.supportgenius.server.web.pages;

import io.supportgenius.server.access.Role;
import io.supportgenius.server.access.Visitor;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.store.Organisation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings that hold for everybody. */
@Controller
class OrganisationController {

    /** Where all settings begin. */
    static final String PATH = "/settings";

    private static final int LONGEST_NAME = 100;

    private final Organisation organisation;
    private final Freshness freshness;
    private final Clock clock;
    private final Wording wording;

    OrganisationController(Organisation organisation, Freshness freshness, Clock clock, Wording wording) {
        this.organisation = organisation;
        this.freshness = freshness;
        this.clock = clock;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String show(@RequestParam @Nullable String saved, Model model) {
        return form(
                organisation.name().orElse(""), organisation.zone().getId(), saved != null, FormProblems.NONE, model);
    }

    @PostMapping(PATH)
    String save(@RequestParam(defaultValue = "") String name, @RequestParam String zone, Model model) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<ZoneId> known = zone(zone.strip());
        if (known.isEmpty()) {
            problems.put("zone", wording.text("settings.organisation.zone.unknown", zone.strip()));
        }
        if (name.strip().length() > LONGEST_NAME) {
            problems.put("name", wording.text("settings.organisation.name.long"));
        }
        if (!problems.isEmpty()) {
            return form(name, zone, false, new FormProblems(problems), model);
        }
        organisation.setName(name.strip());
        known.ifPresent(organisation::setZone);
        return "redirect:" + PATH + "?saved";
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private String form(String name, String zone, boolean saved, FormProblems problems, Model model) {
        boolean changeable = Visitor.current()
                .filter(visitor -> visitor.role().includes(Role.ANALYST))
                .isPresent();
        boolean following = !freshness.state().zone().equals(organisation.zone());
        model.addAttribute(
                "form",
                new OrganisationView(
                        name, zone, changeable ? zones() : List.of(), saved, following, changeable, problems));
        return "settings/organisation";
    }

    /** The zones that have names of places, with how far they are ahead of UTC now. */
    private List<OrganisationView.Zone> zones() {
        return ZoneRulesProvider.getAvailableZoneIds().stream()
                .filter(id ->
                        id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(id -> new OrganisationView.Zone(
                        id,
                        "UTC"
                                + ZoneId.of(id)
                                        .getRules()
                                        .getOffset(clock.instant())
                                        .getId()
                                        .replace("Z", "")))
                .toList();
    }
}
