package io.supportgenius.server.insights;

import io.supportgenius.analytics.clustering.ClusteringMethod;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What clusters are made from. A filter by a cluster carries it along, so that further filters narrow the cluster's tickets and do not
 * change what the cluster is.
 *
 * @param tickets that are clustered
 * @param importances of the dimensions they are clustered by
 * @param method how they are clustered
 */
public record ClusterOrigin(TicketSelection tickets, Importances importances, ClusteringMethod method) {

    /** The parameter that says how clusters are found. */
    public static final String METHOD = "method";

    /** By the usual method. */
    public ClusterOrigin(TicketSelection tickets, Importances importances) {
        this(tickets, importances, ClusteringMethod.MEANSHIFT);
    }

    /**
     * The method of a parameter; the usual one without.
     *
     * @throws InvalidSelectionException if there is none of this name
     */
    public static ClusteringMethod method(List<String> values) {
        String asked = values.isEmpty() ? "" : values.get(0);
        return asked.isEmpty()
                ? ClusteringMethod.MEANSHIFT
                : ClusteringMethod.of(asked)
                        .orElseThrow(() -> new InvalidSelectionException(
                                List.of(new Problem(METHOD, asked, "Expected meanshift or agglomerative."))));
    }

    /**
     * Reads what {@link #query} wrote.
     *
     * @throws InvalidSelectionException if that is not so
     */
    public static ClusterOrigin parse(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        try {
            for (String part : query.split("&")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.add(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
                } else if (!part.isEmpty()) {
                    throw new IllegalArgumentException("There is no value in " + part);
                }
            }
            return new ClusterOrigin(
                    SelectionParser.parse(parameters, Set.of(Importances.PARAMETER, METHOD), null),
                    Importances.parse(parameters.getOrDefault(Importances.PARAMETER, List.of())),
                    method(parameters.getOrDefault(METHOD, List.of())));
        } catch (IllegalArgumentException | InvalidSelectionException e) {
            throw new InvalidSelectionException(List.of(new Problem(
                    SelectionParser.CLUSTERS_OF,
                    query,
                    "Expected the parameters of a question about clusters. Choose the cluster again on the customer"
                            + " dashboard.")));
        }
    }

    /** The parameters of the question, as an address has them: empty for all tickets and the usual importances. */
    public String query() {
        MultiValueMap<String, String> parameters = SelectionParser.query(tickets);
        importances.changes().forEach(change -> parameters.add(Importances.PARAMETER, change));
        if (method != ClusteringMethod.MEANSHIFT) {
            parameters.add(METHOD, method.key());
        }
        return parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** How many clusterings the tickets have gone through before this one. */
    int depth() {
        List<String> inner = tickets.filters().getOrDefault(SelectionParser.CLUSTERS_OF, List.of());
        return inner.isEmpty() ? 0 : 1 + parse(inner.get(0)).depth();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
