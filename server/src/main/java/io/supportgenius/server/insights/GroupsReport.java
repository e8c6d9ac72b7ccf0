package io.supportgenius.server.insights;

import io.supportgenius.server.insights.SimilarReport.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups that customers fall into, in the shape of {@code GET /api/v1/customer-groups}.
 *
 * @param of {@code company} or {@code requester}
 * @param customers with tickets in the selection
 * @param grouped of these were compared with each other
 * @param tooFewTickets of these have too few tickets to say how they behave
 * @param beyond of these were left out because there are too many; they have the fewest tickets
 * @param groups the largest first; empty where no groups are found
 * @param silhouette -1 to 1, of the best groups; null where there are too few customers
 * @param shuffledSilhouette the same with every trait dealt anew; null where not looked for
 * @param verdict a sentence that says whether there are groups
 */
public record GroupsReport(
        String of,
        int customers,
        int grouped,
        int tooFewTickets,
        int beyond,
        List<CustomerGroup> groups,
        @Nullable Double silhouette,
        @Nullable Double shuffledSilhouette,
        String verdict) {

    /**
     * @param tickets of all its members
     * @param members most tickets first
     * @param common what its members have in common, what does most to bring them together first
     */
    public record CustomerGroup(int size, long tickets, List<Member> members, List<Common> common) {}

    public record Member(long id, String label, long tickets) {}

    /**
     * What members have in common.
     *
     * @param trait as in {@link SimilarReport.Reason}, likewise value and unit
     * @param group the members together
     * @param all all customers together
     */
    public record Common(String trait, @Nullable String value, String unit, Side group, Side all) {}
}
