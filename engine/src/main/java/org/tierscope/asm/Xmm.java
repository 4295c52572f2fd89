package org.tierscope.asm;

/** The 16 SSE registers; the ordinal is the hardware number. */
public enum Xmm implements Operand {
    XMM0, XMM1, XMM2, XMM3, XMM4, XMM5, XMM6, XMM7, XMM8, XMM9, XMM10, XMM11, XMM12, XMM13, XMM14, XMM15;

    @Override
    public int classes(Width width) {
        return Kind.SSE;
    }

    @Override
    public String toString() {
        return "xmm" + ordinal();
    }
}
