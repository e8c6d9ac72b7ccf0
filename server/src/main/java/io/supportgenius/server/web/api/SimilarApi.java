package io.supportgenius.server.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.GroupsReport;
import io.supportgenius.server.insights.InvalidSelectionException;
import io.supportgenius.server.insights.Overview.Comparison;
import io.supportgenius.server.insights.Selections;
import io.supportgenius.server.insights.SimilarCustomers;
import io.supportgenius.server.insights.SimilarReport;
import io.supportgenius.server.web.pages.SimilarSentences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Similar customers as data. */
@RestController
class SimilarApi {

    private static final String LIMIT = "limit";
    private static final String OF = "of";
    private static final String COMPANY = "company";
    private static final String REQUESTER = "requester";
    private static final String DESCRIPTION =
            "The nearest by profile and behaviour, each with what makes it near and how"
                    + " its figures changed. Only notable ones are nearer than chance would bring somebody.";
    private static final String HOW_MANY = "How many to answer, 1 to 20; 5 if absent.";

    private final SimilarCustomers similar;
    private final SimilarSentences sentences;
    private final Selections selections;

    SimilarApi(SimilarCustomers similar, SimilarSentences sentences, Selections selections) {
        this.similar = similar;
        this.sentences = sentences;
        this.selections = selections;
    }

    @Operation(summary = "Companies most like one", description = DESCRIPTION)
    @Parameter(name = LIMIT, in = ParameterIn.QUERY, description = HOW_MANY, schema = @Schema(type = "integer"))
    @GetMapping("/api/v1/companies/{id:\\d{1,18}}/similar")
    Similar companies(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters) {
        return answer(COMPANY, id, parameters);
    }

    @Operation(summary = "Requesters most like one", description = DESCRIPTION)
    @Parameter(name = LIMIT, in = ParameterIn.QUERY, description = HOW_MANY, schema = @Schema(type = "integer"))
    @GetMapping("/api/v1/customers/{id:\\d{1,18}}/similar")
    Similar customers(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters) {
        return answer(REQUESTER, id, parameters);
    }

    @Operation(
            summary = "Groups of customers",
            description = "The groups that companies or requesters fall into by profile and behaviour, each with what"
                    + " its members have in common; none where they are no more distinct than chance.")
    @Parameter(
            name = OF,
            in = ParameterIn.QUERY,
            description = "company (the usual) or requester.",
            schema = @Schema(type = "string"))
    @GetMapping("/api/v1/customer-groups")
    Groups groups(@RequestParam MultiValueMap<String, String> parameters) {
        String of = parameters.getFirst(OF);
        if (of != null && !of.equals(COMPANY) && !of.equals(REQUESTER)) {
            throw new InvalidSelectionException(
                    List.of(new InvalidSelectionException.Problem(OF, of, "Expected company or requester.")));
        }
        GroupsReport report = similar.groups(of == null ? COMPANY : of, selections.read(parameters, Set.of(OF)));
        return new Groups(
                report.of(),
                report.customers(),
                report.grouped(),
                report.tooFewTickets(),
                report.beyond(),
                report.groups().stream()
                        .map(group -> new Group(
                                group.size(),
                                group.tickets(),
                                group.members(),
                                group.common().stream()
                                        .map(common -> new Common(sentences.sentence(common), common))
                                        .toList()))
                        .toList(),
                report.silhouette(),
                report.shuffledSilhouette(),
                report.verdict());
    }

    private Similar answer(String dimension, long id, MultiValueMap<String, String> parameters) {
        SimilarReport report = similar.answer(
                        dimension,
                        id,
                        selections.read(parameters, Set.of(LIMIT)),
                        SimilarCustomers.limit(parameters.getFirst(LIMIT)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is none with this id."));
        return new Similar(
                report.id(),
                report.label(),
                report.tickets(),
                report.compared(),
                report.byProfileOnly(),
                report.traits(),
                report.alikeInAll(),
                report.notable(),
                report.neighbours().stream().map(this::neighbour).toList(),
                report.next(),
                report.verdict());
    }

    private Neighbour neighbour(SimilarReport.Neighbour neighbour) {
        return new Neighbour(
                neighbour.id(),
                neighbour.label(),
                neighbour.tickets(),
                neighbour.distance(),
                neighbour.notable(),
                neighbour.reasons().stream()
                        .map(reason -> new Reason(sentences.sentence(reason), reason))
                        .toList(),
                neighbour.unknown(),
                neighbour.changes());
    }

    /** The report with its reasons also in words; see {@link SimilarReport}. */
    record Similar(
            long id,
            String label,
            long tickets,
            int compared,
            boolean byProfileOnly,
            List<String> traits,
            List<String> alikeInAll,
            int notable,
            List<Neighbour> neighbours,
            @Nullable Comparison next,
            String verdict) {}

    record Neighbour(
            long id,
            String label,
            long tickets,
            double distance,
            boolean notable,
            List<Reason> reasons,
            List<String> unknown,
            Map<String, Changed> changes) {}

    record Reason(String sentence, @JsonUnwrapped SimilarReport.Reason reason) {}

    /** The report with what members have in common also in words; see {@link GroupsReport}. */
    record Groups(
            String of,
            int customers,
            int grouped,
            int tooFewTickets,
            int beyond,
            List<Group> groups,
            @Nullable Double silhouette,
            @Nullable Double shuffledSilhouette,
            String verdict) {}

    record Group(int size, long tickets, List<GroupsReport.Member> members, List<Common> common) {}

    record Common(String sentence, @JsonUnwrapped GroupsReport.Common common) {}
}
