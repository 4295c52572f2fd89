package org.tierscope.baseline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.CodeBlock;
import org.tierscope.asm.CodeMemory;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.asm.Symbols;
import org.tierscope.bytecode.Handler;
import org.tierscope.bytecode.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.machine.CompiledCode;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.options.Tier;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;

/**
 * The baseline tier: a template of machine code per bytecode, in one pass, with no analysis: one that the feedback so far chooses
 * ({@link SpecializedTemplates}), or the one that does everything. All values are in the frame's slots between instructions, so the code can be
 * entered and left at every instruction, and the runtime can execute any instruction that a template does not. Feedback and inline
 * caches are the interpreter's.
 *
 * <p>Instances are for one VM and may be used by any one thread at a time.
 */
public final class BaselineCompiler {
    /** The runtime functions that templates and stubs call. */
    private static final List<RuntimeFunction> CALLED = List.of(
            RuntimeFunction.EXECUTE,
            RuntimeFunction.TAKES_JUMP,
            RuntimeFunction.PREPARE_CALL,
            RuntimeFunction.HANDLER,
            RuntimeFunction.SUSPEND,
            RuntimeFunction.RESUME,
            RuntimeFunction.FINISH_EXIT,
            RuntimeFunction.INTERRUPT,
            RuntimeFunction.STACK_OVERFLOW,
            RuntimeFunction.CALL_BUDGET_SPENT,
            RuntimeFunction.LOOP_BUDGET_SPENT);

    private final MachineRuntime runtime;
    private final CpuFeatures features;
    private final BaselineStubs stubs;

    /** Installs the pieces of code that all functions share. */
    public BaselineCompiler(MachineRuntime runtime) {
        CALLED.forEach(runtime::link);
        this.runtime = runtime;
        this.features = runtime.cpuFeatures();
        this.stubs = BaselineStubs.install(runtime);
    }

    /** The interpreter's handlers, made of the same templates. */
    public Handlers handlers() {
        return new Handlers(runtime, stubs);
    }

    /**
     * Compiles a function that has a feedback vector.
     *
     * @param symbols names addresses in the listing; null for no listing
     */
    public BaselineCode compile(FunctionInfo function, Symbols symbols) {
        Assembler asm = symbols == null ? Assembler.plain(features) : Assembler.listing(features, symbols);
        return new Compilation(new CodeEmitter(asm, function, stubs)).compile();
    }

    /** Writes code into code memory. Only then has it addresses. */
    public static CompiledCode install(BaselineCode code, FunctionInfo function, int id, CodeMemory memory) {
        CodeBlock block = memory.install(code.code(), function + " baseline");
        return new CompiledCode(
                id,
                function,
                Tier.BASELINE,
                block,
                block.address(),
                addresses(block, code.osrEntries()),
                addresses(block, code.landings()),
                code.code().listing());
    }

    private static Map<Integer, Long> addresses(CodeBlock block, Map<Integer, Integer> offsets) {
        Map<Integer, Long> addresses = new TreeMap<>();
        offsets.forEach((pc, offset) -> addresses.put(pc, block.address() + offset));
        return addresses;
    }

    /** One function being compiled. */
    private static final class Compilation {
        private final CodeEmitter e;
        private final Assembler asm;
        private final int[] code;
        private final FunctionTemplates frame;
        private final Templates templates;
        private final SpecializedTemplates specialized;
        private final List<Long> unseen = new ArrayList<>();

        Compilation(CodeEmitter emitter) {
            e = emitter;
            asm = emitter.asm;
            code = emitter.function.code();
            frame = new FunctionTemplates(emitter);
            Branches branches = new Branches(emitter);
            templates = new Templates(emitter, branches);
            specialized = new SpecializedTemplates(emitter, branches);
        }

        BaselineCode compile() {
            e.at(0);
            e.atNoPc();
            frame.prologue();
            BitSet entries = entries();
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                e.at(pc);
                if (entries.get(pc)) {
                    e.known.clear();
                }
                specialized.emit(Opcode.of(code[pc]), this::plain);
                noteUnseen(Opcode.of(code[pc]));
            }
            e.known.clear();
            e.emitOutOfLine();
            while (plainCode()) {
                e.emitOutOfLine();
            }
            frame.exceptions();
            Map<Integer, Label> osrLabels = osrEntries();
            return new BaselineCode(asm.finish(), positions(osrLabels), positions(landings()), e.pcMap(), unseen);
        }

        /** Notes the slot of an instruction that has not run yet; all slots that matter say so in their first byte. */
        private void noteUnseen(Opcode opcode) {
            boolean specializable = switch (opcode.slotKind()) {
                case TYPE, COMPARE_BRANCH, PROPERTY, ELEMENT -> true;
                case NONE, BRANCH, CALL, ALLOCATION, LOOP -> false;
            };
            if (specializable) {
                long slot = e.function.feedback() + e.operand(opcode.feedbackOperand());
                if (Mem.getByte(slot) == 0) {
                    unseen.add(slot);
                }
            }
        }

        private void plain(Opcode opcode) {
            boolean done = frame.emit(opcode) || templates.emit(opcode);
            if (!done) {
                e.execute();
            }
        }

        /**
         * Emits what specialized code goes to where its guesses do not hold: the same instructions with nothing known, up to where
         * the specialized code knows nothing either.
         *
         * @return whether there was anything to emit
         */
        private boolean plainCode() {
            boolean any = false;
            boolean running = false;
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                e.at(pc);
                if (running && e.isEntered()) {
                    asm.jmp(e.label(pc));
                    running = false;
                }
                if (running || e.isPlainMissing()) {
                    e.beginPlain();
                    plain(Opcode.of(code[pc]));
                    any = true;
                    running = !Opcode.of(code[pc]).endsBlock();
                }
            }
            return any;
        }

        /** Where code may be entered: by jumps, at exception handlers, when suspended functions are resumed. */
        private BitSet entries() {
            var entries = new BitSet(code.length);
            for (Handler handler : e.function.bytecode().handlers()) {
                entries.set(handler.target());
            }
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                Opcode opcode = Opcode.of(code[pc]);
                if (opcode.targetOperand() != 0) {
                    entries.set(code[pc + opcode.targetOperand()]);
                }
                if (opcode == Opcode.SUSPEND) {
                    entries.set(pc + opcode.length());
                }
            }
            return entries;
        }

        private Map<Integer, Label> osrEntries() {
            Map<Integer, Label> entries = new TreeMap<>();
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                if (code[pc] == Op.JUMP_LOOP) {
                    entries.computeIfAbsent(code[pc + 1], header -> {
                        Label label = asm.label("osr" + header);
                        asm.bind(label);
                        frame.osrEntry(header);
                        return label;
                    });
                }
            }
            return entries;
        }

        /** Where the runtime has code go on: at exception handlers, and where suspended functions are resumed. */
        private Map<Integer, Label> landings() {
            Map<Integer, Label> labels = new TreeMap<>();
            for (Handler handler : e.function.bytecode().handlers()) {
                labels.put(handler.target(), e.label(handler.target()));
            }
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                if (code[pc] == Op.SUSPEND) {
                    int next = pc + Opcode.SUSPEND.length();
                    labels.put(next, e.label(next));
                }
            }
            return labels;
        }

        private static Map<Integer, Integer> positions(Map<Integer, Label> labels) {
            Map<Integer, Integer> positions = new TreeMap<>();
            labels.forEach((pc, label) -> positions.put(pc, label.position()));
            return positions;
        }
    }
}
