package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.DashboardComparison.Changed;
import io.supportgenius.server.insights.Overview.Days;
import io.supportgenius.server.web.pages.PanelTable.Cell;
import io.supportgenius.server.web.pages.PanelTable.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Columns of a table of figures that say what the figures were in the days they are compared with. */
@Component
class ComparedColumns {

    private final OverviewWords words;
    private final Wording wording;

    ComparedColumns(OverviewWords words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** @param previous the days that are compared with */
    List<Column> columns(Days previous) {
        String before = wording.text("counts.before", words.days(previous));
        String n = wording.text("file.n", before);
        String change = wording.text("counts.change");
        return List.of(Column.number(before, before, wording.text("file.compared"), n), Column.number(change, change));
    }

    /** @param changed null where the figure has no comparison */
    List<Cell> cells(@Nullable Changed changed) {
        if (changed == null) {
            String none = wording.text("value.none");
            return List.of(Cell.of(none, null, null, null), Cell.of(none, (Object) null));
        }
        String unit = changed.unit();
        Double difference = changed.change().difference();
        return List.of(
                Cell.of(
                        words.value(unit, changed.previous()),
                        changed.previous().value(),
                        changed.compared().value(),
                        changed.previous().n()),
                difference == null
                        ? Cell.of(wording.text("overview.change.few"), (Object) null)
                        : Cell.of(words.size(unit, difference, changed.change().relative()), difference));
    }
}
