package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.TicketEffort;
import io.supportgenius.server.ticket.TicketTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a ticket after it was created. First its whole course is drawn as if there were no end of the data:
 * first reply, and full resolution = first reply + work + hours for each agent reply. Then everything after the export is
 * forgotten, so that a ticket late in the month is open because it is late, and its times are not squeezed.
 */
record TicketCourse(TicketTimes times, TicketEffort effort, String status) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final long SHORTEST_REPLY = 60;
    private static final long HOURS_TO_CLOSE = 96;
    private static final double LATEST_SIGN_OF_LIFE = 72;

    static TicketCourse draw(Instant created, boolean night, Behaviour behaviour, Mood mood, Randomness randomness) {
        double median = PlantedTruths.REPLY_MEDIAN * behaviour.replyFactor() * (night ? PlantedTruths.NIGHT_FACTOR : 1);
        double replyHours = randomness.logNormal(median, PlantedTruths.REPLY_SIGMA);
        double workHours =
                randomness.logNormal(PlantedTruths.WORK_MEDIAN * behaviour.workFactor(), PlantedTruths.WORK_SIGMA);
        Instant replied = after(created, replyHours);
        int touches = 1 + randomness.poisson(behaviour.furtherReplies());
        double outcome = randomness.unit();
        boolean unanswered = outcome < PlantedTruths.NEVER_SOLVED * PlantedTruths.UNANSWERED_OF_NEVER_SOLVED
                || replied.isAfter(PlantedTruths.EXPORTED);
        if (unanswered) {
            return unanswered(created);
        }
        if (outcome < PlantedTruths.NEVER_SOLVED) {
            return unsolved(created, replied, touches, randomness);
        }
        boolean withoutReply = outcome < PlantedTruths.NEVER_SOLVED + PlantedTruths.SOLVED_WITHOUT_REPLY;
        int replies = withoutReply ? 0 : touches;
        Instant solved = after(replied, workHours + PlantedTruths.HOURS_PER_REPLY * replies);
        if (!solved.isAfter(PlantedTruths.EXPORTED)) {
            return solved(created, withoutReply ? null : replied, solved, replies, mood, randomness);
        }
        if (withoutReply) {
            return unanswered(created);
        }
        return unsolved(created, replied, repliesSoFar(replied, solved, touches), randomness);
    }

    private static Instant after(Instant begin, double hours) {
        return begin.plusSeconds(Math.max(SHORTEST_REPLY, (long) (hours * SECONDS_PER_HOUR)));
    }

    private static int repliesSoFar(Instant replied, Instant solved, int touches) {
        double whole = solved.getEpochSecond() - replied.getEpochSecond();
        double passed = PlantedTruths.EXPORTED.getEpochSecond() - replied.getEpochSecond();
        return 1 + (int) ((touches - 1) * passed / whole);
    }

    private static TicketCourse unanswered(Instant created) {
        return new TicketCourse(
                new TicketTimes(created, null, null, null, null, created), new TicketEffort(0, 0, null), "new");
    }

    private static TicketCourse unsolved(Instant created, Instant replied, int touches, Randomness randomness) {
        Instant updated = after(replied, LATEST_SIGN_OF_LIFE * randomness.unit());
        Instant known = updated.isAfter(PlantedTruths.EXPORTED) ? PlantedTruths.EXPORTED : updated;
        return new TicketCourse(
                new TicketTimes(created, replied, null, null, null, known),
                new TicketEffort(touches, 0, null),
                Choices.UNSOLVED.draw(randomness));
    }

    private static TicketCourse solved(
            Instant created, @Nullable Instant replied, Instant solved, int touches, Mood mood, Randomness randomness) {
        Instant first = replied != null && randomness.happens(PlantedTruths.REOPENED)
                ? between(replied, solved, randomness)
                : solved;
        Instant closing = solved.plusSeconds(HOURS_TO_CLOSE * (long) SECONDS_PER_HOUR);
        Instant closed = closing.isAfter(PlantedTruths.EXPORTED) ? null : closing;
        Boolean satisfied = randomness.happens(PlantedTruths.RATED)
                ? (Boolean) randomness.happens(PlantedTruths.goodRatings(mood))
                : null;
        return new TicketCourse(
                new TicketTimes(created, replied, first, solved, closed, closed == null ? solved : closed),
                new TicketEffort(touches, first.equals(solved) ? 0 : 1, satisfied),
                closed == null ? "solved" : "closed");
    }

    private static Instant between(Instant begin, Instant end, Randomness randomness) {
        long seconds = end.getEpochSecond() - begin.getEpochSecond();
        return begin.plusSeconds((long) (randomness.unit() * seconds));
    }
}
