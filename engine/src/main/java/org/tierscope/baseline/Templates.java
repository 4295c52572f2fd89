package org.tierscope.baseline;

import org.tierscope.bytecode.Opcode;

/** The templates of instructions that are the same in compiled functions and in the interpreter's handlers, by families. */
final class Templates {
    private final MoveTemplates moves;
    private final ArithmeticTemplates arithmetic;
    private final CompareTemplates comparisons;
    private final ControlTemplates control;
    private final IterationTemplates iteration;
    private final PropertyTemplates properties;
    private final ElementTemplates elements;
    private final CallTemplates calls;
    private final AllocationTemplates allocations;
    private final RuntimeTemplates runtime;

    Templates(Emitter emitter, Branches branches) {
        moves = new MoveTemplates(emitter);
        arithmetic = new ArithmeticTemplates(emitter);
        comparisons = new CompareTemplates(emitter, branches);
        control = new ControlTemplates(emitter, branches);
        iteration = new IterationTemplates(emitter, branches);
        elements = new ElementTemplates(emitter);
        calls = new CallTemplates(emitter);
        allocations = new AllocationTemplates(emitter);
        runtime = new RuntimeTemplates(emitter);
        properties = new PropertyTemplates(emitter, calls);
    }

    /** Emits the template for the emitter's current instruction; false where there is none. */
    boolean emit(Opcode opcode) {
        return moves.emit(opcode)
                || arithmetic.emit(opcode)
                || comparisons.emit(opcode)
                || control.emit(opcode)
                || iteration.emit(opcode)
                || properties.emit(opcode)
                || elements.emit(opcode)
                || calls.emit(opcode)
                || allocations.emit(opcode)
                || runtime.emit(opcode);
    }
}
