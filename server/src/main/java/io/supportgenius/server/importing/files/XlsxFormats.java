package io.supportgenius.server.importing.files;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a workbook are meant: its cells know days since 1900 and fractions of them, and only their format tells that such a number is a
 * date, a time, or a number after all.
 */
final class XlsxFormats {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Day 60 is the 29 February 1900 that never was; before it all days are one later than counted from the epoch. */
    private static final int LEAP_DAY = 60;

    private static final long LAST_DAY = 2_958_465;
    private static final long MILLISECONDS_PER_DAY = 86_400_000;
    private static final long MILLISECONDS_PER_SECOND = 1_000;
    /** Fractions of a day cannot write every second exactly. */
    private static final long INEXACT = 2;

    private static final int MOST_ZEROS = 400;

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FINE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");
    private static final Pattern HALF_DAY = Pattern.compile("am/pm|a/p");

    private final List<Kind> kinds;
    private final boolean from1904;

    private XlsxFormats(List<Kind> kinds, boolean from1904) {
        this.kinds = kinds;
        this.from1904 = from1904;
    }

    /** Reads the formats of a workbook. */
    static XlsxFormats of(XlsxPackage workbook) throws IOException, XMLStreamException {
        List<Kind> kinds = new ArrayList<>();
        if (workbook.styles() == null) {
            return new XlsxFormats(kinds, workbook.from1904());
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        try (InputStream input = workbook.archive().stream(workbook.styles())) {
            XMLStreamReader reader = Xml.reader(input);
            for (String name = Xml.nextStart(reader, "styleSheet");
                    name != null;
                    name = Xml.nextStart(reader, "styleSheet")) {
                switch (name) {
                    case "numFmt" ->
                        codes.put(
                                number(Xml.attribute(reader, "numFmtId")),
                                String.valueOf(Xml.attribute(reader, "formatCode")));
                    case "cellXfs" -> ofCells = true;
                    case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells = false;
                    case "xf" -> {
                        if (ofCells) {
                            kinds.add(kind(number(Xml.attribute(reader, "numFmtId")), codes));
                        }
                    }
                    default -> {}
                }
            }
        }
        return new XlsxFormats(kinds, workbook.from1904());
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Formats below 164 have no code in the file (ECMA-376 part 1, 18.8.30). */
    private static Kind kind(int id, Map<Integer, String> codes) {
        String code = codes.get(id);
        if (code != null) {
            return kind(code);
        }
        if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
            return Kind.DATE;
        }
        if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
            return Kind.DURATION;
        }
        return id == 22 ? Kind.DATE : Kind.NUMBER;
    }

    /** What a format code makes of a number. */
    static Kind kind(String formatCode) {
        String code = formatCode.toLowerCase(Locale.ROOT);
        if (code.startsWith("general")) {
            return Kind.NUMBER;
        }
        String letters = LITERALS.matcher(code).replaceAll("");
        int section = letters.indexOf(';');
        String first = section < 0 ? letters : letters.substring(0, section);
        Matcher elapsed = ELAPSED.matcher(first);
        if (elapsed.find()) {
            return Kind.DURATION;
        }
        String plain = HALF_DAY.matcher(first).replaceAll("");
        boolean days = plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0;
        boolean hours = plain.indexOf('h') >= 0 || plain.indexOf('s') >= 0;
        if (days || (plain.indexOf('m') >= 0 && !hours)) {
            return Kind.DATE;
        }
        return hours ? Kind.DURATION : Kind.NUMBER;
    }

    /**
     * The text of a number.
     *
     * @param style index of the cell's style
     * @return ISO date or date with time, hours:minutes:seconds of a time, else the number with all its digits
     */
    String text(String number, int style) {
        BigDecimal value;
        try {
            value = new BigDecimal(number.strip());
        } catch (NumberFormatException noNumber) {
            return number;
        }
        Kind kind = style >= 0 && style < kinds.size() ? kinds.get(style) : Kind.NUMBER;
        return switch (kind) {
            case DATE -> date(value);
            case DURATION -> duration(value);
            case NUMBER -> plain(value);
        };
    }

    private static String plain(BigDecimal value) {
        BigDecimal shown = value.scale() > 0 || value.precision() > SHOWN.getPrecision() + 4
                ? value.round(SHOWN).stripTrailingZeros()
                : value;
        return outsized(shown) ? shown.toString() : shown.toPlainString();
    }

    /** Whether it has so many zeros that writing them would take all memory, or computing them all day. */
    private static boolean outsized(BigDecimal value) {
        return Math.abs((long) value.scale()) > MOST_ZEROS;
    }

    private String date(BigDecimal value) {
        if (outsized(value) || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
            return plain(value);
        }
        long milliseconds = milliseconds(value);
        long day = milliseconds / MILLISECONDS_PER_DAY;
        long rest = milliseconds % MILLISECONDS_PER_DAY;
        if (day == 0 && !from1904) {
            // An empty cell with the format of a date is day 0; what looks like a time of it is one.
            return rest == 0 ? "1900-01-01" : duration(value);
        }
        LocalDate date = from1904 ? EPOCH_1904.plusDays(day) : EPOCH.plusDays(day < LEAP_DAY ? day + 1 : day);
        if (rest == 0) {
            return date.toString();
        }
        LocalDateTime time = date.atStartOfDay().plusNanos(rest * 1_000_000);
        return (rest % MILLISECONDS_PER_SECOND == 0 ? TIME : FINE_TIME).format(time);
    }

    private static long milliseconds(BigDecimal days) {
        long milliseconds = days.multiply(BigDecimal.valueOf(MILLISECONDS_PER_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        long beyond = Math.floorMod(milliseconds, MILLISECONDS_PER_SECOND);
        if (beyond <= INEXACT) {
            return milliseconds - beyond;
        }
        return beyond >= MILLISECONDS_PER_SECOND - INEXACT
                ? milliseconds + MILLISECONDS_PER_SECOND - beyond
                : milliseconds;
    }

    private static String duration(BigDecimal days) {
        if (outsized(days) || days.abs().compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return plain(days);
        }
        long seconds = Math.round(milliseconds(days.abs()) / (double) MILLISECONDS_PER_SECOND);
        return String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d",
                days.signum() < 0 ? "-" : "",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60);
    }

    /** What a number is meant as. */
    enum Kind {
        NUMBER,
        /** A day, with or without a time. */
        DATE,
        /** Hours, minutes and seconds that may run past a day. */
        DURATION
    }
}
