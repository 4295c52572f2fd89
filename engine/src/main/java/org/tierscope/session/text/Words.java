package org.tierscope.session.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.Register;
import org.tierscope.record.proto.Representation;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.ValueType;
import org.tierscope.session.Moment;

/** How things of a recording are written for people: the same words in text and in windows. */
public final class Words {

    private Words() {
    }

    public static String tier(Tier tier) {
        return switch (tier) {
            case INTERPRETER -> "interpreter";
            case BASELINE -> "baseline";
            case OPTIMIZING -> "optimizing";
            case TRACING -> "tracing";
            case TIER_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    /** {@code int32 | string}; {@code nothing yet} for the empty set. */
    public static String types(int bits) {
        List<String> names = new ArrayList<>();
        for (ValueType type : ValueType.values()) {
            if (type != ValueType.UNRECOGNIZED && (type.getNumber() & bits) != 0) {
                names.add(type(type));
            }
        }
        return names.isEmpty() ? "nothing yet" : String.join(" | ", names);
    }

    public static String type(ValueType type) {
        return type == ValueType.UNRECOGNIZED ? "?" : type.name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
    }

    public static String representation(Representation representation) {
        return switch (representation) {
            case TAGGED -> "tagged";
            case INT32 -> "int32";
            case UINT32 -> "uint32";
            case FLOAT64 -> "float64";
            case BOOL -> "bool";
            case POINTER -> "pointer";
            case INT64 -> "int64";
            case REPRESENTATION_NONE, UNRECOGNIZED -> "";
        };
    }

    /** {@code rsi}, {@code spill 2}, {@code r1}, {@code 42}, {@code object 0}. */
    public static String location(Location location, FunctionLoaded function) {
        return switch (location.getKindCase()) {
            case MACHINE_REGISTER -> location.getMachineRegister();
            case SPILL_SLOT -> "spill " + location.getSpillSlot();
            case INTERPRETER_REGISTER -> register(function, location.getInterpreterRegister());
            case CONSTANT -> location.getConstant();
            case REMOVED_OBJECT -> "object " + location.getRemovedObject();
            case DEAD -> "dead";
            case KIND_NOT_SET -> "?";
        };
    }

    /** {@code r3}, {@code this}. */
    public static String register(FunctionLoaded function, int index) {
        return function.getRegistersList().stream().filter(r -> r.getIndex() == index).map(Register::getLabel)
                .findFirst().orElse(index < 0 ? "r(" + index + ")" : "r" + index);
    }

    /** {@code sum.js:8:12}. */
    public static String position(Moment moment, Position position) {
        String path = moment.source(position.getSourceId()).map(SourceLoaded::getPath).orElse("?");
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                + ":" + position.getLine() + ":" + position.getColumn();
    }

    /** {@code sum.js:6} for the place of a function. */
    public static String position(Moment moment, FunctionLoaded function) {
        return position(moment, Position.newBuilder().setSourceId(function.getSourceId())
                .setLine(function.getLine()).setColumn(function.getColumn()).build());
    }

    /** {@code sum}, {@code (anonymous)}. */
    public static String function(Moment moment, int functionId) {
        return moment.function(functionId).map(f -> f.name()).orElse("function " + functionId);
    }

    /** {@code 12.345 ms}. */
    public static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / 1e6);
    }

    /** A time of the run or a length of time, exact enough to tell events apart: {@code 12.381 s}, {@code 3.250 ms}. */
    public static String time(long nanos) {
        return nanos >= 1_000_000_000 ? String.format(Locale.ROOT, "%.4f s", nanos / 1e9) : millis(nanos);
    }

    /** {@code 950 B}, {@code 1.3 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String unit = "B";
        for (String next : List.of("kB", "MB", "GB")) {
            if (value >= 1000) {
                value /= 1000;
                unit = next;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    /** {@code 950}, {@code 12.9k}, {@code 1.3M}: at most five characters. */
    public static String count(long count) {
        if (count < 10_000) {
            return Long.toString(count);
        }
        double value = count;
        String unit = "";
        for (String next : List.of("k", "M", "G", "T")) {
            if (value >= 1000) {
                value /= 1000;
                unit = next;
            }
        }
        return String.format(Locale.ROOT, value < 100 ? "%.1f%s" : "%.0f%s", value, unit);
    }
}
