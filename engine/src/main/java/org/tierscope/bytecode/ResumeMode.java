package org.tierscope.bytecode;

/** How a suspended function is resumed. The ordinals are what bytecode tests; NEXT must stay 0. */
public enum ResumeMode {
    NEXT,
    THROW,
    RETURN;

    private static final ResumeMode[] BY_CODE = values();

    public static ResumeMode of(int code) {
        return BY_CODE[code];
    }
}
