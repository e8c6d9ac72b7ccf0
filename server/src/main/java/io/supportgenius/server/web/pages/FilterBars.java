package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.FilterChoices;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.Freshness.Days;
import io.supportgenius.server.insights.InvalidSelectionException;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.TicketSelection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the filter bar of a page from its address. */
@Component
class FilterBars {

    /** Parameters of pages that are no filters; they stay when filters change. */
    static final Set<String> NO_FILTERS = Set.of("sort", "by", "name", "after", "weight", "tab", "bars");

    private static final List<String> FIELDS = List.of("from", "to", "q");
    private static final Set<String> DAYS =
            Set.of(SelectionParser.SOLVED_FROM, SelectionParser.SOLVED_TO, SelectionParser.OPEN_ON);

    private final FilterChoices choices;
    private final Freshness freshness;
    private final Wording wording;

    FilterBars(FilterChoices choices, Freshness freshness, Wording wording) {
        this.choices = choices;
        this.freshness = freshness;
        this.wording = wording;
    }

    FilterBar bar(Address here) {
        return bar(here, List.of());
    }

    /** @param problems what is wrong with the address; its parts are shown as they were given */
    FilterBar bar(Address here, List<Problem> problems) {
        Days days = freshness.days().orElse(null);
        LocalDate last = days == null ? null : days.last();
        String from = first(here, "from");
        String to = first(here, "to");
        List<FilterBar.Chip> chips = chips(here);
        int active = chips.size() + (from == null && to == null ? 0 : 1) + (first(here, "q") == null ? 0 : 1);
        return new FilterBar(
                here.path(),
                from,
                to,
                first(here, "q"),
                range(from, to),
                last == null ? null : wording.days(last, last),
                presets(here, days),
                chips,
                here.without("from", "to").fields(),
                here.without("q").fields(),
                choices.filters().stream()
                        .map(name -> new FilterBar.Dimension(wording.dimension(name), choose(here, name)))
                        .toList(),
                fieldProblems(problems),
                otherProblems(here, problems),
                active,
                clear(here, problems).toString());
    }

    /** They count back from the day of the newest ticket, so that old exports are not all empty. */
    private List<FilterBar.Preset> presets(Address here, @Nullable Days days) {
        var presets = new ArrayList<FilterBar.Preset>();
        presets.add(preset(here, wording.text("range.all"), null, null));
        if (days == null) {
            return presets;
        }
        LocalDate last = days.last();
        presets.add(preset(here, wording.text("range.week"), last.minusDays(6), last));
        presets.add(preset(here, wording.text("range.weeks"), last.minusDays(27), last));
        for (int back = 0; back < 2; back++) {
            LocalDate month = last.withDayOfMonth(1).minusMonths(back);
            if (month.plusMonths(1).minusDays(1).isBefore(days.first())) {
                break;
            }
            presets.add(preset(
                    here, wording.month(month), month, month.plusMonths(1).minusDays(1)));
        }
        return presets;
    }

    private static FilterBar.Preset preset(
            Address here, String label, @Nullable LocalDate from, @Nullable LocalDate to) {
        Address there = here.without("from", "to");
        if (from != null && to != null) {
            there = there.with("from", from.toString()).with("to", to.toString());
        }
        boolean same = Objects.equals(first(here, "from"), first(there, "from"))
                && Objects.equals(first(here, "to"), first(there, "to"));
        return new FilterBar.Preset(label, there.toString(), same);
    }

    private List<FilterBar.Chip> chips(Address here) {
        var chips = new ArrayList<FilterBar.Chip>();
        chips.addAll(dayChips(here));
        here.parameters().forEach((name, values) -> {
            if (name.equals(SelectionParser.CLUSTER)) {
                chips.add(clusterChip(here, values));
            } else if (!NO_FILTERS.contains(name)
                    && !FIELDS.contains(name)
                    && !DAYS.contains(name)
                    && !name.equals(SelectionParser.CLUSTERS_OF)) {
                String or = wording.text("filter.or");
                String words =
                        values.stream().map(value -> wording.value(name, value)).collect(Collectors.joining(or));
                chips.add(new FilterBar.Chip(
                        wording.dimension(name),
                        words,
                        choose(here, name),
                        here.without(name).toString()));
            }
        });
        return chips;
    }

