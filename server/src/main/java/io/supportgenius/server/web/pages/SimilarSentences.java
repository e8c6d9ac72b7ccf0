package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.GroupsReport.Common;
import io.supportgenius.server.insights.SimilarReport.Reason;
import io.supportgenius.server.insights.SimilarReport.Side;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what customers have in common in words. */
@Component
public class SimilarSentences {

    private static final String SHARE = "share";

    /** What customers are rather than what their tickets are. */
    private static final Set<String> PROFILE = Set.of("industry", "supportTier", "location", "pilot");

    private final Wording wording;

    SimilarSentences(Wording wording) {
        this.wording = wording;
    }

    /** Why two customers are near, with the values of both. */
    public String sentence(Reason reason) {
        String value = reason.value() == null ? "" : reason.value();
        if (PROFILE.contains(reason.trait())) {
            return wording.text(
                    reason.trait().equals("pilot")
                            ? "similar.reason.pilot." + value.equals("true")
                            : "similar.reason." + reason.trait(),
                    value);
        }
        if (reason.trait().equals("sentimentTrend")) {
            return wording.text(
                    "similar.reason.sentimentTrend",
                    percent(before(reason.own())),
                    percent(reason.own().value()),
                    percent(before(reason.theirs())),
                    percent(reason.theirs().value()));
        }
        return wording.text(
                "similar.both",
                value(reason.unit(), reason.own()),
                value(reason.unit(), reason.theirs()),
                of(reason.trait(), reason.value()));
    }

    /** What the members of a group have in common, against all customers. */
    public String sentence(Common common) {
        if (common.trait().equals("sentimentTrend")) {
            return wording.text(
                    "similar.group.sentimentTrend",
                    percent(before(common.group())),
                    percent(common.group().value()),
                    percent(before(common.all())),
                    percent(common.all().value()));
        }
        String all = value(common.unit(), common.all());
        String told = common.trait().equals("tickets")
                ? wording.text("similar.of.ticketsEach")
                : of(common.trait(), common.value());
        return wording.text("similar.group", value(common.unit(), common.group()), told, all);
    }

    /** A trait's name inside a sentence. */
    String trait(String name) {
        return switch (name) {
            case "rhythm", "tickets", "meanTouches", "firstReplyTime", "fullResolutionTime", "sentimentTrend" ->
                wording.text("similar.trait." + name);
            default -> wording.dimensionInside(name);
        };
    }

    private String of(String trait, @Nullable String value) {
        return switch (trait) {
            case "rhythm" -> wording.text("similar.of.rhythm." + value);
            case "sentiment" -> wording.text("similar.of.sentiment." + value);
            case "tickets", "meanTouches", "firstReplyTime", "fullResolutionTime" ->
                wording.text("similar.of." + trait);
            case "pilot" -> wording.text("similar.of.pilot." + value);
            case "industry", "location" -> wording.text("similar.of.from", wording.value(trait, value));
            default -> wording.text("similar.of", wording.dimensionInside(trait), wording.value(trait, value));
        };
    }

    private String value(String unit, Side side) {
        return switch (unit) {
            case SHARE -> percent(side.value());
            case "hours" -> wording.hours(side.value());
            case "replies" -> wording.mean(side.value());
            default -> wording.number(Math.round(side.value()));
        };
    }

    private static double before(Side side) {
        return Objects.requireNonNull(side.before());
    }

    private String percent(double share) {
        return wording.text(SHARE, wording.decimal(100 * share, 0));
    }
}
