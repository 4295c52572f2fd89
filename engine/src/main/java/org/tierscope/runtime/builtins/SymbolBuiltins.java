package org.tierscope.runtime.builtins;

import static org.tierscope.runtime.NativeFunction.argument;
import static org.tierscope.runtime.NativeFunction.thisValue;

import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Names;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** Symbol (20.4). */
final class SymbolBuiltins {
    private SymbolBuiltins() {}

    static void install(Vm vm) {
        ObjectBuilder.intrinsic(vm, Intrinsic.SYMBOL_PROTOTYPE, Intrinsic.OBJECT_PROTOTYPE)
                .tag("Symbol")
                .method("toString", 0, (v, fp, argc) -> v.strings().of(v.errors().keyText(thisSymbol(v, fp))))
                .method("valueOf", 0, (v, fp, argc) -> thisSymbol(v, fp))
                .getter("description", (v, fp, argc) -> Mem.getLong(thisSymbol(v, fp) + Layout.SYMBOL_DESCRIPTION))
                .fixedMethod(
                        vm.names().symbolToPrimitive,
                        "[Symbol.toPrimitive]",
                        1,
                        (v, fp, argc) -> thisSymbol(v, fp),
                        Attributes.CONFIGURABLE);
        ObjectBuilder builder = ObjectBuilder.constructor(
                        vm, "Symbol", 0, SymbolBuiltins::construct, Intrinsic.SYMBOL_PROTOTYPE)
                .as(Intrinsic.SYMBOL)
                .method("for", 1, SymbolBuiltins::forKey)
                .method("keyFor", 1, SymbolBuiltins::keyFor);
        Names names = vm.names();
        builder.constant("iterator", names.symbolIterator)
                .constant("asyncIterator", names.symbolAsyncIterator)
                .constant("dispose", names.symbolDispose)
                .constant("asyncDispose", names.symbolAsyncDispose)
                .constant("hasInstance", names.symbolHasInstance)
                .constant("toPrimitive", names.symbolToPrimitive)
                .constant("toStringTag", names.symbolToStringTag)
                .constant("species", names.symbolSpecies)
                .constant("isConcatSpreadable", names.symbolIsConcatSpreadable)
                .constant("unscopables", names.symbolUnscopables)
                .constant("match", names.symbolMatch)
                .constant("matchAll", names.symbolMatchAll)
                .constant("replace", names.symbolReplace)
                .constant("search", names.symbolSearch)
                .constant("split", names.symbolSplit);
    }

    private static long construct(Vm vm, long fp, int argc) {
        if (FunctionBuiltins.isConstructCall(fp)) {
            throw vm.typeError("Symbol is not a constructor");
        }
        long description = argument(fp, argc, 0);
        return vm.names().newSymbol(
                description == Value.UNDEFINED ? Value.UNDEFINED : vm.conversions().toStringValue(description), 0);
    }

    private static long forKey(Vm vm, long fp, int argc) {
        return vm.names().registeredSymbol(vm.conversions().toStringValue(argument(fp, argc, 0)));
    }

    private static long keyFor(Vm vm, long fp, int argc) {
        long symbol = argument(fp, argc, 0);
        if (!Layout.isSymbol(symbol)) {
            throw vm.typeError(vm.errors().render(symbol) + " is not a symbol");
        }
        return vm.names().isRegistered(symbol) ? Mem.getLong(symbol + Layout.SYMBOL_DESCRIPTION) : Value.UNDEFINED;
    }

    private static long thisSymbol(Vm vm, long fp) {
        long value = thisValue(fp);
        if (Layout.isSymbol(value)) {
            return value;
        }
        if (Layout.isObject(value) && CellType.at(value) == CellType.SYMBOL_OBJECT) {
            return Objects.field(value, 0);
        }
        throw vm.typeError(vm.errors().render(value) + " is not a symbol");
    }
}
