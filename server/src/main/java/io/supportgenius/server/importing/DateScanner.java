package io.supportgenius.server.importing;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of one date apart by hand: a column of a million cells is read twice, and a formatter that fails by
 * exception would cost more than the rest of an import.
 *
 * <p>Grammar: {@code date [T|space|,|word] [time]}. A date is {@code number sep number sep number} with {@code sep} one of
 * {@code / - .}, or eight or fourteen digits, or nine to thirteen digits since 1970, or a day, the name of a month and a year in any
 * order, among weekdays and joints in seven languages. A time is {@code H:mm[:ss[.fraction]] [AM|PM] [offset]}, also with {@code h}
 * or a point for the first colon; an offset is {@code Z}, {@code UTC}, {@code GMT}, {@code +h[h][[:]mm]}, or an abbreviation that
 * means one offset everywhere. What stands in brackets behind an offset repeats it.
 */
final class DateScanner {
    // No date is shorter than 1/1/15 or longer than a weekday, a month, a time with nanoseconds and a zone written out.
    private static final int SHORTEST = 6;
    private static final int LONGEST = 72;

    private final String text;
    private int at;

    private long first;
    private int second;
    private int third;
    private int digits;
    private boolean worded;
    private boolean timed;
    private boolean halfDay;
    private int hour;
    private int minute;
    private int secondOfMinute;
    private int nano;
    private @Nullable ZoneOffset offset;
    private @Nullable String unsureZone;

    DateScanner(String text) {
        this.text = text.strip();
    }

