package org.tierscope.runtime;

import static org.tierscope.feedback.FeedbackLayout.MEGAMORPHIC;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_ACCESS;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_HOLDER;
import static org.tierscope.feedback.FeedbackLayout.PROPERTY_NEW_SHAPE;

import org.tierscope.feedback.AccessKind;

/** Named property access through inline caches. */
public final class FieldAccess {
    /** No value: the entry does not apply. */
    private static final long MISS = Value.EXCEPTION;

    private static final int INLINE = AccessKind.INLINE.ordinal();
    private static final int OUT_OF_LINE = AccessKind.OUT_OF_LINE.ordinal();

    private final Vm vm;
    private final MegamorphicCache megamorphic;

    /** What a lookup found; filled by {@link #find}. */
    private int foundAccess;

    private long foundHolder;
    private long foundValidity;

    FieldAccess(Vm vm) {
        this.vm = vm;
        this.megamorphic = new MegamorphicCache(vm.arena());
    }

    public MegamorphicCache megamorphic() {
        return megamorphic;
    }

    public long get(long value, long key, long slot) {
        if (Value.isCell(value) && slot != 0) {
            int shape = Mem.getInt(value);
            long entry = PropertyCache.find(slot, shape);
            if (entry != 0) {
                int access = Mem.getInt(entry + PROPERTY_ACCESS);
                int kind = access & 0xFF;
                if (kind == INLINE) {
                    return Mem.getLong(value + (access >>> 8));
                }
                if (kind == OUT_OF_LINE) {
                    return Mem.getLong(Mem.getLong(value + Layout.OBJECT_SLOTS) + (access >>> 8));
                }
                if (PropertyCache.isValid(entry)) {
                    return load(value, access, Mem.getLong(entry + PROPERTY_HOLDER));
                }
            } else if (PropertyCache.state(slot) == MEGAMORPHIC) {
                long known = megamorphic.find(shape, key);
                if (known != 0) {
                    return load(value, MegamorphicCache.access(known), MegamorphicCache.holder(known));
                }
            }
        }
        return getMiss(value, key, slot);
    }

    private long load(long receiver, int access, long holder) {
        int offset = access >>> 8;
        return switch (AccessKind.of(access)) {
            case INLINE -> Mem.getLong(receiver + offset);
            case OUT_OF_LINE -> Mem.getLong(Mem.getLong(receiver + Layout.OBJECT_SLOTS) + offset);
            case HOLDER_INLINE -> Mem.getLong(holder + offset);
            case HOLDER_OUT_OF_LINE -> Mem.getLong(Mem.getLong(holder + Layout.OBJECT_SLOTS) + offset);
            case ACCESSOR -> vm.properties().callGetter(holder, receiver);
            case ABSENT -> Value.UNDEFINED;
            case ARRAY_LENGTH -> Value.number(Integer.toUnsignedLong(Mem.getInt(receiver + Layout.ARRAY_LENGTH)));
            case STRING_LENGTH -> Value.ofInt(Strings.length(receiver));
            case ADD_INLINE, ADD_OUT_OF_LINE -> MISS;
        };
    }

    private long getMiss(long value, long key, long slot) {
        if (slot != 0) {
            PropertyCache.countMiss(slot);
        }
        if (isIndex(key)) {
            return vm.elementAccess().get(value, key, 0);
        }
        if (slot == 0 && Value.isCell(value)) {
            return getKeyed(value, key);
        }
        if (Value.isNumber(value)) {
            rememberMethod(vm.realm().prototypeOfPrimitive(value), key);
        }
        if (Value.isCell(value) && find(value, key)) {
            int shape = Mem.getInt(value);
            PropertyCache.add(slot, shape, foundAccess, foundHolder, foundValidity, 0);
            if (PropertyCache.state(slot) == MEGAMORPHIC) {
                megamorphic.add(shape, key, foundAccess, foundHolder, foundValidity);
            }
            return load(value, foundAccess, foundHolder);
        }
        return vm.properties().getOfValue(value, key);
    }

