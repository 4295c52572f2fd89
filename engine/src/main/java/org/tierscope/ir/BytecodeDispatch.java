package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** What each bytecode becomes: the simple ones here, the others in the class for their subject. */
final class BytecodeDispatch {
    private static final int THIS = org.tierscope.runtime.Frame.THIS_REGISTER;

    private final FunctionBuilder f;
    private final ArithmeticBytecodes arithmetic;
    private final ComparisonBytecodes comparisons;
    private final PropertyBytecodes properties;
    private final ElementBytecodes elements;
    private final CallBytecodes calls;
    private final ConstructBytecodes constructs;
    private final IterationBytecodes iteration;
    private final SpreadBytecodes spreads;

    BytecodeDispatch(FunctionBuilder f) {
        this.f = f;
        this.arithmetic = new ArithmeticBytecodes(f);
        this.comparisons = new ComparisonBytecodes(f);
        this.elements = new ElementBytecodes(f);
        this.calls = new CallBytecodes(f, elements);
        this.properties = new PropertyBytecodes(f, calls);
        this.constructs = new ConstructBytecodes(f, calls);
        this.iteration = new IterationBytecodes(f);
        this.spreads = new SpreadBytecodes(f, iteration);
    }

    /** Builds the current instruction; leaves no open block where it ends one. */
    void build(Opcode opcode) {
        switch (opcode) {
            case MOVE -> f.set(f.operand(1), f.get(f.operand(2)));
            case LOAD_CONSTANT -> f.set(f.operand(1), f.constant(f.function().constants()[f.operand(2)]));
            case LOAD_INT -> f.set(f.operand(1), f.constantInt32(f.operand(2)));
            case LOAD_UNDEFINED -> f.set(f.operand(1), f.constant(Value.UNDEFINED));
            case LOAD_NULL -> f.set(f.operand(1), f.constant(Value.NULL));
            case LOAD_TRUE -> f.set(f.operand(1), f.constant(Value.TRUE));
            case LOAD_FALSE -> f.set(f.operand(1), f.constant(Value.FALSE));
            case LOAD_EMPTY -> f.set(f.operand(1), f.constant(Value.EMPTY));

            case ADD, SUB, MUL, DIV, MOD, EXP, BIT_AND, BIT_OR, BIT_XOR, SHL, SHR, USHR ->
                arithmetic.binary(opcode, f.get(f.operand(2)), f.get(f.operand(3)));
            case ADD_INT -> arithmetic.immediate(Opcode.ADD);
            case SUB_INT -> arithmetic.immediate(Opcode.SUB);
            case MUL_INT -> arithmetic.immediate(Opcode.MUL);
            case BIT_AND_INT -> arithmetic.immediate(Opcode.BIT_AND);
            case BIT_OR_INT -> arithmetic.immediate(Opcode.BIT_OR);
            case SHL_INT -> arithmetic.immediate(Opcode.SHL);
            case SHR_INT -> arithmetic.immediate(Opcode.SHR);
            case USHR_INT -> arithmetic.immediate(Opcode.USHR);
            case NEG, BIT_NOT, INC, DEC, TO_NUMBER, TO_NUMERIC -> arithmetic.unary(opcode, f.get(f.operand(2)));

            case NOT -> f.set(f.operand(1), f.not(f.truthy(f.get(f.operand(2)))));
            case TYPEOF -> runtime(RuntimeOperation.TYPEOF, FeedbackSlot.NONE, f.operand(2)).setType(Type.STRING);
            case TO_STRING -> toStringValue();
            case TO_PROPERTY_KEY -> toPropertyKey();
            case TO_OBJECT -> runtime(RuntimeOperation.TO_OBJECT, FeedbackSlot.NONE, f.operand(2)).setType(Type.OBJECT);

            case EQ, NOT_EQ, STRICT_EQ, STRICT_NOT_EQ, LESS, LESS_EQ, GREATER, GREATER_EQ -> comparisons.value(opcode);
            case INSTANCE_OF -> runtime(RuntimeOperation.INSTANCE_OF, FeedbackSlot.NONE, f.operand(2), f.operand(3));
            case IN -> runtime(RuntimeOperation.IN, FeedbackSlot.NONE, f.operand(2), f.operand(3));

            case JUMP -> f.addEdge(f.operand(1));
            case JUMP_LOOP -> {
                f.emit(Operator.CheckInterrupt);
                f.addEdge(f.operand(1));
            }
            case JUMP_IF_TRUE, JUMP_IF_FALSE, JUMP_IF_NULLISH, JUMP_IF_NOT_NULLISH, JUMP_IF_UNDEFINED,
                    JUMP_IF_NOT_UNDEFINED, JUMP_IF_OBJECT -> comparisons.jumpIf(opcode);
            case JUMP_IF_LESS, JUMP_IF_NOT_LESS, JUMP_IF_LESS_EQ, JUMP_IF_NOT_LESS_EQ, JUMP_IF_GREATER,
                    JUMP_IF_NOT_GREATER, JUMP_IF_GREATER_EQ, JUMP_IF_NOT_GREATER_EQ, JUMP_IF_EQ, JUMP_IF_NOT_EQ,
                    JUMP_IF_STRICT_EQ, JUMP_IF_NOT_STRICT_EQ -> comparisons.compareAndJump(opcode);
            case FOR_IN_NEXT -> executeJump(opcode);
            case JUMP_IF_ENGINE_ITERATES -> iteration.choose();
            case CHECK_ITERABLE -> iteration.checkIterable();
            case CHECK_ITERATOR_RESULT -> iteration.checkResult();
            case ITERATOR_NEXT -> {
                if (!iteration.next(opcode)) {
                    iterateInRuntime(2, () -> executeJump(opcode));
                }
            }
            case GET_ITERATOR -> {
                if (!iteration.begin()) {
                    iterateInRuntime(1, this::execute);
                }
            }
            case ITERATOR_STEP -> {
                if (!iteration.step()) {
                    iterateInRuntime(2, this::execute);
                }
            }
            case ITERATOR_REST -> iterateInRuntime(2, this::execute);
            case ITERATOR_CLOSE -> {
                if (!iteration.close()) {
                    iterateInRuntime(1, this::execute);
                }
            }

            case GET_FIELD -> {
                if (f.argumentsObject().is(f.known(f.operand(2)))) {
                    f.set(f.operand(1), f.argumentsObject().length());
                } else {
                    properties.load();
                }
            }
            case SET_FIELD -> properties.store();
            case DEFINE_FIELD -> properties.define();
            case GET_GLOBAL -> properties.loadGlobal(true);
            case GET_GLOBAL_OR_UNDEFINED -> properties.loadGlobal(false);
            case SET_GLOBAL -> properties.storeGlobal();
            case GET_ELEMENT -> {
                if (f.argumentsObject().is(f.known(f.operand(2)))) {
                    f.set(f.operand(1), f.argumentsObject().element(f.get(f.operand(3))));
                } else {
                    elements.load();
                }
            }
            case SET_ELEMENT -> elements.store();
            case DEFINE_ELEMENT -> effect(RuntimeOperation.DEFINE_ELEMENT, FeedbackSlot.NONE);
            case GET_PRIVATE -> runtime(RuntimeOperation.GET_PRIVATE, f.feedback(), f.operand(2), f.operand(3));
            case SET_PRIVATE -> effect(RuntimeOperation.SET_PRIVATE, f.feedback());
            case DELETE -> delete();

            case GET_CALLEE_CONTEXT -> f.set(
                    f.operand(1),
                    typed(loadField(f.get(org.tierscope.runtime.Frame.CALLEE_REGISTER), Layout.FUNCTION_CONTEXT,
                            Memory.IMMUTABLE), Type.INTERNAL));
            case CREATE_CONTEXT -> f.set(
                    f.operand(1),
                    f.emit(Operator.NewContext, List.of(f.operand(3)), f.tagged(f.get(f.operand(2)))));
            case COPY_CONTEXT -> runtime(RuntimeOperation.COPY_CONTEXT, FeedbackSlot.NONE, f.operand(2))
                    .setType(Type.INTERNAL);
            case GET_CONTEXT -> f.set(
                    f.operand(1), loadField(context(2), Layout.CONTEXT_SLOTS + 8 * f.operand(4), Memory.CONTEXT));
            case SET_CONTEXT -> f.emit(
                    Operator.StoreField, List.of(Layout.CONTEXT_SLOTS + 8 * f.operand(3), Memory.CONTEXT), context(1),
                    f.tagged(f.get(f.operand(4))));
            case CHECK_INITIALIZED -> checkInitialized();
            case CREATE_CLOSURE -> f.set(
                    f.operand(1),
                    f.emit(Operator.NewClosure, List.of(f.function().nested()[f.operand(2)]),
                            f.tagged(f.get(f.operand(3)))));
            case INITIALIZE_FIELDS -> constructs.initializeFields();
            case GET_SUPER_CONSTRUCTOR -> constructs.superConstructor();
            case GET_HOME_OBJECT -> f.set(
                    f.operand(1),
                    loadField(f.tagged(f.get(f.operand(2))), Layout.FUNCTION_HOME, Memory.PROPERTY));
            case COERCE_THIS -> coerceThis();

            case CALL -> calls.call();
            case CONSTRUCT -> constructs.construct();
            case RETURN -> f.returnValue(f.get(f.operand(1)));
            case THROW -> f.throwValue(f.get(f.operand(1)));
            case THROW_ERROR -> f.exit(ExitReason.THROWS);
            case CHECK_OBJECT_COERCIBLE -> checkObjectCoercible();
            case CHECK_CONSTRUCTOR_RESULT ->
                runtime(RuntimeOperation.CHECK_CONSTRUCTOR_RESULT, FeedbackSlot.NONE, f.operand(2), f.operand(3))
                        .setType(Type.OBJECT);

            case CREATE_OBJECT -> createObject();
            case CREATE_ARRAY -> createArray();
            case ARRAY_APPEND -> {
                if (!spreads.append()) {
                    effect(RuntimeOperation.ARRAY_APPEND, FeedbackSlot.NONE);
                }
            }
            case ARRAY_APPEND_SPREAD -> {
                if (!spreads.appendSpread()) {
                    executeUnlessInlined();
                }
            }
            case CREATE_ARGUMENTS, CREATE_MAPPED_ARGUMENTS -> {
                if (f.depth() > 0) {
                    f.argumentsObject().create();
                } else {
                    execute();
                }
            }
            case CREATE_REST -> {
                if (f.depth() > 0) {
                    spreads.createRest();
                } else {
                    execute();
                }
            }
            case CALL_SPREAD -> {
                List<Node> arguments = spreads.arguments(f.operand(4));
                if (arguments == null) {
                    executeUnlessInlined();
                } else {
                    calls.callSpread(arguments);
                }
            }

            case DEFINE_MEMBER, SET_FUNCTION_NAME, GET_SUPER, SET_SUPER, CREATE_PRIVATE_NAME, DEFINE_PRIVATE,
                    HAS_PRIVATE, SET_LITERAL_PROTOTYPE, COPY_PROPERTIES, COPY_PROPERTIES_EXCEPT, DECLARE_GLOBALS,
                    INITIALIZE_GLOBAL, DELETE_GLOBAL, HAS_GLOBAL, FIND_BINDING, GET_BINDING, SET_BINDING, GET_TEMPLATE_OBJECT,
                    RESOLVE_EVAL, IMPORT_CALL, CREATE_CLASS, SET_FIELD_INITIALIZER, SET_HOME_OBJECT,
                    FOR_IN_PREPARE, DEBUGGER, CREATE_GENERATOR, SETTLE_ASYNC,
                    GET_ASYNC_ITERATOR, CREATE_REGEXP, CALL_INTRINSIC, CONSTRUCT_SPREAD -> execute();
            case CATCH, RESUME, SUSPEND -> f.exit(ExitReason.NOT_COMPILED);
        }
    }

