package org.tierscope.runtime.builtins;

import java.util.HashMap;
import java.util.Map;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.Buffers;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.GuestException;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Property;
import org.tierscope.runtime.TemporaryRoots;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** {@code structuredClone}: StructuredSerializeWithTransfer and back in one step (HTML, 2.7). */
final class StructuredClone {
    private final Vm vm;
    private final Map<Long, Long> copies = new HashMap<>();

    private StructuredClone(Vm vm) {
        this.vm = vm;
    }

    static long clone(Vm vm, long value, long options) {
        TemporaryRoots roots = vm.temporaryRoots();
        int depth = roots.depth();
        try {
            var clone = new StructuredClone(vm);
            if (Layout.isObject(options)) {
                clone.transfer(vm.properties().get(options, "transfer"));
            }
            return clone.copy(value);
        } finally {
            roots.reset(depth);
        }
    }

    private void transfer(long list) {
        if (list == Value.UNDEFINED) {
            return;
        }
        IteratorBuiltins.forEach(vm, list, item -> {
            if (!Layout.isObject(item) || CellType.at(item) != CellType.ARRAY_BUFFER || Buffers.isDetached(item)
                    || copies.containsKey(item)) {
                throw failure("Value could not be transferred.");
            }
            long max = Buffers.isResizable(item) ? vm.buffers().maxByteLength(item) : -1;
            remember(item, vm.buffers().transfer(item, vm.buffers().byteLength(item), max));
        });
    }

    private long remember(long original, long copy) {
        vm.temporaryRoots().push(original);
        vm.temporaryRoots().push(copy);
        copies.put(original, copy);
        return copy;
    }

    private GuestException failure(String message) {
        GuestException error = vm.error(ErrorKind.ERROR, message);
        vm.definitions().define(error.value(), vm.names().name, vm.strings().intern("DataCloneError"), 0);
        return error;
    }

    private long copy(long value) {
        if (Layout.isSymbol(value)) {
            throw failure(vm.errors().keyText(value) + " could not be cloned.");
        }
        if (!Layout.isObject(value)) {
            return value;
        }
        Long known = copies.get(value);
        if (known != null) {
            return known;
        }
        vm.enterNested();
        try {
            return copyObject(value);
        } finally {
            vm.leaveNested();
        }
    }

    private long copyObject(long object) {
        return switch (CellType.at(object)) {
            case BOOLEAN_OBJECT, NUMBER_OBJECT, STRING_OBJECT, BIGINT_OBJECT ->
                    remember(object, vm.realm().wrap(Objects.field(object, 0)));
            case DATE -> {
                long date = remember(object, vm.realm().newObject(vm.realm().get(Intrinsic.DATE_PROTOTYPE), CellType.DATE));
                Objects.setField(date, 0, Objects.field(object, 0));
                yield date;
            }
            case REGEXP -> regExp(object);
            case ARRAY_BUFFER -> buffer(object);
            case SHARED_ARRAY_BUFFER -> object;
            case TYPED_ARRAY, DATA_VIEW -> view(object);
            case MAP, SET -> collection(object);
            case ERROR -> error(object);
            case ARRAY -> {
                long array = remember(object, vm.literals().newArray());
                vm.properties().put(array, vm.names().length, Value.number(Elements.limit(object)));
                yield properties(object, array);
            }
            case OBJECT, ARGUMENTS, MAPPED_ARGUMENTS, GLOBAL_OBJECT -> properties(object, remember(object, vm.realm().newObject()));
            default -> throw failure((Layout.isCallable(object) ? vm.functions().sourceText(object) : vm.errors().objectText(object))
                    + " could not be cloned.");
        };
    }

    private long properties(long source, long target) {
        long keys = vm.ownKeys().enumerableStrings(source);
        var own = new Property();
        for (int i = 0; i < OwnKeys.count(keys); i++) {
            long key = OwnKeys.at(keys, i);
            if (vm.definitions().getOwn(source, key, own)) {
                vm.definitions().createDataPropertyOrThrow(target, key, copy(vm.properties().get(source, key)));
            }
        }
        return target;
    }

