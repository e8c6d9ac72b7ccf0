package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.insights.FilterChoices;
import io.supportgenius.server.insights.InvalidSelectionException;
import io.supportgenius.server.insights.TicketSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The values that a page can be filtered by: opened inside the filter bar, or a page of its own without scripts. */
@Controller
class FilterChoicesController {

    private static final int SHOWN = 40;
    private static final Pattern PAGES =
            Pattern.compile("/|/(dashboard|customers/dashboard|tickets|(agents|customers|companies)(/\\d{1,18})?)");
    private static final Set<String> OWN =
            Set.of("page", "dimension", "search", "sort", "by", "name", "weight", "tab", "bars", "groups", "method");

    private final FilterChoices choices;
    private final Wording wording;
    private final SelectionReader selections;

    FilterChoicesController(FilterChoices choices, Wording wording, SelectionReader selections) {
        this.choices = choices;
        this.wording = wording;
        this.selections = selections;
    }

    @GetMapping("/filters")
    String choices(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam String page,
            @RequestParam String dimension,
            @RequestParam(defaultValue = "") String search,
            Model model) {
        if (!PAGES.matcher(page).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        TicketSelection selection = selections.read(parameters, OWN);
        if (!choices.filters().contains(dimension)) {
            throw new InvalidSelectionException(List.of(new InvalidSelectionException.Problem(
                    dimension, "", wording.text("filter.dimension.unknown", dimension))));
        }
        Address there = SelectionReader.address(page, parameters).without("page", "dimension", "search");
        List<String> chosen = there.parameters().getOrDefault(dimension, List.of());
        List<CategoryCount> values = choices.values(dimension, selection, search, SHOWN + 1);
        model.addAttribute(
                "choices",
                new Choices(
                        dimension,
                        wording.dimensionInside(dimension),
                        page,
                        there.without(dimension).fields(),
                        there.at("/filters")
                                .with("page", page)
                                .with("dimension", dimension)
                                .fields(),
                        search,
                        options(dimension, chosen, values),
                        values.size() > SHOWN,
                        there.toString()));
        return "filters";
    }

    private List<Option> options(String dimension, List<String> chosen, List<CategoryCount> values) {
        var options = new ArrayList<Option>();
        for (String value : chosen) {
            if (values.stream().noneMatch(count -> same(count, value))) {
                options.add(new Option(value, wording.value(dimension, value), "", true));
            }
        }
        values.stream()
                .limit(SHOWN)
                .map(count -> new Option(
                        count.value() == null ? "" : count.value(),
                        wording.value(dimension, count.value()),
                        wording.number(count.tickets()),
                        chosen.stream().anyMatch(value -> same(count, value))))
                .forEach(options::add);
        return options;
    }

    private static boolean same(CategoryCount count, String value) {
        String name = count.value() == null ? "" : count.value();
        return name.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
    }

    /**
     * @param fields what applying keeps
     * @param searchFields what searching keeps
     * @param more whether there are more values than shown
     * @param back the page as it was
     */
    record Choices(
            String dimension,
            String label,
            String page,
            List<Address.Parameter> fields,
            List<Address.Parameter> searchFields,
            String search,
            List<Option> options,
            boolean more,
            String back) {}

    /** A value to choose; an empty one stands for tickets without a value. */
    record Option(String value, String label, String tickets, boolean chosen) {}
}
