package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.DashboardView.Choice;
import io.supportgenius.server.web.pages.DashboardView.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer dashboard.
 *
 * @param verdict whether there are clusters that are more than chance, in a sentence
 * @param structure whether there are
 * @param bars the clusters side by side
 * @param drawings how the bars can be drawn; the name is the address
 * @param methods how clusters can be found; the name is what the parameter takes
 * @param preference which the data prefer and why; null without tickets
 * @param method how the clusters were found, for those who want to know
 * @param tabs one for each cluster
 * @param cluster the one of the chosen tab; null without any cluster
 * @param sidesFile address of the box of all clusters as a file, likewise of what sets them apart
 * @param groups the groups that customers fall into; null without any ticket
 * @param empty whether no ticket matches, so that the cards have nothing to show
 */
record ClustersView(
        FilterBar filters,
        String evidence,
        String verdict,
        boolean structure,
        StackCard bars,
        List<Choice> drawings,
        ImportancesForm importances,
        List<Choice> methods,
        @Nullable String preference,
        List<Fact> method,
        List<Tab> tabs,
        @Nullable ClusterView cluster,
        String sidesFile,
        String distinctiveFile,
        @Nullable GroupsView groups,
        boolean empty,
        boolean noTicketsAtAll) {

    /**
     * How much each dimension counts.
     *
     * @param kept fields that a change keeps
     * @param more dimensions that do not count so far
     * @param usual address where the usual importances hold; null when they do
     * @param leftOut a sentence about dimensions that could not be used; null when there are none
     */
    record ImportancesForm(
            List<Address.Parameter> kept,
            List<Counting> rows,
            List<Choice> more,
            @Nullable String usual,
            @Nullable String leftOut) {}

    /** A dimension with the importances that it can have; the name of a choice is what the parameter takes. */
    record Counting(String dimension, String label, List<Choice> choices) {}

    /**
     * One tab.
     *
     * @param negativeShare share of negative tickets; null where none was judged
     */
    record Tab(
            int number,
            String name,
            String tickets,
            @Nullable String negativeShare,
            String href,
            boolean here) {}
}
