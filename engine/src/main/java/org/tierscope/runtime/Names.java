package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Interned strings and well-known symbols that the runtime itself uses as keys; alive as long as the VM. */
public final class Names {
    private final Strings strings;
    private final Map<String, Long> registry = new HashMap<>();
    private final Heap heap;
    private final List<Long> all = new ArrayList<>();

    public final long length;
    public final long name;
    public final long prototype;
    public final long constructor;
    public final long message;
    public final long stack;
    public final long cause;
    public final long errors;
    public final long toString;
    public final long valueOf;
    public final long toJSON;
    public final long value;
    public final long done;
    public final long next;
    public final long return_;
    public final long throw_;
    public final long then;
    public final long get;
    public final long set;
    public final long writable;
    public final long enumerable;
    public final long configurable;
    public final long callee;
    public final long caller;
    public final long arguments;
    public final long proto;
    public final long index;
    public final long raw;
    public final long input;
    public final long groups;
    public final long indices;
    public final long lastIndex;
    public final long exec;
    public final long flags;
    public final long source;
    public final long global;

    public final long undefined;
    public final long null_;
    public final long true_;
    public final long false_;
    public final long number;
    public final long string;
    public final long boolean_;
    public final long symbol;
    public final long bigint;
    public final long object;
    public final long function;
    public final long default_;

    public final long symbolIterator;
    public final long symbolAsyncIterator;
    public final long symbolDispose;
    public final long symbolAsyncDispose;
    public final long symbolHasInstance;
    public final long symbolToPrimitive;
    public final long symbolToStringTag;
    public final long symbolSpecies;
    public final long symbolIsConcatSpreadable;
    public final long symbolUnscopables;
    public final long symbolMatch;
    public final long symbolMatchAll;
    public final long symbolReplace;
    public final long symbolSearch;
    public final long symbolSplit;

    Names(Strings strings, Heap heap) {
        this.strings = strings;
        this.heap = heap;
        length = name("length");
        name = name("name");
        prototype = name("prototype");
        constructor = name("constructor");
        message = name("message");
        stack = name("stack");
        cause = name("cause");
        errors = name("errors");
        toString = name("toString");
        valueOf = name("valueOf");
        toJSON = name("toJSON");
        value = name("value");
        done = name("done");
        next = name("next");
        return_ = name("return");
        throw_ = name("throw");
        then = name("then");
        get = name("get");
        set = name("set");
        writable = name("writable");
        enumerable = name("enumerable");
        configurable = name("configurable");
        callee = name("callee");
        caller = name("caller");
        arguments = name("arguments");
        proto = name("__proto__");
        index = name("index");
        raw = name("raw");
        input = name("input");
        groups = name("groups");
        indices = name("indices");
        lastIndex = name("lastIndex");
        exec = name("exec");
        flags = name("flags");
        source = name("source");
        global = name("global");
        undefined = name("undefined");
        null_ = name("null");
        true_ = name("true");
        false_ = name("false");
        number = name("number");
        string = name("string");
        boolean_ = name("boolean");
        symbol = name("symbol");
        bigint = name("bigint");
        object = name("object");
        function = name("function");
        default_ = name("default");
        symbolIterator = wellKnown("iterator");
        symbolAsyncIterator = wellKnown("asyncIterator");
        symbolDispose = wellKnown("dispose");
        symbolAsyncDispose = wellKnown("asyncDispose");
        symbolHasInstance = wellKnown("hasInstance");
        symbolToPrimitive = wellKnown("toPrimitive");
        symbolToStringTag = wellKnown("toStringTag");
        symbolSpecies = wellKnown("species");
        symbolIsConcatSpreadable = wellKnown("isConcatSpreadable");
        symbolUnscopables = wellKnown("unscopables");
        symbolMatch = wellKnown("match");
        symbolMatchAll = wellKnown("matchAll");
        symbolReplace = wellKnown("replace");
        symbolSearch = wellKnown("search");
        symbolSplit = wellKnown("split");
    }

    private long name(String text) {
        long cell = strings.intern(text);
        all.add(cell);
        return cell;
    }

    private long wellKnown(String text) {
        long cell = newSymbol(strings.of("Symbol." + text), 0);
        all.add(cell);
        return cell;
    }

    /** A new symbol; {@code description} is a string or undefined. */
    public long newSymbol(long description, int flags) {
        int header = flags | Layout.FLAG_INTERNED;
        long cell = heap.allocate(16, Heap.header(CellType.SYMBOL.code(), CellType.SYMBOL, header));
        Mem.putLong(cell + Layout.SYMBOL_DESCRIPTION, description);
        return cell;
    }

    /** Symbol.for: the symbol that all realms know by this string. */
    public long registeredSymbol(long key) {
        return registry.computeIfAbsent(strings.toJava(key), text -> newSymbol(key, 0));
    }

    /** What Symbol.for gave for this text; 0 where nobody has asked for it yet. */
    public long registered(String text) {
        return registry.getOrDefault(text, 0L);
    }

    /** Whether Symbol.for made it. */
    public boolean isRegistered(long symbol) {
        long description = Mem.getLong(symbol + Layout.SYMBOL_DESCRIPTION);
        return description != Value.UNDEFINED
                && Long.valueOf(symbol).equals(registry.get(strings.toJava(description)));
    }

    void forEachRoot(LongConsumer mark) {
        all.forEach(mark::accept);
        registry.values().forEach(mark::accept);
    }
}
