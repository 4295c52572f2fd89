package org.tierscope.runtime;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;

/**
 * The global environment (9.1.1.4) of a realm: lexical declarations of scripts, kept as slots of an object that no guest sees, in front of
 * the global object. PROPERTY slots cache by the shape of the global object, which changes with every new declaration too.
 */
public final class Globals {
    private final Vm vm;
    private final long global;
    private final long lexical;

    Globals(Vm vm, long globalObject) {
        this.vm = vm;
        this.global = globalObject;
        this.lexical = vm.objects().allocate(vm.objects().rootShape(0, CellType.OBJECT, 0), 0);
        vm.objects().becomePrototype(lexical);
    }

    long lexicalObject() {
        return lexical;
    }

    public long get(long key, boolean throwIfMissing, long slot) {
        if (slot != 0) {
            long entry = PropertyCache.find(slot, Mem.getInt(global));
            if (entry != 0 && PropertyCache.isValid(entry)) {
                return load(entry);
            }
            PropertyCache.countMiss(slot);
        }
        Shape scope = vm.shapes().of(lexical);
        int info = scope.lookup(key);
        if (info >= 0) {
            long value = Objects.slot(lexical, scope, Shape.slot(info));
            if (value == Value.EMPTY) {
                throw vm.error(ErrorKind.REFERENCE_ERROR,
                        "Cannot access '" + vm.errors().keyText(key) + "' before initialization");
            }
            cache(slot, lexical, scope, info);
            return value;
        }
        Shape shape = vm.shapes().of(global);
        info = shape.lookup(key);
        if (info >= 0 && (info & (Attributes.ACCESSOR | Attributes.LAZY)) == 0) {
            cache(slot, 0, shape, info);
            return Objects.slot(global, shape, Shape.slot(info));
        }
        if (throwIfMissing && !vm.properties().has(global, key)) {
            throw vm.error(ErrorKind.REFERENCE_ERROR, vm.errors().keyText(key) + " is not defined");
        }
        return vm.properties().get(global, key);
    }

    private long load(long entry) {
        int access = Mem.getInt(entry + FeedbackLayout.PROPERTY_ACCESS);
        long holder = Mem.getLong(entry + FeedbackLayout.PROPERTY_HOLDER);
        long base = holder == 0 ? global : holder;
        AccessKind kind = AccessKind.of(access);
        boolean outOfLine = kind == AccessKind.OUT_OF_LINE || kind == AccessKind.HOLDER_OUT_OF_LINE;
        return Mem.getLong((outOfLine ? Mem.getLong(base + Layout.OBJECT_SLOTS) : base) + AccessKind.offset(access));
    }

    private void cache(long slot, long holder, Shape shape, int info) {
        if (slot == 0) {
            return;
        }
        int place = Shape.slot(info);
        AccessKind kind = holder == 0
                ? shape.isInObject(place) ? AccessKind.INLINE : AccessKind.OUT_OF_LINE
                : shape.isInObject(place) ? AccessKind.HOLDER_INLINE : AccessKind.HOLDER_OUT_OF_LINE;
        PropertyCache.add(slot, Mem.getInt(global), kind.encode(shape.offset(place)), holder, 0, 0);
    }

    public void set(long key, long value, boolean strict, long slot) {
        if (slot != 0) {
            long entry = PropertyCache.find(slot, Mem.getInt(global));
            if (entry != 0) {
                store(entry, value);
                return;
            }
            PropertyCache.countMiss(slot);
        }
        Shape scope = vm.shapes().of(lexical);
        int info = scope.lookup(key);
        if (info >= 0) {
            if (Objects.slot(lexical, scope, Shape.slot(info)) == Value.EMPTY) {
                throw vm.error(ErrorKind.REFERENCE_ERROR,
                        "Cannot access '" + vm.errors().keyText(key) + "' before initialization");
            }
            if ((info & Attributes.WRITABLE) == 0) {
                throw vm.typeError("Assignment to constant variable.");
            }
            Objects.setSlot(lexical, scope, Shape.slot(info), value);
            cache(slot, lexical, scope, info);
            return;
        }
        setOnObject(key, value, strict, slot);
    }

    private void setOnObject(long key, long value, boolean strict, long slot) {
        Shape shape = vm.shapes().of(global);
        int info = shape.lookup(key);
        if (info >= 0 && (info & (Attributes.ACCESSOR | Attributes.WRITABLE)) == Attributes.WRITABLE) {
            Objects.setSlot(global, shape, Shape.slot(info), value);
            cache(slot, 0, shape, info);
            return;
        }
        if (strict && !vm.properties().has(global, key)) {
            throw vm.error(ErrorKind.REFERENCE_ERROR, vm.errors().keyText(key) + " is not defined");
        }
        if (!vm.properties().set(global, key, value, global) && strict) {
            throw vm.errors().cannotAssign(global, key);
        }
    }

    private void store(long entry, long value) {
        int access = Mem.getInt(entry + FeedbackLayout.PROPERTY_ACCESS);
        long holder = Mem.getLong(entry + FeedbackLayout.PROPERTY_HOLDER);
        long base = holder == 0 ? global : holder;
        AccessKind kind = AccessKind.of(access);
        boolean outOfLine = kind == AccessKind.OUT_OF_LINE || kind == AccessKind.HOLDER_OUT_OF_LINE;
        Mem.putLong((outOfLine ? Mem.getLong(base + Layout.OBJECT_SLOTS) : base) + AccessKind.offset(access), value);
    }

    /** CreateGlobalVarBinding, CreateGlobalFunctionBinding. */
    public void declare(long key, boolean function) {
        if (vm.shapes().of(lexical).lookup(key) >= 0) {
            throw redeclared(key);
        }
        var current = new Property();
        boolean exists = vm.definitions().getOwn(global, key, current);
        if (!exists && Objects.has(global, Layout.FLAG_NON_EXTENSIBLE)
                || function && exists && !current.isConfigurable()
                        && (current.isAccessor() || !current.isWritable() || !current.isEnumerable())) {
            throw vm.typeError("Identifier '" + vm.errors().keyText(key) + "' cannot be declared");
        }
        int attributes = Attributes.WRITABLE | Attributes.ENUMERABLE;
        if (!exists) {
            vm.definitions().define(global, key, Value.UNDEFINED, attributes);
        } else if (function && current.isConfigurable()) {
            vm.definitions().define(global, key, Value.UNDEFINED, attributes);
        }
    }

    /** Declares (value EMPTY) or initialises a let (kind 0), const (1) or class. */
    public void declareLexical(long key, long value, int kind) {
        Shape scope = vm.shapes().of(lexical);
        int info = scope.lookup(key);
        if (value != Value.EMPTY && info >= 0) {
            Objects.setSlot(lexical, scope, Shape.slot(info), value);
            return;
        }
        var current = new Property();
        boolean restricted = vm.definitions().getOwn(global, key, current) && !current.isConfigurable();
        if (info >= 0 || restricted) {
            throw redeclared(key);
        }
        vm.objects().add(lexical, key, kind == 1 ? Attributes.NONE : Attributes.WRITABLE, value);
        // What was cached for the global object may be hidden now.
        vm.objects().setShape(global, vm.shapes().toUnique(vm.shapes().of(global)));
    }

    private GuestException redeclared(long key) {
        return vm.error(ErrorKind.SYNTAX_ERROR,
                "Identifier '" + vm.errors().keyText(key) + "' has already been declared");
    }
}
