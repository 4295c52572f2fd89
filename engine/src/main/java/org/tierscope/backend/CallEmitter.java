package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.ir.FeedbackSlot;
import org.tierscope.ir.MathFunction;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Representation;
import org.tierscope.ir.RuntimeOperation;
import org.tierscope.machine.Location;
import org.tierscope.machine.MachineConvention;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Emits calls of guest functions and of the runtime. No register survives any of them. */
final class CallEmitter {
    private static final List<Reg> ARGUMENTS = List.of(Reg.RSI, Reg.RDX, Reg.RCX, Reg.R8, Reg.R9);

    private final Emission e;
    private final Assembler asm;
    private final DoubleBoxes boxes;

    CallEmitter(Emission emission, DoubleBoxes boxes) {
        this.boxes = boxes;
        this.e = emission;
        this.asm = emission.asm;
    }

    /** Emits {@code node} if it is one of these; says whether it was. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case Call -> call(node);
            case CallDirect -> callDirect(node);
            case Construct -> construct(node);
            case CallRuntime -> callOperation(node);
            case ExecuteBytecode -> executeBytecode(node);
            case ExecuteJump -> executeJump(node);
            case MathFloat64 -> math(node);
            default -> {
                return false;
            }
        }
        return true;
    }

    // ---- guest calls ----

    private void call(Node node) {
        int window = e.windowSlot();
        storeWindow(node, window, node.input(0), node.input(1), node.input(2), 3);
        int id = node.intParameter(0);
        FunctionInfo known = id < 0 ? null : e.input.function(id);
        if (known == null || known.isClassConstructor() && node.input(2).operator() == Operator.Constant
                && node.input(2).wordParameter(0) == Value.UNDEFINED) {
            resolveInline(window);
        } else {
            asm.q(Op.MOV, SCRATCH, known.cell());
        }
        enter(window);
        e.define(Reg.RAX);
    }

    /** Where the function's code still takes arguments like this, they go there in registers; else they are boxed. */
    private void callDirect(Node node) {
        int window = e.windowSlot();
        int signature = node.intParameter(1);
        storeWindow(node, window, node.input(0), node.input(1), node.input(2), 3);
        e.move(UnboxedCalls.moves(e, node, 3));
        UnboxedCalls.makeCanonical(e, boxes, node, 3);
        Label other = asm.label();
        Label returned = asm.label();
        asm.q(Op.MOV, SCRATCH, e.input.function(node.intParameter(0)).cell());
        asm.d(Op.CMP, Address.at(SCRATCH, FunctionCell.SIGNATURE), signature);
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.q(Op.ADD, FP, 8L * window);
        asm.op(Op.CALL, Address.at(SCRATCH, FunctionCell.UNBOXED_ENTRY));
        asm.bind(returned);
        e.defer(() -> {
            asm.bind(other);
            UnboxedCalls.boxAll(asm, signature, window);
            asm.q(Op.ADD, FP, 8L * window);
            asm.op(Op.CALL, Address.at(SCRATCH, FunctionCell.ENTRY));
            asm.jmp(returned);
        });
        leave(window);
        e.define(Reg.RAX);
    }

    /**
     * The window's callee is nearly always a function that may be called: its cell goes to SCRATCH. The runtime resolves what
     * is not.
     */
    private void resolveInline(int window) {
        Label other = asm.label();
        Label resolved = asm.label();
        asm.q(Op.MOV, Reg.RAX, slot(window + Frame.CALLEE_REGISTER));
        asm.q(Op.TEST, Reg.RAX, MachineConvention.NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, other);
        asm.b(Op.CMP, Address.at(Reg.RAX, Layout.CELL_TYPE), CellType.FUNCTION.code());
        asm.jcc(Cond.NOT_EQUAL, other);
        asm.q(Op.MOV, SCRATCH, Address.at(Reg.RAX, Layout.FUNCTION_CELL));
        asm.b(Op.TEST, Address.at(SCRATCH, FunctionCell.FLAGS), (byte) FunctionInfo.CLASS_CONSTRUCTOR);
        asm.jcc(Cond.NOT_ZERO, other);
        asm.bind(resolved);
        e.defer(() -> {
            asm.bind(other);
            resolve(window);
            asm.jmp(resolved);
        });
    }

