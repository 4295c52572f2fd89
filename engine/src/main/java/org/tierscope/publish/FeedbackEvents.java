package org.tierscope.publish;

import java.util.Locale;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.OperandKind;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.TypeBits;
import org.tierscope.record.proto.AllocationFeedback;
import org.tierscope.record.proto.BranchFeedback;
import org.tierscope.record.proto.CacheEntry;
import org.tierscope.record.proto.CacheFeedback;
import org.tierscope.record.proto.CacheState;
import org.tierscope.record.proto.CallFeedback;
import org.tierscope.record.proto.CallTarget;
import org.tierscope.record.proto.ElementsFeedback;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.OperandFeedback;
import org.tierscope.record.proto.ValueType;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Vm;

/** Describes feedback slots for a recording. Reads them while the guest may be writing: a torn read shows for one sample. */
final class FeedbackEvents {
    private final Vm vm;

    FeedbackEvents(Vm vm) {
        this.vm = vm;
    }

    /** The slot that the instruction at {@code pc} writes; null while it has seen nothing. */
    FeedbackSlot slot(FunctionInfo function, int pc) {
        int[] code = function.code();
        Opcode opcode = Opcode.of(code[pc]);
        int offset = code[pc + opcode.feedbackOperand()];
        long slot = function.feedback() + offset;
        var state = FeedbackSlot.newBuilder().setSlot(offset).setPc(pc).setLabel(opcode.mnemonic());
        switch (opcode.slotKind()) {
            case TYPE, COMPARE_BRANCH -> {
                if (Mem.getInt(slot) == 0) {
                    return null;
                }
                state.setOperands(operands(slot));
            }
            case BRANCH -> {
                if (Mem.getLong(slot) == 0) {
                    return null;
                }
                state.setBranch(branch(slot));
            }
            case PROPERTY -> state.setCache(cache(function, slot, code[pc + propertyKey(opcode)]));
            case ELEMENT -> state.setElements(elements(slot));
            case CALL -> state.setCall(call(slot));
            case ALLOCATION -> state.setAllocation(allocation(slot));
            case LOOP, NONE -> {
                return null;
            }
        }
        boolean cached = switch (opcode.slotKind()) {
            case PROPERTY, ELEMENT, CALL -> true;
            default -> false;
        };
        return cached && Mem.getByte(slot + FeedbackLayout.CACHE_STATE) == 0 ? null : state.build();
    }

    private static int propertyKey(Opcode opcode) {
        return 1 + opcode.operands().indexOf(OperandKind.CONSTANT);
    }

    private static OperandFeedback operands(long slot) {
        int right = Mem.getUnsignedByte(slot + FeedbackLayout.TYPE_RIGHT);
        int result = Mem.getUnsignedByte(slot + FeedbackLayout.TYPE_RESULT);
        int left = Mem.getUnsignedByte(slot + FeedbackLayout.TYPE_LEFT);
        boolean ints = left == TypeBits.INT32 && (right == 0 || right == TypeBits.INT32);
        return OperandFeedback.newBuilder()
                .setLeftTypes(types(left))
                .setRightTypes(types(right))
                .setResultTypes(types(result))
                .setOverflowed(ints && (result & TypeBits.DOUBLE) != 0)
                .build();
    }

    /** TypeBits as a set of the recording's ValueType bits. */
    static int types(int bits) {
        int set = 0;
        set |= (bits & TypeBits.INT32) != 0 ? ValueType.TYPE_INT32_VALUE : 0;
        set |= (bits & TypeBits.DOUBLE) != 0 ? ValueType.TYPE_DOUBLE_VALUE : 0;
        set |= (bits & TypeBits.STRING) != 0 ? ValueType.TYPE_STRING_VALUE : 0;
        set |= (bits & TypeBits.BOOLEAN) != 0 ? ValueType.TYPE_BOOLEAN_VALUE : 0;
        set |= (bits & TypeBits.NULLISH) != 0 ? ValueType.TYPE_UNDEFINED_VALUE | ValueType.TYPE_NULL_VALUE : 0;
        set |= (bits & TypeBits.OBJECT) != 0 ? ValueType.TYPE_OBJECT_VALUE : 0;
        set |= (bits & TypeBits.SYMBOL) != 0 ? ValueType.TYPE_SYMBOL_VALUE : 0;
        set |= (bits & TypeBits.BIGINT) != 0 ? ValueType.TYPE_BIGINT_VALUE : 0;
        return set;
    }

    private static BranchFeedback branch(long slot) {
        return BranchFeedback.newBuilder()
                .setTaken(Mem.getInt(slot + FeedbackLayout.BRANCH_TAKEN) & 0xFFFF_FFFFL)
                .setNotTaken(Mem.getInt(slot + FeedbackLayout.BRANCH_NOT_TAKEN) & 0xFFFF_FFFFL)
                .build();
    }

