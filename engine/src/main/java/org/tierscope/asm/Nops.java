package org.tierscope.asm;

import java.util.Arrays;
import java.util.HexFormat;

/** The recommended no-op of each length (Intel SDM volume 2, NOP, table 4-12). */
final class Nops {
    static final int LONGEST = 9;

    private static final byte[][] BY_LENGTH = Arrays.stream(new String[] {
        "", "90", "6690", "0f1f00", "0f1f4000", "0f1f440000", "660f1f440000", "0f1f8000000000",
        "0f1f840000000000", "660f1f840000000000",
    }).map(HexFormat.of()::parseHex).toArray(byte[][]::new);

    private Nops() {
    }

    static byte[] ofLength(int bytes) {
        return BY_LENGTH[bytes].clone();
    }
}
