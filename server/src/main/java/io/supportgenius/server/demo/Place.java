package io.supportgenius.server.demo;

import java.util.List;

/**
 * A city with its zone. All are near the demo organisation's zone, so that office hours of the customers and of the
 * heatmap are about the same.
 */
record Place(String city, String zone) {

    static final List<Place> ALL = List.of(
            new Place("Amsterdam", "Europe/Amsterdam"),
            new Place("Athens", "Europe/Athens"),
            new Place("Barcelona", "Europe/Madrid"),
            new Place("Berlin", "Europe/Berlin"),
            new Place("Brussels", "Europe/Brussels"),
            new Place("Copenhagen", "Europe/Copenhagen"),
            new Place("Dublin", "Europe/Dublin"),
            new Place("Edinburgh", "Europe/London"),
            new Place("Gothenburg", "Europe/Stockholm"),
            new Place("Hamburg", "Europe/Berlin"),
            new Place("Helsinki", "Europe/Helsinki"),
            new Place("Lisbon", "Europe/Lisbon"),
            new Place("London", "Europe/London"),
            new Place("Lyon", "Europe/Paris"),
            new Place("Milan", "Europe/Rome"),
            new Place("Oslo", "Europe/Oslo"),
            new Place("Paris", "Europe/Paris"),
            new Place("Porto", "Europe/Lisbon"),
            new Place("Prague", "Europe/Prague"),
            new Place("Vienna", "Europe/Vienna"),
            new Place("Warsaw", "Europe/Warsaw"));
}
