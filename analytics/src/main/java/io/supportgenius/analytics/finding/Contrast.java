package io.supportgenius.analytics.finding;

/**
 * How a group of tickets differs from another.
 *
 * @param effect difference of the shares, -1 to 1; or for durations how many times as long they are
 * @param low lower end of the 95 % interval of the effect
 * @param high its upper end
 * @param strength standard errors that the groups are apart, below 0 where the first has the smaller values
 * @param pValue two-sided probability of such a difference, or a larger one, by chance
 * @param large whether the effect is large enough to be worth a sentence
 */
public record Contrast(double effect, double low, double high, double strength, double pValue, boolean large) {

    static final double CONFIDENCE = 0.95;

    static Contrast of(Measure measure, Sums group, Sums other) {
        return measure == Measure.NEGATIVE_SHARE ? Shares.contrast(group, other) : DurationShift.contrast(group, other);
    }

    boolean hasSignOf(Contrast other) {
        return Math.signum(strength) == Math.signum(other.strength);
    }
}