    /**
     * Whether a function with this instruction can be inlined: whether it needs no frame of its own in
     * memory.
     */
    static boolean isInlinable(FeedbackSnapshot snapshot, int function, int pc, Opcode opcode) {
        return switch (opcode) {
            case GET_ITERATOR, ITERATOR_NEXT, ITERATOR_STEP, ITERATOR_CLOSE ->
                IterationBytecodes.isInlinable(snapshot, function, pc);
            case CREATE_REST, ARRAY_APPEND_SPREAD, CALL_SPREAD -> SpreadBytecodes.isInlinable(snapshot, function, pc, opcode);
            case DEFINE_MEMBER, SET_FUNCTION_NAME, GET_SUPER, SET_SUPER, CREATE_PRIVATE_NAME, DEFINE_PRIVATE,
                    HAS_PRIVATE, SET_LITERAL_PROTOTYPE, COPY_PROPERTIES, COPY_PROPERTIES_EXCEPT, DECLARE_GLOBALS,
                    INITIALIZE_GLOBAL, DELETE_GLOBAL, HAS_GLOBAL, FIND_BINDING, GET_BINDING, SET_BINDING, GET_TEMPLATE_OBJECT,
                    RESOLVE_EVAL, IMPORT_CALL, CREATE_CLASS, SET_FIELD_INITIALIZER, SET_HOME_OBJECT,
                    ITERATOR_REST,
                    FOR_IN_PREPARE, FOR_IN_NEXT, DEBUGGER, CONSTRUCT_SPREAD, RESUME, CREATE_GENERATOR, SUSPEND,
                    SETTLE_ASYNC, GET_ASYNC_ITERATOR, CREATE_REGEXP,
                    CALL_INTRINSIC -> false;
            default -> true;
        };
    }

