package org.tierscope.ir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.feedback.TypeBits;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Value;

/**
 * A JavaScript program for tests of the optimizer, with feedback set by hand: nothing of it runs. Functions get ids from 1 in the
 * order of their sources; strings get addresses from {@code 0x1000} on.
 */
final class Guest {
    /** Shapes that tests use: 300 and 301 of objects, 310 of arrays, 320 of typed arrays. */
    static final int POINT = 300;

    static final int OTHER_POINT = 301;
    static final int ARRAY = 310;
    static final int TYPED_ARRAY = 320;
    static final int GLOBAL_SHAPE = 330;
    static final long GLOBAL = 0x7000;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<BytecodeFunction> functions = new ArrayList<>();
    private final Map<BytecodeFunction, Integer> idOf = new java.util.IdentityHashMap<>();
    private final Map<Integer, byte[]> feedback = new HashMap<>();
    private final Map<String, Long> strings = new HashMap<>();
    private final Map<Long, Type> words = new HashMap<>();
    private final Map<Integer, Type> frameTypes = new HashMap<>();
    private final Set<Guess> refuted = new HashSet<>();
    private final Map<Integer, Intrinsic> intrinsics = new HashMap<>();
    private final List<Integer> natives = new ArrayList<>();
    private int entryPc;
    private long elementsValidity;

    private Guest(String source) {
        add(Compiler.compile(new SourceText(1, "test.js", source), CompileMode.SCRIPT));
    }

    static Guest of(String source) {
        return new Guest(source);
    }

    private void add(BytecodeFunction function) {
        int id = functions.size() + 1;
        functions.add(function);
        idOf.put(function, id);
        ids.putIfAbsent(function.name(), id);
        var bytes = new byte[function.feedbackSize()];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putLong(FeedbackLayout.CALLS, 100);
        feedback.put(id, bytes);
        for (Object constant : function.constants()) {
            if (constant instanceof BytecodeFunction inner) {
                add(inner);
            }
        }
    }

    int id(String name) {
        return ids.get(name);
    }

    BytecodeFunction function(String name) {
        return functions.get(id(name) - 1);
    }

    /** Marks a function id as native, with a form of its own. */
    int nativeFunction(Intrinsic intrinsic) {
        int id = 1000 + natives.size();
        natives.add(id);
        intrinsics.put(id, intrinsic);
        return id;
    }

    /** Every operation of a function has seen these types on both sides and as its result. */
    Guest sawTypes(String name, int types) {
        eachSlot(name, (opcode, slot) -> {
            if (opcode.slotKind() == SlotKind.TYPE || opcode.slotKind() == SlotKind.COMPARE_BRANCH) {
                setTypes(name, slot, types, types, types);
            }
        });
        return this;
    }

    Guest sawInts(String name) {
        return sawTypes(name, TypeBits.INT32);
    }

    /** The {@code n}th (from 0) occurrence of an opcode has seen these types. */
    Guest sawTypes(String name, Opcode opcode, int n, int left, int right, int result) {
        setTypes(name, slot(name, opcode, n), left, right, result);
        return this;
    }

    private void setTypes(String name, int slot, int left, int right, int result) {
        byte[] bytes = feedback.get(id(name));
        bytes[slot + FeedbackLayout.TYPE_LEFT] = (byte) left;
        bytes[slot + FeedbackLayout.TYPE_RIGHT] = (byte) right;
        bytes[slot + FeedbackLayout.TYPE_RESULT] = (byte) result;
    }

    /** Adds an entry to a property cache. */
    Guest sawProperty(String name, Opcode opcode, int n, int shape, AccessKind kind, int offset, int newShape) {
        return sawProperty(name, opcode, n, shape, kind, offset, newShape, 0, 0);
    }

    Guest sawProperty(
            String name, Opcode opcode, int n, int shape, AccessKind kind, int offset, int newShape, long holder,
            long validity) {
        int slot = slot(name, opcode, n);
        byte[] bytes = feedback.get(id(name));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int entry = slot + FeedbackLayout.PROPERTY_ENTRIES + bytes[slot] * FeedbackLayout.PROPERTY_ENTRY_SIZE;
        buffer.putInt(entry + FeedbackLayout.PROPERTY_SHAPE, shape);
        buffer.putInt(entry + FeedbackLayout.PROPERTY_ACCESS, kind.encode(offset));
        buffer.putInt(entry + FeedbackLayout.PROPERTY_NEW_SHAPE, newShape);
        buffer.putLong(entry + FeedbackLayout.PROPERTY_HOLDER, holder);
        buffer.putLong(entry + FeedbackLayout.PROPERTY_VALIDITY, validity);
        bytes[slot]++;
        return this;
    }

    Guest sawElements(String name, Opcode opcode, int n, int shape, CellType type, ElementsKind kind, int flags) {
        int slot = slot(name, opcode, n);
        byte[] bytes = feedback.get(id(name));
        int entry = slot + FeedbackLayout.ELEMENT_ENTRIES + bytes[slot] * FeedbackLayout.ELEMENT_ENTRY_SIZE;
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(entry + FeedbackLayout.ELEMENT_SHAPE, shape);
        bytes[entry + FeedbackLayout.ELEMENT_CELL_TYPE] = (byte) type.code();
        bytes[entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND] = (byte) kind.ordinal();
        bytes[slot + FeedbackLayout.ELEMENT_KEYS] = TypeBits.INT32;
        bytes[slot + FeedbackLayout.ELEMENT_FLAGS] = (byte) flags;
        bytes[slot]++;
        return this;
    }

