package org.tierscope.runtime.builtins;

import org.tierscope.runtime.Vm;

/** Installs the built-in objects of a realm, in an order in which each finds the prototypes that it needs. */
public final class Builtins {
    private Builtins() {}

    public static void install(Vm vm) {
        ObjectBuiltins.install(vm);
        FunctionBuiltins.install(vm);
        ErrorBuiltins.install(vm);
        SymbolBuiltins.install(vm);
        IteratorBuiltins.install(vm);
        GeneratorBuiltins.install(vm);
        PrimitiveBuiltins.install(vm);
        NumberBuiltins.install(vm);
        BigIntBuiltins.install(vm);
        MathBuiltins.install(vm);
        ArrayBuiltins.install(vm);
        ArrayMutation.install(vm);
        ArrayAccess.install(vm);
        ArrayCallbacks.install(vm);
        StringBuiltins.install(vm);
        RegExpBuiltins.install(vm);
        JsonBuiltins.install(vm);
        CollectionBuiltins.install(vm);
        FinalizationBuiltins.install(vm);
        PreludeNatives.install(vm);
        PromiseBuiltins.install(vm);
        BufferBuiltins.install(vm);
        TypedArrayBuiltins.install(vm);
        DataViewBuiltins.install(vm);
        AtomicsBuiltins.install(vm);
        DateBuiltins.install(vm);
        ReflectBuiltins.install(vm);
        ProxyBuiltins.install(vm);
        GlobalBuiltins.install(vm);
        UriBuiltins.install(vm);
        EscapeBuiltins.install(vm);
        CodeBuiltins.install(vm);
        HostBuiltins.install(vm);
        ConsoleBuiltins.install(vm);
        IteratorHelpers.install(vm);
        ResourceBuiltins.install(vm);
        ModuleSourceBuiltins.install(vm);
    }
}
