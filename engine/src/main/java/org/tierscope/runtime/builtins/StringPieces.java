package org.tierscope.runtime.builtins;

import java.util.Arrays;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Strings;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * A string in the making, from parts of others: nothing is copied before all of them are known. What it names must be kept
 * alive until then; {@link #add(long)} does that for whole strings.
 */
final class StringPieces implements AutoCloseable {
    private final Vm vm;
    private final int rootsBefore;
    private long[] strings = new long[16];
    private int[] bounds = new int[32];
    private int count;
    private long length;
    private boolean wide;

    StringPieces(Vm vm) {
        this.vm = vm;
        this.rootsBefore = vm.temporaryRoots().depth();
    }

    /** Units [from, to) of a flat string that somebody else keeps alive. */
    void add(long flat, int from, int to) {
        if (from >= to) {
            return;
        }
        if (count == strings.length) {
            strings = Arrays.copyOf(strings, 2 * count);
            bounds = Arrays.copyOf(bounds, 4 * count);
        }
        strings[count] = flat;
        bounds[2 * count] = from;
        bounds[2 * count + 1] = to;
        count++;
        length += to - from;
        if (length > Strings.MAX_LENGTH) {
            throw vm.rangeError("Invalid string length");
        }
    }

    /** All of a string. */
    void add(long string) {
        long flat = vm.strings().flatten(string);
        vm.temporaryRoots().push(flat);
        add(flat, 0, Strings.length(flat));
    }

    void addUnit(char unit) {
        add(vm.strings().ofUnit(unit));
    }

    /** The string of all parts. */
    long finish() {
        if (count == 0) {
            return vm.strings().empty();
        }
        for (int i = 0; i < count && !wide; i++) {
            wide = hasWideUnit(strings[i], bounds[2 * i], bounds[2 * i + 1]);
        }
        long cell = wide ? vm.strings().allocateUtf16((int) length) : vm.strings().allocateLatin1((int) length);
        long target = cell + Layout.STRING_DATA;
        for (int i = 0; i < count; i++) {
            int from = bounds[2 * i];
            int to = bounds[2 * i + 1];
            Strings.copyNarrowed(strings[i], from, to, target, wide);
            target += (long) (to - from) << (wide ? 1 : 0);
        }
        return cell;
    }

    private static boolean hasWideUnit(long flat, int from, int to) {
        if (Strings.isLatin1(flat)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Strings.unitAt(flat, i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        vm.temporaryRoots().reset(rootsBefore);
    }

    /** ToString of a value as a flat string; undefined gives the empty one. */
    static long textOrEmpty(Vm vm, long value) {
        return value == Value.UNDEFINED
                ? vm.strings().empty()
                : vm.strings().flatten(vm.conversions().toStringValue(value));
    }
}
