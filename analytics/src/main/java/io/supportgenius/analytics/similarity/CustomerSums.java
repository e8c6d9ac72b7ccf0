package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.text.Sentiment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tickets of one customer, added up. Whole numbers only, so that the order of tickets leaves no trace. */
public final class CustomerSums {

    /** Parts of the day on working days, then on weekends; see {@link PartOfDay}. */
    static final int RHYTHM_CELLS = 2 * PartOfDay.values().length;

    private static final int HOURS_TO_WEEKEND = 5 * 24;
    private static final double SHORTEST = 60;
    private static final double LONGEST = 366 * 86_400.0;
    private static final int MOST_TOUCHES = 100;

    private final int[] rhythm = new int[RHYTHM_CELLS];
    private final int[] moods = new int[1 + Sentiment.values().length];
    private final int[] earlier = new int[2];
    private final int[] later = new int[2];
    private final LogSums touches = new LogSums();
    private final LogSums firstReply = new LogSums();
    private final LogSums fullResolution = new LogSums();
    private final int[][] topics;
    private final int[] profile;
    private final int[] profileTickets;

    /** Further values of the profile by dimension and code: most customers have none. */
    private @Nullable Map<Long, Integer> otherProfile;

    private int tickets;

    CustomerSums(ComparedBy by) {
        topics = new int[by.topics().size()][];
        for (int i = 0; i < topics.length; i++) {
            topics[i] = new int[by.topicCells().get(i)];
        }
        profile = new int[by.profile().size()];
        profileTickets = new int[profile.length];
    }

    void accept(ComparedBy by, FactsBlock block, int row) {
        tickets++;
        int hour = block.hourOfWeek(row);
        if (hour != FactsBlock.NO_HOUR) {
            rhythm[cell(hour)]++;
        }
        int mood = block.code(by.sentiment(), row);
        moods[mood]++;
        if (mood != Dictionary.MISSING && block.isDated()) {
            int[] half = block.created(row) < by.middle() ? earlier : later;
            half[0]++;
            half[1] += mood == 1 + Sentiment.NEGATIVE.ordinal() ? 1 : 0;
        }
        if (block.touches(row) >= 0) {
            touches.accept(1 + block.touches(row), 1, MOST_TOUCHES);
        }
        if (block.firstReply(row) >= 0) {
            firstReply.accept(block.firstReply(row), SHORTEST, LONGEST);
        }
        if (block.resolution(row) >= 0) {
            fullResolution.accept(block.resolution(row), SHORTEST, LONGEST);
        }
        for (int i = 0; i < topics.length; i++) {
            topics[i][block.code(by.topics().get(i), row)]++;
        }
        for (int i = 0; i < profile.length; i++) {
            addProfile(i, block.code(by.profile().get(i), row), 1);
        }
    }

    void combine(CustomerSums other) {
        tickets += other.tickets;
        add(rhythm, other.rhythm);
        add(moods, other.moods);
        add(earlier, other.earlier);
        add(later, other.later);
        touches.combine(other.touches);
        firstReply.combine(other.firstReply);
        fullResolution.combine(other.fullResolution);
        for (int i = 0; i < topics.length; i++) {
            add(topics[i], other.topics[i]);
        }
        for (int i = 0; i < profile.length; i++) {
            addProfile(i, other.profile[i], other.profileTickets[i]);
        }
        if (other.otherProfile != null) {
            other.otherProfile.forEach((key, count) -> addProfile((int) (key >>> Integer.SIZE), key.intValue(), count));
        }
    }

    private void addProfile(int i, int code, int count) {
        if (code == Dictionary.MISSING || count == 0) {
            return;
        }
        if (profile[i] == Dictionary.MISSING || profile[i] == code) {
            profile[i] = code;
            profileTickets[i] += count;
            return;
        }
        if (otherProfile == null) {
            otherProfile = new HashMap<>();
        }
        otherProfile.merge((long) i << Integer.SIZE | code, count, Integer::sum);
    }

    private static void add(int[] sums, int[] others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
    }

    private static int cell(int hourOfWeek) {
        int part = PartOfDay.of(hourOfWeek % 24).ordinal();
        return hourOfWeek < HOURS_TO_WEEKEND ? part : part + PartOfDay.values().length;
    }

    /** All tickets. */
    public int tickets() {
        return tickets;
    }

    /** Tickets with a creation time. */
    public int dated() {
        int sum = 0;
        for (int count : rhythm) {
            sum += count;
        }
        return sum;
    }

    /** Tickets created in a part of the day, on any day. */
    public int at(PartOfDay part) {
        return rhythm[part.ordinal()] + rhythm[part.ordinal() + PartOfDay.values().length];
    }

    /** Tickets created on Saturdays and Sundays. */
    public int onWeekends() {
        int sum = 0;
        for (PartOfDay part : PartOfDay.values()) {
            sum += rhythm[part.ordinal() + PartOfDay.values().length];
        }
        return sum;
    }

    /** Tickets with a sentiment. */
    public int scored() {
        return tickets - moods[Dictionary.MISSING];
    }

    /** Tickets of a sentiment. */
    public int count(Sentiment sentiment) {
        return moods[1 + sentiment.ordinal()];
    }

    /** Tickets with a sentiment in one half of the time. */
    public int scored(boolean inLaterHalf) {
        return (inLaterHalf ? later : earlier)[0];
    }

    /** Negative tickets in one half of the time. */
    public int negative(boolean inLaterHalf) {
        return (inLaterHalf ? later : earlier)[1];
    }

    /**
     * Tickets with a value of a topic.
     *
     * @param topic its place among the topics
     */
    public int topic(int topic, int code) {
        return topics[topic][code];
    }

    /** Tickets with any value of a topic. */
    public int known(int topic) {
        return tickets - topics[topic][Dictionary.MISSING];
    }

    /**
     * The most frequent known value of a dimension of the profile, among equals the smallest code; {@link Dictionary#MISSING} where none
     * is known.
     *
     * @param i its place among the dimensions of the profile
     */
    public int profile(int i) {
        int best = profile[i];
        int most = profileTickets[i];
        if (otherProfile != null) {
            for (Map.Entry<Long, Integer> other : otherProfile.entrySet()) {
                int code = other.getKey().intValue();
                boolean here = other.getKey() >>> Integer.SIZE == i;
                if (here && (other.getValue() > most || other.getValue() == most && code < best)) {
                    best = code;
                    most = other.getValue();
                }
            }
        }
        return best;
    }

    /** Tickets with a value of a dimension of the profile. */
    public int profileTickets(int i, int code) {
        if (code == profile[i]) {
            return profileTickets[i];
        }
        return otherProfile == null ? 0 : otherProfile.getOrDefault((long) i << Integer.SIZE | code, 0);
    }

    int[] moods() {
        return moods;
    }

    int[] rhythm() {
        return rhythm;
    }

    int[] topic(int topic) {
        return topics[topic];
    }

    LogSums touches() {
        return touches;
    }

    LogSums firstReply() {
        return firstReply;
    }

    LogSums fullResolution() {
        return fullResolution;
    }
}
