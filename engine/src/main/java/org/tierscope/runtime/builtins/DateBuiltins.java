package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.DoubleFunction;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Conversions;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Date (21.4). A date object's field is its time value. */
final class DateBuiltins {
    private static final double MS_PER_DAY = 86_400_000;
    private static final double MAX_TIME = 8.64e15;

    /** The parts of a date that getters and setters name, in the order in which setters take them. */
    private static final String[] PARTS = {"FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"};

    private static final int DAY_OF_WEEK = 7;

    private DateBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder prototype = ObjectBuilder.intrinsic(vm, Intrinsic.DATE_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .method("getTime", 0, (v, fp, argc) -> Value.number(time(v, fp)))
                .method("valueOf", 0, (v, fp, argc) -> Value.number(time(v, fp)))
                .method("setTime", 1, (v, fp, argc) -> {
                    self(v, fp);
                    return setTime(v, fp, v.conversions().toDouble(argument(fp, argc, 0)));
                })
                .method("getTimezoneOffset", 0, (v, fp, argc) -> timezoneOffset(time(v, fp)))
                .method("toISOString", 0, DateBuiltins::toIsoString)
                .method("toJSON", 1, DateBuiltins::toJson)
                .method("toString", 0, text(DateText::full))
                .method("toDateString", 0, text(DateText::date))
                .method("toTimeString", 0, text(DateText::time))
                .method("toUTCString", 0, text(DateText::utc))
                .method("toLocaleDateString", 0, text(DateText::localeDate))
                .method("toLocaleTimeString", 0, text(DateText::localeTime))
                .method("toLocaleString", 0, text(t -> DateText.localeDate(t) + ", " + DateText.localeTime(t)))
                .fixedMethod(vm.names().symbolToPrimitive, "[Symbol.toPrimitive]", 1, DateBuiltins::toPrimitive, Attributes.CONFIGURABLE);
        for (int i = 0; i < PARTS.length; i++) {
            int part = i;
            int length = i == 3 ? 4 : i == 0 || i == 4 ? 3 : i == 1 || i == 5 ? 2 : 1;
            prototype
                    .method("get" + PARTS[i], 0, (v, fp, argc) -> get(v, fp, part, false))
                    .method("getUTC" + PARTS[i], 0, (v, fp, argc) -> get(v, fp, part, true))
                    .method("set" + PARTS[i], length, (v, fp, argc) -> set(v, fp, argc, part, false))
                    .method("setUTC" + PARTS[i], length, (v, fp, argc) -> set(v, fp, argc, part, true));
        }
        prototype
                .alias("toGMTString", "toUTCString")
                .method("getYear", 0, DateBuiltins::getYear)
                .method("setYear", 1, DateBuiltins::setYear)
                .method("getDay", 0, (v, fp, argc) -> get(v, fp, DAY_OF_WEEK, false))
                .method("getUTCDay", 0, (v, fp, argc) -> get(v, fp, DAY_OF_WEEK, true));
        ObjectBuilder.constructor(vm, "Date", 7, DateBuiltins::construct, Intrinsic.DATE_PROTOTYPE)
                .method("now", 0, (v, fp, argc) -> Value.number(System.currentTimeMillis()))
                .method("parse", 1, (v, fp, argc) -> Value.number(parse(v, argument(fp, argc, 0))))
                .method("UTC", 7, (v, fp, argc) -> Value.number(timeClip(fromArguments(v, fp, argc))));
    }

    private static long construct(Vm vm, long fp, int argc) {
        if (!FunctionBuiltins.isConstructCall(fp)) {
            return vm.strings().of(DateText.full(System.currentTimeMillis()));
        }
        double time;
        if (argc == 0) {
            time = System.currentTimeMillis();
        } else if (argc == 1) {
            time = fromOne(vm, Frame.get(fp, 0));
        } else {
            time = timeClip(toUtc(fromArguments(vm, fp, argc)));
        }
        long newTarget = Frame.get(fp, Frame.NEW_TARGET_REGISTER);
        long date = FunctionBuiltins.newInstance(vm, newTarget, CellType.DATE, Intrinsic.DATE_PROTOTYPE);
        Objects.setField(date, 0, Value.number(time));
        return date;
    }

