package org.tierscope.session.sample;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.EntryPoint;
import org.tierscope.record.proto.ExitFrame;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.ExitValue;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.InliningDecision;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.InstructionFlag;
import org.tierscope.record.proto.Location;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.record.proto.Representation;
import org.tierscope.record.proto.Tier;

/** The machine code of {@link SampleRecording}. */
final class SampleCode {

    private static final int GUARD = InstructionFlag.INSTRUCTION_GUARD_VALUE;
    private static final int JUMP = InstructionFlag.INSTRUCTION_JUMP_VALUE;
    private static final int EXIT = InstructionFlag.INSTRUCTION_EXIT_VALUE;
    private static final int CALL = InstructionFlag.INSTRUCTION_CALL_VALUE;
    private static final int MOVE = InstructionFlag.INSTRUCTION_MOVE_VALUE;

    private final CodeInstalled.Builder code = CodeInstalled.newBuilder();
    private int offset;

    private SampleCode() {
    }

    /** One template per bytecode, all values in their frame slots. */
    static CodeInstalled baseline(int codeId, int compilation, FunctionLoaded function, long address) {
        SampleCode code = new SampleCode();
        code.code.setCodeId(codeId).setCompilationId(compilation).setFunctionId(function.getFunctionId())
                .setTier(Tier.BASELINE).setAddress(address)
                .addEntryPoints(EntryPoint.newBuilder().setOffset(0).setOsrPc(-1));
        for (Instruction instruction : function.getInstructionsList()) {
            if (function.getLoopHeadersList().contains(instruction.getPc())) {
                code.code.addEntryPoints(EntryPoint.newBuilder().setOffset(code.offset).setOsrPc(instruction.getPc()));
            }
            code.template(function.getFunctionId(), instruction);
        }
        return code.code.setSizeBytes(code.offset).build();
    }

    private void template(int function, Instruction instruction) {
        int pc = instruction.getPc();
        String name = instruction.getOpcode();
        if (name.startsWith("JUMP")) {
            origin(function, pc, 0, 0, "48ff4608", "inc qword [rsi+8]", 0, "count the branch");
            origin(function, pc, 0, 0, "0f8c00010000", "jl 0x" + Integer.toHexString(offset + 0x100), JUMP, "");
        } else if (name.equals("RETURN")) {
            origin(function, pc, 0, 0, "488b03", "mov rax, [rbx]", 0, "");
            origin(function, pc, 0, 0, "c3", "ret", JUMP, "");
        } else if (name.startsWith("LOAD") || name.equals("MOVE")) {
            origin(function, pc, 0, 0, "4c89f0", "mov rax, r14", 0, "");
            origin(function, pc, 0, 0, "48894308", "mov [rbx+8], rax", 0, "");
        } else {
            origin(function, pc, 0, 0, "488b03", "mov rax, [rbx]", 0, "");
            origin(function, pc, 0, 0, "41ff95a0000000", "call [r13+0xa0]", CALL, "runtime: " + name);
            origin(function, pc, 0, 0, "48894308", "mov [rbx+8], rax", 0, "");
        }
    }

    /** {@code sum} with {@code add} inlined, its values in registers. */
    static CodeInstalled optimizedSum(int codeId, int compilation, boolean osr, long address) {
        SampleCode code = new SampleCode();
        code.code.setCodeId(codeId).setCompilationId(compilation).setFunctionId(SampleProgram.SUM)
                .setTier(Tier.OPTIMIZING).setAddress(address)
                .addDependencies("the global add stays what it is").addDependencies("Array.prototype has no elements")
                .addInlinings(InliningDecision.newBuilder().setId(1).setFunctionId(SampleProgram.ADD)
                        .setCallPc(SampleProgram.SUM_CALL).setInlined(true).setWhy("small (2 instructions)"));
        code.code.addEntryPoints(EntryPoint.newBuilder().setOffset(0).setOsrPc(osr ? SampleProgram.SUM_LOOP : -1));
        code.sumBody(osr);
        return code.code.setSizeBytes(code.offset).build();
    }