    private void construct(Node node) {
        int window = e.windowSlot();
        storeWindow(node, window, node.input(0), null, node.input(1), 2);
        resolve(window);
        enter(window);
        Label done = asm.label();
        Label useThis = asm.label();
        asm.q(Op.TEST, Reg.RAX, MachineConvention.NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, useThis);
        asm.b(Op.CMP, Address.at(Reg.RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.ABOVE_EQUAL, done);
        asm.bind(useThis);
        asm.q(Op.MOV, Reg.RAX, slot(window + Frame.THIS_REGISTER));
        asm.bind(done);
        e.define(Reg.RAX);
    }

    /** Fills the window whose callee's fp is {@code window} slots above fp. */
    private void storeWindow(Node node, int window, Node callee, Node thisValue, Node newTarget, int firstArgument) {
        int count = node.inputCount() - firstArgument;
        for (int i = 0; i < count; i++) {
            if (!node.is(Operator.CallDirect) || UnboxedCalls.place(node.intParameter(1), i) == null) {
                e.store(slot(window + i), node.input(firstArgument + i));
            }
        }
        e.store(slot(window + Frame.CALLEE_REGISTER), callee);
        e.store(slot(window + Frame.NEW_TARGET_REGISTER), newTarget);
        if (thisValue != null) {
            e.store(slot(window + Frame.THIS_REGISTER), thisValue);
        }
        asm.d(Op.MOV, slot(window).plus(Frame.ARGUMENT_COUNT), count);
        asm.q(Op.MOV, slot(window).plus(Frame.CALLER_FP), FP);
        e.recordSafepoint();
    }

    /** Has the runtime find out what the window calls; the function's cell is in SCRATCH then. */
    private void resolve(int window) {
        e.input.link(RuntimeFunction.RESOLVE_CALL);
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.q(Op.LEA, Reg.RSI, slot(window));
        asm.op(Op.CALL, MachineConvention.runtime(RuntimeFunction.RESOLVE_CALL));
        asm.q(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.ZERO, e.exceptional());
        asm.q(Op.MOV, SCRATCH, Reg.RAX);
    }

    /** Calls the function whose cell is in SCRATCH; its value is in rax then. */
    private void enter(int window) {
        asm.q(Op.ADD, FP, 8L * window);
        asm.op(Op.CALL, Address.at(SCRATCH, FunctionCell.ENTRY));
        leave(window);
    }

    /** Behind a call: rax is its value. */
    private void leave(int window) {
        asm.q(Op.SUB, FP, 8L * window);
        Label slow = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, Reg.RAX, Value.MAX_SENTINEL);
        asm.jcc(Cond.BELOW_EQUAL, slow);
        asm.bind(done);
        e.input.link(RuntimeFunction.FINISH_EXIT);
        e.defer(() -> {
            asm.bind(slow);
            asm.jcc(Cond.BELOW, e.exceptional());
            asm.q(Op.MOV, Reg.RDI, FP);
            asm.op(Op.CALL, MachineConvention.runtime(RuntimeFunction.FINISH_EXIT));
            asm.q(Op.TEST, Reg.RAX, Reg.RAX);
            asm.jcc(Cond.ZERO, e.exceptional());
            asm.jmp(done);
        });
    }

    // ---- runtime calls ----

    /** Calls a runtime function with node operands, then constants, as its arguments after fp. */
    void runtime(RuntimeFunction function, List<Node> operands, long... constants) {
        e.input.link(function);
        boolean leaf = e.current().state() == null;
        if (!leaf) {
            e.recordSafepoint();
        }
        passArguments(operands, constants);
        asm.op(Op.CALL, MachineConvention.runtime(function));
        if (!leaf) {
            asm.q(Op.TEST, Reg.RAX, Reg.RAX);
            asm.jcc(Cond.ZERO, e.exceptional());
        }
    }

    /** Calls a runtime function whose arguments after fp are in their registers already. */
    void withArgumentsInPlace(RuntimeFunction function) {
        e.input.link(function);
        e.recordSafepoint();
        asm.q(Op.MOV, Reg.RDI, FP);
        asm.op(Op.CALL, MachineConvention.runtime(function));
        asm.q(Op.TEST, Reg.RAX, Reg.RAX);
        asm.jcc(Cond.ZERO, e.exceptional());
    }

