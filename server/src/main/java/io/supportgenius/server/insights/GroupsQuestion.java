package io.supportgenius.server.insights;

import io.supportgenius.analytics.facts.Dimension;
import io.supportgenius.analytics.similarity.CustomerGroups;
import io.supportgenius.analytics.similarity.CustomerSpace;
import io.supportgenius.analytics.similarity.Trait;
import io.supportgenius.analytics.summary.GroupFigures;
import io.supportgenius.analytics.summary.GroupFigures.Group;
import io.supportgenius.server.insights.GroupsReport.Common;
import io.supportgenius.server.insights.GroupsReport.CustomerGroup;
import io.supportgenius.server.insights.GroupsReport.Member;
import io.supportgenius.server.insights.SimilarReport.Side;
import io.supportgenius.server.insights.TraitReasons.Party;
import io.supportgenius.server.insights.TraitReasons.Said;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what groups of customers are like. */
final class GroupsQuestion {

    private static final int MOST_COMMON = 4;

    private final ComparedCustomers compared;
    private final GroupFigures figures;
    private final Party all;

    GroupsQuestion(ComparedCustomers compared) {
        this.compared = compared;
        figures = new GroupFigures(
                compared.facts().index(new Dimension(compared.dimension())),
                compared.facts().index(Dimension.SENTIMENT));
        compared.facts().scan(compared.resolved(), figures::accept);
        all = new Party(compared.all(), figures(compared.space().codes()));
    }

    GroupsReport report(CustomerGroups found) {
        return new GroupsReport(
                compared.dimension(),
                compared.space().size(),
                found.grouped(),
                found.tooFewTickets(),
                found.beyond(),
                found.groups().stream().map(this::group).toList(),
                number(found.silhouette()),
                number(found.shuffledSilhouette()),
                verdict(found));
    }

    private static String verdict(CustomerGroups found) {
        if (!found.groups().isEmpty()) {
            return "Groups found: the customers fall into " + found.groups().size()
                    + " groups that are clearly more distinct than chance would make them.";
        }
        if (found.grouped() < CustomerGroups.LEAST_CUSTOMERS) {
            return "Too few to say: " + found.grouped() + " customers have " + CustomerSpace.FEW
                    + " tickets or more here, and " + CustomerGroups.LEAST_CUSTOMERS + " are needed.";
        }
        return "No groups found: customers are about as different from each other as chance would make them.";
    }

    private CustomerGroup group(List<Integer> codes) {
        var together = new Party(compared.space().together(codes), figures(codes));
        var reasons = new TraitReasons(compared);
        return new CustomerGroup(
                codes.size(),
                together.sums().tickets(),
                codes.stream().map(this::member).toList(),
                compared.space().common(codes).stream()
                        .limit(MOST_COMMON)
                        .map(trait -> common(reasons, trait, together, codes.size()))
                        .toList());
    }

    /** The part of the trait is chosen by what the group has, and then counted of all. */
    private Common common(TraitReasons reasons, Trait trait, Party group, int members) {
        Said said = reasons.of(trait, List.of(group, all), 1);
        Side own = said.sides().get(0);
        Side everywhere = said.sides().get(1);
        boolean volume = said.unit().equals(TraitReasons.TICKETS);
        return new Common(
                compared.name(trait),
                said.value(),
                said.unit(),
                volume ? each(own, members) : own,
                volume ? each(everywhere, compared.space().size()) : everywhere);
    }

    /** Tickets of each customer on average. */
    private static Side each(Side together, int customers) {
        return new Side(together.value() / customers, null, together.n(), together.tickets(), together.filters());
    }

    private Member member(int code) {
        return new Member(
                compared.names().id(code),
                compared.label(code),
                compared.space().tickets().of(code).tickets());
    }

    private Group figures(List<Integer> codes) {
        var wanted = new BitSet();
        codes.forEach(wanted::set);
        return figures.together(wanted);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
