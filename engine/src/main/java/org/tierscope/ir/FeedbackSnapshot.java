package org.tierscope.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.SlotKind;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;

/**
 * Everything that one compilation reads of the running program, copied on the guest's thread: so compiling in
 * the background races with nothing, and the same snapshot gives the same code.
 *
 * @param function id of the function to compile
 * @param entryPc 0 for calls, or the loop header to enter at
 * @param functions the function itself and those it may inline, by id
 * @param shapes of every cache entry of those functions, by id
 * @param intrinsics native functions that have a form of their own, by id
 * @param constructors function objects that were called, and what {@code super()} in them leads to
 * @param accessors of cache entries, by the address of their cell
 * @param globalObject by whose shape caches of globals are keyed
 * @param literalShapes capacity → shape of an object literal
 * @param arrayShape of array literals, {@link SnapshotSource#NO_SHAPE} if unknown
 * @param words types of the heap words that appear as constants
 * @param elementsValidity address of the validity cell of "no prototype of arrays has elements", 0 if
 *     there is none
 * @param arrayIteration null where arrays are iterated in a way of the program's own
 * @param arrayIterators with an OSR entry: registers that hold an iterator over an array's values now
 * @param signatures of the unboxed entries that functions have now, by id
 * @param guesses that may be made
 * @param frameTypes with an OSR entry: types of the frame's registers as they are now, by register
 */
