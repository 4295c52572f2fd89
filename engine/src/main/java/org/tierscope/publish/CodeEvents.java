package org.tierscope.publish;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tierscope.asm.CodeMemory;
import org.tierscope.asm.Listing;
import org.tierscope.bytecode.Opcode;
import org.tierscope.deopt.Exit;
import org.tierscope.deopt.ExitFrame;
import org.tierscope.deopt.RemovedObject;
import org.tierscope.deopt.ValueSource;
import org.tierscope.ir.Origin;
import org.tierscope.machine.CompiledCode;
import org.tierscope.machine.Location;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.EntryPoint;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.ExitValue;
import org.tierscope.record.proto.InstructionFlag;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.record.proto.RemovedField;
import org.tierscope.record.proto.Tier;
import org.tierscope.runtime.Vm;
import org.tierscope.tier.Compilation;
import org.tierscope.tier.OptimizedCode;

/** Describes installed machine code for a recording. */
final class CodeEvents {
    private final Vm vm;
    private final Names names;
    private final CodeMemory memory;

    CodeEvents(Vm vm, Names names, CodeMemory memory) {
        this.vm = vm;
        this.names = names;
        this.memory = memory;
    }

    /** Origins of baseline listings are bytecode pcs. */
    CodeInstalled baseline(CompiledCode code, int compilationId) {
        var event = common(code, compilationId, Tier.BASELINE);
        event.addEntryPoints(EntryPoint.newBuilder().setOffset(0).setOsrPc(-1));
        code.osrEntries()
                .forEach((pc, address) -> event.addEntryPoints(EntryPoint.newBuilder()
                        .setOffset((int) (address - code.block().address()))
                        .setOsrPc(pc)));
        forEachInstruction(code, (line, instruction) -> {
            if (line.origin() >= 0) {
                instruction.setFunctionId(code.function().id()).setPc(line.origin());
            }
            event.addInstructions(instruction);
        });
        return event.build();
    }

    /** Origins of optimized listings are node ids. */
    CodeInstalled optimized(OptimizedCode optimized, Compilation compilation) {
        CompiledCode code = optimized.code();
        var result = compilation.result();
        var event = common(code, compilation.id(), Tier.OPTIMIZING);
        event.addEntryPoints(EntryPoint.newBuilder()
                .setOffset(0)
                .setOsrPc(optimized.entryPc() == 0 ? -1 : optimized.entryPc()));
        event.setSpillSlots(result.frameSlots() - code.function().bytecode().registerCount());
        var exitOfNode = new HashMap<Integer, Integer>();
        var stubs = new HashMap<Integer, Integer>();
        for (int i = 0; i < result.exits().size(); i++) {
            exitOfNode.put(result.exits().get(i).node(), exitId(result.exits().get(i)));
            stubs.put(result.exitOffsets().get(i), exitId(result.exits().get(i)));
        }
        Map<Integer, Origin> origins = result.origins();
        var jumps = new HashMap<Integer, Integer>();
        forEachInstruction(code, (line, instruction) -> {
            describe(line, instruction, origins, exitOfNode, stubs, result.exitOffsets());
            if ((instruction.getFlags() & InstructionFlag.INSTRUCTION_GUARD_VALUE) != 0) {
                jumps.putIfAbsent(instruction.getExitId(), line.offset());
            }
            event.addInstructions(instruction);
        });
        for (int i = 0; i < result.exits().size(); i++) {
            Exit exit = result.exits().get(i);
            event.addExits(exit(exit, jumps.getOrDefault(exitId(exit), 0), result.exitOffsets().get(i)));
        }
        return event.build();
    }

    static int exitId(Exit exit) {
        return exit.id() + 1;
    }

    private static void describe(
            Listing.Line line,
            MachineInstruction.Builder instruction,
            Map<Integer, Origin> origins,
            Map<Integer, Integer> exitOfNode,
            Map<Integer, Integer> stubs,
            List<Integer> stubOffsets) {
        Origin origin = origins.get(line.origin());
        if (line.origin() >= 0) {
            instruction.setNodeId(line.origin() + 1);
        }
        if (origin != null) {
            instruction.setFunctionId(origin.function()).setPc(origin.pc());
        }
        int firstStub = stubOffsets.isEmpty() ? Integer.MAX_VALUE : stubOffsets.getFirst();
        int flags = instruction.getFlags();
        if (line.offset() >= firstStub) {
            flags |= InstructionFlag.INSTRUCTION_EXIT_VALUE;
            Integer exit = stubs.get(line.offset());
            if (exit != null) {
                instruction.setExitId(exit).setComment("exit " + exit + ": " + line.comment());
            }
        } else if (line.text().startsWith("j") && (line.text().contains("exit_v") || line.text().contains("throw_v"))) {
            flags |= InstructionFlag.INSTRUCTION_GUARD_VALUE;
            instruction.setExitId(exitOfNode.getOrDefault(line.origin(), 0));
        }
        instruction.setFlags(flags);
    }

    private CodeInstalled.Builder common(CompiledCode code, int compilationId, Tier tier) {
        return CodeInstalled.newBuilder()
                .setCodeId(code.id())
                .setCompilationId(compilationId)
                .setFunctionId(code.function().id())
                .setTier(tier)
                .setAddress(code.block().address())
                .setSizeBytes(code.block().size());
    }