    private void passArguments(List<Node> operands, long... constants) {
        var moves = new ArrayList<Allocation.Move>();
        for (int i = 0; i < operands.size(); i++) {
            Node operand = operands.get(i);
            Location from = operand.operator().isConstant() ? null : e.at(operand);
            moves.add(new Allocation.Move(operand, from, new Location.InReg(ARGUMENTS.get(i))));
        }
        e.move(moves);
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).representation() == Representation.INT32) {
                asm.q(Op.MOVSXD, ARGUMENTS.get(i), ARGUMENTS.get(i));
            }
        }
        for (int i = 0; i < constants.length; i++) {
            asm.q(Op.MOV, ARGUMENTS.get(operands.size() + i), constants[i]);
        }
        asm.q(Op.MOV, Reg.RDI, FP);
    }

    private void resultOf(RuntimeFunction function, List<Node> operands, long... constants) {
        runtime(function, operands, constants);
        e.define(Reg.RAX);
    }

    private void callOperation(Node node) {
        RuntimeOperation operation = node.runtimeOperation();
        RuntimeFunction function = RuntimeFunction.valueOf(operation.name());
        if (operation.takesFeedback()) {
            runtime(function, node.inputs(), e.input.address((FeedbackSlot) node.parameter(1)));
        } else {
            runtime(function, node.inputs());
        }
        if (node.representation() == Representation.BOOL) {
            asm.d(Op.AND, Reg.RAX, 1);
        }
        if (node.representation() != Representation.NONE) {
            e.define(Reg.RAX);
        }
    }

    /** Stores the operands into the frame's own registers and has the runtime execute the bytecode there. */
    private void execute(Node node, RuntimeFunction function) {
        storeOperands(node);
        runtime(function, List.of(), node.intParameter(0));
    }

    /** Some have runtime functions of their own, which need no Java in frequent cases. */
    private void executeBytecode(Node node) {
        int[] code = e.input.function(node.origin().function()).code();
        int pc = node.intParameter(0);
        if (Opcode.of(code[pc]) == Opcode.GET_ITERATOR) {
            storeOperands(node);
            asm.q(Op.LEA, Reg.RSI, slot(code[pc + 1]));
            asm.q(Op.MOV, Reg.RDX, slot(code[pc + 2]));
            withArgumentsInPlace(RuntimeFunction.GET_ITERATOR);
        } else if (Opcode.of(code[pc]) == Opcode.ITERATOR_CLOSE) {
            storeOperands(node);
            asm.q(Op.LEA, Reg.RSI, slot(code[pc + 1]));
            asm.d(Op.MOV, Reg.RDX, code[pc + 2]);
            withArgumentsInPlace(RuntimeFunction.ITERATOR_CLOSE);
        } else {
            execute(node, RuntimeFunction.EXECUTE_IN_OPTIMIZED);
        }
    }

    private void storeOperands(Node node) {
        List<Integer> registers = node.listParameter(1);
        for (int i = 0; i < registers.size(); i++) {
            e.store(slot(registers.get(i)), node.input(i));
        }
    }

    private void executeJump(Node node) {
        int[] code = e.input.function(node.origin().function()).code();
        int pc = node.intParameter(0);
        if (Opcode.of(code[pc]) == Opcode.ITERATOR_NEXT) {
            storeOperands(node);
            iteratorNext(code[pc + 2], code[pc + 1]);
        } else {
            execute(node, RuntimeFunction.TAKES_JUMP_IN_OPTIMIZED);
            asm.d(Op.AND, Reg.RAX, 1);
        }
        e.define(Reg.RAX);
    }

    /** Steps the iterator whose record is in the frame: eax = whether it is done; else its value is in register {@code target}. */
    private void iteratorNext(int record, int target) {
        Label done = asm.label();
        asm.q(Op.LEA, Reg.RSI, slot(record));
        withArgumentsInPlace(RuntimeFunction.ITERATOR_NEXT);
        asm.d(Op.MOV, Reg.RCX, 1);
        asm.q(Op.CMP, Reg.RAX, Value.EMPTY);
        asm.jcc(Cond.EQUAL, done);
        asm.q(Op.MOV, slot(target), Reg.RAX);
        asm.d(Op.MOV, Reg.RCX, 0);
        asm.bind(done);
        asm.d(Op.MOV, Reg.RAX, Reg.RCX);
    }

    private void math(Node node) {
        MathFunction function = (MathFunction) node.parameter(0);
        runtime(RuntimeFunction.valueOf("DOUBLE_" + function.name()), node.inputs());
        asm.op(Op.MOVQ, Registers.XMM_SCRATCH, Reg.RAX);
        e.define(Registers.XMM_SCRATCH);
    }
}