    private Node loadField(Node object, int offset, Memory memory) {
        return f.emit(Operator.LoadField, List.of(offset, memory), object);
    }

    private static Node typed(Node node, Type type) {
        node.setType(type);
        return node;
    }

    /** Calls the runtime with registers; its result goes to the instruction's destination. */
    private Node runtime(RuntimeOperation operation, FeedbackSlot feedback, int... registers) {
        var inputs = new Node[registers.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = f.tagged(f.get(registers[i]));
        }
        Node result = f.callRuntime(operation, feedback, inputs);
        result.setType(operation.result() == Representation.BOOL ? Type.BOOLEAN : Type.VALUE);
        f.set(f.operand(1), result);
        return result;
    }

    /** Calls the runtime with the instruction's READ operands; there is no result. */
    private void effect(RuntimeOperation operation, FeedbackSlot feedback) {
        Node[] inputs = BytecodeRegisters.reads(f.code(), f.pc()).stream()
                .map(register -> f.tagged(f.get(register))).toArray(Node[]::new);
        f.callRuntime(operation, feedback, inputs);
    }

    /** An inlined function leaves for good where it iterates something else than was guessed; then it is inlined no more. */
    private void iterateInRuntime(int recordOperand, Runnable execution) {
        if (f.depth() > 0) {
            f.exit(ExitReason.WRONG_SHAPE);
        } else {
            iteration.forget(f.operand(recordOperand));
            execution.run();
        }
    }

