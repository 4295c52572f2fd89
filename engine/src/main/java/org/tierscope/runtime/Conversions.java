package org.tierscope.runtime;

import org.tierscope.bytecode.ErrorKind;

/** Type conversion and testing, section 7.1 and 7.2. */
public final class Conversions {
    /** The type that ToPrimitive prefers. */
    public enum Hint {
        DEFAULT("default"),
        NUMBER("number"),
        STRING("string");

        private final String text;

        Hint(String text) {
            this.text = text;
        }
    }

    /** Largest array index that is an int32 key. */
    static final int MAX_INT_KEY = Integer.MAX_VALUE - 1;

    private static final int NUMBER_CACHE = 1024;

    private final Vm vm;
    private final long[] smallInts = new long[NUMBER_CACHE];
    private final NumberTextCache doubles;

    Conversions(Vm vm) {
        this.vm = vm;
        doubles = new NumberTextCache(vm.arena());
    }

    /** The texts of doubles that were asked for last. */
    public NumberTextCache doubles() {
        return doubles;
    }

    void forEachRoot(java.util.function.LongConsumer mark) {
        for (long string : smallInts) {
            if (string != 0) {
                mark.accept(string);
            }
        }
    }

    public static boolean truthy(long v) {
        if (Value.isBoolean(v)) {
            return v == Value.TRUE;
        }
        if (Value.isInt(v)) {
            return (int) v != 0;
        }
        if (Value.isNumber(v)) {
            double d = Value.asDouble(v);
            return d != 0 && d == d;
        }
        if (!Value.isCell(v)) {
            return false;
        }
        int type = Layout.cellType(v);
        if (type <= CellType.STRING_ROPE.ordinal()) {
            return Strings.length(v) != 0;
        }
        return type == CellType.SYMBOL.ordinal() || !Layout.hasFlag(v, Layout.FLAG_UNDETECTABLE);
    }

    public long typeOf(long v) {
        Names names = vm.names();
        if (Value.isNumber(v)) {
            return names.number;
        }
        if (Value.isCell(v)) {
            return switch (CellType.at(v)) {
                case STRING_LATIN1, STRING_UTF16, STRING_ROPE -> names.string;
                case SYMBOL -> names.symbol;
                case BIGINT -> names.bigint;
                default -> Layout.hasFlag(v, Layout.FLAG_UNDETECTABLE)
                        ? names.undefined
                        : Layout.hasFlag(v, Layout.FLAG_CALLABLE) ? names.function : names.object;
            };
        }
        return v == Value.UNDEFINED ? names.undefined : v == Value.NULL ? names.object : names.boolean_;
    }

    // Primitives.

    public long toPrimitive(long v, Hint hint) {
        return Layout.isObject(v) ? objectToPrimitive(v, hint) : v;
    }

    private long objectToPrimitive(long object, Hint hint) {
        Names names = vm.names();
        long exotic = vm.properties().get(object, names.symbolToPrimitive);
        if (!Value.isNullish(exotic)) {
            if (!Layout.isCallable(exotic)) {
                throw vm.typeError(vm.errors().render(exotic) + " is not a function");
            }
            long result = vm.call(exotic, object, vm.strings().intern(hint.text));
            if (Layout.isObject(result)) {
                throw vm.typeError("Cannot convert object to primitive value");
            }
            return result;
        }
        return ordinaryToPrimitive(object, hint);
    }

    /** OrdinaryToPrimitive; the default hint counts as number. */
    public long ordinaryToPrimitive(long object, Hint hint) {
        Names names = vm.names();
        long first = hint == Hint.STRING ? names.toString : names.valueOf;
        long second = hint == Hint.STRING ? names.valueOf : names.toString;
        for (long name : new long[] {first, second}) {
            long method = vm.properties().get(object, name);
            if (Layout.isCallable(method)) {
                long result = vm.call(method, object);
                if (!Layout.isObject(result)) {
                    return result;
                }
            }
        }
        throw vm.typeError("Cannot convert object to primitive value");
    }

    /** ToNumber as a double. */
    public double toDouble(long v) {
        return Value.isInt(v) ? (int) v : Value.isNumber(v) ? Value.asDouble(v) : toDoubleSlow(v);
    }

