package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.ModuleCode;

/** A module in one realm: a Cyclic Module Record (16.2.1.6), or one whose only export is a value (code null). */
final class ModuleRecord {
    enum Status {
        UNLINKED,
        LINKING,
        LINKED,
        EVALUATING,
        EVALUATING_ASYNC,
        EVALUATED
    }

    /** {@link #asyncOrder} of a module that waits for nothing, and of one that has done with waiting. */
    static final int NOT_ASYNC = 0;

    final String path;
    final Realm realm;
    /** Null for JSON and CommonJS modules: they export {@link #value} as their default. */
    final ModuleCode code;
    /** The modules of the code's requests. */
    final List<ModuleRecord> requested = new ArrayList<>();
    /** What a CommonJS module is, until it has run; else null. */
    ModuleHost.Loaded file;
    /** What a CommonJS module seems to export besides its default; see {@link CommonJsNames}. */
    List<String> names = List.of();
    long value = Value.UNDEFINED;

    Status status = Status.UNLINKED;
    /** What it threw, EMPTY for nothing. */
    long error = Value.EMPTY;
    int index;
    int ancestor;
    ModuleRecord cycleRoot;
    int asyncOrder = NOT_ASYNC;
    int pending;
    final List<ModuleRecord> asyncParents = new ArrayList<>();
    /** The promise of its evaluation, 0 where nobody asked for one. */
    long promise;
    /** The body, a function over the environment's context. */
    long body;
    long environment;
    long namespace;
    /** The namespace that runs the module when it is first used. */
    long deferredNamespace;
    /** The source object, 0 where its kind of module has none. */
    long source;
    /** Whether {@link #requested} is complete, or being filled. */
    boolean areRequestsLoaded;
    /** Cells of exports that are no bindings: of a value, of a namespace. */
    final Map<String, Long> cells = new HashMap<>();

    ModuleRecord(String path, Realm realm, ModuleCode code) {
        this.path = path;
        this.realm = realm;
        this.code = code;
    }

    void forgetRequests() {
        areRequestsLoaded = false;
        requested.clear();
    }

    boolean isAsync() {
        return code != null && code.async();
    }

    /** The context cell in a slot of the environment. */
    long slot(int slot) {
        return Mem.getLong(environment + Layout.CONTEXT_SLOTS + 8L * slot);
    }

    void setSlot(int slot, long value) {
        Mem.putLong(environment + Layout.CONTEXT_SLOTS + 8L * slot, value);
    }

    static long valueOf(long cell) {
        return Mem.getLong(cell + Layout.CONTEXT_SLOTS);
    }

    static void setValue(long cell, long value) {
        Mem.putLong(cell + Layout.CONTEXT_SLOTS, value);
    }
}