    IterationBytecodes iteration() {
        return iteration;
    }

    /** The same in an inlined function, which has no frame: it leaves, and is inlined no more where that is often. */
    private void executeUnlessInlined() {
        if (f.depth() > 0) {
            f.exit(ExitReason.WRONG_VALUE);
        } else {
            execute();
        }
    }

    /** Has the runtime execute the instruction on the frame. */
    private void execute() {
        List<Integer> reads = BytecodeRegisters.reads(f.code(), f.pc());
        List<Integer> writes = BytecodeRegisters.writes(f.code(), f.pc());
        f.emit(Operator.ExecuteBytecode, List.of(f.pc(), reads), inputs(reads));
        writes.forEach(this::reload);
    }

    private void executeJump(Opcode opcode) {
        List<Integer> reads = BytecodeRegisters.reads(f.code(), f.pc());
        Node done = f.emit(Operator.ExecuteJump, List.of(f.pc(), reads), inputs(reads));
        int target = f.operand(opcode.targetOperand());
        for (int register : BytecodeRegisters.writes(f.code(), f.pc())) {
            if (register != f.operand(1)) {
                reload(register);
            }
        }
        Block taken = f.newBlock();
        Block notTaken = f.newBlock();
        f.branch(done, taken, notTaken);
        f.continueIn(taken);
        f.addEdge(target);
        f.continueIn(notTaken);
        reload(f.operand(1));
        f.addEdge(f.pc() + opcode.length());
    }

