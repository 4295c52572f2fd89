package org.tierscope.runtime;

/**
 * The sizes of small heap cells, in bytes, all multiples of 16. Size class {@code c} allocates between the words at
 * {@code VmState.ALLOCATION + c * ALLOCATION_STRIDE}.
 */
public final class SizeClasses {
    /** Cells above this size are large: they take whole blocks of their own. */
    public static final int MAX_SMALL = 8192;

    private static final int[] SIZES = {
        16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896, 1024, 1280, 1536, 1792,
        2048, 2560, 3072, 3584, 4096, 5120, 6144, 7168, 8192
    };
    private static final byte[] BY_UNITS = byUnits();

    public static final int COUNT = SIZES.length;

    private SizeClasses() {}

    private static byte[] byUnits() {
        var table = new byte[MAX_SMALL / 16 + 1];
        int sizeClass = 0;
        for (int units = 0; units < table.length; units++) {
            if (16 * units > SIZES[sizeClass]) {
                sizeClass++;
            }
            table[units] = (byte) sizeClass;
        }
        return table;
    }

    /** The class whose cells hold {@code bytes} bytes (at most {@link #MAX_SMALL}). */
    public static int of(int bytes) {
        return BY_UNITS[bytes + 15 >>> 4];
    }

    public static int size(int sizeClass) {
        return SIZES[sizeClass];
    }

    /** The size that a cell asked for with {@code bytes} really has. */
    public static int roundUp(int bytes) {
        return bytes <= MAX_SMALL ? SIZES[of(bytes)] : bytes + 15 & -16;
    }
}
