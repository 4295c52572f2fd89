package org.tierscope.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.feedback.AccessKind;
import org.tierscope.ir.FunctionSnapshot.Property;
import org.tierscope.runtime.Value;

/**
 * Named property accesses: shape checks and direct loads and stores for what the inline cache has seen, the
 * runtime for the rest. Cache entries that do the same share one check of several shapes.
 */
final class PropertyBytecodes {
    /** What a cache entry does once its shape is known. */
    private record Access(AccessKind kind, int offset, long holder, long validity, int newShape) {
        // Written down: what the JVM generates for records is made anew at each start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Access that
                    && kind == that.kind
                    && offset == that.offset
                    && holder == that.holder
                    && validity == that.validity
                    && newShape == that.newShape;
        }

        @Override
        public int hashCode() {
            return ((kind.hashCode() * 31 + offset) * 31 + Long.hashCode(holder)) * 31 + newShape;
        }
    }

    private final FunctionBuilder f;
    private final CallBytecodes calls;

    PropertyBytecodes(FunctionBuilder f, CallBytecodes calls) {
        this.f = f;
        this.calls = calls;
    }

    void load() {
        int slot = f.feedbackOffset();
        Node object = f.get(f.operand(2));
        Map<Access, List<Integer>> accesses = accesses(slot, true);
        if (accesses == null) {
            Node word = f.tagged(object);
            setResult(loadTested(word, testable(slot, true), () -> {
                Node key = f.constant(f.function().constants()[f.operand(3)]);
                return valued(f.callRuntime(RuntimeOperation.GET_FIELD, f.feedback(), word, key));
            }));
        } else if (accesses.isEmpty()) {
            f.leavesUnseen();
        } else {
            loadFast(object, new ArrayList<>(accesses.entrySet()));
        }
    }

    private void loadFast(Node object, List<Map.Entry<Access, List<Integer>>> accesses) {
        Node word = f.tagged(object);
        if (accesses.size() == 1) {
            Node checked = checkShape(word, accesses.getFirst().getValue());
            f.refine(object, checked);
            Node value = load(accesses.getFirst().getKey(), accesses.getFirst().getValue(), checked);
            if (value != null) {
                f.set(f.operand(1), value);
            }
            return;
        }
        var ends = new ArrayList<Block>();
        var values = new ArrayList<Node>();
        for (int i = 0; i < accesses.size(); i++) {
            boolean last = i == accesses.size() - 1;
            Block next = last ? null : dispatch(word, accesses.get(i).getValue());
            List<Integer> shapes = accesses.get(i).getValue();
            Node checked = last ? checkShape(word, shapes) : f.refined(word, typeOf(word, shapes));
            Node value = load(accesses.get(i).getKey(), shapes, checked);
            if (value != null) {
                values.add(f.tagged(value));
                ends.add(f.current());
            }
            if (!last) {
                f.continueIn(next);
            }
        }
        if (!ends.isEmpty()) {
            f.set(f.operand(1), f.join(ends, values));
        }
    }

    /** Loads whose shapes are tested, not guessed, one after the other, and then what the runtime finds. */
    private Node loadTested(Node object, List<Map.Entry<Access, List<Integer>>> accesses, Supplier<Node> otherwise) {
        if (accesses.isEmpty()) {
            return otherwise.get();
        }
        List<Integer> shapes = accesses.getFirst().getValue();
        var attempt = new Attempt(f);
        attempt.require(f.emit(Operator.TestShape, List.of(shapes), object));
        Node value = load(accesses.getFirst().getKey(), shapes, f.refined(object, typeOf(object, shapes)));
        return attempt.orElse(f.tagged(value), () -> loadTested(object, accesses.subList(1, accesses.size()), otherwise));
    }

    /** The same for stores; the value is what the join of these ways is of. */
    private Node storeTested(Node object, Node value, List<Map.Entry<Access, List<Integer>>> accesses, Runnable otherwise) {
        if (accesses.isEmpty()) {
            otherwise.run();
            return value;
        }
        List<Integer> shapes = accesses.getFirst().getValue();
        var attempt = new Attempt(f);
        attempt.require(f.emit(Operator.TestShape, List.of(shapes), object));
        store(accesses.getFirst().getKey(), shapes, f.refined(object, typeOf(object, shapes)), value);
        return attempt.orElse(value, () -> storeTested(object, value, accesses.subList(1, accesses.size()), otherwise));
    }

    /** Branches on the shapes; goes on where they match and returns the block where they do not. */
    private Block dispatch(Node object, List<Integer> shapes) {
        Block match = f.newBlock();
        Block other = f.newBlock();
        f.branch(f.emit(Operator.TestShape, List.of(shapes), object), match, other);
        f.continueIn(match);
        return other;
    }

    private Node checkShape(Node object, List<Integer> shapes) {
        Node checked = f.emit(Operator.CheckShape, List.of(shapes), object);
        checked.setType(typeOf(object, shapes));
        return checked;
    }

    private Type typeOf(Node object, List<Integer> shapes) {
        Type type = Type.NONE;
        for (int id : shapes) {
            type = type.join(f.snapshot().shapes().get(id).type());
        }
        Type known = object.type().meet(type);
        return known.isNone() ? type : known;
    }

    /** Null where the getter never returns. */
    private Node callGetter(AccessorFacts accessor, Node receiver) {
        return accessor.getter() == Value.UNDEFINED
                ? f.constant(Value.UNDEFINED)
                : calls.callAccessor(accessor.getter(), accessor.getterFunction(), receiver, List.of());
    }

    /** Null where a getter is called that never returns. */
    private Node load(Access access, List<Integer> shapes, Node object) {
        if (access.validity() != 0) {
            f.emit(Operator.CheckValidity, List.of(access.validity()));
        }
        return switch (access.kind()) {
            case INLINE -> field(object, access, memory(shapes));
            case OUT_OF_LINE -> field(f.emit(Operator.LoadSlots, object), access, memory(shapes));
            case HOLDER_INLINE -> field(f.constant(access.holder()), access, Memory.HOLDER);
            case HOLDER_OUT_OF_LINE ->
                field(f.emit(Operator.LoadSlots, f.constant(access.holder())), access, Memory.HOLDER);
            case ACCESSOR -> callGetter(f.snapshot().accessors().get(access.holder()), object);
            case ABSENT -> f.constant(Value.UNDEFINED);
            case ARRAY_LENGTH -> f.emit(Operator.CheckNotNegative, f.emit(Operator.LoadArrayLength, object));
            case STRING_LENGTH -> f.emit(Operator.LoadStringLength, object);
            default -> throw new AssertionError(access.kind());
        };
    }

    private Node field(Node base, Access access, Memory memory) {
        return valued(f.emit(Operator.LoadField, List.of(access.offset(), memory), base));
    }

    /** Where objects of these shapes have their properties. */
    private Memory memory(List<Integer> shapes) {
        long shared = shapes.stream().filter(shape -> f.snapshot().shapes().get(shape).shared()).count();
        return shared == shapes.size() ? Memory.NAMED : shared == 0 ? Memory.HOLDER : Memory.PROPERTY;
    }

    private static Node valued(Node node) {
        node.setType(Type.VALUE);
        return node;
    }

    private void setResult(Node node) {
        f.set(f.operand(1), valued(node));
    }

    void store() {
        Node key = f.constant(f.function().constants()[f.operand(2)]);
        if (!storeFast(f.operand(1), f.operand(3))) {
            Node object = f.tagged(f.get(f.operand(1)));
            Node value = f.tagged(f.get(f.operand(3)));
            storeTested(object, value, testable(f.feedbackOffset(), false), () ->
                    f.callRuntime(RuntimeOperation.SET_FIELD, f.feedback(), object, key, value, strict()));
        }
    }

    void define() {
        Node key = f.constant(f.function().constants()[f.operand(2)]);
        if (!storeFast(f.operand(1), f.operand(3))) {
            f.callRuntime(
                    RuntimeOperation.DEFINE_FIELD, f.feedback(), f.tagged(f.get(f.operand(1))), key,
                    f.tagged(f.get(f.operand(3))));
        }
    }

    private Node strict() {
        return f.emit(Operator.ConstantBool, List.of(f.function().bytecode().is(Flag.STRICT)));
    }

    /** Whether the store is done, or the block has ended because nothing was seen here. */
    private boolean storeFast(int objectRegister, int valueRegister) {
        Map<Access, List<Integer>> accesses = accesses(f.feedbackOffset(), false);
        if (accesses == null) {
            return false;
        }
        if (accesses.isEmpty()) {
            f.leavesUnseen();
            return true;
        }
        Node object = f.get(objectRegister);
        Node word = f.tagged(object);
        Node value = f.tagged(f.get(valueRegister));
        var entries = new ArrayList<>(accesses.entrySet());
        if (entries.size() == 1) {
            Node checked = checkShape(word, entries.getFirst().getValue());
            f.refine(object, checked);
            store(entries.getFirst().getKey(), entries.getFirst().getValue(), checked, value);
            return true;
        }
        var ends = new ArrayList<Block>();
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i == entries.size() - 1;
            Block next = last ? null : dispatch(word, entries.get(i).getValue());
            List<Integer> shapes = entries.get(i).getValue();
            Node checked = last ? checkShape(word, shapes) : f.refined(word, typeOf(word, shapes));
            store(entries.get(i).getKey(), shapes, checked, value);
            if (f.current() != null) {
                ends.add(f.current());
            }
            if (!last) {
                f.continueIn(next);
            }
        }
        if (!ends.isEmpty()) {
            f.join(ends, ends.stream().map(end -> value).toList());
        }
        return true;
    }

    private void store(Access access, List<Integer> shapes, Node object, Node value) {
        if (access.validity() != 0) {
            f.emit(Operator.CheckValidity, List.of(access.validity()));
        }
        if (access.kind() == AccessKind.ACCESSOR) {
            AccessorFacts accessor = f.snapshot().accessors().get(access.holder());
            calls.callAccessor(accessor.setter(), accessor.setterFunction(), object, List.of(value));
            return;
        }
        Node base = access.kind() == AccessKind.OUT_OF_LINE ? f.emit(Operator.LoadSlots, object) : object;
        f.emit(Operator.StoreField, List.of(access.offset(), memory(shapes)), base, value);
        if (access.kind() == AccessKind.ADD_INLINE) {
            f.emit(Operator.StoreShape, List.of(access.newShape()), object);
        }
    }

    /**
     * What was seen, grouped by what is to be done, most frequent first as the cache has them. Null: the
     * runtime must do it; empty: it has never run.
     */
    private Map<Access, List<Integer>> accesses(int slot, boolean load) {
        var accesses = new LinkedHashMap<Access, List<Integer>>();
        List<Property> entries = f.function().properties(slot);
        if (entries.isEmpty() && !f.isGeneric()) {
            return f.function().isMegamorphic(slot) || f.function().misses(slot) > 0 ? null : accesses;
        }
        if (!f.mayGuess(ExitReason.WRONG_SHAPE) || !f.mayGuess(ExitReason.PROTOTYPE_CHANGED)) {
            return null;
        }
        for (Property entry : entries) {
            boolean fast = entry.kind() == AccessKind.ACCESSOR ? canCall(entry, load) : isFast(entry.kind(), load);
            if (!f.snapshot().shapes().containsKey(entry.shape()) || !fast) {
                return null;
            }
            var access =
                    new Access(entry.kind(), entry.offset(), entry.holder(), entry.validity(), entry.newShape());
            accesses.computeIfAbsent(access, same -> new ArrayList<>()).add(entry.shape());
        }
        return accesses;
    }

    /** What was seen and can be done where its shape is found by a test: accesses to properties of the object itself. */
    private List<Map.Entry<Access, List<Integer>>> testable(int slot, boolean load) {
        var accesses = new LinkedHashMap<Access, List<Integer>>();
        for (Property entry : f.function().properties(slot)) {
            boolean own = entry.kind() == AccessKind.INLINE || entry.kind() == AccessKind.OUT_OF_LINE
                    || load && entry.kind() == AccessKind.STRING_LENGTH;
            if (own && entry.validity() == 0 && f.snapshot().shapes().containsKey(entry.shape())) {
                var access = new Access(entry.kind(), entry.offset(), entry.holder(), 0, entry.newShape());
                accesses.computeIfAbsent(access, same -> new ArrayList<>()).add(entry.shape());
            }
        }
        return new ArrayList<>(accesses.entrySet());
    }

    /** Whether the accessor's function is one to call directly. A missing setter throws or does nothing: that is left to the runtime. */
    private boolean canCall(Property entry, boolean load) {
        AccessorFacts facts = f.snapshot().accessors().get(entry.holder());
        return load
                ? facts.getter() == Value.UNDEFINED || f.snapshot().functions().containsKey(facts.getterFunction())
                : f.snapshot().functions().containsKey(facts.setterFunction());
    }

    private static boolean isFast(AccessKind kind, boolean load) {
        return switch (kind) {
            case INLINE, OUT_OF_LINE -> true;
            case HOLDER_INLINE, HOLDER_OUT_OF_LINE, ABSENT, ARRAY_LENGTH, STRING_LENGTH -> load;
            case ADD_INLINE -> !load;
            case ACCESSOR, ADD_OUT_OF_LINE -> false;
        };
    }

    /**
     * A cached global is a slot of the global object, or of the holder of lexical declarations, as long as
     * the former's shape holds.
     */
    void loadGlobal(boolean throwIfMissing) {
        Property entry = globalEntry();
        if (entry != null) {
            Node base = globalBase(entry);
            f.set(f.operand(1), valued(f.emit(Operator.LoadField, List.of(entry.offset(), Memory.HOLDER), base)));
        } else if (!hasNeverRun() || !f.leavesUnseen()) {
            Node key = f.constant(f.function().constants()[f.operand(2)]);
            Node mustExist = f.emit(Operator.ConstantBool, List.of(throwIfMissing));
            setResult(f.callRuntime(RuntimeOperation.GET_GLOBAL, f.feedback(), key, mustExist));
        }
    }

    void storeGlobal() {
        Property entry = globalEntry();
        Node value = f.tagged(f.get(f.operand(2)));
        if (entry != null) {
            Node base = globalBase(entry);
            f.emit(Operator.StoreField, List.of(entry.offset(), Memory.HOLDER), base, value);
        } else if (!hasNeverRun() || !f.leavesUnseen()) {
            Node key = f.constant(f.function().constants()[f.operand(1)]);
            f.callRuntime(RuntimeOperation.SET_GLOBAL, f.feedback(), key, value, strict());
        }
    }

    /**
     * The cache's last entry: earlier ones are of shapes that the one global object has left behind. Null:
     * not to rely on.
     */
    private Property globalEntry() {
        List<Property> entries = f.function().properties(f.feedbackOffset());
        if (entries.isEmpty() || f.snapshot().globalObject() == 0 || !f.mayGuess(ExitReason.WRONG_SHAPE)) {
            return null;
        }
        Property last = entries.getLast();
        boolean isSlot = switch (last.kind()) {
            case INLINE, OUT_OF_LINE -> last.holder() == 0;
            case HOLDER_INLINE, HOLDER_OUT_OF_LINE -> last.holder() != 0;
            default -> false;
        };
        return isSlot ? last : null;
    }

    /** What holds the global's slot, checked. */
    private Node globalBase(Property entry) {
        Node global = f.constant(f.snapshot().globalObject());
        Node checked = f.emit(Operator.CheckShape, List.of(List.of(entry.shape())), global);
        checked.setType(Type.of(Type.OTHER_OBJECT_BIT));
        Node holder = entry.holder() == 0 ? checked : f.constant(entry.holder());
        boolean outOfLine = entry.kind() == AccessKind.OUT_OF_LINE || entry.kind() == AccessKind.HOLDER_OUT_OF_LINE;
        return outOfLine ? f.emit(Operator.LoadSlots, holder) : holder;
    }

    private boolean hasNeverRun() {
        int slot = f.feedbackOffset();
        return f.function().properties(slot).isEmpty() && f.function().misses(slot) == 0
                && !f.function().isMegamorphic(slot);
    }
}
