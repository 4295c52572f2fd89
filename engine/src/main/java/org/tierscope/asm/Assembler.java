package org.tierscope.asm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assembles one piece of x86-64 code. An instruction is an {@link Op} of the table, a {@link Width} given by
 * the method's letter (b 8, w 16, d 32, q 64 bits; {@code op} when there is only one), and operands,
 * destination first:
 *
 * <pre>{@code
 * asm.q(ADD, RAX, at(RBX, 0x18));     // add rax, [rbx+0x18]
 * asm.d(CMP, RCX, 5);                 // cmp ecx, 0x5
 * asm.jcc(Cond.LESS, loop);           // jl loop
 * asm.op(ADDSD, XMM0, XMM1);          // addsd xmm0, xmm1
 * }</pre>
 *
 * Every operand is range-checked; an instruction that cannot be encoded throws
 * {@link IllegalArgumentException}.
 */
public final class Assembler {
    private static final Operand[] NO_OPERANDS = {};

    /** Four bytes at {@code position}, relative to {@code end}; one byte when {@code isShort}. */
    private record Fixup(int position, int end, Label target, boolean isShort) {
    }

    private final CpuFeatures features;
    private final CodeBuffer out = new CodeBuffer();
    private final Encoder encoder = new Encoder(out);
    private final Map<Label, List<Fixup>> unresolved = new LinkedHashMap<>();
    private final List<AssembledCode.Relocation> relocations = new ArrayList<>();
    private final Map<Long, Label> literals = new LinkedHashMap<>();
    private final ListingRecorder recorder;
    private int labelCount;
    private boolean finished;

    private Assembler(CpuFeatures features, ListingRecorder recorder) {
        this.features = features;
        this.recorder = recorder;
    }

    /** An assembler that records no listing. */
    public static Assembler plain(CpuFeatures features) {
        return new Assembler(features, ListingRecorder.off());
    }

    /** An assembler that records a {@link Listing}; {@code symbols} names addresses in it. */
    public static Assembler listing(CpuFeatures features, Symbols symbols) {
        return new Assembler(features, ListingRecorder.on(symbols));
    }

    public CpuFeatures features() {
        return features;
    }

    /** Offset of the next instruction. */
    public int position() {
        return out.size();
    }

    // ---- what listings say ----

    /** Tags the instructions from here on; see {@link Listing.Line#origin}. */
    public void origin(int origin) {
        recorder.origin(origin);
    }

    /** Says something about the next instruction. */
    public void comment(String comment) {
        recorder.comment(comment);
    }

    /** Whether comments are kept, so that callers need not build them in vain. */
    public boolean isListing() {
        return recorder.isOn();
    }

    // ---- instructions of the table ----

    public void op(Op op, Operand... operands) {
        emit(op, null, Width.NONE, operands);
    }

    public void op(Op op, Operand operand, long immediate) {
        emit(op, null, Width.NONE, operand, new Imm(immediate));
    }

    public void b(Op op, Operand... operands) {
        emit(op, null, Width.B, operands);
    }

    public void b(Op op, Operand operand, long immediate) {
        emit(op, null, Width.B, operand, new Imm(immediate));
    }

    public void w(Op op, Operand... operands) {
        emit(op, null, Width.W, operands);
    }

    public void w(Op op, Operand operand, long immediate) {
        emit(op, null, Width.W, operand, new Imm(immediate));
    }

    public void d(Op op, Operand... operands) {
        emit(op, null, Width.D, operands);
    }

    public void d(Op op, Operand operand, long immediate) {
        emit(op, null, Width.D, operand, new Imm(immediate));
    }

    public void q(Op op, Operand... operands) {
        emit(op, null, Width.Q, operands);
    }

    public void q(Op op, Operand operand, long immediate) {
        emit(op, null, Width.Q, operand, new Imm(immediate));
    }

    /** {@code setcc}: one byte, 0 or 1. */
    public void set(Cond cond, Operand target) {
        emit(Op.SET, cond, Width.NONE, target);
    }

    /** {@code cmovcc} of width W, D or Q; D clears the upper half also when the condition is false. */
    public void cmov(Cond cond, Width width, Reg target, Operand source) {
        emit(Op.CMOV, cond, width, target, source);
    }

    /**
     * Any instruction of the table.
     *
     * @throws IllegalArgumentException when the table has no encoding for these operands
     * @throws UnsupportedOperationException when the CPU this code is for lacks the instruction
     */
    public void emit(Op op, Cond cond, Width width, Operand... operands) {
        if (op.feature != null && !features.has(op.feature)) {
            throw new UnsupportedOperationException(op.mnemonic + " needs a CPU with " + op.feature);
        }
        Form form = op.formFor(width, operands);
        Width effective = form.effectiveWidth(width);
        int start = out.size();
        int displacement = encoder.encode(form, cond, effective, operands);
        if (displacement >= 0) {
            Label label = ((Address) operands[form.rmIndex]).label();
            refer(new Fixup(displacement, out.size(), label, false));
        }
        if (recorder.isOn()) {
            recorder.instruction(start, out.size(), recorder.text(op, form, cond, effective, operands));
        }
    }

    // ---- labels, jumps, calls ----

    /** A new label, named L0, L1, … */
    public Label label() {
        return new Label("L" + labelCount++);
    }

    /** A new label with a name for listings; it need not be unique. */
    public Label label(String name) {
        return new Label(name);
    }