    /** A load from a cell without a slot, by a computed but named key perhaps: only the global cache knows. */
    long getKeyed(long object, long key) {
        int shape = Mem.getInt(object);
        long known = megamorphic.find(shape, key);
        if (known != 0) {
            return load(object, MegamorphicCache.access(known), MegamorphicCache.holder(known));
        }
        if (find(object, key)) {
            // Finding a lazy property gives the object a new shape.
            megamorphic.add(Mem.getInt(object), key, foundAccess, foundHolder, foundValidity);
            return load(object, foundAccess, foundHolder);
        }
        return vm.properties().getOfValue(object, key);
    }

    /** Machine code looks methods of numbers up in their prototype, which no getter may notice. */
    private void rememberMethod(long prototype, long key) {
        vm.objects().becomePrototype(prototype);
        if (find(prototype, key) && AccessKind.of(foundAccess) != AccessKind.ACCESSOR) {
            megamorphic.add(Mem.getInt(prototype), key, foundAccess, foundHolder, foundValidity);
        }
    }

    /** So that machine code knows it from now on: whether an object has a property, by a key that is no index. */
    public void remember(long object, long key) {
        if (!Value.isInt(key) && megamorphic.find(Mem.getInt(object), key) == 0 && find(object, key)) {
            megamorphic.add(Mem.getInt(object), key, foundAccess, foundHolder, foundValidity);
        }
    }

    /** What {@code object instanceof function} gave, for objects of this shape while nothing changes on their prototype chain. */
    void rememberInstance(long function, long object, boolean instance) {
        remember(function, vm.names().symbolHasInstance);
        remember(function, vm.names().prototype);
        Shape shape = vm.shapes().of(object);
        long known = megamorphic.find(Mem.getInt(function), vm.names().prototype);
        if (known == 0 || AccessKind.of(MegamorphicCache.access(known)) != AccessKind.INLINE) {
            return;
        }
        long prototype = Mem.getLong(function + AccessKind.offset(MegamorphicCache.access(known)));
        if (shape.isCacheable() && shape.prototype() != 0 && isCacheableChain(shape.prototype())) {
            AccessKind kind = instance ? AccessKind.INLINE : AccessKind.ABSENT;
            megamorphic.add(
                    shape.id(), prototype ^ MegamorphicCache.INSTANCE, kind.encode(0), 0, vm.prototypes().validity(shape.prototype()));
        }
    }

    private boolean isCacheableChain(long prototype) {
        for (long o = prototype; o != 0; o = vm.shapes().of(o).prototype()) {
            if (vm.shapes().of(o).type().interceptsNames()) {
                return false;
            }
        }
        return true;
    }

    /** Looks a key up from a cell; false where the way to it cannot be cached. */
    private boolean find(long cell, long key) {
        foundHolder = 0;
        foundValidity = 0;
        boolean object = CellType.at(cell).isObject();
        long first = object ? cell : vm.realm().prototypeOfPrimitive(cell);
        if (!object) {
            // No object may have it as its prototype yet; only from now on its changes are noticed.
            vm.objects().becomePrototype(first);
        }
        if (key == vm.names().length) {
            if (Layout.isString(cell)) {
                foundAccess = AccessKind.STRING_LENGTH.encode(0);
                return true;
            }
            if (Layout.cellType(cell) == CellType.ARRAY.ordinal()) {
                foundAccess = AccessKind.ARRAY_LENGTH.encode(0);
                return true;
            }
        }
        if (object && !vm.shapes().of(cell).isCacheable()) {
            return false;
        }
        long above = object ? vm.shapes().of(cell).prototype() : first;
        for (long holder = first; holder != 0; ) {
            Shape shape = vm.shapes().of(holder);
            if (shape.type().interceptsNames()) {
                return false;
            }
            int info = shape.lookup(key);
            if (info >= 0) {
                if ((info & Attributes.LAZY) != 0) {
                    shape = vm.functions().materialize(holder);
                }
                foundValidity = holder == cell ? 0 : vm.prototypes().validity(above);
                return describe(holder, shape, info, holder == cell);
            }
            if (vm.properties().virtual(holder, key) != Value.EMPTY) {
                return false;
            }
            holder = shape.prototype();
        }
        foundAccess = AccessKind.ABSENT.encode(0);
        foundValidity = above == 0 ? 0 : vm.prototypes().validity(above);
        return true;
    }

