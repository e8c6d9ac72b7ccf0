package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.Baseline;
import io.supportgenius.server.insights.ClusterOrigin;
import io.supportgenius.server.insights.FilterChoices;
import io.supportgenius.server.insights.Freshness;
import io.supportgenius.server.insights.Freshness.Days;
import io.supportgenius.server.insights.InvalidSelectionException;
import io.supportgenius.server.insights.InvalidSelectionException.Problem;
import io.supportgenius.server.insights.RangePreset;
import io.supportgenius.server.insights.SelectionParser;
import io.supportgenius.server.insights.Selections;
import io.supportgenius.server.insights.TicketSelection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.StringUtils;

/** Makes the filter bar of a page from its address. */
@Component
class FilterBars {

    /** Parameters of pages that are no filters; they stay when filters change. */
    static final Set<String> NO_FILTERS =
            Set.of("sort", "by", "name", "after", "weight", "tab", "bars", "groups", "method", "compare");

    /** Pages that compare. */
    private static final Pattern COMPARING =
            Pattern.compile("/|/(dashboard|(agents|customers|companies)(/\\d{1,18})?)");

    private static final String[] OF_DAYS = {SelectionParser.FROM, SelectionParser.TO, SelectionParser.RANGE};

    /** What is offered where no days are chosen. */
    private static final Set<RangePreset> USUAL = Set.of(RangePreset.LAST_7_DAYS, RangePreset.LAST_30_DAYS);

    private static final List<String> FIELDS = List.of("from", "to", "q");
    private static final Set<String> DAYS =
            Set.of(SelectionParser.SOLVED_FROM, SelectionParser.SOLVED_TO, SelectionParser.OPEN_ON);

    private final FilterChoices choices;
    private final Freshness freshness;
    private final Selections selections;
    private final Wording wording;

    FilterBars(FilterChoices choices, Freshness freshness, Selections selections, Wording wording) {
        this.choices = choices;
        this.freshness = freshness;
        this.selections = selections;
        this.wording = wording;
    }

    FilterBar bar(Address here) {
        return bar(here, List.of());
    }

    /** @param problems what is wrong with the address; its parts are shown as they were given */
    FilterBar bar(Address here, List<Problem> problems) {
        Days days = freshness.days().orElse(null);
        RangePreset preset = preset(here);
        LocalDate today = selections.today();
        String from = preset == null
                ? first(here, SelectionParser.FROM)
                : preset.first(today).toString();
        String to = preset == null
                ? first(here, SelectionParser.TO)
                : preset.last(today).toString();
        boolean ranged = from != null || to != null;
        List<FilterBar.Chip> chips = chips(here);
        int active = chips.size() + (ranged ? 1 : 0) + (first(here, "q") == null ? 0 : 1);
        String dates = range(from, to);
        return new FilterBar(
                here.path(),
                from,
                to,
                first(here, "q"),
                ranged,
                preset == null ? dates : wording.text("range.resolved", label(preset), dates),
                days == null ? null : wording.days(days.first(), days.last()),
                presets(here, days, today),
                newest(here, days),
                wording.text("compare.here." + baseline(here).key()),
                COMPARING.matcher(here.path()).matches() ? baselines(here) : List.of(),
                days == null || !problems.isEmpty() ? null : wayOut(from, to, days),
                chips,
                here.without(OF_DAYS).fields(),
                here.without("q").fields(),
                choices.filters().stream()
                        .map(name -> new FilterBar.Dimension(wording.dimension(name), choose(here, name)))
                        .toList(),
                fieldProblems(problems),
                otherProblems(here, problems),
                active,
                clear(here, problems).toString());
    }

    /** All tickets first, then days told from today. */
    private List<FilterBar.Preset> presets(Address here, @Nullable Days days, LocalDate today) {
        Address all = here.without(OF_DAYS);
        var presets = new ArrayList<FilterBar.Preset>();
        presets.add(new FilterBar.Preset(
                wording.text("range.all"), all.toString(), all.toString().equals(here.toString()), false));
        RangePreset chosen = preset(here);
        for (RangePreset preset : RangePreset.values()) {
            boolean recent = days != null && !days.last().isBefore(preset.first(today));
            presets.add(new FilterBar.Preset(
                    label(preset),
                    all.with(SelectionParser.RANGE, preset.key()).toString(),
                    preset == chosen,
                    recent && USUAL.contains(preset)));
        }
        return presets;
    }

    /** The newest tickets by their dates, so that an old export is found at once. */
    private List<FilterBar.Preset> newest(Address here, @Nullable Days days) {
        var newest = new ArrayList<FilterBar.Preset>();
        if (days == null) {
            return newest;
        }
        LocalDate last = days.last();
        newest.add(dates(here, wording.days(last.minusDays(6), last), last.minusDays(6), last));
        for (int back = 0; back < 2; back++) {
            LocalDate month = last.withDayOfMonth(1).minusMonths(back);
            if (month.plusMonths(1).minusDays(1).isBefore(days.first())) {
                break;
            }
            newest.add(
                    dates(here, wording.month(month), month, month.plusMonths(1).minusDays(1)));
        }
        return newest;
    }

    private static FilterBar.Preset dates(Address here, String label, LocalDate first, LocalDate last) {
        Address there = here.without(OF_DAYS)
                .with(SelectionParser.FROM, first.toString())
                .with(SelectionParser.TO, last.toString());
        boolean chosen = first.toString().equals(first(here, SelectionParser.FROM))
                && last.toString().equals(first(here, SelectionParser.TO));
        return new FilterBar.Preset(label, there.toString(), chosen, true);
    }

    private String label(RangePreset preset) {
        return wording.text("range." + preset.key());
    }

    private static @Nullable RangePreset preset(Address here) {
        String key = first(here, SelectionParser.RANGE);
        return key == null ? null : RangePreset.of(key).orElse(null);
    }

    private static Baseline baseline(Address here) {
        return Baseline.of(new LinkedMultiValueMap<>(here.parameters()));
    }

    /** The usual one needs no parameter. */
    private List<FilterBar.Preset> baselines(Address here) {
        Baseline chosen = baseline(here);
        return Stream.of(Baseline.values())
                .map(baseline -> new FilterBar.Preset(
                        wording.text("compare." + baseline.key()),
                        (baseline == Baseline.PREVIOUS
                                        ? here.without(SelectionParser.COMPARE)
                                        : here.with(SelectionParser.COMPARE, baseline.key()))
                                .toString(),
                        baseline == chosen,
                        false))
                .toList();
    }

    /** Why there can be no ticket in the days asked for; null where there can. */
    private @Nullable String wayOut(@Nullable String from, @Nullable String to, Days days) {
        boolean early = to != null && LocalDate.parse(to).isBefore(days.first());
        boolean late = from != null && LocalDate.parse(from).isAfter(days.last());
        return early || late ? wording.text("range.nothing", wording.days(days.first(), days.last())) : null;
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
                    && !name.equals(SelectionParser.RANGE)
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
