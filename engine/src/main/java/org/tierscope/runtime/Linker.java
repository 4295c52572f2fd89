package org.tierscope.runtime;

import java.math.BigInteger;
import java.util.List;
import java.util.function.LongConsumer;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.GlobalDeclarations;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.TemplateStrings;
import org.tierscope.bytecode.WellKnownSymbol;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;

/** Makes {@link FunctionInfo}s: the part of a function that belongs to one VM. */
final class Linker {
    private final Vm vm;
    private final long functionTable;
    private long interpreterStub;
    private long nativeStub;

    Linker(Vm vm, long functionTable) {
        this.vm = vm;
        this.functionTable = functionTable;
    }

    FunctionInfo link(Realm realm, BytecodeFunction function) {
        List<Object> constants = function.constants();
        var values = new long[constants.size()];
        var nested = new FunctionInfo[constants.size()];
        int id = vm.functionCount();
        long cell = functionTable + (long) id * FunctionCell.SIZE;
        var info = new FunctionInfo(id, realm, function.name(), function, null, cell, values, nested, function.length());
        vm.register(info);
        for (int i = 0; i < values.length; i++) {
            switch (constants.get(i)) {
                case Integer n -> values[i] = Value.ofInt(n);
                case Double d -> values[i] = Value.number(d);
                case String s -> values[i] = vm.strings().intern(s);
                case BytecodeFunction f -> nested[i] = link(realm, f);
                case int[] _, TemplateStrings _, EvalScope _, GlobalDeclarations _ -> values[i] = 0;
                case WellKnownSymbol s -> values[i] = switch (s) {
                    case ITERATOR -> vm.names().symbolIterator;
                };
                case BigInteger n -> values[i] = vm.bigInts().of(n);
                default -> throw new IllegalArgumentException("constant " + constants.get(i));
            }
        }
        initializeCell(info, function.parameterCount(), function.registerCount());
        int feedbackSize = Math.max(FeedbackLayout.HEADER_SIZE, function.feedbackSize());
        info.setFeedback(vm.arena().allocate(FeedbackLayout.PREFIX_SIZE + feedbackSize) + FeedbackLayout.PREFIX_SIZE);
        return info;
    }

    FunctionInfo defineNative(Realm realm, String name, int length, NativeFunction function) {
        int id = vm.functionCount();
        long cell = functionTable + (long) id * FunctionCell.SIZE;
        var info = new FunctionInfo(id, realm, name, null, function, cell, new long[0], new FunctionInfo[0], length);
        vm.register(info);
        initializeCell(info, 0, 0);
        return info;
    }

    void setEntryStubs(long interpreter, long ofNative) {
        interpreterStub = interpreter;
        nativeStub = ofNative;
    }

    /** What machine code calls for a function without compiled code. */
    long entryStub(FunctionInfo function) {
        return function.isNative() ? nativeStub : interpreterStub;
    }

    private void initializeCell(FunctionInfo info, int parameters, int registers) {
        long cell = info.cell();
        Mem.putLong(cell + FunctionCell.ENTRY, entryStub(info));
        Mem.putInt(cell + FunctionCell.PARAMETER_COUNT, parameters);
        Mem.putInt(cell + FunctionCell.REGISTER_COUNT, registers);
        Mem.putInt(cell + FunctionCell.FUNCTION_ID, info.id());
        Mem.putInt(cell + FunctionCell.FLAGS, info.cellFlags());
    }

    /** Values that a linked function keeps alive: constants, and cells that its feedback names. */
    void forEachRoot(FunctionInfo function, LongConsumer mark) {
        for (long constant : function.constants()) {
            mark.accept(constant);
        }
        if (function.isNative()) {
            return;
        }
        int[] code = function.code();
        for (int pc = 0; pc < code.length; ) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.slotKind() == SlotKind.PROPERTY) {
                markProperty(function.feedback() + code[pc + opcode.feedbackOperand()], mark);
            } else if (opcode.slotKind() == SlotKind.CALL) {
                markCall(function.feedback() + code[pc + opcode.feedbackOperand()], mark);
            }
            pc += opcode.length();
        }
    }

    void retargetCalls(FunctionInfo caller, long callee) {
        if (caller.isNative()) {
            return;
        }
        int[] code = caller.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            if (opcode.slotKind() == SlotKind.CALL) {
                long entry = caller.feedback() + code[pc + opcode.feedbackOperand()] + FeedbackLayout.CALL_ENTRIES;
                for (int i = 0; i < PropertyCache.MAX_ENTRIES; i++, entry += FeedbackLayout.CALL_ENTRY_SIZE) {
                    if (Mem.getLong(entry + FeedbackLayout.CALL_TARGET) == callee) {
                        Mem.putInt(entry + FeedbackLayout.CALL_FUNCTION_ID, Mem.getInt(callee + Layout.FUNCTION_ID));
                    }
                }
            }
        }
    }

    private static void markProperty(long slot, LongConsumer mark) {
        int state = PropertyCache.state(slot);
        for (int i = 0; i < state && state <= PropertyCache.MAX_ENTRIES; i++) {
            mark.accept(Mem.getLong(PropertyCache.entry(slot, i) + FeedbackLayout.PROPERTY_HOLDER));
        }
    }

    private static void markCall(long slot, LongConsumer mark) {
        int state = PropertyCache.state(slot);
        for (int i = 0; i < state && state <= PropertyCache.MAX_ENTRIES; i++) {
            long entry = slot + FeedbackLayout.CALL_ENTRIES + (long) i * FeedbackLayout.CALL_ENTRY_SIZE;
            mark.accept(Mem.getLong(entry + FeedbackLayout.CALL_TARGET));
        }
    }
}