    private interface LineConsumer {
        void accept(Listing.Line line, MachineInstruction.Builder instruction);
    }

    private void forEachInstruction(CompiledCode code, LineConsumer consumer) {
        byte[] bytes = memory.read(code.block().address(), code.block().size());
        for (Listing.Line line : code.listing().lines()) {
            if (line.kind() == Listing.Kind.LABEL) {
                continue;
            }
            int flags = 0;
            if (line.text().startsWith("call")) {
                flags |= InstructionFlag.INSTRUCTION_CALL_VALUE;
            } else if (line.text().startsWith("j")) {
                flags |= InstructionFlag.INSTRUCTION_JUMP_VALUE;
            }
            consumer.accept(
                    line,
                    MachineInstruction.newBuilder()
                            .setOffset(line.offset())
                            .setCode(ByteString.copyFrom(bytes, line.offset(), line.length()))
                            .setText(line.text())
                            .setComment(line.comment())
                            .setFlags(flags));
        }
    }

    private ExitPoint exit(Exit exit, int jump, int stub) {
        var point = ExitPoint.newBuilder()
                .setExitId(exitId(exit))
                .setOffset(jump)
                .setStubOffset(stub)
                .setReason(reason(exit))
                .setNodeId(exit.node() + 1)
                .setGuard(exit.throwing() ? "an exception" : exit.reason().meaning())
                .setPosition(names.position(exit.origin().function(), exit.origin().pc()));
        addFeedback(point, exit);
        int registers = vm.function(exit.frames().getFirst().function()).bytecode().registerCount();
        for (ExitFrame frame : exit.frames()) {
            var description = org.tierscope.record.proto.ExitFrame.newBuilder()
                    .setFunctionId(frame.function())
                    .setPc(frame.pc());
            for (ExitFrame.RegisterValue value : frame.values()) {
                description.addValues(value(frame, value, registers));
            }
            point.addFrames(description);
        }
        for (RemovedObject object : exit.objects()) {
            point.addRemovedObjects(removed(object, registers));
        }
        return point.build();
    }

    /** The feedback slot of the bytecode that the guard belongs to: what justified the guess. */
    private void addFeedback(ExitPoint.Builder point, Exit exit) {
        int[] bytecode = vm.function(exit.origin().function()).code();
        int operand = Opcode.of(bytecode[exit.origin().pc()]).feedbackOperand();
        if (operand != 0) {
            point.setFeedbackFunctionId(exit.origin().function())
                    .setFeedbackSlot(bytecode[exit.origin().pc() + operand]);
        }
    }

    static String reason(Exit exit) {
        return exit.throwing() ? "exception" : exit.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private org.tierscope.record.proto.RemovedObject removed(RemovedObject object, int registers) {
        var description = org.tierscope.record.proto.RemovedObject.newBuilder()
                .setShapeId(object.shape())
                .setNodeId(object.node() + 1);
        for (RemovedObject.FieldValue field : object.fields()) {
            var value = RemovedField.newBuilder()
                    .setKey(RemovedObjects.key(vm, object.kind(), object.shape(), field.index()))
                    .setLocation(location(field.source(), null, registers));
            if (field.source() instanceof ValueSource.Held held) {
                value.setRepresentation(GraphEvents.representation(held.representation()));
            }
            description.addFields(value);
        }
        return description.build();
    }

    private ExitValue value(ExitFrame frame, ExitFrame.RegisterValue value, int registers) {
        var description = ExitValue.newBuilder()
                .setRegister(value.register())
                .setName(Names.variable(vm.function(frame.function()).bytecode(), value.register(), frame.pc()))
                .setLocation(location(value.source(), null, registers));
        if (value.source() instanceof ValueSource.Held held) {
            description.setNodeId(held.node() + 1).setRepresentation(GraphEvents.representation(held.representation()));
        }
        return description.build();
    }

    /**
     * @param constantText what a constant displays as; null where it need not be shown
     * @param registers of the function that was compiled: frame slots below are its registers' homes, those above spill slots
     */
    static org.tierscope.record.proto.Location location(ValueSource source, String constantText, int registers) {
        var location = org.tierscope.record.proto.Location.newBuilder();
        switch (source) {
            case ValueSource.Removed removed -> location.setRemovedObject(removed.index());
            case ValueSource.Constant constant ->
                location.setConstant(constantText == null ? "0x" + Long.toHexString(constant.word()) : constantText);
            case ValueSource.Held held -> {
                return location(held.location(), registers);
            }
        }
        return location.build();
    }

    static org.tierscope.record.proto.Location location(Location place, int registers) {
        var location = org.tierscope.record.proto.Location.newBuilder();
        switch (place) {
            case Location.InReg in -> location.setMachineRegister(in.toString());
            case Location.InXmm in -> location.setMachineRegister(in.toString());
            case Location.InSlot in -> {
                if (in.slot() < registers) {
                    location.setInterpreterRegister(in.slot());
                } else {
                    location.setSpillSlot(in.slot() - registers);
                }
            }
        }
        return location.build();
    }
}
