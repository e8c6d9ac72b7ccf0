package io.supportgenius.server.importing;

import java.util.Optional;
import java.util.stream.Stream;

/** What an event of a log, or a state that it names, says about a ticket. */
enum EventMeaning {
    /** An agent's answer: stops the first reply time and counts as a touch. */
    REPLY("reply"),
    /** An agent took the ticket in hand: stops the first reply time where the log names no answers. */
    FIRST_REPLY("firstReply"),
    SOLVED("solved"),
    CLOSED("closed"),
    REOPENED("reopened"),
    /** Nothing that a figure is made of; as a state, that the ticket is open. */
    NONE("none");

    private final String apiName;

    EventMeaning(String apiName) {
        this.apiName = apiName;
    }

    /** The name in mappings and reports. */
    String apiName() {
        return apiName;
    }

    static Optional<EventMeaning> ofApiName(String name) {
        return Stream.of(values())
                .filter(meaning -> meaning.apiName.equals(name))
                .findFirst();
    }
}
