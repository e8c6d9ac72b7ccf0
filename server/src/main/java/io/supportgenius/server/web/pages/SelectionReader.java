package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Selections;
import io.supportgenius.server.insights.TicketSelection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads what a page is asked for. */
@Component
class SelectionReader {

    /** Fields that a form sends empty where nobody filled them in; for all others empty asks for the missing value. */
    private static final List<String> EMPTY_IS_ABSENT = List.of(
            "from",
            "to",
            "range",
            "compare",
            "q",
            "sort",
            "by",
            "name",
            "search",
            "after",
            "weight",
            "tab",
            "bars",
            "groups",
            "method",
            "solvedFrom",
            "solvedTo",
            "openOn");

    private final Selections selections;

    SelectionReader(Selections selections) {
        this.selections = selections;
    }

    /**
     * @param own the page's parameters besides the selection
     * @throws io.supportgenius.server.insights.InvalidSelectionException if a parameter cannot be understood
     */
    TicketSelection read(MultiValueMap<String, String> parameters, Set<String> own) {
        return selections.read(tidy(parameters), own);
    }

    /** The address that was asked for, without fields left empty and without the position in a list. */
    static Address address(String path, MultiValueMap<String, String> parameters) {
        return new Address(path, tidy(parameters)).without("after");
    }

    private static MultiValueMap<String, String> tidy(MultiValueMap<String, String> parameters) {
        var tidy = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> !(value.isBlank() && EMPTY_IS_ABSENT.contains(name)))
                .forEach(value -> tidy.add(name, value)));
        return tidy;
    }
}