    private static int entries(long slot) {
        int count = Mem.getUnsignedByte(slot + FeedbackLayout.CACHE_STATE);
        return count >= FeedbackLayout.MEGAMORPHIC ? 0 : count;
    }

    private static CacheState state(long slot) {
        int count = Mem.getUnsignedByte(slot + FeedbackLayout.CACHE_STATE);
        return switch (count) {
            case 0 -> CacheState.UNINITIALISED;
            case 1 -> CacheState.MONOMORPHIC;
            case FeedbackLayout.MEGAMORPHIC -> CacheState.MEGAMORPHIC;
            default -> CacheState.POLYMORPHIC;
        };
    }

    private static CacheFeedback cache(FunctionInfo function, long slot, int key) {
        var cache = CacheFeedback.newBuilder()
                .setState(state(slot))
                .setMisses(Mem.getInt(slot + FeedbackLayout.CACHE_MISSES))
                .setKey(String.valueOf(function.bytecode().constants().get(key)));
        for (int i = 0; i < entries(slot); i++) {
            long entry = slot + FeedbackLayout.PROPERTY_ENTRIES + (long) i * FeedbackLayout.PROPERTY_ENTRY_SIZE;
            int access = Mem.getInt(entry + FeedbackLayout.PROPERTY_ACCESS);
            cache.addEntries(CacheEntry.newBuilder()
                    .setShapeId(Mem.getInt(entry + FeedbackLayout.PROPERTY_SHAPE))
                    .setKind(kind(AccessKind.of(access)))
                    .setSlot(AccessKind.offset(access))
                    .setHits(Mem.getInt(entry + FeedbackLayout.PROPERTY_HITS)));
        }
        return cache.build();
    }

    private static String kind(AccessKind kind) {
        return switch (kind) {
            case INLINE -> "own field";
            case OUT_OF_LINE -> "own field, out of line";
            case HOLDER_INLINE -> "prototype field";
            case HOLDER_OUT_OF_LINE -> "prototype field, out of line";
            case ACCESSOR -> "accessor";
            case ABSENT -> "absent";
            case ADD_INLINE -> "transition";
            case ADD_OUT_OF_LINE -> "transition, out of line";
            case ARRAY_LENGTH -> "array length";
            case STRING_LENGTH -> "string length";
        };
    }

    private static ElementsFeedback elements(long slot) {
        var elements = ElementsFeedback.newBuilder()
                .setState(state(slot))
                .setKeyTypes(types(Mem.getUnsignedByte(slot + FeedbackLayout.ELEMENT_KEYS)))
                .setOutOfBounds((Mem.getByte(slot + FeedbackLayout.ELEMENT_FLAGS) & FeedbackLayout.ELEMENT_OUT_OF_BOUNDS) != 0);
        for (int i = 0; i < entries(slot); i++) {
            long entry = slot + FeedbackLayout.ELEMENT_ENTRIES + (long) i * FeedbackLayout.ELEMENT_ENTRY_SIZE;
            int type = Mem.getUnsignedByte(entry + FeedbackLayout.ELEMENT_CELL_TYPE);
            int kind = Mem.getUnsignedByte(entry + FeedbackLayout.ELEMENT_ELEMENTS_KIND);
            String name = ElementsKind.of(kind).name().toLowerCase(Locale.ROOT).replace('_', ' ');
            elements.addKinds(CellType.of(type) == CellType.ARRAY ? name : CellType.of(type).name().toLowerCase(Locale.ROOT) + " " + name);
            elements.addShapeIds(Mem.getInt(entry + FeedbackLayout.ELEMENT_SHAPE));
        }
        return elements.build();
    }

    private CallFeedback call(long slot) {
        var call = CallFeedback.newBuilder().setState(state(slot));
        for (int i = 0; i < entries(slot); i++) {
            long entry = slot + FeedbackLayout.CALL_ENTRIES + (long) i * FeedbackLayout.CALL_ENTRY_SIZE;
            FunctionInfo target = vm.function(Mem.getInt(entry + FeedbackLayout.CALL_FUNCTION_ID));
            call.addTargets(CallTarget.newBuilder()
                    .setFunctionId(target.isNative() ? 0 : target.id())
                    .setName(Names.displayName(target))
                    .setCount(Mem.getInt(entry + FeedbackLayout.CALL_HITS)));
        }
        return call.build();
    }

    private static AllocationFeedback allocation(long slot) {
        int kind = Mem.getUnsignedByte(slot + FeedbackLayout.ALLOCATION_ELEMENTS_KIND);
        return AllocationFeedback.newBuilder()
                .setElementKind(ElementsKind.of(kind).name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .setCount(Mem.getInt(slot + FeedbackLayout.ALLOCATION_COUNT) & 0xFFFF_FFFFL)
                .build();
    }
}
