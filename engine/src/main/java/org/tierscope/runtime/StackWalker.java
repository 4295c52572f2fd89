package org.tierscope.runtime;

import java.util.function.Predicate;

/** Walks the guest's stack from the innermost frame. */
public final class StackWalker {
    /** Tells which functions are active in a frame of optimized code; the deoptimizer implements it. */
    @FunctionalInterface
    public interface OptimizedFrames {
        /** Gives the activations at safepoint {@code safepoint} of frame {@code fp}, innermost first, until one is refused. */
        boolean walk(long fp, int safepoint, Predicate<FrameView> visitor);
    }

    private final Vm vm;
    private OptimizedFrames optimizedFrames = (fp, safepoint, visitor) -> {
        throw new IllegalStateException("optimized frame without an optimizer");
    };

    StackWalker(Vm vm) {
        this.vm = vm;
    }

    public void setOptimizedFrames(OptimizedFrames frames) {
        this.optimizedFrames = frames;
    }

    /** Visits activations from the innermost outwards until {@code visitor} returns false. */
    public void walk(Predicate<FrameView> visitor) {
        for (long fp = vm.currentFp(); fp != vm.baseFp(); fp = Frame.callerFp(fp)) {
            if (Frame.has(fp, Frame.OPTIMIZED)) {
                if (!optimizedFrames.walk(fp, Frame.pc(fp), visitor)) {
                    return;
                }
            } else {
                var view = new FrameView(
                        vm.functionOf(fp),
                        Frame.pc(fp),
                        Frame.get(fp, Frame.THIS_REGISTER),
                        Frame.get(fp, Frame.CALLEE_REGISTER),
                        Frame.get(fp, Frame.NEW_TARGET_REGISTER) != Value.UNDEFINED);
                if (!visitor.test(view)) {
                    return;
                }
            }
        }
    }
}
