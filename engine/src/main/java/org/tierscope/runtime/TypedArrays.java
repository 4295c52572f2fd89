package org.tierscope.runtime;

/**
 * Elements of typed arrays as bytes: sizes, and numbers to and from the bits that hold them (10.4.5, 25.1.3.14 and on). A raw
 * element is its bytes in the machine's order, zero- or sign-extended.
 */
public final class TypedArrays {
    private TypedArrays() {}

    /** Bytes of one element. */
    public static int elementSize(ElementsKind kind) {
        return switch (kind) {
            case INT8, UINT8, UINT8_CLAMPED -> 1;
            case INT16, UINT16, FLOAT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case FLOAT64, BIGINT64, BIGUINT64 -> 8;
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Whether elements are BigInts. */
    public static boolean isBigInt(ElementsKind kind) {
        return kind == ElementsKind.BIGINT64 || kind == ElementsKind.BIGUINT64;
    }

    /** Whether elements are numbers without fraction that wrap around. */
    public static boolean isInteger(ElementsKind kind) {
        return switch (kind) {
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, BIGINT64, BIGUINT64 -> true;
            default -> false;
        };
    }

    /** Element {@code index} of the data at {@code data} as a value. For kinds whose elements are numbers. */
    public static long load(ElementsKind kind, long data, long index) {
        return switch (kind) {
            case INT8 -> Value.ofInt(Mem.getByte(data + index));
            case UINT8, UINT8_CLAMPED -> Value.ofInt(Mem.getUnsignedByte(data + index));
            case INT16 -> Value.ofInt(Mem.getShort(data + 2 * index));
            case UINT16 -> Value.ofInt(Mem.getChar(data + 2 * index));
            case FLOAT16 -> Value.ofDouble(Float.float16ToFloat(Mem.getShort(data + 2 * index)));
            case INT32 -> Value.ofInt(Mem.getInt(data + 4 * index));
            case UINT32 -> Value.number(Integer.toUnsignedLong(Mem.getInt(data + 4 * index)));
            case FLOAT32 -> Value.ofDouble(Mem.getFloat(data + 4 * index));
            case FLOAT64 -> Value.ofDouble(Mem.getDouble(data + 8 * index));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Stores a number with the conversion of its kind. */
    public static void store(ElementsKind kind, long data, long index, double number) {
        storeRaw(kind, data, index, rawOf(kind, number));
    }

    /** The bits that hold a number. */
    public static long rawOf(ElementsKind kind, double number) {
        return switch (kind) {
            case INT8, UINT8, INT16, UINT16, INT32, UINT32 -> Conversions.toInt32(number);
            case UINT8_CLAMPED -> (long) Math.rint(Math.clamp(number, 0.0, 255.0));
            case FLOAT16 -> toFloat16(number);
            case FLOAT32 -> Float.floatToIntBits((float) number);
            case FLOAT64 -> Double.doubleToLongBits(number);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** The number that bits hold. */
    public static long valueOf(ElementsKind kind, long raw) {
        return switch (kind) {
            case INT8 -> Value.ofInt((byte) raw);
            case UINT8, UINT8_CLAMPED -> Value.ofInt((int) raw & 0xFF);
            case INT16 -> Value.ofInt((short) raw);
            case UINT16 -> Value.ofInt((int) raw & 0xFFFF);
            case FLOAT16 -> Value.number((double) Float.float16ToFloat((short) raw));
            case INT32 -> Value.ofInt((int) raw);
            case UINT32 -> Value.number(raw & 0xFFFF_FFFFL);
            case FLOAT32 -> Value.number((double) Float.intBitsToFloat((int) raw));
            case FLOAT64 -> Value.number(Double.longBitsToDouble(raw));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    public static long loadRaw(ElementsKind kind, long data, long index) {
        return switch (elementSize(kind)) {
            case 1 -> Mem.getByte(data + index);
            case 2 -> Mem.getShort(data + 2 * index);
            case 4 -> Mem.getInt(data + 4 * index);
            default -> Mem.getLong(data + 8 * index);
        };
    }

    public static void storeRaw(ElementsKind kind, long data, long index, long raw) {
        switch (elementSize(kind)) {
            case 1 -> Mem.putByte(data + index, (byte) raw);
            case 2 -> Mem.putShort(data + 2 * index, (short) raw);
            case 4 -> Mem.putInt(data + 4 * index, (int) raw);
            default -> Mem.putLong(data + 8 * index, raw);
        }
    }

    /** The other byte order. */
    public static long reversed(ElementsKind kind, long raw) {
        return switch (elementSize(kind)) {
            case 1 -> raw;
            case 2 -> Short.reverseBytes((short) raw);
            case 4 -> Integer.reverseBytes((int) raw);
            default -> Long.reverseBytes(raw);
        };
    }

    /** The nearest binary16, ties to even: through a float rounded to odd, so that nothing is rounded twice. */
    public static short toFloat16(double number) {
        float near = (float) number;
        if (near != number && near == near && !Float.isInfinite(near)) {
            int bits = Float.floatToRawIntBits(near);
            if (Math.abs((double) near) > Math.abs(number)) {
                bits--;
            }
            near = Float.intBitsToFloat(bits | 1);
        }
        return Float.floatToFloat16(near);
    }
}