    /** The {@code n}th array literal has made arrays that came to be of this kind. */
    Guest sawAllocation(String name, int n, ElementsKind kind) {
        byte[] bytes = feedback.get(id(name));
        int slot = slot(name, Opcode.CREATE_ARRAY, n);
        bytes[slot + FeedbackLayout.ALLOCATION_ELEMENTS_KIND] = (byte) kind.ordinal();
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(slot + FeedbackLayout.ALLOCATION_COUNT, 5);
        return this;
    }

    /** Something ran here that no cache remembers: the runtime does it. */
    Guest sawMisses(String name, Opcode opcode, int n) {
        ByteBuffer.wrap(feedback.get(id(name))).order(ByteOrder.nativeOrder())
                .putInt(slot(name, opcode, n) + FeedbackLayout.CACHE_MISSES, 5);
        return this;
    }

    Guest sawCall(String name, Opcode opcode, int n, long target, int function) {
        int slot = slot(name, opcode, n);
        byte[] bytes = feedback.get(id(name));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int entry = slot + FeedbackLayout.CALL_ENTRIES + bytes[slot] * FeedbackLayout.CALL_ENTRY_SIZE;
        buffer.putLong(entry + FeedbackLayout.CALL_TARGET, target);
        buffer.putInt(entry + FeedbackLayout.CALL_FUNCTION_ID, function);
        buffer.putInt(entry + FeedbackLayout.CALL_HITS, 10);
        bytes[slot]++;
        words.put(target, Type.FUNCTION);
        return sawMisses(name, opcode, n);
    }

    Guest refuted(String name, Opcode opcode, int n, ExitReason reason) {
        refuted.add(new Guess(id(name), pc(name, opcode, n), reason));
        return this;
    }

    Guest elementsValidity(long address) {
        elementsValidity = address;
        return this;
    }

    /** Enters at the first loop of the function to be built, with these register types. */
    Guest atLoop(String name, Map<Integer, Type> types) {
        int[] code = function(name).code();
        entryPc = code[pc(name, Opcode.JUMP_LOOP, 0) + 1];
        frameTypes.putAll(types);
        return this;
    }

    int pc(String name, Opcode opcode, int n) {
        int[] code = function(name).code();
        int left = n;
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (Opcode.of(code[pc]) == opcode && left-- == 0) {
                return pc;
            }
        }
        throw new IllegalArgumentException("no " + opcode + " number " + n + " in " + name);
    }

    private int slot(String name, Opcode opcode, int n) {
        return function(name).code()[pc(name, opcode, n) + opcode.feedbackOperand()];
    }

    private interface SlotAction {
        void accept(Opcode opcode, int slot);
    }

    private void eachSlot(String name, SlotAction action) {
        int[] code = function(name).code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.feedbackOperand() != 0) {
                action.accept(opcode, code[pc + opcode.feedbackOperand()]);
            }
        }
    }

    long string(String text) {
        return strings.computeIfAbsent(text, _ -> {
            long address = 0x1000 + 16L * strings.size();
            words.put(address, Type.STRING);
            return address;
        });
    }

    FeedbackSnapshot snapshot(String name) {
        var snapshots = new HashMap<Integer, FunctionSnapshot>();
        for (BytecodeFunction function : functions) {
            int id = idOf.get(function);
            snapshots.put(id, snapshot(id, function));
        }
        natives.forEach(id -> snapshots.put(
                id, new FunctionSnapshot(id, "native", null, new long[0], new int[0], new byte[0])));
        var shapes = new HashMap<Integer, ShapeDescription>();
        shapes.put(POINT, new ShapeDescription(POINT, CellType.OBJECT, 0x8000, true));
        shapes.put(OTHER_POINT, new ShapeDescription(OTHER_POINT, CellType.OBJECT, 0x8000, true));
        shapes.put(ARRAY, new ShapeDescription(ARRAY, CellType.ARRAY, 0x8010, true));
        shapes.put(TYPED_ARRAY, new ShapeDescription(TYPED_ARRAY, CellType.TYPED_ARRAY, 0x8020, true));
        for (CellType type : CellType.values()) {
            if (type.isString()) {
                shapes.put(type.code(), new ShapeDescription(type.code(), type, 0, true));
            }
        }
        return new FeedbackSnapshot(
                id(name), entryPc, snapshots, shapes, intrinsics, Map.of(), Map.of(), GLOBAL, Map.of(4, POINT, 2, POINT), ARRAY, words,
                elementsValidity, null, Set.of(), Map.of(), Guesses.allBut(refuted), frameTypes);
    }

    private FunctionSnapshot snapshot(int id, BytecodeFunction function) {
        int count = function.constants().size();
        var constants = new long[count];
        var nested = new int[count];
        for (int i = 0; i < count; i++) {
            nested[i] = -1;
            switch (function.constants().get(i)) {
                case Integer n -> constants[i] = Value.ofInt(n);
                case Double d -> constants[i] = Value.ofDouble(d);
                case String text -> constants[i] = string(text);
                case BytecodeFunction inner -> nested[i] = idOf.get(inner);
                default -> {}
            }
        }
        return new FunctionSnapshot(id, function.name(), function, constants, nested, feedback.get(id));
    }

    /** The graph of a function as built, verified. */
    Graph build(String name) {
        Graph graph = GraphBuilder.build(snapshot(name), BuildLimits.DEFAULTS);
        GraphVerifier.verify(graph, "building");
        return graph;
    }
}