    private static double fromOne(Vm vm, long value) {
        if (Layout.isObject(value) && CellType.at(value) == CellType.DATE) {
            return Value.numberAsDouble(Objects.field(value, 0));
        }
        long primitive = vm.conversions().toPrimitive(value, Conversions.Hint.DEFAULT);
        return Layout.isString(primitive)
                ? parse(vm, primitive)
                : timeClip(vm.conversions().toDouble(primitive));
    }

    private static double parse(Vm vm, long value) {
        return timeClip(DateText.parse(vm.conversions().toJavaString(value)));
    }

    /** Year, month and so on from the arguments, as a time without zone. */
    private static double fromArguments(Vm vm, long fp, int argc) {
        double[] parts = {Double.NaN, 0, 1, 0, 0, 0, 0};
        for (int i = 0; i < Math.min(argc, parts.length); i++) {
            parts[i] = vm.conversions().toDouble(Frame.get(fp, i));
        }
        double year = integer(parts[0]);
        if (year >= 0 && year <= 99) {
            parts[0] = 1900 + year;
        }
        return makeTime(parts);
    }

    private static double integer(double d) {
        return d < 0 ? Math.ceil(d) : Math.floor(d);
    }

    private static double timeClip(double time) {
        return Math.abs(time) <= MAX_TIME ? integer(time) + 0.0 : Double.NaN;
    }

    /** MakeDate of MakeDay and MakeTime. */
    private static double makeTime(double[] parts) {
        for (double part : parts) {
            if (!Double.isFinite(part)) {
                return Double.NaN;
            }
        }
        double year = integer(parts[0]) + Math.floor(integer(parts[1]) / 12);
        int month = (int) (integer(parts[1]) - 12 * Math.floor(integer(parts[1]) / 12));
        if (Math.abs(year) > 400_000) {
            return Double.NaN;
        }
        double days = java.time.LocalDate.of((int) year, month + 1, 1).toEpochDay() + integer(parts[2]) - 1;
        return days * MS_PER_DAY + integer(parts[3]) * 3_600_000 + integer(parts[4]) * 60_000 + integer(parts[5]) * 1000
                + integer(parts[6]);
    }

    private static double toUtc(double local) {
        if (!(Math.abs(local) < 9e15)) {
            return Double.NaN;
        }
        LocalDateTime date = LocalDateTime.ofEpochSecond((long) Math.floor(local / 1000), 0, ZoneOffset.UTC);
        return local - 1000.0 * ZoneId.systemDefault().getRules().getOffset(date).getTotalSeconds();
    }

    private static double toLocal(double time) {
        Instant instant = Instant.ofEpochMilli((long) time);
        return time + 1000.0 * ZoneId.systemDefault().getRules().getOffset(instant).getTotalSeconds();
    }

    private static double[] parts(double time) {
        LocalDateTime date = LocalDateTime.ofEpochSecond((long) Math.floor(time / 1000), 0, ZoneOffset.UTC);
        return new double[] {
            date.getYear(),
            date.getMonthValue() - 1,
            date.getDayOfMonth(),
            date.getHour(),
            date.getMinute(),
            date.getSecond(),
            time - 1000 * Math.floor(time / 1000),
            date.getDayOfWeek().getValue() % 7
        };
    }

    private static long self(Vm vm, long fp) {
        long value = thisValue(fp);
        if (!Layout.isObject(value) || CellType.at(value) != CellType.DATE) {
            throw vm.typeError("this is not a Date object.");
        }
        return value;
    }

    private static double time(Vm vm, long fp) {
        return Value.numberAsDouble(Objects.field(self(vm, fp), 0));
    }

