package io.supportgenius.server.command;

/** A command cannot do its work; the message is one sentence for the person who gave it. */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailedException(String sentence) {
        super(sentence);
    }
}
