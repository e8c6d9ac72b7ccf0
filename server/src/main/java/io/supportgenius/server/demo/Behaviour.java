package io.supportgenius.server.demo;

/**
 * How the tickets of a company differ from chance alone.
 *
 * @param volume relative number of tickets
 * @param negative share of tickets with a negative mood
 * @param positive share of tickets with a positive mood; the rest is neutral
 * @param furtherReplies mean number of agent replies after the first
 * @param replyFactor how many times as long it waits for the first reply
 * @param workFactor how many times as long the work takes that does not depend on the replies
 */
record Behaviour(
        double volume, double negative, double positive, double furtherReplies, double replyFactor, double workFactor) {

    Behaviour withVolume(double otherVolume) {
        return new Behaviour(otherVolume, negative, positive, furtherReplies, replyFactor, workFactor);
    }

    Mood mood(Randomness randomness) {
        double point = randomness.unit();
        if (point < negative) {
            return Mood.NEGATIVE;
        }
        return point < negative + positive ? Mood.POSITIVE : Mood.NEUTRAL;
    }
}