    private boolean describe(long holder, Shape shape, int info, boolean own) {
        int slot = Shape.slot(info);
        if ((info & Attributes.ACCESSOR) != 0) {
            if (shape.mode() != Shape.Mode.UNIQUE) {
                return false;
            }
            foundAccess = AccessKind.ACCESSOR.encode(0);
            foundHolder = Objects.slot(holder, shape, slot);
            return true;
        }
        boolean inObject = shape.isInObject(slot);
        AccessKind kind = own
                ? inObject ? AccessKind.INLINE : AccessKind.OUT_OF_LINE
                : inObject ? AccessKind.HOLDER_INLINE : AccessKind.HOLDER_OUT_OF_LINE;
        foundAccess = kind.encode(shape.offset(slot));
        foundHolder = own ? 0 : holder;
        return true;
    }

    // Stores.

    public void set(long object, long key, long value, boolean strict, long slot) {
        if (Value.isCell(object) && slot != 0) {
            long entry = PropertyCache.find(slot, Mem.getInt(object));
            if (entry != 0 && store(object, entry, value)) {
                return;
            }
        }
        setMiss(object, key, value, strict, slot);
    }

    private boolean store(long object, long entry, long value) {
        int access = Mem.getInt(entry + PROPERTY_ACCESS);
        int offset = access >>> 8;
        switch (AccessKind.of(access)) {
            case INLINE -> {
                Mem.putLong(object + offset, value);
                return true;
            }
            case OUT_OF_LINE -> {
                Mem.putLong(Mem.getLong(object + Layout.OBJECT_SLOTS) + offset, value);
                return true;
            }
            case ADD_INLINE -> {
                if (!PropertyCache.isValid(entry)) {
                    return false;
                }
                Mem.putLong(object + offset, value);
                Mem.putInt(object, Mem.getInt(entry + PROPERTY_NEW_SHAPE));
                return true;
            }
            case ADD_OUT_OF_LINE -> {
                long slots = Mem.getLong(object + Layout.OBJECT_SLOTS);
                if (slots == 0
                        || offset >= Layout.ARRAY_DATA + 8 * Mem.getInt(slots + Layout.ARRAY_CAPACITY)
                        || !PropertyCache.isValid(entry)) {
                    return false;
                }
                Mem.putLong(slots + offset, value);
                Mem.putInt(object, Mem.getInt(entry + PROPERTY_NEW_SHAPE));
                return true;
            }
            case ACCESSOR -> {
                long setter = Mem.getLong(Mem.getLong(entry + PROPERTY_HOLDER) + Layout.ACCESSOR_SETTER);
                if (setter == Value.UNDEFINED || !PropertyCache.isValid(entry)) {
                    return false;
                }
                vm.call(setter, object, value);
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** Field names come from source text, where an index may be written as a name. */
    private static boolean isIndex(long key) {
        return !Layout.isSymbol(key) && Conversions.indexOf(key) >= 0;
    }

    private void setMiss(long object, long key, long value, boolean strict, long slot) {
        if (isIndex(key)) {
            vm.elementAccess().set(object, key, value, strict, 0);
            return;
        }
        if (!Layout.isObject(object)) {
            setOnPrimitive(object, key, value, strict);
            return;
        }
        if (slot != 0 && PropertyCache.state(slot) == MEGAMORPHIC) {
            setKeyed(object, key, value, strict);
            return;
        }
        Shape before = vm.shapes().of(object);
        if (slot != 0) {
            PropertyCache.countMiss(slot);
            if (before.isCacheable() && cacheStore(object, before, key, slot)) {
                long entry = PropertyCache.find(slot, Mem.getInt(object));
                if (entry != 0 && store(object, entry, value)) {
                    return;
                }
            }
        }
        if (!vm.properties().set(object, key, value, object)) {
            if (strict) {
                throw vm.errors().cannotAssign(object, key);
            }
            return;
        }
        if (slot != 0 && before.sharesTransitions() && !before.isLazy() && isAbsent(before.prototype(), key)) {
            cacheAdd(object, before, key, slot);
        }
    }

    /** A store to an object by a name that no slot knows: through the global cache. */
    void setKeyed(long object, long key, long value, boolean strict) {
        Shape shape = vm.shapes().of(object);
        long known = megamorphic.find(shape.id(), MegamorphicCache.storeKey(key));
        if (known == 0 && shape.isCacheable() && !shape.type().interceptsNames() && !Value.isInt(key)) {
            int access = storeAccess(shape, key);
            if (access >= 0) {
                megamorphic.add(shape.id(), MegamorphicCache.storeKey(key), access, 0, 0);
                known = megamorphic.find(shape.id(), MegamorphicCache.storeKey(key));
            }
        }
        if (known != 0 && storeKnown(object, known, value)) {
            return;
        }
        if (!vm.properties().set(object, key, value, object)) {
            if (strict) {
                throw vm.errors().cannotAssign(object, key);
            }
        } else if (known == 0 && shape.sharesTransitions() && !shape.isLazy() && !Value.isInt(key)
                && isAbsent(shape.prototype(), key)) {
            rememberTransition(object, shape, key);
        }
    }

    /** As an entry of the global cache says; false where that is not possible. */
    private static boolean storeKnown(long object, long known, long value) {
        int access = MegamorphicCache.access(known);
        int offset = access >>> 8;
        long slots = Mem.getLong(object + Layout.OBJECT_SLOTS);
        AccessKind kind = AccessKind.of(access);
        if (kind == AccessKind.ADD_OUT_OF_LINE
                && (slots == 0 || offset >= Layout.ARRAY_DATA + 8 * Mem.getInt(slots + Layout.ARRAY_CAPACITY))) {
            return false;
        }
        boolean inObject = kind == AccessKind.INLINE || kind == AccessKind.ADD_INLINE;
        Mem.putLong((inObject ? object : slots) + offset, value);
        if (kind == AccessKind.ADD_INLINE || kind == AccessKind.ADD_OUT_OF_LINE) {
            Mem.putInt(object, (int) MegamorphicCache.holder(known));
        }
        return true;
    }

    private void rememberTransition(long object, Shape before, long key) {
        Shape after = vm.shapes().of(object);
        if (after.parent() == before && after.keyAt(after.count() - 1) == key) {
            int place = after.slotCount() - 1;
            AccessKind kind = after.isInObject(place) ? AccessKind.ADD_INLINE : AccessKind.ADD_OUT_OF_LINE;
            long validity = before.prototype() == 0 ? 0 : vm.prototypes().validity(before.prototype());
            megamorphic.add(
                    before.id(), MegamorphicCache.storeKey(key), kind.encode(after.offset(place)), after.id(), validity);
        }
    }

    /** How to store to a writable own data property of objects of this shape, or −1. */
    private static int storeAccess(Shape shape, long key) {
        int info = shape.lookup(key);
        if (info < 0 || (info & (Attributes.LAZY | Attributes.ACCESSOR)) != 0 || (info & Attributes.WRITABLE) == 0) {
            return -1;
        }
        int place = Shape.slot(info);
        AccessKind kind = shape.isInObject(place) ? AccessKind.INLINE : AccessKind.OUT_OF_LINE;
        return kind.encode(shape.offset(place));
    }

    void setOnPrimitive(long value, long key, long newValue, boolean strict) {
        if (Value.isNullish(value)) {
            throw vm.errors().writeOfNullish(value, key);
        }
        boolean own = Layout.isString(value)
                && (key == vm.names().length || Value.isInt(key) && Value.asInt(key) < Strings.length(value));
        boolean done = !own && vm.properties().set(vm.realm().prototypeOfPrimitive(value), key, newValue, value);
        if (!done && strict) {
            throw own
                    ? vm.typeError("Cannot assign to read only property '" + vm.errors().keyText(key) + "' of string '"
                            + vm.strings().toJava(value) + "'")
                    : vm.errors().cannotAssign(value, key);
        }
    }

    /** Caches a store to an existing writable own property, or to a setter. */
    private boolean cacheStore(long object, Shape shape, long key, long slot) {
        int access = storeAccess(shape, key);
        if (access >= 0) {
            PropertyCache.add(slot, shape.id(), access, 0, 0, 0);
            return true;
        }
        if (shape.lookup(key) < 0 && find(object, key) && AccessKind.of(foundAccess) == AccessKind.ACCESSOR) {
            PropertyCache.add(slot, shape.id(), foundAccess, foundHolder, foundValidity, 0);
            return true;
        }
        return false;
    }

    /** Whether no object from {@code object} on has the property or could intercept the name. */
    private boolean isAbsent(long object, long key) {
        for (long o = object; o != 0; o = vm.objects().prototypeOf(o)) {
            Shape shape = vm.shapes().of(o);
            if (shape.lookup(key) >= 0 && (Shape.attributes(shape.lookup(key)) & Attributes.WRITABLE) == 0
                    || shape.type().interceptsNames()
                    || vm.properties().virtual(o, key) != Value.EMPTY) {
                return false;
            }
        }
        return true;
    }

    /** Caches a transition that a store just made. */
    private void cacheAdd(long object, Shape before, long key, long slot) {
        Shape after = vm.shapes().of(object);
        if (after.parent() != before || after.keyAt(after.count() - 1) != key) {
            return;
        }
        int place = after.slotCount() - 1;
        AccessKind kind = after.isInObject(place) ? AccessKind.ADD_INLINE : AccessKind.ADD_OUT_OF_LINE;
        long validity = before.prototype() == 0 ? 0 : vm.prototypes().validity(before.prototype());
        PropertyCache.add(slot, before.id(), kind.encode(after.offset(place)), 0, validity, after.id());
    }

    /** CreateDataPropertyOrThrow with a cache: object literals and public fields. */
    public void define(long object, long key, long value, long slot) {
        if (slot != 0) {
            long entry = PropertyCache.find(slot, Mem.getInt(object));
            if (entry != 0 && store(object, entry, value)) {
                return;
            }
            PropertyCache.countMiss(slot);
        }
        if (isIndex(key)) {
            vm.definitions().createDataPropertyOrThrow(object, vm.conversions().toPropertyKey(key), value);
            return;
        }
        Shape before = vm.shapes().of(object);
        boolean added = before.lookup(key) < 0;
        vm.definitions().createDataPropertyOrThrow(object, key, value);
        if (slot != 0 && added && before.sharesTransitions() && !before.isLazy()) {
            cacheDefinition(object, before, key, slot);
        }
    }

    private void cacheDefinition(long object, Shape before, long key, long slot) {
        Shape after = vm.shapes().of(object);
        if (after.parent() == before && after.keyAt(after.count() - 1) == key) {
            int place = after.slotCount() - 1;
            AccessKind kind = after.isInObject(place) ? AccessKind.ADD_INLINE : AccessKind.ADD_OUT_OF_LINE;
            PropertyCache.add(slot, before.id(), kind.encode(after.offset(place)), 0, 0, after.id());
        }
    }
}
