package io.supportgenius.server.web.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the API, to read and to try. */
@Controller
class ApiPageController {

    @GetMapping("/settings/api")
    String show() {
        return "settings/api";
    }
}
