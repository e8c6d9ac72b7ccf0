package io.supportgenius.server.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ticket dashboard. */
@Controller
class DashboardController {

    private final DashboardViews views;

    DashboardController(DashboardViews views) {
        this.views = views;
    }

    @GetMapping("/dashboard")
    String dashboard(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String by,
            Model model) {
        model.addAttribute("dashboard", views.view(parameters, by));
        return "dashboard";
    }
}
