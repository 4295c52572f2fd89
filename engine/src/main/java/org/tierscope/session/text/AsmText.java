package org.tierscope.session.text;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.tierscope.record.proto.CodeInstalled;
import org.tierscope.record.proto.EntryPoint;
import org.tierscope.record.proto.ExitFrame;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.MachineInstruction;
import org.tierscope.session.CodeState;
import org.tierscope.session.Moment;

/** Machine code: address, bytes, instruction, node, origin; then the exits with the places of their values. */
final class AsmText {

    private AsmText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        for (FunctionLoaded function : filter.functions(moment)) {
            for (CodeState code : moment.codesOf(function.getFunctionId())) {
                out.gap();
                code(moment, function, code, out);
            }
        }
    }

    private static void code(Moment moment, FunctionLoaded function, CodeState state, Lines out) {
        CodeInstalled code = state.code();
        out.add("%s, code %d, %s, %s at 0x%x%s", function.getName(), code.getCodeId(), Words.tier(code.getTier()),
                Words.bytes(code.getSizeBytes()), code.getAddress(),
                state.invalidated().map(why -> "  invalidated: " + why.getDependency()).orElse(""));
        code.getDependenciesList().forEach(dependency -> out.add("  depends on: %s", dependency));
        Map<Integer, EntryPoint> entries = new HashMap<>();
        code.getEntryPointsList().forEach(entry -> entries.put(entry.getOffset(), entry));
        String origin = "";
        for (MachineInstruction instruction : code.getInstructionsList()) {
            EntryPoint entry = entries.get(instruction.getOffset());
            if (entry != null) {
                out.add("  %s:", entry.getOsrPc() < 0 ? "entry" : "entry of loop " + entry.getOsrPc());
            }
            String nextOrigin = origin(moment, instruction);
            out.add("  %6x  %-20s  %-30s %4s  %-12s %s", instruction.getOffset(),
                    HexFormat.of().formatHex(instruction.getCode().toByteArray()), instruction.getText(),
                    instruction.getNodeId() == 0 ? "" : "v" + instruction.getNodeId(),
                    nextOrigin.equals(origin) ? "" : nextOrigin,
                    instruction.getComment().isEmpty() ? "" : "; " + instruction.getComment());
            origin = nextOrigin;
        }
        code.getExitsList().forEach(exit -> exit(moment, exit, out));
    }

    private static String origin(Moment moment, MachineInstruction instruction) {
        return instruction.getFunctionId() == 0 ? ""
                : Words.function(moment, instruction.getFunctionId()) + "@" + instruction.getPc();
    }

    private static void exit(Moment moment, ExitPoint exit, Lines out) {
        out.add("  exit %d at %x: %s%s%s", exit.getExitId(), exit.getOffset(), exit.getReason(),
                exit.getGuard().isEmpty() ? "" : ", unless " + exit.getGuard(),
                exit.hasPosition() ? " (" + Words.position(moment, exit.getPosition()) + ")" : "");
        for (ExitFrame frame : exit.getFramesList()) {
            FunctionLoaded function = moment.function(frame.getFunctionId()).map(f -> f.function())
                    .orElse(FunctionLoaded.getDefaultInstance());
            out.add("    %s@%d: %s", function.getName(), frame.getPc(), frame.getValuesList().stream()
                    .map(value -> Words.register(function, value.getRegister())
                            + (value.getName().isEmpty() ? "" : " " + value.getName()) + " ← "
                            + Words.location(value.getLocation(), function) + " "
                            + Words.representation(value.getRepresentation()))
                    .collect(Collectors.joining(", ")));
        }
    }
}
