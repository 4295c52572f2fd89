package org.tierscope.bytecode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierscope.feedback.FeedbackLayout;

/**
 * Collects the instructions of one function and lays them out: resolves labels, numbers constants and feedback slots, and
 * builds the handler, position and name tables. Code that cannot be reached is not recorded.
 *
 * <p>A <em>pinned</em> register holds one value for the whole call, loaded before the function's first instruction. Pinned
 * registers get their numbers at the end, right behind the parameters, and all other locals move up.
 */
public final class BytecodeBuilder {
    /** Registers from here on are pinned registers before they are numbered. */
    private static final int PINNED = 1 << 24;

    private final int parameterCount;
    private final List<Item> items = new ArrayList<>();
    private final List<Instruction> prologue = new ArrayList<>();
    private final Map<Object, Integer> pinned = new HashMap<>();
    private final List<Object> constants = new ArrayList<>();
    private final Map<Object, Integer> constantIndex = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private boolean reachable = true;
    private int pinnedCount;

    public BytecodeBuilder(int parameterCount) {
        this.parameterCount = parameterCount;
    }

    private sealed interface Item {}

    /** A place in the code that jumps and tables refer to. */
    public static final class Label implements Item {
        private boolean used;
        private boolean placed;
        private int pc = -1;

        /** Whether a recorded jump or handler leads here. */
        public boolean isUsed() {
            return used;
        }
    }

    /** One recorded instruction. */
    public static final class Instruction implements Item {
        private final Opcode opcode;
        /** All operands but feedback and target, in order. */
        private final int[] operands;
        private final Label target;
        private final Span span;

        private Instruction(Opcode opcode, Label target, Span span, int[] operands) {
            this.opcode = opcode;
            this.target = target;
            this.span = span;
            this.operands = operands;
        }
    }

    /** The source range of an instruction, see {@link Position}. */
    public record Span(int start, int end, String subject) {
        public Span(int start, int end) {
            this(start, end, null);
        }

        public Span about(String text) {
            return new Span(start, end, text);
        }
    }

    /** A range of code, possibly with gaps, whose exceptions continue at one handler. */
    public final class Region {
        private final Label target;
        private final List<Label> bounds = new ArrayList<>();

        private Region(Label target) {
            this.target = target;
        }

        /** Leaves the code that follows out of the region, until {@link #resume}. */
        public void pause() {
            bounds.add(placeUnused());
        }

        public void resume() {
            bounds.add(placeUnused());
        }

        /** Ends the region. Regions must end inner before outer. */
        public void close() {
            bounds.add(placeUnused());
            regions.add(this);
            for (int i = 0; i < bounds.size(); i += 2) {
                if (hasCode(bounds.get(i), bounds.get(i + 1))) {
                    target.used = true;
                }
            }
        }
    }

    private record Name(int register, String name, Label start, Label end) {}

    // Recording.

    public boolean isReachable() {
        return reachable;
    }

    public Label label() {
        return new Label();
    }

    public void place(Label label) {
        if (label.placed) {
            throw new IllegalStateException("label placed twice");
        }
        label.placed = true;
        items.add(label);
        reachable |= label.used;
    }

    private Label placeUnused() {
        var label = new Label();
        label.placed = true;
        items.add(label);
        return label;
    }

    /** Records an instruction without target; operands in order, feedback left out. */
    public void emit(Opcode opcode, Span span, int... operands) {
        record(opcode, null, span, operands);
    }

    /** Records an instruction with a target; the other operands in order, target and feedback left out. */
    public void jump(Opcode opcode, Label target, Span span, int... operands) {
        record(opcode, target, span, operands);
    }

    private void record(Opcode opcode, Label target, Span span, int[] operands) {
        int expected = opcode.length() - 1 - (opcode.feedbackOperand() > 0
                ? 1 : 0) - (opcode.targetOperand() > 0 ? 1 : 0);
        if (operands.length != expected || (target != null) != opcode.targetOperand() > 0) {
            throw new IllegalArgumentException(opcode + " does not take " + operands.length + " operands");
        }
        if (!reachable) {
            return;
        }
        items.add(new Instruction(opcode, target, span, operands));
        if (target != null) {
            target.used = true;
        }
        reachable = !opcode.endsBlock();
    }

    /** Puts an instruction without operands in front of all others, pinned registers' loads included. */
    public void emitFirst(Opcode opcode, Span span) {
        prologue.addFirst(new Instruction(opcode, null, span, new int[0]));
    }