    private Node[] inputs(List<Integer> registers) {
        return registers.stream().map(register -> f.tagged(f.get(register))).toArray(Node[]::new);
    }

    private void reload(int register) {
        f.set(register, f.emit(Operator.LoadRegister, List.of(register)));
    }

    private void toStringValue() {
        Node value = f.get(f.operand(2));
        if (value.representation() == Representation.TAGGED && value.type().isSubtypeOf(Type.STRING)) {
            f.set(f.operand(1), value);
        } else {
            runtime(RuntimeOperation.TO_STRING, FeedbackSlot.NONE, f.operand(2)).setType(Type.STRING);
        }
    }

    private void toPropertyKey() {
        Node value = f.get(f.operand(2));
        boolean tagged = value.representation() == Representation.TAGGED;
        // Element accesses convert keys themselves; other users of a key rely on its converted form.
        boolean element = elements.isNextLoadBy(f.operand(1));
        boolean index = value.representation() == Representation.INT32
                && (element || value.type().min() >= 0 && value.type().max() < Integer.MAX_VALUE);
        if (index || tagged && element && value.type().isSubtypeOf(Type.INT32.join(Type.STRING))) {
            f.set(f.operand(1), value);
        } else if (tagged && element && elements.nextLoadHasIntKeys() && f.mayGuess(ExitReason.NOT_INT32)) {
            f.set(f.operand(1), f.int32(value));
        } else {
            runtime(RuntimeOperation.TO_PROPERTY_KEY, FeedbackSlot.NONE, f.operand(2));
        }
    }

    private void delete() {
        Node strict = f.emit(Operator.ConstantBool, List.of(isStrict()));
        Node object = f.tagged(f.get(f.operand(2)));
        Node key = f.tagged(f.get(f.operand(3)));
        f.set(f.operand(1), f.callRuntime(RuntimeOperation.DELETE, FeedbackSlot.NONE, object, key, strict));
    }

    private boolean isStrict() {
        return f.function().bytecode().is(org.tierscope.bytecode.BytecodeFunction.Flag.STRICT);
    }

    /** The context that operand {@code n}, and the depth behind it, name. */
    private Node context(int n) {
        Node context = f.tagged(f.get(f.operand(n)));
        for (int i = 0; i < f.operand(n + 1); i++) {
            context = typed(loadField(context, Layout.CONTEXT_PARENT, Memory.IMMUTABLE), Type.INTERNAL);
        }
        return context;
    }

    private void checkInitialized() {
        Node value = f.get(f.operand(1));
        if (value.representation() != Representation.TAGGED || !value.type().mayBe(Type.EMPTY)) {
            return;
        }
        if (f.mayGuess(ExitReason.UNINITIALIZED)) {
            Node checked = f.guard(ExitReason.UNINITIALIZED, Operator.CheckNotEmpty, List.of(), value);
            checked.setType(value.type().without(Type.EMPTY).meet(checked.type()));
            f.refine(value, checked);
        } else {
            Node name = f.constant(f.function().constants()[f.operand(2)]);
            f.callRuntime(RuntimeOperation.CHECK_INITIALIZED, FeedbackSlot.NONE, value, name);
        }
    }

    private void checkObjectCoercible() {
        Node value = f.get(f.operand(1));
        if (value.representation() == Representation.TAGGED && value.type().mayBe(Type.NULLISH)) {
            f.callRuntime(RuntimeOperation.CHECK_OBJECT_COERCIBLE, FeedbackSlot.NONE, value);
        }
    }

    /** Sloppy this: nearly always an object already. */
    private void coerceThis() {
        Node value = f.get(THIS);
        if (value.type().isSubtypeOf(Type.OBJECT) && value.representation() == Representation.TAGGED) {
            return;
        }
        Node word = f.tagged(value);
        if (value.type().isSubtypeOf(Type.NULLISH)) {
            f.set(THIS, typed(f.callRuntime(RuntimeOperation.COERCE_THIS, FeedbackSlot.NONE, word), Type.OBJECT));
            return;
        }
        Node isObject = f.emit(Operator.TestType, List.of(TypeTest.OBJECT), word);
        Block object = f.newBlock();
        Block other = f.newBlock();
        f.branch(isObject, object, other);
        f.continueIn(object);
        Node known = f.refined(word, Type.OBJECT);
        f.continueIn(other);
        Node coerced = f.callRuntime(RuntimeOperation.COERCE_THIS, FeedbackSlot.NONE, word);
        coerced.setType(Type.OBJECT);
        f.set(THIS, f.join(List.of(object, other), List.of(known, coerced)));
    }

