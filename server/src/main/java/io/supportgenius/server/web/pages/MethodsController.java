package io.supportgenius.server.web.pages;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** How figures are computed. */
@Controller
class MethodsController {

    private final MethodPages pages;

    MethodsController(MethodPages pages) {
        this.pages = pages;
    }

    @GetMapping("/methods")
    String all(Model model) {
        model.addAttribute("methods", pages.all());
        return "methods";
    }

    @GetMapping("/methods/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute(
                "method", pages.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "method";
    }
}
