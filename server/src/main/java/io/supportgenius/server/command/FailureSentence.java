package io.supportgenius.server.command;

import io.supportgenius.server.importing.ImportFailedException;
import io.supportgenius.server.sentiment.SentimentTrainingException;
import io.supportgenius.server.store.StoreUnavailableException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why a command failed. */
final class FailureSentence {

    private FailureSentence() {}

    /** The innermost cause that was written for people, else the innermost cause there is. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (!isForPeople(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof PortInUseException port) {
            return ListeningPort.inUse(port.getPort());
        }
        if (isForPeople(cause)) {
            return String.valueOf(cause.getMessage());
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "SupportGenius failed: " + message.lines().findFirst().orElse("");
    }

    private static boolean isForPeople(Throwable cause) {
        return cause instanceof StoreUnavailableException
                || cause instanceof CommandFailedException
                || cause instanceof ImportFailedException
                || cause instanceof SentimentTrainingException
                || cause instanceof PortInUseException;
    }
}