    @Nullable
    DateParts scan() {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return null;
        }
        boolean read;
        if (!digitAt(0)) {
            read = Character.isLetter(text.charAt(0)) && hasDigit() && worded();
        } else if (numberEnd(0) >= 8) {
            read = bareNumber();
        } else if (date()) {
            read = atEnd() || time();
        } else {
            at = 0;
            read = worded();
        }
        if (!read || !atEnd() || unsureZone != null) {
            return null;
        }
        return new DateParts(
                first, second, third, digits, worded, timed, halfDay, hour, minute, secondOfMinute, nano, offset);
    }

    /** The abbreviation of a zone for which a date was not read because it means several offsets; null where there is none. */
    @Nullable
    String unsureZone() {
        return atEnd() ? unsureZone : null;
    }

    private boolean hasDigit() {
        for (int i = 1; i < text.length(); i++) {
            if (digitAt(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean bareNumber() {
        int end = numberEnd(0);
        if (end == 8 || end == 14) {
            return compact(end);
        }
        if (end < 9 || end > 13 || end == 11) {
            return false;
        }
        first = Long.parseLong(text, 0, end, 10);
        digits = end;
        timed = true;
        at = end;
        offset = ZoneOffset.UTC;
        // Data frames write whole numbers as 1717490000.0, and fractions of a second behind the point.
        if (take('.')) {
            return fraction();
        }
        return true;
    }

    private boolean compact(int end) {
        first = Integer.parseInt(text, 0, 4, 10);
        second = Integer.parseInt(text, 4, 6, 10);
        third = Integer.parseInt(text, 6, 8, 10);
        digits = DateParts.COMPACT;
        at = 8;
        if (end == 14) {
            timed = true;
            hour = Integer.parseInt(text, 8, 10, 10);
            minute = Integer.parseInt(text, 10, 12, 10);
            secondOfMinute = Integer.parseInt(text, 12, 14, 10);
            at = 14;
            if (hour >= 24 || minute >= 60 || secondOfMinute >= 60) {
                return false;
            }
            return atEnd() || offset();
        }
        return atEnd() || time();
    }

    private boolean date() {
        int firstStart = at;
        first = number(4);
        int firstDigits = at - firstStart;
        if (first < 0 || firstDigits == 3 || atEnd()) {
            return false;
        }
        char separator = text.charAt(at);
        if (separator != '/' && separator != '-' && separator != '.') {
            return false;
        }
        at++;
        skipSpaces();
        second = number(2);
        if (second < 0 || atEnd() || text.charAt(at) != separator) {
            return false;
        }
        at++;
        skipSpaces();
        int lastStart = at;
        third = number(4);
        int lastDigits = at - lastStart;
        digits = firstDigits * 100 + lastDigits;
        return third >= 0 && (firstDigits == 4 ? lastDigits <= 2 : lastDigits == 2 || lastDigits == 4);
    }

    /** A date with the name of a month; its numbers come before and behind it, and the year also behind the time. */
    private boolean worded() {
        worded = true;
        int month = 0;
        boolean weekdayToo = false;
        int numbers = 0;
        int[] values = new int[2];
        int[] lengths = new int[2];
        while (!atEnd() && (numbers < 2 || month == 0)) {
            char sign = text.charAt(at);
            if (Character.isLetter(sign)) {
                String word = word();
                int named = DateWords.month(word);
                if (named > 0 && (month == 0 || weekdayToo)) {
                    month = named;
                    weekdayToo = DateWords.weekdayToo(word);
                } else if (named == 0 && !DateWords.passed(word)) {
                    return false;
                } else if (named > 0 && !DateWords.weekdayToo(word)) {
                    return false;
                }
            } else if (digitAt(at)) {
                if (timeFollows()) {
                    break;
                }
                if (numbers == 2) {
                    return false;
                }
                int start = at;
                values[numbers] = number(4);
                lengths[numbers++] = at - start;
            } else if (!joins(sign)) {
                return false;
            } else {
                at++;
            }
        }
        if (month == 0 || numbers == 0) {
            return false;
        }
        boolean read = atEnd() || (text.charAt(at) == '.' && at + 1 == text.length() && take('.')) || time();
        if (read && numbers == 1) {
            skipSpaces();
            int start = at;
            values[1] = number(4);
            lengths[1] = at - start;
            numbers = lengths[1] == 4 ? 2 : 1;
        }
        boolean yearFirst = lengths[0] == 4;
        int yearLength = yearFirst ? lengths[0] : lengths[1];
        first = values[yearFirst ? 1 : 0];
        second = month;
        third = values[yearFirst ? 0 : 1];
        digits = lengths[yearFirst ? 1 : 0] * 100 + yearLength;
        return read && numbers == 2 && digits < 300 && (yearLength == 4 || yearLength == 2);
    }

    private boolean timeFollows() {
        int end = numberEnd(at);
        return end - at <= 2 && end + 1 < text.length() && text.charAt(end) == ':' && digitAt(end + 1);
    }

    private static boolean joins(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || sign == ','
                || sign == '.'
                || sign == '-'
                || sign == '/'
                || sign == '\''
                || sign == '\u00b0';
    }

    private boolean time() {
        if (!skipBetweenDateAndTime()) {
            return false;
        }
        timed = true;
        hour = number(2);
        if (hour < 0) {
            return false;
        }
        int behindHour = at;
        if (!minutes()) {
            // An hour alone is one only with its half of the day: 3 PM.
            at = behindHour;
            skipSpaces();
            return halfDayClock() && halfDay && offset();
        }
        skipSpaces();
        if (!halfDayClock()) {
            return false;
        }
        skipWordBehindTime();
        return offset();
    }

    private boolean minutes() {
        boolean point = false;
        if (take('h') || take('H')) {
            if (atEnd()) {
                return true;
            }
        } else if (!take(':')) {
            point = take('.');
            if (!point) {
                return false;
            }
        }
        int start = at;
        minute = number(2);
        if (at - start != 2 || minute > 59) {
            return false;
        }
        return point && !atEnd() && text.charAt(at) == '.' ? seconds('.') : seconds(':');
    }

    private boolean skipBetweenDateAndTime() {
        int start = at;
        if (!atEnd() && (text.charAt(at) == 'T' || text.charAt(at) == 't') && digitAt(at + 1)) {
            at++;
            return true;
        }
        while (!atEnd() && !digitAt(at)) {
            char sign = text.charAt(at);
            if (Character.isLetter(sign)) {
                if (!DateWords.beforeTime(word())) {
                    return false;
                }
            } else if (sign == ',' || sign == '@' || sign == '|' || space(sign) || dashBetweenSpaces()) {
                at++;
            } else {
                return false;
            }
        }
        return at > start || worded;
    }

    /** A dash that touches the number behind it is the sign of an offset. */
    private boolean dashBetweenSpaces() {
        return text.charAt(at) == '-' && at + 1 < text.length() && space(text.charAt(at + 1));
    }

    private boolean seconds(char separator) {
        if (!take(separator)) {
            return true;
        }
        int start = at;
        secondOfMinute = number(2);
        if (at - start != 2 || secondOfMinute > 59) {
            return false;
        }
        return !(take('.') || take(',')) || fraction();
    }

    private boolean fraction() {
        int fractionStart = at;
        int end = numberEnd(at);
        for (int digit = 0; digit < 9; digit++) {
            int position = fractionStart + digit;
            nano = nano * 10 + (position < end ? text.charAt(position) - '0' : 0);
        }
        at = end;
        return end > fractionStart;
    }

    private boolean halfDayClock() {
        if (atEnd()) {
            return hour < 24;
        }
        int start = at;
        char letter = Character.toLowerCase(text.charAt(at));
        if (letter == 'a' || letter == 'p') {
            at++;
            take('.');
            skipSpaces();
            if ((take('m') || take('M')) && (atEnd() || !Character.isLetter(text.charAt(at)))) {
                take('.');
                if (hour > 12) {
                    return false;
                }
                halfDay = true;
                hour = hour % 12 + (letter == 'p' ? 12 : 0);
                skipSpaces();
                return true;
            }
            at = start;
        }
        return hour < 24;
    }

    private void skipWordBehindTime() {
        int start = at;
        if (!atEnd() && Character.isLetter(text.charAt(at)) && !DateWords.afterTime(word())) {
            at = start;
        }
        skipSpaces();
    }

    private boolean offset() {
        skipSpaces();
        if (atEnd()) {
            return true;
        }
        boolean universal =
                take('Z') || take('z') || takeWord("UTC") || takeWord("GMT") || takeWord("(UTC)") || takeWord("(GMT)");
        if (universal) {
            offset = ZoneOffset.UTC;
        } else if (zoneName()) {
            skipBrackets();
            return true;
        }
        if (!atEnd() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            return signedOffset() && skipBrackets();
        }
        skipSpaces();
        // The Unix way of writing a date puts its year behind the zone.
        return worded && digitAt(at) || universal && skipBrackets() && atEnd();
    }

    /** Two to five capital letters at the end, or before a year that stands behind them. */
    private boolean zoneName() {
        int start = at;
        while (!atEnd() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            at++;
        }
        boolean name = at - start >= 2 && at - start <= 5 && (atEnd() || text.charAt(at) == ' ');
        if (!name) {
            at = start;
            return false;
        }
        String abbreviation = text.substring(start, at);
        offset = DateWords.zone(abbreviation);
        if (offset == null) {
            unsureZone = abbreviation;
        }
        return true;
    }

    private boolean signedOffset() {
        int sign = take('+') ? 1 : take('-') ? -1 : 0;
        int start = at;
        int hours = number(2);
        if (at == start || hours > 18 || (at - start == 1 && offset == null)) {
            return false;
        }
        take(':');
        int minutes = 0;
        if (digitAt(at)) {
            start = at;
            minutes = number(2);
            if (at - start != 2 || minutes > 59 || (hours == 18 && minutes > 0)) {
                return false;
            }
        }
        offset = ZoneOffset.ofTotalSeconds(sign * (hours * 60 + minutes) * 60);
        return true;
    }

    /** What stands in brackets behind an offset is the zone's name. */
    private boolean skipBrackets() {
        skipSpaces();
        if (!atEnd()) {
            char open = text.charAt(at);
            char close = text.charAt(text.length() - 1);
            if ((open == '(' && close == ')') || (open == '[' && close == ']')) {
                at = text.length();
            }
        }
        return true;
    }

    private boolean digitAt(int position) {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private int numberEnd(int from) {
        int end = from;
        while (digitAt(end)) {
            end++;
        }
        return end;
    }

    /** The next number of at most so many digits, or -1 where there is none. */
    private int number(int longest) {
        int start = at;
        int value = 0;
        while (at - start < longest && digitAt(at)) {
            value = value * 10 + text.charAt(at) - '0';
            at++;
        }
        return at == start ? -1 : value;
    }

    private String word() {
        int start = at;
        while (!atEnd()
                && (Character.isLetter(text.charAt(at))
                        || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK)) {
            at++;
        }
        return DateWords.folded(text.substring(start, at));
    }

    private boolean take(char wanted) {
        if (!atEnd() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean takeWord(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    private static boolean space(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private void skipSpaces() {
        while (!atEnd() && space(text.charAt(at))) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= text.length();
    }
}