    private double toDoubleSlow(long v) {
        if (Value.isCell(v)) {
            CellType type = CellType.at(v);
            if (type.isString()) {
                return stringToNumber(v);
            }
            if (type == CellType.SYMBOL) {
                throw vm.typeError("Cannot convert a Symbol value to a number");
            }
            if (type == CellType.BIGINT) {
                throw vm.typeError("Cannot convert a BigInt value to a number");
            }
            return toDouble(toPrimitive(v, Hint.NUMBER));
        }
        return v == Value.TRUE ? 1 : v == Value.UNDEFINED || v == Value.EMPTY ? Double.NaN : 0;
    }

    private double stringToNumber(long string) {
        long flat = vm.strings().flatten(string);
        int length = Strings.length(flat);
        if (length > 0 && length < 10) {
            int value = 0;
            for (int i = 0; i < length; i++) {
                int digit = Strings.unitAt(flat, i) - '0';
                if (digit < 0 || digit > 9) {
                    return NumberText.parse(vm.strings().toJava(flat));
                }
                value = 10 * value + digit;
            }
            return value;
        }
        return NumberText.parse(vm.strings().toJava(flat));
    }

    /** ToNumber. */
    public long toNumber(long v) {
        return Value.isNumber(v) ? v : Value.number(toDoubleSlow(v));
    }

    /** ToNumeric: a number or a BigInt. */
    public long toNumeric(long v) {
        if (Value.isNumber(v)) {
            return v;
        }
        long primitive = toPrimitive(v, Hint.NUMBER);
        return isBigInt(primitive) ? primitive : toNumber(primitive);
    }

    public static boolean isBigInt(long v) {
        return Value.isCell(v) && Layout.cellType(v) == CellType.BIGINT.ordinal();
    }

    public int toInt32(long v) {
        return Value.isInt(v) ? (int) v : toInt32(toDouble(v));
    }

