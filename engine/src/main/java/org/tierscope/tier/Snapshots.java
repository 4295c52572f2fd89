package org.tierscope.tier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.ir.AccessorFacts;
import org.tierscope.ir.ArrayIterationFacts;
import org.tierscope.ir.ConstructorFacts;
import org.tierscope.ir.ExitReason;
import org.tierscope.ir.Guess;
import org.tierscope.ir.Guesses;
import org.tierscope.ir.Intrinsic;
import org.tierscope.ir.ShapeDescription;
import org.tierscope.ir.Signature;
import org.tierscope.ir.SnapshotSource;
import org.tierscope.ir.Type;
import org.tierscope.runtime.Attributes;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Objects;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.Shape;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The running VM as the optimizer's snapshots see it. */
final class Snapshots implements SnapshotSource {
    private final Vm vm;
    private final Map<Integer, Intrinsic> intrinsics = new HashMap<>();
    private final Set<Guess> refuted = new HashSet<>();
    private final Map<Guess, Integer> shapesWhenWrong = new HashMap<>();

    /** Null where feedback is taken as it is. */
    private final FeedbackNoise noise;

    /** @param noiseSeed for feedback that is changed at random; 0 for none */
    Snapshots(Vm vm, long noiseSeed) {
        this.vm = vm;
        this.noise = noiseSeed == 0 ? null : new FeedbackNoise(noiseSeed);
        for (Intrinsic intrinsic : Intrinsic.values()) {
            long function = builtin(intrinsic);
            if (Value.isCell(function) && Layout.cellType(function) == CellType.FUNCTION.ordinal()) {
                intrinsics.put(Mem.getInt(function + Layout.FUNCTION_ID), intrinsic);
            }
        }
    }

    /** The ids of the functions that are intrinsics. */
    Map<Integer, Intrinsic> intrinsics() {
        return intrinsics;
    }

    @Override
    public byte[] feedback(FunctionInfo function) {
        var feedback = new byte[function.bytecode().feedbackSize()];
        if (function.feedback() != 0) {
            Mem.read(function.feedback(), feedback);
        }
        if (noise != null) {
            noise.disturb(function.bytecode(), feedback);
        }
        return feedback;
    }