public record FeedbackSnapshot(
        int function,
        int entryPc,
        Map<Integer, FunctionSnapshot> functions,
        Map<Integer, ShapeDescription> shapes,
        Map<Integer, Intrinsic> intrinsics,
        Map<Long, ConstructorFacts> constructors,
        Map<Long, AccessorFacts> accessors,
        long globalObject,
        Map<Integer, Integer> literalShapes,
        int arrayShape,
        Map<Long, Type> words,
        long elementsValidity,
        ArrayIterationFacts arrayIteration,
        Set<Integer> arrayIterators,
        Map<Integer, Integer> signatures,
        Guesses guesses,
        Map<Integer, Type> frameTypes) {
    /** Functions that are copied for inlining, at most. */
    private static final int MAX_FUNCTIONS = 64;

    public FunctionSnapshot root() {
        return functions.get(function);
    }

    /** The type of a constant word. */
    public Type typeOf(long word) {
        Type known = words.get(word);
        return known != null ? known : ConstantType.ofWord(word);
    }

    /** Takes a snapshot to compile {@code function} for calls. */
    public static FeedbackSnapshot take(SnapshotSource source, int function, Guesses guesses) {
        return new Taker(source, function, guesses).take(0, Map.of(), Set.of());
    }

    /**
     * Takes a snapshot to compile {@code function} for an entry at loop header {@code header} on frame {@code
     * fp}.
     */
    public static FeedbackSnapshot takeAtLoop(
            SnapshotSource source, int function, Guesses guesses, int header, long fp) {
        var types = new HashMap<Integer, Type>();
        var iterators = new HashSet<Integer>();
        int registers = source.function(function).bytecode().registerCount();
        for (int r = FrameState.FIRST_REGISTER; r < registers; r++) {
            types.put(r, source.typeOf(Frame.get(fp, r)));
            if (source.isArrayIterator(function, Frame.get(fp, r))) {
                iterators.add(r);
            }
        }
        return new Taker(source, function, guesses).take(header, types, iterators);
    }

    private static final class Taker {
        private final SnapshotSource source;
        private final int root;
        private final Guesses guesses;
        private final Map<Integer, FunctionSnapshot> functions = new LinkedHashMap<>();
        private final Map<Integer, ShapeDescription> shapes = new HashMap<>();
        private final Map<Integer, Intrinsic> intrinsics = new HashMap<>();
        private final Map<Long, ConstructorFacts> constructors = new HashMap<>();
        private final Map<Long, AccessorFacts> accessors = new HashMap<>();
        private final Map<Integer, Integer> literalShapes = new HashMap<>();
        private final Map<Long, Type> words = new HashMap<>();

        Taker(SnapshotSource source, int root, Guesses guesses) {
            this.source = source;
            this.root = root;
            this.guesses = guesses;
        }

        FeedbackSnapshot take(int entryPc, Map<Integer, Type> frameTypes, Set<Integer> arrayIterators) {
            add(root);
            return new FeedbackSnapshot(
                    root, entryPc, functions, shapes, intrinsics, constructors, accessors, source.globalObject(root),
                    literalShapes, source.arrayShape(root), words,
                    source.elementsValidity(), source.arrayIteration(root), arrayIterators,
                    signatures(), guesses, frameTypes);
        }

        private Map<Integer, Integer> signatures() {
            var signatures = new HashMap<Integer, Integer>();
            for (int id : functions.keySet()) {
                int signature = source.signature(id);
                if (signature != Signature.NONE) {
                    signatures.put(id, signature);
                }
            }
            return signatures;
        }

        private void add(int id) {
            if (functions.containsKey(id) || functions.size() >= MAX_FUNCTIONS || !source.sameRealm(root, id)) {
                return;
            }
            FunctionInfo info = source.function(id);
            if (info.isNative()) {
                functions.put(id, new FunctionSnapshot(id, info.name(), null, new long[0], new int[0], new byte[0]));
                Intrinsic intrinsic = source.intrinsic(id);
                if (intrinsic != null) {
                    intrinsics.put(id, intrinsic);
                }
                return;
            }
            BytecodeFunction bytecode = info.bytecode();
            var nested = new int[bytecode.constants().size()];
            for (int i = 0; i < nested.length; i++) {
                FunctionInfo inner = info.nested(i);
                nested[i] = inner == null ? -1 : inner.id();
                word(info.constants()[i]);
            }
            var snapshot = new FunctionSnapshot(
                    id, info.name(), bytecode, info.constants().clone(), nested, source.feedback(info));
            functions.put(id, snapshot);
            addReferences(snapshot);
        }

        private void addReferences(FunctionSnapshot snapshot) {
            int[] code = snapshot.bytecode().code();
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                Opcode opcode = Opcode.of(code[pc]);
                if (opcode.feedbackOperand() != 0) {
                    addSlot(snapshot, opcode.slotKind(), code[pc + opcode.feedbackOperand()]);
                }
                if (opcode == Opcode.CREATE_OBJECT) {
                    int capacity = snapshot.literalCapacity(pc);
                    literalShapes.computeIfAbsent(capacity, c -> source.literalShape(root, c));
                }
            }
        }

        private void addSlot(FunctionSnapshot snapshot, SlotKind kind, int slot) {
            switch (kind) {
                case PROPERTY -> snapshot.properties(slot).forEach(entry -> {
                    shape(entry.shape());
                    shape(entry.newShape());
                    word(entry.holder());
                    if (entry.kind() == AccessKind.ACCESSOR) {
                        accessor(entry.holder());
                    }
                });
                case ELEMENT -> snapshot.elements(slot).entries().forEach(entry -> shape(entry.shape()));
                case CALL -> snapshot.targets(slot).forEach(entry -> {
                    word(entry.target());
                    add(entry.function());
                    constructor(entry.target());
                });
                default -> {}
            }
        }

        private void accessor(long cell) {
            AccessorFacts facts = source.accessor(cell);
            accessors.put(cell, facts);
            for (int function : new int[] {facts.getterFunction(), facts.setterFunction()}) {
                if (function >= 0) {
                    add(function);
                }
            }
            word(facts.getter());
            word(facts.setter());
        }

        /** A constructor, those that it calls by {@code super()}, and their field initializers. */
        private void constructor(long function) {
            long at = function;
            while (at != 0 && !constructors.containsKey(at)) {
                ConstructorFacts facts = source.constructor(at);
                if (facts == null) {
                    return;
                }
                constructors.put(at, facts);
                word(at);
                add(facts.function());
                word(facts.prototype());
                if (facts.fields() != 0) {
                    word(facts.fields());
                    add(facts.fieldsFunction());
                }
                at = facts.parent();
            }
        }

        private void shape(int id) {
            if (id != SnapshotSource.NO_SHAPE && id < Layout.FIRST_SHAPE_ID) {
                shapes.put(id, new ShapeDescription(id, CellType.of(id), 0, true));
            } else if (id != SnapshotSource.NO_SHAPE && !shapes.containsKey(id)) {
                ShapeDescription shape = source.shape(id);
                if (shape != null) {
                    shapes.put(id, shape);
                }
            }
        }

        private void word(long word) {
            if (word != 0 && org.tierscope.runtime.Value.isCell(word)) {
                words.put(word, source.typeOf(word));
            }
        }
    }
}
