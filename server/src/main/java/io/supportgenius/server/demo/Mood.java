package io.supportgenius.server.demo;

/** The planted mood of a ticket's text; it is not stored, the product has to find it. */
enum Mood {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
