package org.tierscope.ir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;

/**
 * One function as a compilation sees it: bytecode, constants, and a copy of its feedback that no longer
 * changes.
 *
 * @param id of the function
 * @param bytecode null for native functions
 * @param constants as values; 0 where a constant is no value
 * @param nested function ids of constants that are functions, −1 for others
 * @param feedback a copy of the feedback vector
 */
public record FunctionSnapshot(
        int id, String name, BytecodeFunction bytecode, long[] constants, int[] nested, byte[] feedback) {
    /** What the runtime makes room for in an object literal with no properties. */
    private static final int DEFAULT_LITERAL_CAPACITY = 4;

    /** {@link org.tierscope.feedback.TypeBits} of operands and result. */
    public record Types(int left, int right, int result) {
        public boolean isNone() {
            return (left | right) == 0;
        }

        public int operands() {
            return left | right;
        }
    }

    /** Entry of a PROPERTY slot, see {@link FeedbackLayout}. */
    public record Property(
            int shape, AccessKind kind, int offset, long holder, long validity, int newShape, int hits) {}

    /** Entry of an ELEMENT slot. */
    public record Element(int shape, CellType cellType, ElementsKind elementsKind) {}

    /** An ELEMENT slot's header and entries. */
    public record Elements(int keys, int flags, boolean megamorphic, List<Element> entries) {
        public boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** Entry of a CALL slot; target 0: several closures of one function. */
    public record Target(long target, int function, int hits) {}

    /** How often a branch was taken and not taken. */
    public record Branch(long taken, long notTaken) {
        public boolean isNever() {
            return taken == 0 && notTaken == 0;
        }
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(feedback).order(ByteOrder.nativeOrder());
    }

    public Types types(int slot) {
        return new Types(
                feedback[slot + FeedbackLayout.TYPE_LEFT] & 0xFF,
                feedback[slot + FeedbackLayout.TYPE_RIGHT] & 0xFF,
                feedback[slot + FeedbackLayout.TYPE_RESULT] & 0xFF);
    }

    /** Of a BRANCH slot; of a COMPARE_BRANCH slot with its counts' offset added. */
    public Branch branch(int slot) {
        ByteBuffer buffer = buffer();
        return new Branch(
                buffer.getInt(slot + FeedbackLayout.BRANCH_TAKEN) & 0xFFFF_FFFFL,
                buffer.getInt(slot + FeedbackLayout.BRANCH_NOT_TAKEN) & 0xFFFF_FFFFL);
    }

    public boolean isMegamorphic(int slot) {
        return feedback[slot + FeedbackLayout.CACHE_STATE] == FeedbackLayout.MEGAMORPHIC;
    }

    /** Misses of a PROPERTY, ELEMENT or CALL slot: positive once it has run. */
    public int misses(int slot) {
        return buffer().getInt(slot + FeedbackLayout.CACHE_MISSES);
    }

    private int entryCount(int slot) {
        return Math.min(feedback[slot + FeedbackLayout.CACHE_STATE], 4);
    }

    public List<Property> properties(int slot) {
        ByteBuffer buffer = buffer();
        var entries = new ArrayList<Property>();
        for (int i = 0; i < entryCount(slot) && !isMegamorphic(slot); i++) {
            int entry = slot + FeedbackLayout.PROPERTY_ENTRIES + i * FeedbackLayout.PROPERTY_ENTRY_SIZE;
            int access = buffer.getInt(entry + FeedbackLayout.PROPERTY_ACCESS);
            entries.add(new Property(
                    buffer.getInt(entry + FeedbackLayout.PROPERTY_SHAPE),
                    AccessKind.of(access),
                    AccessKind.offset(access),
                    buffer.getLong(entry + FeedbackLayout.PROPERTY_HOLDER),
                    buffer.getLong(entry + FeedbackLayout.PROPERTY_VALIDITY),
                    buffer.getInt(entry + FeedbackLayout.PROPERTY_NEW_SHAPE),
                    buffer.getInt(entry + FeedbackLayout.PROPERTY_HITS)));
        }
        return entries;
    }

    public Elements elements(int slot) {
        ByteBuffer buffer = buffer();
        var entries = new ArrayList<Element>();
        for (int i = 0; i < entryCount(slot) && !isMegamorphic(slot); i++) {
            int entry = slot + FeedbackLayout.ELEMENT_ENTRIES + i * FeedbackLayout.ELEMENT_ENTRY_SIZE;
            entries.add(new Element(
                    buffer.getInt(entry + FeedbackLayout.ELEMENT_SHAPE),
                    CellType.of(feedback[entry + FeedbackLayout.ELEMENT_CELL_TYPE]),
                    ElementsKind.of(feedback[entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND])));
        }
        return new Elements(
                feedback[slot + FeedbackLayout.ELEMENT_KEYS] & 0xFF,
                feedback[slot + FeedbackLayout.ELEMENT_FLAGS] & 0xFF,
                isMegamorphic(slot),
                entries);
    }

    /** Empty where nothing was called here, or too much. */
    public List<Target> targets(int slot) {
        ByteBuffer buffer = buffer();
        var entries = new ArrayList<Target>();
        for (int i = 0; i < entryCount(slot) && !isMegamorphic(slot); i++) {
            int entry = slot + FeedbackLayout.CALL_ENTRIES + i * FeedbackLayout.CALL_ENTRY_SIZE;
            entries.add(new Target(
                    buffer.getLong(entry + FeedbackLayout.CALL_TARGET),
                    buffer.getInt(entry + FeedbackLayout.CALL_FUNCTION_ID),
                    buffer.getInt(entry + FeedbackLayout.CALL_HITS)));
        }
        return entries;
    }

    public ElementsKind allocationKind(int slot) {
        return ElementsKind.of(feedback[slot + FeedbackLayout.ALLOCATION_ELEMENTS_KIND]);
    }

    /** Largest number of properties or elements that objects made here came to have. */
    public int allocationCapacity(int slot) {
        return buffer().getInt(slot + FeedbackLayout.ALLOCATION_CAPACITY);
    }

    /**
     * Room for named properties that the runtime gives the object which the CREATE_OBJECT at {@code pc}
     * makes.
     */
    public int literalCapacity(int pc) {
        int[] code = bytecode.code();
        int capacity = Math.max(code[pc + 2], allocationCapacity(code[pc + 3]));
        return capacity == 0 ? DEFAULT_LITERAL_CAPACITY : capacity;
    }

    public int allocationCount(int slot) {
        return buffer().getInt(slot + FeedbackLayout.ALLOCATION_COUNT);
    }

    public long calls() {
        return buffer().getLong(FeedbackLayout.CALLS);
    }

    public boolean isNative() {
        return bytecode == null;
    }
}