    /** Begins a region protected by the handler at {@code target}. */
    public Region region(Label target) {
        var region = new Region(target);
        region.bounds.add(placeUnused());
        return region;
    }

    private boolean hasCode(Label from, Label to) {
        for (int i = items.indexOf(from); items.get(i) != to; i++) {
            if (items.get(i) instanceof Instruction) {
                return true;
            }
        }
        return false;
    }

    // Tables.

    /** The index of a constant; equal constants share one. */
    public int constant(Object value) {
        Object key = value instanceof BytecodeFunction || value instanceof int[]
                ? new Identity(value) : value;
        return constantIndex.computeIfAbsent(key, k -> {
            constants.add(value);
            return constants.size() - 1;
        });
    }

    private record Identity(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that && that.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /** The register that holds this number for the whole call. */
    public int pinnedNumber(Number value, Span span) {
        return pinned.computeIfAbsent(value, v -> {
            int register = PINNED + pinnedCount++;
            prologue.add(
                    v instanceof Integer i
                            ? new Instruction(Opcode.LOAD_INT, null, span, new int[] {register, i})
                            : new Instruction(Opcode.LOAD_CONSTANT, null, span,
                                    new int[] {register, constant(v)}));
            return register;
        });
    }

    /** The register that holds the context the function closed over. */
    public int pinnedCalleeContext(Span span) {
        return pinned.computeIfAbsent(Opcode.GET_CALLEE_CONTEXT, k -> {
            int register = PINNED + pinnedCount++;
            prologue.add(new Instruction(Opcode.GET_CALLEE_CONTEXT, null, span, new int[] {register}));
            return register;
        });
    }

    /** Says that a source variable lives in a register between two labels (both placed). */
    public void name(int register, String name, Label start, Label end) {
        names.add(new Name(register, name, start, end));
    }

    /** A label for {@link #name} at this place; no jump may lead to it. */
    public Label here() {
        return placeUnused();
    }

    // Layout.

    /** The finished function. {@code registerCount}: registers used, pinned ones not counted. */
    public BytecodeFunction finish(
            String name, SourceText source, int start, int end, int length, int registerCount,
                    Set<BytecodeFunction.Flag> flags) {
        List<Item> all = new ArrayList<>(prologue);
        all.addAll(items);
        int size = 0;
        for (Item item : all) {
            switch (item) {
                case Label label -> label.pc = size;
                case Instruction instruction -> size += instruction.opcode.length();
            }
        }
        var code = new int[size];
        var positions = new ArrayList<Position>();
        int pc = 0;
        int feedback = FeedbackLayout.HEADER_SIZE;
        for (Item item : all) {
            if (item instanceof Instruction instruction) {
                Opcode opcode = instruction.opcode;
                if (instruction.span != null) {
                    positions.add(new Position(pc, instruction.span.start, instruction.span.end,
                            instruction.span.subject));
                }
                code[pc] = opcode.ordinal();
                int next = 0;
                for (int i = 0; i < opcode.operands().size(); i++) {
                    code[pc + 1 + i] = switch (opcode.operands().get(i)) {
                        case READ, WRITE, RANGE -> register(instruction.operands[next++]);
                        case CONSTANT, IMMEDIATE, COUNT -> instruction.operands[next++];
                        case TARGET -> instruction.target.pc;
                        case FEEDBACK -> feedback;
                    };
                }
                feedback += opcode.slotKind().size();
                pc += opcode.length();
            }
        }
        return new BytecodeFunction(
                name, source, start, end, parameterCount, length, registerCount + pinnedCount, code,
                        constants, handlers(),
                positions, registerNames(), feedback, flags.isEmpty() ? Set.of() : EnumSet.copyOf(flags));
    }

    private int register(int register) {
        if (register >= PINNED) {
            return register - PINNED + parameterCount;
        }
        return register < parameterCount ? register : register + pinnedCount;
    }

    private List<Handler> handlers() {
        var handlers = new ArrayList<Handler>();
        for (Region region : regions) {
            for (int i = 0; i < region.bounds.size(); i += 2) {
                int from = region.bounds.get(i).pc;
                int to = region.bounds.get(i + 1).pc;
                if (from < to) {
                    handlers.add(new Handler(from, to, region.target.pc));
                }
            }
        }
        return handlers;
    }

    private List<RegisterName> registerNames() {
        var result = new ArrayList<RegisterName>();
        for (Name name : names) {
            if (name.start.pc < name.end.pc) {
                result.add(new RegisterName(register(name.register), name.name, name.start.pc, name.end.pc));
            }
        }
        return result;
    }
}
