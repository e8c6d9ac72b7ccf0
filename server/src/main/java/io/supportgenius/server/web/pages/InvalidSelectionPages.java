package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.InvalidSelectionException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A page that was asked for something it does not understand stays, and says so beside the field. */
@ControllerAdvice(basePackageClasses = InvalidSelectionPages.class)
class InvalidSelectionPages {

    private final FilterBars filterBars;
    private final FrameAdvice frames;

    InvalidSelectionPages(FilterBars filterBars, FrameAdvice frames) {
        this.filterBars = filterBars;
        this.frames = frames;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String explain(InvalidSelectionException exception, HttpServletRequest request, Model model) {
        var parameters = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, values) -> parameters.addAll(name, Arrays.asList(values)));
        String page = request.getRequestURI().equals("/filters")
                ? "/dashboard"
                : request.getRequestURI().replaceAll("[^a-z0-9/]", "");
        Address here = SelectionReader.address(page, parameters).without("page", "dimension", "search");
        // The attributes of the frame are not added on this way.
        model.addAttribute("frame", frames.frame(request));
        model.addAttribute("page", FrameAdvice.page(page));
        model.addAttribute("filters", filterBars.bar(here, exception.problems()));
        return "invalid";
    }
}