    private void createObject() {
        int capacity = f.function().literalCapacity(f.pc());
        Integer shape = f.snapshot().literalShapes().get(capacity);
        if (shape == null || shape == SnapshotSource.NO_SHAPE) {
            Node object = f.callRuntime(
                    RuntimeOperation.CREATE_OBJECT, f.feedback(), f.constantInt32(capacity));
            f.set(f.operand(1), typed(object, Type.of(Type.OTHER_OBJECT_BIT)));
        } else {
            f.set(f.operand(1), f.emit(Operator.NewObject, List.of(shape, capacity)));
        }
    }

    /**
     * An array literal, as the kind that arrays made here came to have: what is not known to fit is checked, as long as that
     * may be guessed.
     */
    private void createArray() {
        int count = f.operand(3);
        ElementsKind seen = f.function().allocationKind(f.operand(4));
        boolean holes = false;
        boolean numbers = true;
        for (int i = 0; i < count; i++) {
            Node value = f.get(f.operand(2) + i);
            holes |= value.type().isSubtypeOf(Type.EMPTY)
                    || value.type().mayBe(Type.EMPTY) && !f.mayGuess(ExitReason.HOLE);
            numbers &= isNumber(value);
        }
        if (f.snapshot().arrayShape() == SnapshotSource.NO_SHAPE || holes
                || f.function().allocationCount(f.operand(4)) == 0) {
            if (f.depth() == 0) {
                execute();
            } else {
                f.exit(ExitReason.INSUFFICIENT_FEEDBACK);
            }
            return;
        }
        ElementsKind kind = switch (seen) {
            case EMPTY -> count == 0 ? ElementsKind.EMPTY : ElementsKind.TAGGED;
            case INT, HOLEY_INT -> allFit(count, ExitReason.NOT_INT32)
                    ? ElementsKind.INT
                    : numbers ? ElementsKind.DOUBLE : ElementsKind.TAGGED;
            case DOUBLE, HOLEY_DOUBLE -> numbers || allFit(count, ExitReason.NOT_NUMBER)
                    ? ElementsKind.DOUBLE
                    : ElementsKind.TAGGED;
            default -> ElementsKind.TAGGED;
        };
        var inputs = new Node[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = element(f.get(f.operand(2) + i), kind);
        }
        Node array = f.emit(Operator.NewArray, List.of(f.snapshot().arrayShape(), kind), inputs);
        // The prelude's $append grows arrays that have names already.
        if (!f.function().bytecode().is(BytecodeFunction.Flag.PRELUDE)) {
            spreads.isLiteral(array);
        }
        f.set(f.operand(1), array);
    }

    private static boolean isNumber(Node value) {
        return value.representation() == Representation.INT32 || value.representation() == Representation.FLOAT64;
    }

    /** Whether each element of the literal is of the kind, or may be checked to be; {@code reason} is what such a check gives. */
    private boolean allFit(int count, ExitReason reason) {
        for (int i = 0; i < count; i++) {
            Node value = f.get(f.operand(2) + i);
            boolean fits = value.representation() == Representation.INT32
                    || value.representation() == Representation.FLOAT64 && reason == ExitReason.NOT_NUMBER
                    || value.representation() == Representation.TAGGED && value.type().mayBe(Type.NUMBER) && f.mayGuess(reason);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private Node element(Node value, ElementsKind kind) {
        if (kind == ElementsKind.INT) {
            return f.tagged(f.int32(value));
        }
        if (kind == ElementsKind.DOUBLE) {
            return f.float64(value);
        }
        Node word = f.tagged(value);
        if (!word.type().mayBe(Type.EMPTY)) {
            return word;
        }
        Node checked = f.guard(ExitReason.HOLE, Operator.CheckNotEmpty, List.of(), word);
        checked.setType(word.type().without(Type.EMPTY).meet(checked.type()));
        f.refine(word, checked);
        return checked;
    }
}
