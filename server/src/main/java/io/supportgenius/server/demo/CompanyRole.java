package io.supportgenius.server.demo;

/** What a company of the demo is there for. */
enum CompanyRole {
    /** Pilot customers in transportation: unhappy, and their tickets take long. */
    STRUGGLING_PILOT,
    /** Media companies of one city, tier Gold: many tickets, content, few replies. */
    LOOK_ALIKE_MEDIA,
    /** Energy companies of one city, tier Silver: ordinary mood, many replies. */
    LOOK_ALIKE_ENERGY,
    /** Pilot customers in technology of one city, tier Bronze: few tickets, quickly answered. */
    LOOK_ALIKE_TECHNOLOGY,
    /** Everybody else; volumes differ by chance. */
    ORDINARY;

    /** How tickets of such a company differ; in the order of the record: volume, moods, replies, waiting, work. */
    Behaviour behaviour() {
        return switch (this) {
            case STRUGGLING_PILOT -> new Behaviour(1.0, 0.72, 0.08, 1.6, 1, 3.5);
            case LOOK_ALIKE_MEDIA -> new Behaviour(1.5, 0.12, 0.50, 0.8, 1, 1);
            case LOOK_ALIKE_ENERGY -> new Behaviour(1.0, 0.30, 0.25, 2.8, 1, 1);
            case LOOK_ALIKE_TECHNOLOGY -> new Behaviour(0.7, 0.30, 0.25, 1.6, 0.5, 1);
            case ORDINARY -> new Behaviour(1.0, 0.30, 0.25, 1.6, 1, 1);
        };
    }
}
