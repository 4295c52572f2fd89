package org.tierscope.runtime;

/** Raw elements of typed arrays: loading, storing, sizes. Section 10.4.5 and 25.1.3. */
public final class TypedArrays {
    private TypedArrays() {}

    /** Bytes of one element. */
    public static int elementSize(ElementsKind kind) {
        return switch (kind) {
            case INT8, UINT8, UINT8_CLAMPED -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case FLOAT64, BIGINT64, BIGUINT64 -> 8;
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Element {@code index} of the data at {@code data} as a value. BigInt kinds are loaded by their own code. */
    public static long load(ElementsKind kind, long data, long index) {
        return switch (kind) {
            case INT8 -> Value.ofInt(Mem.getByte(data + index));
            case UINT8, UINT8_CLAMPED -> Value.ofInt(Mem.getUnsignedByte(data + index));
            case INT16 -> Value.ofInt(Mem.getShort(data + 2 * index));
            case UINT16 -> Value.ofInt(Mem.getChar(data + 2 * index));
            case INT32 -> Value.ofInt(Mem.getInt(data + 4 * index));
            case UINT32 -> Value.number(Integer.toUnsignedLong(Mem.getInt(data + 4 * index)));
            case FLOAT32 -> Value.ofDouble(Mem.getFloat(data + 4 * index));
            case FLOAT64 -> Value.ofDouble(Mem.getDouble(data + 8 * index));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Stores a number with the conversion of its kind. */
    public static void store(ElementsKind kind, long data, long index, double number) {
        switch (kind) {
            case INT8, UINT8 -> Mem.putByte(data + index, (byte) Conversions.toInt32(number));
            case UINT8_CLAMPED -> Mem.putByte(data + index, (byte) Math.rint(Math.clamp(number, 0.0, 255.0)));
            case INT16, UINT16 -> Mem.putShort(data + 2 * index, (short) Conversions.toInt32(number));
            case INT32, UINT32 -> Mem.putInt(data + 4 * index, Conversions.toInt32(number));
            case FLOAT32 -> Mem.putFloat(data + 4 * index, (float) number);
            case FLOAT64 -> Mem.putDouble(data + 8 * index, number);
            default -> throw new IllegalArgumentException(kind.name());
        }
    }
}
