package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.CategoryCount;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.insights.SelectionParser;
import java.util.List;
import java.util.Objects;

/**
 * Says counts together with those of the days they are compared with, and leads to these.
 *
 * @param current the days that are compared, which may be fewer than those asked for
 * @param cut whether they are
 */
record Against(Wording wording, OverviewWords words, Days current, Days previous, boolean cut) {

    /** The same tickets in the days that are compared with. */
    Address there(Address tickets) {
        return tickets.with(SelectionParser.FROM, previous.from()).with(SelectionParser.TO, previous.to());
    }

    /** A sentence about a count, followed by what the count was. */
    String sentence(String sentence, long now, long before) {
        return cut
                ? wording.text(
                        "against.cut",
                        sentence,
                        wording.number(now),
                        words.days(current),
                        wording.number(before),
                        words.days(previous))
                : wording.text("against", sentence, wording.number(before), words.days(previous));
    }

    String change(long now, long before) {
        return now == before
                ? wording.text("overview.change.same")
                : words.size("tickets", now - before, before == 0 ? null : (double) (now - before) / before);
    }

    /** Tickets by the values of a dimension on both sides. */
    record Counts(Against against, List<CategoryCount> now, List<CategoryCount> before) {

        static long of(List<CategoryCount> counts, CategoryCount value) {
            return counts.stream()
                    .filter(count -> Objects.equals(count.value(), value.value()))
                    .mapToLong(CategoryCount::tickets)
                    .sum();
        }
    }
}
