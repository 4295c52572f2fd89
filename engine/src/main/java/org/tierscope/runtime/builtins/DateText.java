package org.tierscope.runtime.builtins;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates to text and back (21.4.1.32, 21.4.4.41). Times are milliseconds since 1970 in UTC, NaN for no date. */
final class DateText {
    private static final Pattern ISO = Pattern.compile(
            "([+-]\\d{6}|\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d+))?)?(Z|[+-]\\d\\d:\\d\\d)?)?");
    /** Year 0 has no sign. */
    private static final Pattern NO_YEAR = Pattern.compile("-000000");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'GMT'xx", Locale.US);
    private static final DateTimeFormatter LOCALE_DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);
    private static final DateTimeFormatter LOCALE_TIME = DateTimeFormatter.ofPattern("h:mm:ss a", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.US);

    private DateText() {}

    private static ZonedDateTime at(double time, ZoneId zone) {
        return Instant.ofEpochMilli((long) time).atZone(zone);
    }

    static String iso(double time) {
        ZonedDateTime date = at(time, ZoneOffset.UTC);
        int year = date.getYear();
        String yearText = year >= 0 && year <= 9999
                ? String.format(Locale.ROOT, "%04d", year)
                : String.format(Locale.ROOT, "%s%06d", year < 0 ? "-" : "+", Math.abs(year));
        return yearText + date.format(DateTimeFormatter.ofPattern("-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT));
    }

    static String date(double time) {
        ZonedDateTime date = at(time, ZoneId.systemDefault());
        return "%s %s %02d %s".formatted(
                date.format(WEEKDAY), date.format(MONTH), date.getDayOfMonth(), year(date));
    }

    private static String year(ZonedDateTime date) {
        return "%s%04d".formatted(date.getYear() < 0 ? "-" : "", Math.abs(date.getYear()));
    }

    static String time(double time) {
        ZonedDateTime date = at(time, ZoneId.systemDefault());
        String zone = date.getZone().getRules().getOffset(date.toInstant()).equals(ZoneOffset.UTC)
                        && date.getZone().getRules().isFixedOffset()
                ? "Coordinated Universal Time"
                : zoneName(date);
        return date.format(TIME) + " (" + zone + ")";
    }

    private static String zoneName(ZonedDateTime date) {
        return DateTimeFormatter.ofPattern("zzzz", Locale.US).withLocale(Locale.US).format(date)
                .replace(date.getZone().getDisplayName(TextStyle.NARROW, Locale.US), date.getZone().getId());
    }

    static String full(double time) {
        return date(time) + " " + time(time);
    }

    static String utc(double time) {
        ZonedDateTime date = at(time, ZoneOffset.UTC);
        return "%s, %02d %s %s %s GMT".formatted(
                date.format(WEEKDAY), date.getDayOfMonth(), date.format(MONTH), year(date), date.format(CLOCK));
    }

    static String localeDate(double time) {
        return at(time, ZoneId.systemDefault()).format(LOCALE_DATE);
    }

    static String localeTime(double time) {
        return at(time, ZoneId.systemDefault()).format(LOCALE_TIME);
    }

    /** Date.parse: the standard's format, else {@link DateParser}'s. */
    static double parse(String text) {
        Matcher iso = ISO.matcher(text.trim());
        if (iso.matches() && !iso.group(1).equals("-000000")) {
            return parseIso(iso);
        }
        return NO_YEAR.matcher(text.trim()).lookingAt() ? Double.NaN : DateParser.parse(text.trim());
    }

    private static double parseIso(Matcher iso) {
        try {
            int day = number(iso.group(3), 1);
            int hour = number(iso.group(4), 0);
            boolean endOfDay = hour == 24 && number(iso.group(5), 0) == 0 && number(iso.group(6), 0) == 0;
            if (day < 1 || day > 31 || hour > 23 && !endOfDay) {
                return Double.NaN;
            }
            // A day that its month does not have counts into the next month, as in V8.
            var local = LocalDateTime.of(
                    Integer.parseInt(iso.group(1)),
                    number(iso.group(2), 1),
                    1,
                    hour % 24,
                    number(iso.group(5), 0),
                    number(iso.group(6), 0),
                    iso.group(7) == null ? 0 : Integer.parseInt((iso.group(7) + "00").substring(0, 3)) * 1_000_000);
            local = local.plusDays(day - 1 + (endOfDay ? 1 : 0));
            String zone = iso.group(8);
            ZoneId id = zone != null ? ZoneOffset.of(zone) : iso.group(4) == null ? ZoneOffset.UTC : ZoneId.systemDefault();
            return local.atZone(id).toInstant().toEpochMilli();
        } catch (java.time.DateTimeException e) {
            return Double.NaN;
        }
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
