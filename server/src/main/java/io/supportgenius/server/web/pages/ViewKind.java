package io.supportgenius.server.web.pages;

/** The three ways to look at tickets: by who works on them, who asked, and for which company. */
enum ViewKind {
    AGENTS("agents", "agent"),
    CUSTOMERS("customers", "requester"),
    COMPANIES("companies", "company");

    private final String name;
    private final String dimension;

    ViewKind(String name, String dimension) {
        this.name = name;
        this.dimension = dimension;
    }

    /** First part of the path and end of message keys. */
    String path() {
        return "/" + name;
    }

    String key() {
        return name;
    }

    /** As filters and the views call it. */
    String dimension() {
        return dimension;
    }
}
