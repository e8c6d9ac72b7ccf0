package io.supportgenius.server.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What commands on this machine show to be let in: whoever may read the data directory finds it there. */
@Component
public class LocalCommands {

    private static final Visitor COMMAND = new Visitor(null, "Command on this machine", Role.ANALYST);

    private final Secret secret = Secret.random("");

    /** The word to leave in the data directory; another one with each start. */
    public String token() {
        return secret.text();
    }

    Optional<Visitor> visitor(String token) {
        return secret.matches(token) ? Optional.of(COMMAND) : Optional.empty();
    }
}
