package io.supportgenius.server.importing;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of one date apart by hand: a column of a million cells is read twice, and a formatter that fails by
 * exception would cost more than the rest of an import.
 *
 * <p>Grammar: {@code number sep number sep number [T|space|, time]} with {@code sep} one of {@code / - .}, or eight or
 * fourteen digits, or nine to thirteen digits since 1970; time is {@code H:mm[:ss[.fraction]] [AM|PM] [offset]}, offset is
 * {@code Z}, {@code UTC}, {@code GMT} or {@code +hh[[:]mm]}.
 */
final class DateScanner {
    private final String text;
    private int at;

    private long first;
    private int second;
    private int third;
    private int digits;
    private boolean timed;
    private boolean halfDay;
    private int hour;
    private int minute;
    private int secondOfMinute;
    private int nano;
    private @Nullable ZoneOffset offset;

    DateScanner(String text) {
        this.text = text.strip();
    }

    @Nullable
    DateParts scan() {
        // No date is shorter than 1/1/15 or longer than an ISO time with nanoseconds, a marker and an offset.
        if (text.length() < 6 || text.length() > 48 || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        boolean read = numberEnd(0) >= 8 ? bareNumber() : date() && (atEnd() || time());
        if (!read || !atEnd()) {
            return null;
        }
        return new DateParts(first, second, third, digits, timed, halfDay, hour, minute, secondOfMinute, nano, offset);
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
        // Spreadsheets and data frames write whole numbers as 1717490000.0
        if (text.startsWith(".", at)) {
            at++;
            while (!atEnd() && text.charAt(at) == '0') {
                at++;
            }
        }
        return true;
    }

    private boolean compact(int end) {
        first = Integer.parseInt(text, 0, 4, 10);
        second = Integer.parseInt(text, 4, 6, 10);
        third = Integer.parseInt(text, 6, 8, 10);
        digits = 4 * 100 + 2;
        at = 8;
        if (end == 14) {
            timed = true;
            hour = Integer.parseInt(text, 8, 10, 10);
            minute = Integer.parseInt(text, 10, 12, 10);
            secondOfMinute = Integer.parseInt(text, 12, 14, 10);
            at = 14;
        }
        return hour < 24 && minute < 60 && secondOfMinute < 60;
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
        second = number(2);
        if (second < 0 || atEnd() || text.charAt(at) != separator) {
            return false;
        }
        at++;
        int lastStart = at;
        third = number(4);
        int lastDigits = at - lastStart;
        digits = firstDigits * 100 + lastDigits;
        return third >= 0 && (firstDigits == 4 ? lastDigits <= 2 : lastDigits == 2 || lastDigits == 4);
    }

    private boolean time() {
        if (!skipBetweenDateAndTime()) {
            return false;
        }
        timed = true;
        hour = number(2);
        if (hour < 0 || !take(':')) {
            return false;
        }
        int minuteStart = at;
        minute = number(2);
        if (at - minuteStart != 2 || minute > 59 || !seconds()) {
            return false;
        }
        skipSpaces();
        return halfDayClock() && offset();
    }

    private boolean skipBetweenDateAndTime() {
        int start = at;
        if (take('T') || take('t')) {
            return true;
        }
        take(',');
        skipSpaces();
        return at > start;
    }

    private boolean seconds() {
        if (!take(':')) {
            return true;
        }
        int start = at;
        secondOfMinute = number(2);
        if (at - start != 2 || secondOfMinute > 59) {
            return false;
        }
        if (take('.') || take(',')) {
            int fractionStart = at;
            int end = numberEnd(at);
            for (int digit = 0; digit < 9; digit++) {
                int position = fractionStart + digit;
                nano = nano * 10 + (position < end ? text.charAt(position) - '0' : 0);
            }
            at = end;
            return end > fractionStart;
        }
        return true;
    }

    private boolean halfDayClock() {
        if (atEnd()) {
            return hour < 24;
        }
        char letter = Character.toLowerCase(text.charAt(at));
        if (letter != 'a' && letter != 'p') {
            return hour < 24;
        }
        at++;
        take('.');
        if (!take('m') && !take('M')) {
            return false;
        }
        take('.');
        if (hour > 12) {
            return false;
        }
        halfDay = true;
        hour = hour % 12 + (letter == 'p' ? 12 : 0);
        skipSpaces();
        return true;
    }

    private boolean offset() {
        if (atEnd()) {
            return true;
        }
        if (take('Z') || take('z') || takeWord("UTC") || takeWord("GMT")) {
            offset = ZoneOffset.UTC;
            return true;
        }
        int sign = take('+') ? 1 : take('-') ? -1 : 0;
        int start = at;
        int hours = number(2);
        if (sign == 0 || at - start != 2 || hours > 18) {
            return false;
        }
        take(':');
        int minutes = 0;
        if (!atEnd()) {
            start = at;
            minutes = number(2);
            if (at - start != 2 || minutes > 59 || (hours == 18 && minutes > 0)) {
                return false;
            }
        }
        offset = ZoneOffset.ofTotalSeconds(sign * (hours * 60 + minutes) * 60);
        return true;
    }

    private int numberEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** The next number of at most so many digits, or -1 where there is none. */
    private int number(int longest) {
        int start = at;
        int value = 0;
        while (!atEnd() && at - start < longest && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + text.charAt(at) - '0';
            at++;
        }
        return at == start ? -1 : value;
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

    private void skipSpaces() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= text.length();
    }
}