    /** Clusters are chosen on the customer dashboard; what they are made from goes with them. */
    private FilterBar.Chip clusterChip(Address here, List<String> names) {
        String origin = first(here, SelectionParser.CLUSTERS_OF);
        String clusters = String.join(wording.text("filter.or"), names);
        return new FilterBar.Chip(
                wording.dimension(SelectionParser.CLUSTER),
                origin == null ? clusters : wording.text("filter.cluster.of", clusters, originWords(origin)),
                null,
                here.without(SelectionParser.CLUSTER, SelectionParser.CLUSTERS_OF)
                        .toString());
    }

    private String originWords(String query) {
        ClusterOrigin origin;
        try {
            origin = ClusterOrigin.parse(query);
        } catch (InvalidSelectionException wrong) {
            // The page says beside the chip what is wrong with it.
            return query;
        }
        TicketSelection tickets = origin.tickets();
        var words = new ArrayList<String>();
        words.add(wording.days(tickets.from(), tickets.to()));
        chips(Address.of("", tickets)).forEach(chip -> words.add(chip.values()));
        if (tickets.q() != null) {
            words.add(wording.text("filter.words", tickets.q()));
        }
        return String.join(", ", words);
    }

    /** Days that no list of values offers; marks lead to them. */
    private List<FilterBar.Chip> dayChips(Address here) {
        var chips = new ArrayList<FilterBar.Chip>();
        String solvedFrom = first(here, SelectionParser.SOLVED_FROM);
        String solvedTo = first(here, SelectionParser.SOLVED_TO);
        if (solvedFrom != null || solvedTo != null) {
            chips.add(new FilterBar.Chip(
                    wording.dimension(SelectionParser.SOLVED_FROM),
                    StringUtils.uncapitalize(range(solvedFrom, solvedTo)),
                    null,
                    here.without(SelectionParser.SOLVED_FROM, SelectionParser.SOLVED_TO)
                            .toString()));
        }
        String openOn = first(here, SelectionParser.OPEN_ON);
        if (openOn != null) {
            chips.add(new FilterBar.Chip(
                    wording.dimension(SelectionParser.OPEN_ON),
                    range(openOn, openOn),
                    null,
                    here.without(SelectionParser.OPEN_ON).toString()));
        }
        return chips;
    }

    private static String choose(Address here, String dimension) {
        return here.at("/filters")
                .with("page", here.path())
                .with("dimension", dimension)
                .toString();
    }

    private Map<String, String> fieldProblems(List<Problem> problems) {
        var byField = new LinkedHashMap<String, String>();
        problems.stream()
                .filter(problem -> FIELDS.contains(problem.parameter()))
                .forEach(problem -> byField.merge(problem.parameter(), problem.message(), (a, b) -> a + " " + b));
        return byField;
    }

    private List<FilterBar.Problem> otherProblems(Address here, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !FIELDS.contains(problem.parameter()))
                .map(problem -> new FilterBar.Problem(
                        wording.dimension(problem.parameter()),
                        problem.message(),
                        here.without(problem.parameter()).toString()))
                .toList();
    }

    /** Without filters, but with what else the page was asked for, unless that is what is wrong. */
    private static Address clear(Address here, List<Problem> problems) {
        Set<String> wrong = problems.stream().map(Problem::parameter).collect(Collectors.toSet());
        String[] filters = here.parameters().keySet().stream()
                .filter(name -> !NO_FILTERS.contains(name) || wrong.contains(name))
                .toArray(String[]::new);
        return here.without(filters);
    }

    private String range(@Nullable String from, @Nullable String to) {
        try {
            String days =
                    wording.days(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
            return StringUtils.capitalize(days);
        } catch (DateTimeParseException notADay) {
            return wording.text("range.broken");
        }
    }

    private static @Nullable String first(Address address, String name) {
        List<String> values = address.parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