    private static long setTime(Vm vm, long fp, double time) {
        long value = Value.number(timeClip(time));
        Objects.setField(self(vm, fp), 0, value);
        return value;
    }

    private static long timezoneOffset(double time) {
        return Double.isNaN(time) ? Value.NAN : Value.number((time - toLocal(time)) / 60_000 + 0.0);
    }

    private static long get(Vm vm, long fp, int part, boolean utc) {
        double time = time(vm, fp);
        return Double.isNaN(time) ? Value.NAN : Value.number(parts(utc ? time : toLocal(time))[part]);
    }

    /** Sets a part and those after it in its group (date or time of day) as far as there are arguments. */
    private static long set(Vm vm, long fp, int argc, int part, boolean utc) {
        double time = time(vm, fp);
        int last = part < 3 ? 3 : PARTS.length;
        var given = new double[Math.min(Math.max(1, argc), last - part)];
        for (int i = 0; i < given.length; i++) {
            given[i] = vm.conversions().toDouble(argument(fp, argc, i));
        }
        if (Double.isNaN(time)) {
            if (part != 0) {
                return Value.NAN;
            }
            time = 0;
        } else if (!utc) {
            time = toLocal(time);
        }
        double[] all = java.util.Arrays.copyOf(parts(time), PARTS.length);
        System.arraycopy(given, 0, all, part, given.length);
        double changed = makeTime(all);
        return setTime(vm, fp, utc ? changed : toUtc(changed));
    }

    private static long getYear(Vm vm, long fp, int argc) {
        double time = time(vm, fp);
        return Double.isNaN(time) ? Value.NAN : Value.number(parts(toLocal(time))[0] - 1900);
    }

    private static long setYear(Vm vm, long fp, int argc) {
        double time = time(vm, fp);
        double year = vm.conversions().toDouble(argument(fp, argc, 0));
        if (Double.isNaN(year)) {
            return setTime(vm, fp, Double.NaN);
        }
        double[] all = java.util.Arrays.copyOf(parts(Double.isNaN(time) ? 0 : toLocal(time)), PARTS.length);
        all[0] = integer(year) >= 0 && integer(year) <= 99 ? 1900 + integer(year) : year;
        return setTime(vm, fp, toUtc(makeTime(all)));
    }

    private static org.tierscope.runtime.NativeFunction text(DoubleFunction<String> format) {
        return (vm, fp, argc) -> {
            double time = time(vm, fp);
            return vm.strings().of(Double.isNaN(time) ? "Invalid Date" : format.apply(time));
        };
    }

    private static long toIsoString(Vm vm, long fp, int argc) {
        double time = time(vm, fp);
        if (Double.isNaN(time)) {
            throw vm.rangeError("Invalid time value");
        }
        return vm.strings().of(DateText.iso(time));
    }

    private static long toJson(Vm vm, long fp, int argc) {
        long object = vm.conversions().toObject(thisValue(fp));
        long primitive = vm.conversions().toPrimitive(object, Conversions.Hint.NUMBER);
        if (Value.isNumber(primitive) && !Double.isFinite(Value.numberAsDouble(primitive))) {
            return Value.NULL;
        }
        return vm.call(vm.properties().get(object, "toISOString"), object);
    }

    private static long toPrimitive(Vm vm, long fp, int argc) {
        long object = thisValue(fp);
        long hintValue = argument(fp, argc, 0);
        String hint = Layout.isString(hintValue) ? vm.strings().toJava(hintValue) : "";
        if (!Layout.isObject(object) || !(hint.equals("string") || hint.equals("default") || hint.equals("number"))) {
            throw vm.typeError("Invalid hint: " + vm.errors().renderPlain(hintValue));
        }
        return vm.conversions().ordinaryToPrimitive(
                object, hint.equals("number") ? Conversions.Hint.NUMBER : Conversions.Hint.STRING);
    }
}
