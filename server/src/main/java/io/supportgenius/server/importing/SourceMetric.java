package io.supportgenius.server.importing;

import io.supportgenius.server.ticket.TicketTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column in which a helpdesk states a figure that we compute ourselves from times. Figures in business hours are none of these: they
 * measure something else under the same name.
 *
 * @param metric which figure
 * @param unit of its numbers; null where its cells state it themselves
 * @param column the column's name
 */
public record SourceMetric(Metric metric, @Nullable DurationUnit unit, String column) {
    private static final String CALENDAR = "calendar";
    /** ServiceNow's durations from opening to closing are seconds without saying so. */
    private static final String SERVICENOW_SECONDS = "calendarstc";

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double MINUTE = 60;
    private static final int THOUSANDS = 3;

    /** The figures that are compared. */
    public enum Metric {
        FIRST_REPLY_TIME(
                "firstReplyTime",
                "(?:first|initial)(?:reply|response)time|metricsetreplytime|timetofirst(?:reply|response)"),
        FIRST_RESOLUTION_TIME(
                "firstResolutionTime", "(?:metricset)?firstresolutiontime|timetofirst(?:resolution|close)"),
        FULL_RESOLUTION_TIME(
                "fullResolutionTime",
                "(?:metricset)?(?:full|total)?(?:resolution|resolve)time|timeto(?:full)?(?:resolution|resolve|solve)"
                        + "|calendarstc|calendarduration");

        private final String apiName;
        private final Pattern names;

        Metric(String apiName, String names) {
            this.apiName = apiName;
            this.names = Pattern.compile(names);
        }

        /** The name in reports. */
        public String apiName() {
            return apiName;
        }

        private @Nullable Instant end(TicketTimes times) {
            return switch (this) {
                case FIRST_REPLY_TIME -> times.firstReply();
                case FIRST_RESOLUTION_TIME -> times.firstSolved();
                case FULL_RESOLUTION_TIME -> times.solved();
            };
        }
    }

    /**
     * The metric that a column of this name holds.
     *
     * @return empty if it holds none, or one in business hours
     */
    public static Optional<SourceMetric> of(String column) {
        String name = HeaderName.normalise(column);
        if (name.contains("business")) {
            return Optional.empty();
        }
        boolean calendar = name.endsWith(CALENDAR) && !name.equals(CALENDAR);
        String stated = calendar ? name.substring(0, name.length() - CALENDAR.length()) : name;
        String figure = DurationUnit.withoutUnit(stated);
        return Stream.of(Metric.values())
                .filter(metric -> metric.names.matcher(figure).matches()
                        || metric.names.matcher(stated).matches())
                .findFirst()
                .map(metric -> new SourceMetric(
                        metric,
                        name.equals(SERVICENOW_SECONDS) ? DurationUnit.SECONDS : DurationUnit.ofHeader(stated),
                        column));
    }

    /**
     * Compares a value of the source with ours.
     *
     * @param value as the source writes it
     * @return empty where one of them is missing or the value is no duration
     */
    public Optional<Comparison> compare(String value, TicketTimes times) {
        Instant end = metric.end(times);
        Duration stated = read(value);
        if (times.created() == null || end == null || stated == null) {
            return Optional.empty();
        }
        double ours = Duration.between(times.created(), end).toMillis() / 1000.0;
        double theirs = stated.toMillis() / 1000.0;
        return Optional.of(new Comparison(
                ours / SECONDS_PER_HOUR, theirs / SECONDS_PER_HOUR, Math.abs(theirs - ours) <= rounding(value)));
    }

    private @Nullable Duration read(String value) {
        Duration written = DurationText.read(value, column);
        if (written != null || unit == null) {
            return written;
        }
        Double number = style(value).read(value);
        return number == null ? null : unit.times(number);
    }

    /**
     * How a single value writes its decimals, of which no column bears witness here: a comma alone separates them, unless three digits behind it look like
     * thousands; of both signs the last one does.
     */
    private static NumberStyle style(String value) {
        int comma = value.lastIndexOf(',');
        if (comma < 0) {
            return NumberStyle.POINT;
        }
        boolean decimals = value.indexOf('.') < 0
                ? value.indexOf(',') == comma && value.length() - comma - 1 != THOUSANDS
                : comma > value.lastIndexOf('.');
        return decimals ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    /** Seconds by which a value may differ because it was rounded: one unit of its last digit, at least a minute. */
    private double rounding(String value) {
        if (unit == null || value.indexOf(':') >= 0) {
            return MINUTE;
        }
        int point = value.indexOf(style(value) == NumberStyle.COMMA ? ',' : '.');
        int digits = point < 0 ? 0 : value.length() - point - 1;
        return Math.max(MINUTE, unit.inSeconds() * Math.pow(10, -digits));
    }

    /**
     * One figure of one ticket twice.
     *
     * @param oursHours computed from the times
     * @param sourceHours as the source states it
     * @param equal within a minute, or within one unit of the last digit that the source gives
     */
    public record Comparison(double oursHours, double sourceHours, boolean equal) {}
}
