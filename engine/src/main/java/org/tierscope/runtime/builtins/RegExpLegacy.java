package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.NativeFunction;
import org.tierscope.runtime.RegExps;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** RegExp.$1, RegExp.lastMatch and their like, which tell of the last match of all. Old programs use them. */
final class RegExpLegacy {
    @FunctionalInterface
    private interface Part {
        long of(RegExps regExps);
    }

    private RegExpLegacy() {}

    static void install(Vm vm, ObjectBuilder constructor) {
        for (int i = 1; i <= 9; i++) {
            int group = i;
            part(constructor, "$" + i, null, r -> group(r, group));
        }
        part(constructor, "lastMatch", "$&", r -> group(r, 0));
        part(constructor, "lastParen", "$+", RegExpLegacy::lastGroup);
        part(constructor, "leftContext", "$`", r -> r.lastInput(0, Math.max(0, r.lastStart(0))));
        part(constructor, "rightContext", "$'", r -> r.lastInput(Math.max(0, r.lastEnd(0)), r.lastLength()));
        part(constructor, "input", "$_", r -> r.lastInput(0, r.lastLength()));
    }

    private static void part(ObjectBuilder constructor, String name, String shortName, Part part) {
        NativeFunction getter = (v, fp, argc) -> {
            requireConstructor(v, fp);
            return part.of(v.regExps());
        };
        NativeFunction setter = (v, fp, argc) -> {
            requireConstructor(v, fp);
            return Value.UNDEFINED;
        };
        for (String each : shortName == null ? new String[] {name} : new String[] {name, shortName}) {
            if (name.equals("input")) {
                constructor.accessor(each, getter, setter);
            } else {
                constructor.getter(each, getter);
            }
        }
    }

    private static void requireConstructor(Vm vm, long fp) {
        if (thisValue(fp) != vm.realm().get(Intrinsic.REGEXP)) {
            throw vm.typeError("RegExp's static properties are those of RegExp alone");
        }
    }

    private static long group(RegExps regExps, int group) {
        return regExps.lastInput(regExps.lastStart(group), regExps.lastEnd(group));
    }

    private static long lastGroup(RegExps regExps) {
        int last = 9;
        while (last > 0 && regExps.lastStart(last) < 0) {
            last--;
        }
        return last == 0 ? regExps.lastInput(-1, 0) : group(regExps, last);
    }
}