    /** The low 32 bits of the mathematical integer part; 0 for NaN and infinities. */
    public static int toInt32(double d) {
        int i = (int) d;
        if (i == d) {
            return i;
        }
        if (Math.abs(d) < 0x1p63) {
            return (int) (long) d;
        }
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            return 0;
        }
        int shift = Math.getExponent(d) - 52;
        if (shift > 31) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(d);
        long mantissa = bits & 0xF_FFFF_FFFF_FFFFL | 0x10_0000_0000_0000L;
        int low = (int) (mantissa << shift);
        return bits < 0 ? -low : low;
    }

    /** ToIntegerOrInfinity. */
    public double toInteger(long v) {
        if (Value.isInt(v)) {
            return (int) v;
        }
        double d = toDouble(v);
        if (Double.isNaN(d)) {
            return 0;
        }
        return (d < 0 ? Math.ceil(d) : Math.floor(d)) + 0.0;
    }

    /** ToLength. */
    public long toLength(long v) {
        double d = toInteger(v);
        return d <= 0 ? 0 : (long) Math.min(d, 0x1FFFFFFFFFFFFFp0);
    }

    /** ToIndex; {@code what} names it in the RangeError. */
    public long toIndex(long v, String what) {
        double d = v == Value.UNDEFINED ? 0 : toInteger(v);
        if (d < 0 || d > 0x1FFFFFFFFFFFFFp0) {
            throw vm.rangeError("Invalid " + what);
        }
        return (long) d;
    }

    /** A relative index as slice and its kin take it: clamped to 0 … length. */
    public long relativeIndex(long v, long length, long ifUndefined) {
        if (v == Value.UNDEFINED) {
            return ifUndefined;
        }
        double d = toInteger(v);
        return (long) (d < 0 ? Math.max(length + d, 0) : Math.min(d, length));
    }

    // Strings and keys.

    /** ToString. */
    public long toStringValue(long v) {
        if (Value.isCell(v)) {
            CellType type = CellType.at(v);
            if (type.isString()) {
                return v;
            }
            if (type == CellType.SYMBOL) {
                throw vm.typeError("Cannot convert a Symbol value to a string");
            }
            if (type == CellType.BIGINT) {
                return vm.strings().of(vm.bigInts().toText(v, 10));
            }
            return toStringValue(toPrimitive(v, Hint.STRING));
        }
        if (Value.isNumber(v)) {
            return numberToString(v);
        }
        Names names = vm.names();
        return switch ((int) v) {
            case (int) Value.TRUE -> names.true_;
            case (int) Value.FALSE -> names.false_;
            case (int) Value.NULL -> names.null_;
            default -> names.undefined;
        };
    }

    private long numberToString(long v) {
        if (Value.isInt(v)) {
            int i = (int) v;
            if (i >= 0 && i < NUMBER_CACHE) {
                long cached = smallInts[i];
                if (cached == 0) {
                    cached = vm.strings().of(Integer.toString(i));
                    smallInts[i] = cached;
                }
                return cached;
            }
            return intToString(i);
        }
        double d = Value.asDouble(v);
        if ((int) d == d) {
            return numberToString(Value.ofInt((int) d));
        }
        long known = doubles.find(v);
        if (known == 0) {
            known = vm.strings().of(NumberText.toString(d));
            doubles.add(v, known);
        }
        return known;
    }

    private long intToString(int i) {
        long rest = Math.abs((long) i);
        int length = i < 0 ? 1 : 0;
        for (long n = rest; n > 0; n /= 10) {
            length++;
        }
        long cell = vm.strings().allocateLatin1(length);
        long at = cell + Layout.STRING_DATA + length;
        for (; rest > 0; rest /= 10) {
            Mem.putByte(--at, (byte) ('0' + rest % 10));
        }
        if (i < 0) {
            Mem.putByte(--at, (byte) '-');
        }
        return cell;
    }

    public String toJavaString(long v) {
        return vm.strings().toJava(toStringValue(v));
    }

    /** An interned string, a symbol, or an int32 for an array index below 2^31 − 1. */
    public long toPropertyKey(long v) {
        if (Value.isInt(v) && (int) v >= 0 && (int) v <= MAX_INT_KEY) {
            return v;
        }
        if (Value.isCell(v) && Layout.cellType(v) <= CellType.SYMBOL.ordinal()) {
            return Layout.cellType(v) == CellType.SYMBOL.ordinal() ? v : stringToKey(v);
        }
        if (Value.isDouble(v)) {
            double d = Value.asDouble(v);
            int i = (int) d;
            if (i == d && i >= 0 && i <= MAX_INT_KEY) {
                return Value.ofInt(i);
            }
        }
        long primitive = toPrimitive(v, Hint.STRING);
        return Layout.isSymbol(primitive) ? primitive : stringToKey(toStringValue(primitive));
    }

    /** The key that a string is: an index or an interned string. */
    public long stringToKey(long string) {
        if (Layout.hasFlag(string, Layout.FLAG_INTERNED)) {
            int index = indexOf(string);
            return index >= 0 ? Value.ofInt(index) : string;
        }
        long flat = vm.strings().flatten(string);
        int index = indexOf(flat);
        return index >= 0 ? Value.ofInt(index) : vm.strings().intern(flat);
    }

    public long key(String text) {
        return stringToKey(vm.strings().intern(text));
    }

    /** The array index below 2^31 − 1 that a flat string is the canonical text of, or −1. */
    static int indexOf(long flat) {
        int length = Strings.length(flat);
        if (length == 0 || length > 10) {
            return -1;
        }
        int first = Strings.unitAt(flat, 0) - '0';
        if (first < 0 || first > 9 || first == 0 && length > 1) {
            return -1;
        }
        long value = first;
        for (int i = 1; i < length; i++) {
            int digit = Strings.unitAt(flat, i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value <= MAX_INT_KEY ? (int) value : -1;
    }

    /** A key as guests see it: a string or symbol. */
    public long keyToValue(long key) {
        return Value.isInt(key) ? toStringValue(key) : key;
    }

    public long toObject(long v) {
        if (Layout.isObject(v)) {
            return v;
        }
        if (Value.isNullish(v)) {
            throw vm.error(ErrorKind.TYPE_ERROR, "Cannot convert undefined or null to object");
        }
        return vm.realm().wrap(v);
    }
}
