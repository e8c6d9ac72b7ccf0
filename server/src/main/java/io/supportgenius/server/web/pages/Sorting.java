package io.supportgenius.server.web.pages;

import io.supportgenius.server.web.pages.TicketListView.Column;

/** Heads of columns that order a list. */
final class Sorting {

    private static final String DOWN = "-";

    private Sorting() {}

    /** A column whose link turns the order around where the list is in its order already. */
    static Column column(Address here, String sort, String name, boolean numeric) {
        boolean up = sort.equals(name);
        boolean down = sort.equals(DOWN + name);
        boolean downFirst = numeric || name.equals("created");
        String wanted = up || (downFirst && !down) ? DOWN + name : name;
        String sorted = up ? "ascending" : down ? "descending" : null;
        return new Column(name, numeric, here.with("sort", wanted).toString(), sorted);
    }
}
