package io.supportgenius.server.web.pages;

import io.supportgenius.server.insights.FindingsReport;
import io.supportgenius.server.insights.FindingsReport.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says findings in words: who, how much more, than what, how sure. */
@Component
public class FindingSentences {

    /** What customers are rather than what a ticket is. */
    private static final Set<String> OF_CUSTOMERS = Set.of("industry", "supportTier", "location", "pilot");

    /** Dimensions that sentences have words of their own for. */
    private static final Set<String> WORDED =
            Set.of("industry", "supportTier", "location", "company", "requester", "agent", "channel");

    private static final int TENTHS_UP_TO = 10;
    private static final double NARROW = 0.2;
    private static final double SMALL_P = 0.001;

    private final Wording wording;

    FindingSentences(Wording wording) {
        this.wording = wording;
    }

    /** The whole finding as one sentence, with its interval. */
    public String sentence(Finding finding) {
        return switch (finding.measure()) {
            case FindingsReport.NEGATIVE_SHARE -> {
                double difference = Objects.requireNonNull(finding.difference());
                boolean more = difference > 0;
                yield wording.text(
                        more ? "finding.negativeShare.more" : "finding.negativeShare.fewer",
                        who(finding.segment()),
                        percent(finding.value()),
                        points(Math.abs(difference)),
                        points(more ? finding.low() : -finding.high()),
                        points(more ? finding.high() : -finding.low()));
            }
            case FindingsReport.RESOLUTION_BY_TOUCHES -> Objects.requireNonNull(finding.verdict());
            default ->
                wording.text(
                        "finding." + finding.measure(),
                        who(finding.segment()),
                        times(Objects.requireNonNull(finding.ratio()), finding),
                        times(finding.low(), finding),
                        times(finding.high(), finding));
        };
    }

    /** What the sentence rests on. */
    String evidence(Finding finding) {
        String p = finding.adjustedP() < SMALL_P
                ? wording.text("finding.p.small")
                : wording.text("finding.p", wording.decimal(finding.adjustedP(), 3));
        if (finding.measure().equals(FindingsReport.RESOLUTION_BY_TOUCHES)) {
            return wording.text("finding.evidence.relationship", wording.tickets(finding.measured()), p);
        }
        String n = wording.number(finding.n());
        String all = wording.tickets(finding.n() + finding.nRest());
        String measured = wording.text("finding.measured." + finding.measure(), wording.number(finding.measured()));
        if (finding.measure().equals(FindingsReport.NEGATIVE_SHARE)) {
            return wording.text(
                    "finding.evidence.share",
                    n,
                    all,
                    finding.measured() == finding.n() ? "" : measured,
                    percent(finding.value()),
                    interval(finding.valueLow(), finding.valueHigh()),
                    percent(finding.restValue()),
                    interval(finding.restLow(), finding.restHigh()),
                    p);
        }
        return wording.text(
                "finding.evidence.median",
                n,
                all,
                finding.measured() == finding.n() ? "" : measured,
                wording.hours(finding.value()),
                wording.hours(finding.restValue()),
                p);
    }

    private String interval(@Nullable Double low, @Nullable Double high) {
        return wording.text(
                "sentiment.interval",
                wording.decimal(100 * Objects.requireNonNull(low), 0),
                wording.decimal(100 * Objects.requireNonNull(high), 0));
    }

    private String percent(@Nullable Double share) {
        return wording.text("share", points(Objects.requireNonNull(share)));
    }

    private String points(double share) {
        return wording.decimal(100 * share, 0);
    }

    /** As many digits as count: 0.48, 2.1, 14; one more where the interval is narrow. */
    private String times(double ratio, Finding finding) {
        int digits = ratio < 1 ? 2 : ratio < TENTHS_UP_TO ? 1 : 0;
        return wording.decimal(ratio, finding.high() - finding.low() < NARROW ? Math.max(2, digits) : digits);
    }

    /** The tickets of a segment, as the subject of a sentence. */
    private String who(Map<String, List<String>> segment) {
        var rest = new LinkedHashMap<>(segment);
        List<String> pilot = rest.get("pilot");
        String head;
        if (pilot != null && !pilot.get(0).isEmpty()) {
            rest.remove("pilot");
            head = wording.text("finding.who.pilot." + pilot.get(0));
        } else {
            head = wording.text(
                    OF_CUSTOMERS.containsAll(rest.keySet()) ? "finding.who.customers" : "finding.who.tickets");
        }
        var words = new ArrayList<String>();
        words.add(head);
        rest.forEach((name, values) -> words.add(which(name, values)));
        return String.join(" ", words);
    }

    private String which(String name, List<String> values) {
        String first = values.get(0);
        if (name.equals("hour")) {
            int last = Integer.parseInt(values.get(values.size() - 1));
            return wording.text("finding.who.hours", clock(Integer.parseInt(first)), clock((last + 1) % 24));
        }
        if (name.equals("weekday")) {
            return values.size() > 1
                    ? wording.text("finding.who.weekend")
                    : wording.text("finding.who.weekday", wording.weekday(Integer.parseInt(first)));
        }
        if (first.isEmpty()) {
            String key = OF_CUSTOMERS.contains(name) ? "finding.who.unknown" : "finding.who.missing";
            return wording.text(key, wording.dimensionInside(name));
        }
        return WORDED.contains(name)
                ? wording.text("finding.who." + name, first)
                : wording.text("finding.who.other", wording.dimensionInside(name), first);
    }

    private static String clock(int hour) {
        return String.format(Wording.LOCALE, "%02d:00", hour);
    }
}
