package io.supportgenius.server.web.api;

import io.supportgenius.server.insights.Selections;
import io.supportgenius.server.insights.TicketLists;
import io.supportgenius.server.insights.TicketPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of tickets as data. */
@RestController
class TicketsApi {

    private static final String SORT = "sort";
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    private final TicketLists lists;
    private final Selections selections;

    TicketsApi(TicketLists lists, Selections selections) {
        this.lists = lists;
        this.selections = selections;
    }

    @Operation(
            summary = "A page of tickets",
            description = "With the total of the selection and the cursor of the next page.")
    @GetMapping("/api/v1/tickets")
    TicketPage tickets(
            @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(description = "Column to sort by, with a minus for descending order.")
                    @RequestParam(name = SORT, defaultValue = "-created")
                    String sort,
            @Parameter(description = "Tickets on a page, 1 to 1,000.") @RequestParam(name = LIMIT, defaultValue = "50")
                    int limit,
            @Parameter(description = "The member next of the page before.")
                    @RequestParam(name = AFTER, required = false)
                    @Nullable
                    String after) {
        return lists.page(selections.read(parameters, Set.of(SORT, LIMIT, AFTER)), sort, limit, after);
    }
}
