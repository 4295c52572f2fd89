package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R11;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.Generators;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Realm;
import org.tierscope.runtime.Recipe;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.VmState;

/**
 * Instructions that make cells, by {@link Recipe}s: from the run of free memory that the heap has handed out for their size; where it is
 * used up the runtime executes them.
 */
final class AllocationTemplates {
    private final Emitter e;
    private final Assembler asm;

    AllocationTemplates(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    /** rsi = address of a recipe → rax = a cell of its kind, zero but for the header; changes rdi, r8, r9. */
    static void allocate(Assembler asm, Label slow) {
        asm.q(Op.MOV, RDI, at(RSI, Recipe.HEADER));
        asm.q(Op.TEST, RDI, RDI);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.MOV, R8, at(RSI, Recipe.CURSOR));
        asm.q(Op.MOV, RAX, at(STATE, R8, 1, 0));
        asm.d(Op.MOV, R9, at(RSI, Recipe.CELL_SIZE));
        asm.q(Op.ADD, R9, RAX);
        asm.q(Op.CMP, R9, at(STATE, R8, 1, 8));
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, at(STATE, R8, 1, 0), R9);
        asm.q(Op.MOV, at(RAX), RDI);
    }

    /** rsi = the recipe for rcx words of those at {@code offset} in the VM state; changes rdi. */
    private void recipeForWords(int offset, Label slow) {
        asm.d(Op.CMP, RCX, VmState.MAX_WORDS);
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.MOV, RDI, RCX);
        asm.d(Op.SHL, RDI, Integer.numberOfTrailingZeros(Recipe.SIZE));
        asm.q(Op.LEA, RSI, at(STATE, RDI, 1, offset));
    }

    private void closure() {
        Label slow = e.slow();
        e.loadFunctionCell(RCX, 2);
        asm.q(Op.LEA, RSI, at(RCX, FunctionCell.CLOSURE));
        allocate(asm, slow);
        e.load(RDX, 3);
        asm.d(Op.MOV, RDI, at(RCX, FunctionCell.FUNCTION_ID));
        asm.d(Op.MOV, at(RAX, Layout.FUNCTION_ID), RDI);
        asm.q(Op.MOV, at(RAX, Layout.FUNCTION_CONTEXT), RDX);
        asm.q(Op.MOV, at(RAX, Layout.FUNCTION_CELL), RCX);
        e.store(1, RAX);
    }

    /** Of a generator function, whose cell knows the shape of its generators as a constructor's does that of its instances. */
    private void generator() {
        Label slow = e.slow();
        asm.q(Op.MOV, RDX, at(FP, Frame.CALLEE));
        asm.q(Op.MOV, RCX, at(RDX, Layout.FUNCTION_CELL));
        asm.d(Op.MOV, RSI, at(RCX, FunctionCell.CONSTRUCTOR_SHAPE));
        asm.d(Op.CMP, RSI, at(RDX, Layout.SHAPE));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.d(Op.MOV, RSI, at(RCX, FunctionCell.PROTOTYPE_OFFSET));
        asm.q(Op.MOV, RSI, at(RDX, RSI, 1, 0));
        asm.q(Op.CMP, RSI, at(RCX, FunctionCell.INSTANCE_PROTOTYPE));
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.LEA, RSI, at(RCX, FunctionCell.INSTANCE));
        asm.b(Op.CMP, at(RSI, Recipe.HEADER + Layout.CELL_TYPE), CellType.GENERATOR.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        allocate(asm, slow);
        asm.q(Op.MOV, generatorField(Generators.FUNCTION), RDX);
        asm.q(Op.MOV, generatorField(Generators.SENT), Value.UNDEFINED);
        asm.q(Op.MOV, generatorField(Generators.MODE), INT_TAG);
        asm.q(Op.MOV, RDX, Value.ofInt(Generators.RUNNING));
        asm.q(Op.MOV, generatorField(Generators.STATE), RDX);
        asm.q(Op.MOV, generatorField(Generators.RESULT), Value.UNDEFINED);
        e.store(1, RAX);
    }

    private static Address generatorField(int field) {
        return at(RAX, Layout.OBJECT_FIELDS + 8L * field);
    }

    private void context() {
        Label slow = e.slow();
        Label parent = asm.label();
        Label next = asm.label();
        Label done = asm.label();
        asm.d(Op.MOV, RCX, e.immediate(3));
        recipeForWords(VmState.CONTEXTS, slow);
        allocate(asm, slow);
        asm.d(Op.MOV, at(RAX, Layout.CONTEXT_SLOT_COUNT), RCX);
        e.load(RDX, 2);
        asm.comment("a function that closed over nothing has no cell there: that ends the chain, as the zero of new memory does");
        asm.q(Op.TEST, RDX, NOT_CELL_MASK);
        asm.jccShort(Cond.NOT_ZERO, parent);
        asm.q(Op.MOV, at(RAX, Layout.CONTEXT_PARENT), RDX);
        asm.bind(parent);
        asm.bind(next);
        asm.d(Op.SUB, RCX, 1);
        asm.jccShort(Cond.SIGN, done);
        asm.q(Op.MOV, at(RAX, RCX, 8, Layout.CONTEXT_SLOTS), Value.EMPTY);
        asm.jmp(next);
        asm.bind(done);
        e.store(1, RAX);
    }

    /** What {@code Literals.createObject} does: room for what the instruction says, or for what objects made here came to have. */
    private void object() {
        Label slow = e.slow();
        Label enough = asm.label();
        Label some = asm.label();
        asm.q(Op.LEA, RDX, e.feedback(0));
        asm.d(Op.MOV, RCX, e.immediate(2));
        asm.d(Op.CMP, RCX, at(RDX, FeedbackLayout.ALLOCATION_CAPACITY));
        asm.jccShort(Cond.ABOVE_EQUAL, enough);
        asm.d(Op.MOV, RCX, at(RDX, FeedbackLayout.ALLOCATION_CAPACITY));
        asm.bind(enough);
        asm.d(Op.TEST, RCX, RCX);
        asm.jccShort(Cond.NOT_ZERO, some);
        asm.d(Op.MOV, RCX, 4);
        asm.bind(some);
        asm.d(Op.CMP, RCX, Realm.MAX_LITERAL_CAPACITY);
        asm.jcc(Cond.ABOVE, slow);
        asm.d(Op.SHL, RCX, Integer.numberOfTrailingZeros(Recipe.SIZE));
        e.loadLiterals(RSI);
        asm.q(Op.LEA, RSI, at(RSI, RCX, 1, Realm.LITERAL_OBJECTS));
        allocate(asm, slow);
        asm.d(Op.INC, at(RDX, FeedbackLayout.ALLOCATION_COUNT));
        e.store(1, RAX);
    }

    /** Array literals of int32, or of words among which something is no number; empty ones too. Holes and doubles are the runtime's. */
    private void array() {
        Label slow = e.slow();
        Label scan = asm.label();
        Label scanned = asm.label();
        Label isInt = asm.label();
        Label noDouble = asm.label();
        Label copy = asm.label();
        Label noElements = asm.label();
        Label filled = asm.label();
        asm.d(Op.MOV, RCX, e.immediate(3));
        asm.q(Op.LEA, RDX, e.register(2));
        asm.comment("edi = 2: a double; 1: neither");
        asm.d(Op.XOR, RDI, RDI);
        asm.d(Op.XOR, R8, R8);
        asm.bind(scan);
        asm.d(Op.CMP, R8, RCX);
        asm.jcc(Cond.ABOVE_EQUAL, scanned);
        asm.q(Op.MOV, RAX, at(RDX, R8, 8, 0));
        asm.d(Op.INC, R8);
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, isInt);
        asm.q(Op.CMP, RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.TEST, RAX, INT_TAG);
        asm.jccShort(Cond.ZERO, noDouble);
        asm.d(Op.OR, RDI, 2);
        asm.jmp(scan);
        asm.bind(noDouble);
        asm.d(Op.OR, RDI, 1);
        asm.bind(isInt);
        asm.jmp(scan);
        asm.bind(scanned);
        asm.d(Op.CMP, RDI, 2);
        asm.jcc(Cond.EQUAL, slow);

        asm.comment("r11 = elements kind");
        asm.d(Op.MOV, R11, ElementsKind.TAGGED.ordinal());
        Label kind = asm.label();
        asm.d(Op.TEST, RDI, RDI);
        asm.jccShort(Cond.NOT_ZERO, kind);
        asm.d(Op.MOV, R11, ElementsKind.INT.ordinal());
        asm.d(Op.TEST, RCX, RCX);
        asm.jccShort(Cond.NOT_ZERO, kind);
        asm.d(Op.MOV, R11, ElementsKind.EMPTY.ordinal());
        asm.bind(kind);

        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, noElements);
        recipeForWords(VmState.ELEMENTS, slow);
        allocate(asm, slow);
        asm.comment("capacity: all of the cell behind its header");
        asm.d(Op.SUB, R9, RAX);
        asm.d(Op.SUB, R9, Layout.ARRAY_DATA);
        asm.d(Op.SHR, R9, 3);
        asm.d(Op.MOV, at(RAX, Layout.ARRAY_CAPACITY), R9);
        asm.d(Op.XOR, R8, R8);
        asm.bind(copy);
        asm.q(Op.MOV, RDI, at(RDX, R8, 8, 0));
        asm.q(Op.MOV, at(RAX, R8, 8, Layout.ARRAY_DATA), RDI);
        asm.d(Op.INC, R8);
        asm.d(Op.CMP, R8, RCX);
        asm.jcc(Cond.BELOW, copy);
        asm.q(Op.MOV, RDX, RAX);
        arrayCell(slow);
        asm.q(Op.MOV, at(RAX, Layout.OBJECT_ELEMENTS), RDX);
        asm.d(Op.MOV, at(RAX, Layout.ARRAY_LENGTH), RCX);
        asm.b(Op.MOV, at(RAX, Layout.ELEMENTS_KIND), R11);
        asm.jmp(filled);
        asm.bind(noElements);
        arrayCell(slow);
        asm.bind(filled);
        recordArray();
        e.store(1, RAX);
    }

    private void arrayCell(Label slow) {
        e.loadLiterals(RSI);
        if (Realm.LITERAL_ARRAY != 0) {
            asm.q(Op.ADD, RSI, Realm.LITERAL_ARRAY);
        }
        allocate(asm, slow);
    }

    /** ecx = length, r11 = elements kind. */
    private void recordArray() {
        Label capacity = asm.label();
        Label kind = asm.label();
        asm.q(Op.LEA, RDX, e.feedback(0));
        asm.d(Op.INC, at(RDX, FeedbackLayout.ALLOCATION_COUNT));
        asm.d(Op.CMP, RCX, at(RDX, FeedbackLayout.ALLOCATION_CAPACITY));
        asm.jccShort(Cond.BELOW_EQUAL, capacity);
        asm.d(Op.MOV, at(RDX, FeedbackLayout.ALLOCATION_CAPACITY), RCX);
        asm.bind(capacity);
        asm.b(Op.CMP, R11, at(RDX, FeedbackLayout.ALLOCATION_ELEMENTS_KIND));
        asm.jccShort(Cond.BELOW_EQUAL, kind);
        asm.b(Op.MOV, at(RDX, FeedbackLayout.ALLOCATION_ELEMENTS_KIND), R11);
        asm.bind(kind);
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case CREATE_CLOSURE -> closure();
            case CREATE_CONTEXT -> context();
            case CREATE_GENERATOR -> generator();
            case CREATE_OBJECT -> object();
            case CREATE_ARRAY -> array();
            default -> {
                return false;
            }
        }
        return true;
    }
}