    private long regExp(long object) {
        long constructor = vm.properties().get(vm.realm().get(Intrinsic.REGEXP_PROTOTYPE), vm.names().constructor);
        long source = vm.properties().get(object, "source");
        return remember(object, vm.construct(constructor, constructor, source, vm.properties().get(object, "flags")));
    }

    private long buffer(long object) {
        if (Buffers.isDetached(object)) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        long length = vm.buffers().byteLength(object);
        long max = Buffers.isResizable(object) ? vm.buffers().maxByteLength(object) : -1;
        long copy = vm.buffers().newBuffer(length, max, vm.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE));
        Mem.copy(Buffers.data(object), Buffers.data(copy), length);
        return remember(object, copy);
    }

    private long view(long object) {
        ElementsKind kind = Elements.kindOf(object);
        long length = Buffers.isTrackingLength(object) ? -1 : vm.buffers().viewLength(object);
        if (vm.buffers().isOutOfBounds(object) && !copies.containsKey(Buffers.bufferOf(object))) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        long buffer = copy(Buffers.bufferOf(object));
        Intrinsic prototype = CellType.at(object) == CellType.DATA_VIEW
                ? Intrinsic.DATA_VIEW_PROTOTYPE
                : TypedArrayCreation.prototype(kind);
        if (length == 0 && vm.buffers().isOutOfBounds(object)) {
            length = Buffers.fixedLength(object);
        }
        return remember(object, vm.buffers().newView(buffer, Buffers.viewOffset(object), length, kind, vm.realm().get(prototype)));
    }

    private long collection(long object) {
        boolean map = CellType.at(object) == CellType.MAP;
        Intrinsic prototype = map ? Intrinsic.MAP_PROTOTYPE : Intrinsic.SET_PROTOTYPE;
        long constructor = vm.properties().get(vm.realm().get(prototype), vm.names().constructor);
        long copy = remember(object, vm.construct(constructor, constructor));
        // the entries as they are now, whatever getters do
        long entries = vm.literals().newArray();
        long iterator = HashTables.newIterator(vm, object, map ? Iteration.ENTRIES : Iteration.VALUES);
        for (long entry = HashTables.step(vm, iterator); entry != Value.EMPTY; entry = HashTables.step(vm, iterator)) {
            vm.literals().arrayAppend(entries, entry);
        }
        long add = vm.properties().get(copy, map ? "set" : "add");
        for (int i = 0; i < Elements.arrayLength(entries); i++) {
            long entry = Elements.get(entries, i);
            if (map) {
                long key = copy(Elements.get(entry, 0));
                vm.call(add, copy, key, copy(Elements.get(entry, 1)));
            } else {
                vm.call(add, copy, copy(entry));
            }
        }
        return copy;
    }

    private long error(long object) {
        long name = vm.properties().get(object, vm.names().name);
        Intrinsic prototype = switch (Value.isNullish(name) ? "Error" : vm.conversions().toJavaString(name)) {
            case "EvalError" -> Intrinsic.EVAL_ERROR_PROTOTYPE;
            case "RangeError" -> Intrinsic.RANGE_ERROR_PROTOTYPE;
            case "ReferenceError" -> Intrinsic.REFERENCE_ERROR_PROTOTYPE;
            case "SyntaxError" -> Intrinsic.SYNTAX_ERROR_PROTOTYPE;
            case "TypeError" -> Intrinsic.TYPE_ERROR_PROTOTYPE;
            case "URIError" -> Intrinsic.URI_ERROR_PROTOTYPE;
            default -> Intrinsic.ERROR_PROTOTYPE;
        };
        var own = new Property();
        boolean hasMessage = vm.definitions().getOwn(object, vm.names().message, own) && own.isData();
        long message = hasMessage ? vm.conversions().toStringValue(own.value()) : Value.EMPTY;
        long copy = remember(object, vm.errors().newError(vm.realm().get(prototype), message));
        for (long key : new long[] {vm.names().stack, vm.names().cause}) {
            if (vm.definitions().getOwn(object, key, own) && own.isData()) {
                vm.definitions().define(copy, key, copy(own.value()), org.tierscope.runtime.Attributes.HIDDEN);
            }
        }
        return copy;
    }
}
