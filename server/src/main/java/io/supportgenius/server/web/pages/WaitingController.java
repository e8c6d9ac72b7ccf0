package io.supportgenius.server.web.pages;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Answers while tickets load; see {@link WaitingPage}. */
@Controller
class WaitingController {

    @GetMapping(WaitingPage.PATH)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String waiting() {
        return "waiting";
    }
}
