package org.tierscope.runtime.builtins;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Dates as people write them, where they are not in the standard's format: what {@code toString} and {@code toUTCString} give, and
 * most others that browsers read. Numbers before a colon are times; other numbers are year, month and day in whatever
 * order makes sense; words are months, zones, AM and PM; others may only stand before the first number, as names of days do.
 */
final class DateParser {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String[] ZONES = {"utc", "gmt", "z", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"};
    private static final int[] ZONE_HOURS = {0, 0, 0, -5, -4, -6, -5, -7, -6, -8, -7};
    private static final int MAX_NUMBER = 999_999_999;

    private final String text;
    private int at;
    private boolean readNumber;
    private final int[] day = new int[3];
    private int dayCount;
    private int month = -1;
    private final int[] time = new int[4];
    private int timeCount;
    private boolean timeOpen;
    private int noon = -1;
    private int zoneSign;
    private int zoneMinutes;
    private boolean zoned;

    private DateParser(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** Milliseconds since 1970, NaN where the text is no date. */
    static double parse(String text) {
        var parser = new DateParser(text);
        return parser.read() ? parser.result() : Double.NaN;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char c) {
        boolean found = peek() == c && at < text.length();
        at += found ? 1 : 0;
        return found;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean read() {
        while (at < text.length()) {
            char c = peek();
            if (isDigit(c)) {
                if (!number()) {
                    return false;
                }
            } else if (Character.isLetter(c)) {
                if (!word()) {
                    return false;
                }
            } else if (c == '(') {
                comment();
            } else if ((c == '+' || c == '-') && (zoned || timeCount > 0)) {
                at++;
                zoneOffset(c == '+' ? 1 : -1);
            } else if ((c == '+' || c == '-' || c == ')') && readNumber) {
                return false;
            } else {
                at++;
            }
        }
        return dayCount > 0;
    }

    private void comment() {
        int depth = 0;
        do {
            depth += peek() == '(' ? 1 : peek() == ')' ? -1 : 0;
            at++;
        } while (depth > 0 && at < text.length());
    }

    /** The digits here, limited; how many there were is the change of {@link #at}. */
    private int digits() {
        long value = 0;
        while (isDigit(peek())) {
            value = Math.min(10 * value + text.charAt(at++) - '0', MAX_NUMBER);
        }
        return (int) value;
    }

    private boolean number() {
        readNumber = true;
        int value = digits();
        if (take(':')) {
            if (peek() == ':' || timeCount == 3) {
                return false;
            }
            timeOpen = true;
            time[timeCount++] = value;
            return true;
        }
        if (timeOpen && timeCount < 3) {
            time[timeCount++] = value;
            timeOpen = false;
            if (timeCount == 3 && take('.')) {
                if (!isDigit(peek())) {
                    return false;
                }
                time[timeCount++] = milliseconds();
            }
            return at >= text.length() || !isDigit(peek()) && peek() != ':' && peek() != '.';
        }
        if (dayCount == day.length) {
            return false;
        }
        day[dayCount++] = value;
        take('-');
        return true;
    }

    private int milliseconds() {
        int start = at;
        digits();
        String fraction = text.substring(start, at) + "00";
        return Integer.parseInt(fraction.substring(0, 3));
    }

    private boolean word() {
        int start = at;
        while (Character.isLetter(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        take('.');
        if (word.equals("am") || word.equals("pm")) {
            noon = word.equals("pm") ? 12 : 0;
            return timeCount > 0;
        }
        if (word.equals("t") && readNumber) {
            return true;
        }
        int name = word.length() >= 3 ? MONTHS.indexOf(word.substring(0, 3)) : -1;
        if (name >= 0 && name % 3 == 0) {
            month = name / 3;
            take('-');
            return true;
        }
        for (int i = 0; i < ZONES.length; i++) {
            if (word.equals(ZONES[i]) && readNumber) {
                zoned = true;
                zoneMinutes = 60 * ZONE_HOURS[i];
                return true;
            }
        }
        return !readNumber;
    }

    /** After a sign: hours, hours and minutes as one number, or with a colon between them. */
    private void zoneOffset(int sign) {
        int start = at;
        int value = digits();
        int length = at - start;
        int minutes = length <= 2 ? 60 * value : 60 * (value / 100) + value % 100;
        if (length <= 2 && take(':')) {
            minutes += digits();
        }
        zoned = true;
        zoneSign = sign;
        zoneMinutes = minutes;
    }

    private double result() {
        for (int i = dayCount; i < day.length; i++) {
            day[i] = 1;
        }
        boolean yearFirst = day[0] < 1 || day[0] > 31;
        int year;
        int monthNumber;
        int dayNumber;
        if (month >= 0) {
            monthNumber = month + 1;
            year = yearFirst ? day[0] : day[1];
            dayNumber = yearFirst ? day[1] : day[0];
        } else {
            year = yearFirst ? day[0] : day[2];
            monthNumber = yearFirst ? day[1] : day[0];
            dayNumber = yearFirst ? day[2] : day[1];
        }
        if (year < 100) {
            year += year < 50 ? 2000 : 1900;
        }
        if (noon >= 0) {
            if (time[0] < 1 || time[0] > 12) {
                return Double.NaN;
            }
            time[0] = time[0] % 12 + noon;
        }
        boolean endOfDay = time[0] == 24 && time[1] == 0 && time[2] == 0 && time[3] == 0;
        if (dayNumber < 1 || dayNumber > 31) {
            return Double.NaN;
        }
        try {
            // A day that its month does not have counts into the next month.
            LocalDate date = LocalDate.of(year, monthNumber, 1).plusDays(dayNumber - 1 + (endOfDay ? 1 : 0));
            LocalTime clock = LocalTime.of(endOfDay ? 0 : time[0], time[1], time[2], time[3] * 1_000_000);
            LocalDateTime local = date.atTime(clock);
            if (!zoned) {
                return local.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
            }
            int offset = zoneSign == 0 ? zoneMinutes : zoneSign * zoneMinutes;
            return local.toInstant(ZoneOffset.UTC).toEpochMilli() - 60_000.0 * offset;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
