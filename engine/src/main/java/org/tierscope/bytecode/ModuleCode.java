package org.tierscope.bytecode;

import java.util.List;
import java.util.Map;

/**
 * A compiled module. Its environment is a context; each exported or imported binding there is a slot that holds a <em>cell</em>, a
 * context of one slot. The exporter makes the cell, importers get the same one: so bindings are live and cost one load more than
 * others.
 *
 * @param environment makes the context and defines the functions that others may call before the module has run; returns the
 *     module's body as a function over that context
 * @param async the body awaits: it returns a promise
 * @param requests what it imports, in order
 * @param imports bindings to fill before anything runs
 * @param locals exports of own bindings
 * @param indirects exports of other modules' bindings
 * @param stars indices of requests whose every export but the default one is exported too
 * @param metaSlot slot of {@code import.meta}, −1 where nobody asks for it
 */
public record ModuleCode(
        BytecodeFunction environment,
        boolean async,
        List<Request> requests,
        List<Import> imports,
        List<Local> locals,
        List<Indirect> indirects,
        List<Integer> stars,
        int metaSlot) {

    /** @param attributes of its {@code with} clause */
    public record Request(String specifier, Map<String, String> attributes, ImportPhase phase) {}

    /** @param name the exporter's name; null for its namespace, or its source object where that is the request's phase */
    public record Import(int request, String name, int slot) {}

    public record Local(String exported, int slot) {}

    /** @param name the exporter's name; null for its namespace */
    public record Indirect(String exported, int request, String name) {}
}
