package org.tierscope.runtime;

import java.util.function.LongUnaryOperator;
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
    private LongUnaryOperator fallback;

    Globals(Vm vm, long globalObject) {
        this.vm = vm;
        this.global = globalObject;
        this.lexical = vm.objects().allocate(vm.objects().rootShape(0, CellType.OBJECT, 0), 0);
        vm.objects().becomePrototype(lexical);
    }

    long lexicalObject() {
        return lexical;
    }

    long global() {
        return global;
    }

    /** Asked for names that are not defined; it answers EMPTY for those it does not know either. Null to ask nobody. */
    public void setFallback(LongUnaryOperator names) {
        fallback = names;
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
        if ((throwIfMissing || fallback != null) && !vm.properties().has(global, key)) {
            long found = fallback == null ? Value.EMPTY : fallback.applyAsLong(key);
            if (found != Value.EMPTY || !throwIfMissing) {
                return found == Value.EMPTY ? Value.UNDEFINED : found;
            }
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

    /** Gives a declared lexical binding its first value. */
    public void initialize(long key, long value) {
        Shape scope = vm.shapes().of(lexical);
        Objects.setSlot(lexical, scope, Shape.slot(scope.lookup(key)), value);
    }

    public boolean has(long key) {
        return isLexical(key) || vm.properties().has(global(), key);
    }

    /** Deletes a global by its bare name; lexical ones stay. */
    public boolean delete(long key) {
        return !isLexical(key) && vm.properties().delete(global(), key);
    }

    boolean isLexical(long key) {
        return vm.shapes().of(lexical).lookup(key) >= 0;
    }

    /** Makes a lexical binding in its dead zone. */
    void declareLexical(long key, boolean constant) {
        vm.objects().add(lexical, key, constant ? Attributes.NONE : Attributes.WRITABLE, Value.EMPTY);
        // What was cached for the global object may be hidden now.
        vm.objects().setShape(global, vm.shapes().toUnique(vm.shapes().of(global)));
    }
}
