package org.tierscope.publish;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Disassembler;
import org.tierscope.bytecode.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.OperandKind;
import org.tierscope.bytecode.Position;
import org.tierscope.bytecode.RegisterName;
import org.tierscope.record.proto.ExceptionHandler;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.Operand;
import org.tierscope.record.proto.PcRange;
import org.tierscope.record.proto.Register;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;

/** Describes a linked function for a recording. */
final class FunctionEvents {
    private FunctionEvents() {}

    /** @param parent id of the function whose text it stands in, 0 for none */
    static FunctionLoaded loaded(FunctionInfo info, int sourceId, int parent) {
        BytecodeFunction function = info.bytecode();
        var event = FunctionLoaded.newBuilder()
                .setFunctionId(info.id())
                .setName(Names.displayName(info))
                .setSourceId(sourceId)
                .setStart(function.start())
                .setEnd(function.end())
                .setLine(function.line())
                .setColumn(function.source().column(function.start()))
                .setParentFunctionId(parent)
                .setParameterCount(function.parameterCount())
                .setRegisterCount(function.registerCount())
                .setInternal(Names.isInternal(info))
                .setKind(kind(function))
                .setStrict(info.isStrict());
        addRegisters(event, function);
        function.constants().forEach(constant -> event.addConstants(Disassembler.constant(constant)));
        addInstructions(event, info);
        function.handlers()
                .forEach(handler -> event.addExceptionHandlers(ExceptionHandler.newBuilder()
                        .setStart(handler.start())
                        .setEnd(handler.end())
                        .setHandler(handler.target())
                        .setRegister(function.code()[handler.target() + 1])));
        loopHeaders(function.code()).forEach(event::addLoopHeaders);
        return event.build();
    }

    private static String kind(BytecodeFunction function) {
        if (function.is(BytecodeFunction.Flag.TOP_LEVEL)) {
            return "program";
        }
        if (function.is(BytecodeFunction.Flag.CLASS_CONSTRUCTOR)) {
            return "constructor";
        }
        if (function.is(BytecodeFunction.Flag.ARROW)) {
            return "arrow";
        }
        return function.is(BytecodeFunction.Flag.METHOD) ? "method" : "function";
    }

    private static void addRegisters(FunctionLoaded.Builder event, BytecodeFunction function) {
        for (int register = Frame.NEW_TARGET_REGISTER; register < function.registerCount(); register++) {
            var description = Register.newBuilder().setIndex(register).setLabel(Disassembler.register(register));
            for (RegisterName name : function.registerNames()) {
                if (name.register() == register) {
                    description.setName(name.name());
                    description.addLive(PcRange.newBuilder().setStart(name.start()).setEnd(name.end()));
                }
            }
            event.addRegisters(description);
        }
    }

    private static void addInstructions(FunctionLoaded.Builder event, FunctionInfo info) {
        BytecodeFunction function = info.bytecode();
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            Position position = function.positionAt(pc);
            var instruction = Instruction.newBuilder()
                    .setPc(pc)
                    .setOpcode(opcode.mnemonic())
                    .setText(Disassembler.instruction(function, pc));
            if (position != null) {
                instruction.setSourceStart(position.start()).setSourceEnd(position.end());
            }
            for (int i = 0; i < opcode.operands().size(); i++) {
                instruction.addOperands(operand(info, opcode, opcode.operands().get(i), code[pc + 1 + i]));
            }
            event.addInstructions(instruction);
        }
    }

    private static Operand operand(FunctionInfo info, Opcode opcode, OperandKind kind, int word) {
        var operand = Operand.newBuilder().setValue(word);
        switch (kind) {
            case READ, RANGE -> operand.setKind(Operand.Kind.REGISTER).setText(Disassembler.register(word));
            case WRITE -> operand.setKind(Operand.Kind.TARGET_REGISTER).setText(Disassembler.register(word));
            case CONSTANT -> constant(info, opcode, word, operand);
            case IMMEDIATE -> operand.setKind(Operand.Kind.IMMEDIATE).setText(Integer.toString(word));
            case COUNT -> operand.setKind(Operand.Kind.REGISTER_COUNT).setText(Integer.toString(word));
            case TARGET -> operand.setKind(Operand.Kind.JUMP_TARGET).setText("@" + word);
            case FEEDBACK -> operand.setKind(Operand.Kind.FEEDBACK_SLOT).setText("f" + word);
        }
        return operand.build();
    }

    private static void constant(FunctionInfo info, Opcode opcode, int index, Operand.Builder operand) {
        Object constant = info.bytecode().constants().get(index);
        FunctionInfo nested = info.nested(index);
        if (nested != null) {
            operand.setKind(Operand.Kind.FUNCTION).setValue(nested.id()).setText(Names.displayName(nested));
        } else {
            boolean isName = constant instanceof String && opcode != Opcode.LOAD_CONSTANT;
            operand.setKind(isName ? Operand.Kind.NAME : Operand.Kind.CONSTANT)
                    .setText(isName ? (String) constant : Disassembler.constant(constant));
        }
    }

    private static List<Integer> loopHeaders(int[] code) {
        var headers = new ArrayList<Integer>();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (code[pc] == Op.JUMP_LOOP && !headers.contains(code[pc + 1])) {
                headers.add(code[pc + 1]);
            }
        }
        headers.sort(null);
        return headers;
    }
}
