package org.tierscope.asm;

/**
 * Instruction-set extensions beyond the x86-64 baseline (which includes SSE2), and where cpuid reports them.
 */
public enum CpuFeature {
    SSE41(1, 'c', 19),
    POPCNT(1, 'c', 23),
    /** Also needs the operating system to save the upper register halves. */
    AVX(1, 'c', 28),
    BMI1(7, 'b', 3),
    BMI2(7, 'b', 8),
    LZCNT(0x8000_0001, 'c', 5);

    final int leaf;
    final char register;
    final int bit;

    CpuFeature(int leaf, char register, int bit) {
        this.leaf = leaf;
        this.register = register;
        this.bit = bit;
    }
}
