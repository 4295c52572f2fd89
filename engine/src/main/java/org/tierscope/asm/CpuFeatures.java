package org.tierscope.asm;

import java.util.EnumSet;
import java.util.Set;

/** The instruction-set extensions that code may use. */
public final class CpuFeatures {
    private final EnumSet<CpuFeature> present;

    private CpuFeatures(EnumSet<CpuFeature> present) {
        this.present = present;
    }

    /** Only the x86-64 baseline: code for it runs anywhere. */
    public static CpuFeatures baseline() {
        return new CpuFeatures(EnumSet.noneOf(CpuFeature.class));
    }

    /** Everything the assembler knows: for tests that do not run the code. */
    public static CpuFeatures all() {
        return new CpuFeatures(EnumSet.allOf(CpuFeature.class));
    }

    public static CpuFeatures of(Set<CpuFeature> features) {
        EnumSet<CpuFeature> set = EnumSet.noneOf(CpuFeature.class);
        set.addAll(features);
        return new CpuFeatures(set);
    }

    /** What the processor of this machine has; needs a little code memory while it asks. */
    public static CpuFeatures probe(CodeMemory memory) {
        return CpuProbe.probe(memory);
    }

    public boolean has(CpuFeature feature) {
        return present.contains(feature);
    }

    public Set<CpuFeature> present() {
        return EnumSet.copyOf(present);
    }

    @Override
    public String toString() {
        return present.toString();
    }
}