    private void sumBody(boolean osr) {
        sum(6, 1, 0, "488b03", "mov rax, [rbx]", 0, "list");
        sum(6, 4, 0, "4c85f8", "test rax, r15", GUARD, "a cell?");
        sum(6, 4, 1, "0f8554000000", "jne exit_1", GUARD | JUMP, "");
        sum(6, 4, 0, "8178042a000000", "cmp dword [rax+4], 42", GUARD, "shape of arrays");
        sum(6, 4, 1, "0f8547000000", "jne exit_1", GUARD | JUMP, "");
        sum(6, 9, 0, "8b4810", "mov ecx, [rax+0x10]", 0, "length");
        sum(25, 13, 0, "488b5018", "mov rdx, [rax+0x18]", 0, "elements");
        sum(25, 13, 0, "807a0401", "cmp byte [rdx+4], 1", GUARD, "packed int32?");
        sum(25, 13, 2, "0f8543000000", "jne exit_2", GUARD | JUMP, "");
        if (osr) {
            sum(6, 2, 0, "8b7308", "mov esi, [rbx+8]", MOVE, "total");
            sum(6, 3, 0, "8b7b10", "mov edi, [rbx+0x10]", MOVE, "i");
        } else {
            sum(0, 2, 0, "31f6", "xor esi, esi", 0, "total");
            sum(3, 3, 0, "31ff", "xor edi, edi", 0, "i");
        }
        int loop = offset;
        sum(11, 10, 0, "39cf", "cmp edi, ecx", 0, "i < length");
        sum(11, 11, 0, "0f8d26000000", "jge 0x" + Integer.toHexString(loop + 0x2e), JUMP, "leave the loop");
        sum(25, 15, 0, "4c8b44fa10", "mov r8, [rdx+rdi*8+0x10]", 0, "list[i]");
        add(17, 0, "4d89c1", "mov r9, r8", MOVE, "");
        add(17, 0, "49c1e930", "shr r9, 48", GUARD, "tag of b");
        add(17, 0, "4181f9feff0000", "cmp r9d, 0xfffe", GUARD, "int32?");
        add(17, 3, "0f8531000000", "jne exit_3", GUARD | JUMP, "");
        add(19, 0, "4401c6", "add esi, r8d", 0, "a + b");
        add(19, 4, "0f8035000000", "jo exit_4", GUARD | JUMP, "overflow");
        sum(35, 22, 0, "ffc7", "inc edi", 0, "i++");
        sum(39, 23, 0, "ebd2", "jmp 0x" + Integer.toHexString(loop), JUMP, "");
        sum(42, 24, 0, "89f0", "mov eax, esi", 0, "");
        sum(42, 24, 0, "4c09f0", "or rax, r14", 0, "tag as int32");
        sum(42, 25, 0, "c3", "ret", JUMP, "");
        int[] stubs = new int[5];
        for (int exit = 1; exit <= 4; exit++) {
            stubs[exit] = offset;
            origin(0, 0, 0, 0, "41c745600" + exit + "000000", "mov dword [r13+0x60], " + exit, EXIT, "");
            origin(0, 0, 0, exit, "e900010000", "jmp exit_handler", EXIT | JUMP, "");
        }
        Location total = register("rsi");
        Location i = register("rdi");
        code.addExits(exit(1, stubs[1], "wrong shape", 4, "v1 is an array").addFrames(sumFrame(6, total, i))
                .setFeedbackFunctionId(SampleProgram.SUM).setFeedbackSlot(0)
                .setPosition(SampleProgram.position("list.length")));
        code.addExits(exit(2, stubs[2], "wrong elements", 13, "v4 has packed int32 elements")
                .addFrames(sumFrame(25, total, i)).setFeedbackFunctionId(SampleProgram.SUM).setFeedbackSlot(128)
                .setPosition(SampleProgram.position("list[i]")));
        code.addExits(exit(3, stubs[3], "not int32", 17, "v15 is an int32")
                .addFrames(sumFrame(SampleProgram.SUM_CALL, total, i)).addFrames(addFrame(total))
                .setFeedbackFunctionId(SampleProgram.ADD).setFeedbackSlot(0)
                .setPosition(SampleProgram.position("a + b")));
        code.addExits(exit(4, stubs[4], "overflow", 19, "v6 + v17 fits an int32")
                .addFrames(sumFrame(SampleProgram.SUM_CALL, total, i)).addFrames(addFrame(total))
                .setFeedbackFunctionId(SampleProgram.ADD).setFeedbackSlot(0)
                .setPosition(SampleProgram.position("a + b")));
    }

    private ExitPoint.Builder exit(int id, int stub, String reason, int node, String guard) {
        int offset = code.getInstructionsList().stream().filter(i -> i.getExitId() == id).findFirst().orElseThrow()
                .getOffset();
        return ExitPoint.newBuilder().setExitId(id).setOffset(offset).setStubOffset(stub).setReason(reason)
                .setNodeId(node).setGuard(guard);
    }

    private static ExitFrame sumFrame(int pc, Location total, Location i) {
        return ExitFrame.newBuilder().setFunctionId(SampleProgram.SUM).setPc(pc)
                .addValues(value(0, "list", home(0), Representation.TAGGED, 1))
                .addValues(value(1, "total", total, Representation.INT32, 6))
                .addValues(value(2, "i", i, Representation.INT32, 7)).build();
    }

    private static ExitFrame addFrame(Location a) {
        return ExitFrame.newBuilder().setFunctionId(SampleProgram.ADD).setPc(0)
                .addValues(value(0, "a", a, Representation.INT32, 6))
                .addValues(value(1, "b", register("r8"), Representation.TAGGED, 15)).build();
    }

    private static ExitValue value(int register, String name, Location location, Representation how, int node) {
        return ExitValue.newBuilder().setRegister(register).setName(name).setLocation(location)
                .setRepresentation(how).setNodeId(node).build();
    }

    static Location register(String name) {
        return Location.newBuilder().setMachineRegister(name).build();
    }

    static Location home(int register) {
        return Location.newBuilder().setInterpreterRegister(register).build();
    }

    private void sum(int pc, int node, int exit, String bytes, String text, int flags, String comment) {
        origin(SampleProgram.SUM, pc, node, exit, bytes, text, flags, comment);
    }

    private void add(int node, int exit, String bytes, String text, int flags, String comment) {
        origin(SampleProgram.ADD, 0, node, exit, bytes, text, flags, comment);
    }

    private void origin(int function, int pc, int node, int exit, String bytes, String text, int flags,
            String comment) {
        byte[] code = HexFormat.of().parseHex(bytes);
        this.code.addInstructions(MachineInstruction.newBuilder().setOffset(offset).setCode(ByteString.copyFrom(code))
                .setText(text).setNodeId(node).setFunctionId(function).setPc(pc)
                .setInliningId(function == SampleProgram.ADD && node != 0 ? 1 : 0).setFlags(flags).setExitId(exit)
                .setComment(comment));
        offset += code.length;
    }
}