    /** The function object that an intrinsic stands for: {@code MATH_ABS} is Math.abs, {@code ARRAY_PUSH} Array.prototype.push. */
    private long builtin(Intrinsic intrinsic) {
        if (intrinsic == Intrinsic.TYPED_ARRAY_LENGTH) {
            return getter(vm.realm().get(org.tierscope.runtime.Intrinsic.TYPED_ARRAY_PROTOTYPE), vm.names().length);
        }
        if (intrinsic == Intrinsic.GENERATOR_NEXT) {
            return vm.realm().get(org.tierscope.runtime.Intrinsic.GENERATOR_NEXT);
        }
        if (intrinsic.path() != null) {
            return follow(intrinsic.path());
        }
        String[] words = intrinsic.name().toLowerCase(Locale.ROOT).split("_");
        var name = new StringBuilder(words[1]);
        for (int i = 2; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        long global = vm.realm().globalObject();
        long holder = property(global, Character.toUpperCase(words[0].charAt(0)) + words[0].substring(1));
        if (!words[0].equals("math") && Layout.isObject(holder)) {
            holder = property(holder, "prototype");
        }
        if (intrinsic == Intrinsic.MAP_SIZE || intrinsic == Intrinsic.SET_SIZE) {
            return getter(holder, vm.strings().intern("size"));
        }
        return Layout.isObject(holder) ? property(holder, name.toString()) : Value.UNDEFINED;
    }

    private long follow(String path) {
        String prelude = "prelude.";
        boolean own = path.startsWith(prelude);
        long value = own ? vm.prelude().natives() : vm.realm().globalObject();
        for (String name : (own ? path.substring(prelude.length()) : path).split("\\.")) {
            value = Layout.isObject(value) ? property(value, name) : Value.UNDEFINED;
        }
        return value;
    }

    private long getter(long object, long key) {
        Shape shape = vm.shapes().of(object);
        int info = shape.lookup(key);
        boolean accessor = info >= 0 && (Shape.attributes(info) & Attributes.ACCESSOR) != 0;
        return accessor
                ? Mem.getLong(Objects.slot(object, shape, Shape.slot(info)) + Layout.ACCESSOR_GETTER)
                : Value.UNDEFINED;
    }

    private long property(long object, String name) {
        return vm.operations().getField(object, vm.strings().intern(name), 0);
    }

    /**
     * No later compilation makes this guess. One about shapes is another guess once its inline cache has learned of more of them: it
     * may be made again then.
     */
    void refute(Guess guess) {
        int known = guess.reason() == ExitReason.WRONG_SHAPE ? knownShapes(guess) : 0;
        Integer before = known == 0 ? null : shapesWhenWrong.put(guess, known);
        if (known == 0 || before != null && before == known) {
            refuted.add(guess);
        }
    }

    /** What the inline cache of an instruction knows, as {@link FeedbackLayout#CACHE_STATE} has it; 0 where it has none. */
    private int knownShapes(Guess guess) {
        FunctionInfo function = vm.function(guess.function());
        Opcode opcode = Opcode.of(function.code()[guess.pc()]);
        boolean cache = opcode.slotKind() == SlotKind.PROPERTY || opcode.slotKind() == SlotKind.ELEMENT;
        return cache
                ? Mem.getUnsignedByte(function.feedback() + function.code()[guess.pc() + opcode.feedbackOperand()]
                        + FeedbackLayout.CACHE_STATE)
                : 0;
    }

    /** All but those. */
    Guesses guesses() {
        return Guesses.allBut(refuted);
    }

    @Override
    public FunctionInfo function(int id) {
        return vm.function(id);
    }

    @Override
    public int signature(int id) {
        FunctionInfo function = vm.function(id);
        return function.isClassConstructor() ? Signature.NONE : Mem.getInt(function.cell() + FunctionCell.SIGNATURE);
    }

    private static int functionOf(long function) {
        return Mem.getInt(function + Layout.FUNCTION_ID);
    }

    @Override
    public ArrayIterationFacts arrayIteration(int function) {
        Realm realm = vm.function(function).realm();
        long prototype = realm.get(org.tierscope.runtime.Intrinsic.ARRAY_ITERATOR_PROTOTYPE);
        if (!realm.isArrayIterationOriginal() || vm.iteration().arrayIteratorShape().prototype() != prototype) {
            return null;
        }
        boolean returns = vm.properties().has(prototype, vm.names().return_);
        long arrays = realm.get(org.tierscope.runtime.Intrinsic.ARRAY_PROTOTYPE);
        return new ArrayIterationFacts(
                slot(arrays, vm.names().symbolIterator),
                slot(prototype, vm.names().next),
                vm.iteration().arrayIteratorShape().id(),
                returns ? 0 : vm.prototypes().validity(prototype));
    }

    private ArrayIterationFacts.Slot slot(long object, long key) {
        Shape shape = vm.shapes().of(object);
        int slot = Shape.slot(shape.lookup(key));
        return new ArrayIterationFacts.Slot(
                object, shape.id(), !shape.isInObject(slot), shape.offset(slot), Objects.slot(object, shape, slot));
    }

    @Override
    public boolean isArrayIterator(int function, long word) {
        if (!Value.isCell(word) || !vm.heap().contains(word) || vm.heap().cellAt(word) != word
                || Layout.shapeId(word) != vm.iteration().arrayIteratorShape().id()) {
            return false;
        }
        long target = Objects.field(word, Iteration.TARGET);
        return Objects.field(word, Iteration.KIND) == Value.ofInt(Iteration.VALUES)
                && Layout.isObject(target)
                && Layout.shapeId(target) == vm.function(function).realm().arrayShape().id();
    }

    @Override
    public AccessorFacts accessor(long cell) {
        long getter = Mem.getLong(cell + Layout.ACCESSOR_GETTER);
        long setter = Mem.getLong(cell + Layout.ACCESSOR_SETTER);
        return new AccessorFacts(getter, plainFunction(getter), setter, plainFunction(setter));
    }

    private static int plainFunction(long value) {
        boolean function = Layout.isObject(value) && Layout.cellType(value) == CellType.FUNCTION.ordinal();
        return function ? functionOf(value) : -1;
    }

    @Override
    public ConstructorFacts constructor(long function) {
        // 0 is the parent of a class whose prototype a program has taken away.
        boolean constructs = function != 0
                && Layout.isObject(function)
                && Layout.cellType(function) == CellType.FUNCTION.ordinal()
                && Layout.hasFlag(function, Layout.FLAG_CONSTRUCTOR)
                && !vm.functions().infoOf(function).isNative();
        if (!constructs) {
            return null;
        }
        Shape shape = vm.shapes().of(function);
        FunctionInfo info = vm.functions().infoOf(function);
        Shape instance = info.instanceShapeFor(function);
        long fields = Mem.getLong(function + Layout.FUNCTION_FIELDS);
        int property = shape.lookup(vm.names().prototype);
        boolean known = instance != null && property >= 0 && shape.isInObject(Shape.slot(property));
        return new ConstructorFacts(
                info.id(),
                shape.isCacheable() ? shape.id() : NO_SHAPE,
                shape.prototype(),
                fields,
                fields == 0 ? -1 : functionOf(fields),
                known ? instance.id() : NO_SHAPE,
                known ? instance.inObjectCapacity() : 0,
                known ? shape.offset(Shape.slot(property)) : 0,
                known ? Mem.getLong(function + shape.offset(Shape.slot(property))) : 0,
                known && (Shape.attributes(property) & (Attributes.WRITABLE | Attributes.CONFIGURABLE)) == 0);
    }

    @Override
    public ShapeDescription shape(int id) {
        if (id < Layout.FIRST_SHAPE_ID) {
            return id == 0 ? null : new ShapeDescription(id, CellType.of(id), 0, true);
        }
        Shape shape = vm.shapes().get(id);
        return shape == null || !shape.isCacheable()
                ? null
                : new ShapeDescription(id, shape.type(), shape.prototype(), shape.isShared());
    }

    @Override
    public Intrinsic intrinsic(int id) {
        return intrinsics.get(id);
    }

    @Override
    public boolean sameRealm(int function, int other) {
        return vm.function(function).realm() == vm.function(other).realm();
    }

    @Override
    public int literalShape(int function, int capacity) {
        return vm.function(function).realm().objectShape(capacity).id();
    }

    @Override
    public long globalObject(int function) {
        return vm.function(function).realm().globalObject();
    }

    @Override
    public long elementsValidity() {
        return vm.protectors().noElementsOnPrototypes();
    }

    @Override
    public int arrayShape(int function) {
        return vm.function(function).realm().arrayShape().id();
    }

    /** Of any word, also one that a dead register left behind. */
    @Override
    public Type typeOf(long word) {
        if (Value.isInt(word)) {
            return Type.INT32;
        }
        if (Value.isNumber(word)) {
            return Type.DOUBLE;
        }
        if (Value.isBoolean(word)) {
            return Type.BOOLEAN;
        }
        if (!Value.isCell(word) || word <= Value.MAX_SENTINEL) {
            return word == Value.UNDEFINED ? Type.UNDEFINED
                    : word == Value.NULL ? Type.NULL
                    : word == Value.EMPTY ? Type.EMPTY : Type.INTERNAL;
        }
        boolean isCell = vm.heap().contains(word) && vm.heap().cellAt(word) == word;
        return isCell ? new ShapeDescription(0, CellType.at(word), 0, true).type() : Type.INTERNAL;
    }
}