    /** Binds the label to the current position. */
    public void bind(Label label) {
        label.bindTo(out.size());
        recorder.label(out.size(), label.name);
        List<Fixup> waiting = unresolved.remove(label);
        if (waiting != null) {
            waiting.forEach(this::resolve);
        }
    }

    /** {@code jmp}, in two bytes when the label is bound and near, else in five. */
    public void jmp(Label target) {
        jump(null, target, false);
    }

    /** Conditional jump, in two bytes when the label is bound and near, else in six. */
    public void jcc(Cond cond, Label target) {
        jump(cond, target, false);
    }

    /** {@code jmp} in two bytes: the label must come to be bound within 127 bytes, or binding it throws. */
    public void jmpShort(Label target) {
        jump(null, target, true);
    }

    /**
     * Conditional jump in two bytes: the label must come to be bound within 127 bytes, or binding it throws.
     */
    public void jccShort(Cond cond, Label target) {
        jump(cond, target, true);
    }

    public void call(Label target) {
        int start = out.size();
        out.put8(0xE8);
        refer(hole(4, target));
        recordBranch(start, "call", target);
    }

    /** Calls code or a C function at any distance, through a scratch register; listings show {@code name}. */
    public void callAbsolute(Reg scratch, long address, String name) {
        q(Op.MOV, scratch, address);
        comment(name);
        op(Op.CALL, scratch);
    }

    private void jump(Cond cond, Label target, boolean wantShort) {
        int start = out.size();
        boolean nearBackward = target.isBound() && Imm.fitsSigned8(target.position() - (start + 2));
        if (wantShort || nearBackward) {
            out.put8(cond == null ? 0xEB : 0x70 + cond.ordinal());
            refer(hole(1, target));
        } else {
            if (cond == null) {
                out.put8(0xE9);
            } else {
                out.put8(0x0F);
                out.put8(0x80 + cond.ordinal());
            }
            refer(hole(4, target));
        }
        recordBranch(start, cond == null ? "jmp" : cond.jump, target);
    }

    private Fixup hole(int bytes, Label target) {
        int position = out.size();
        out.put(0, bytes);
        return new Fixup(position, out.size(), target, bytes == 1);
    }

    private void recordBranch(int start, String mnemonic, Label target) {
        if (recorder.isOn()) {
            recorder.instruction(start, out.size(), mnemonic + " " + target);
        }
    }

    private void refer(Fixup fixup) {
        if (fixup.target.isExternal()) {
            if (fixup.isShort) {
                throw new IllegalArgumentException("short jump to " + fixup.target + ", which is outside this code");
            }
            relocations.add(new AssembledCode.Relative(fixup.position, fixup.end, fixup.target));
        } else if (fixup.target.isBound()) {
            resolve(fixup);
        } else {
            unresolved.computeIfAbsent(fixup.target, _ -> new ArrayList<>()).add(fixup);
        }
    }

    private void resolve(Fixup fixup) {
        int distance = fixup.target.position() - fixup.end;
        if (!fixup.isShort) {
            out.set(fixup.position, distance, 4);
        } else if (Imm.fitsSigned8(distance)) {
            out.set(fixup.position, distance, 1);
        } else {
            throw new IllegalStateException("short jump to " + fixup.target + " is " + distance + " bytes long");
        }
    }

    // ---- data and padding ----

    /** Eight bytes of data; {@link #literal} is the handier way for constants. */
    public void data64(long value) {
        data(8, value, "dq " + IntelText.hex(value));
    }

    /** Eight bytes that will hold the address of {@code label}: for jump tables. */
    public void dataAddress(Label label) {
        relocations.add(new AssembledCode.Absolute(out.size(), label));
        data(8, 0, "dq " + label);
    }

    private void data(int bytes, long value, String text) {
        int start = out.size();
        out.put(value, bytes);
        recorder.data(start, out.size(), text);
    }

    /** A 64-bit constant in memory behind the code, 8-byte aligned; equal constants are one. Eight more bytes can be read behind it. */
    public Address literal(long bits) {
        return Address.rip(literals.computeIfAbsent(bits, b -> label("k" + Long.toHexString(b))));
    }

    /**
     * Multi-byte no-ops up to a position that is a multiple of {@code alignment} (a power of two, at most
     * 16).
     */
    public void align(int alignment) {
        nop(-out.size() & alignment - 1);
    }

    /** {@code bytes} bytes of no-ops, in as few instructions as possible. */
    public void nop(int bytes) {
        for (int rest = bytes; rest > 0; rest -= Nops.LONGEST) {
            int start = out.size();
            for (byte b : Nops.ofLength(Math.min(rest, Nops.LONGEST))) {
                out.put8(b);
            }
            recorder.instruction(start, out.size(), "nop");
        }
    }

    // ---- the end ----

    /**
     * Ends assembling: appends the literals.
     *
     * @throws IllegalStateException when a label that was referred to has not been bound
     */
    public AssembledCode finish() {
        if (finished) {
            throw new IllegalStateException("finished already");
        }
        finished = true;
        if (!literals.isEmpty()) {
            recorder.origin(Listing.NO_ORIGIN);
            while ((out.size() & 7) != 0) {
                op(Op.INT3, NO_OPERANDS);
            }
            literals.forEach((bits, label) -> {
                bind(label);
                data64(bits);
            });
            // Instructions on 16 bytes read beyond the last one.
            data64(0);
        }
        if (!unresolved.isEmpty()) {
            throw new IllegalStateException("never bound: labels " + unresolved.keySet());
        }
        return new AssembledCode(out.toBytes(), relocations, recorder.listing());
    }
}
