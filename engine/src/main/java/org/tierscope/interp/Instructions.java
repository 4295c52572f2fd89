package org.tierscope.interp;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.GlobalDeclarations;
import org.tierscope.bytecode.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Operations;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * Every bytecode that neither jumps nor calls, executed one at a time on a frame, in full generality. The
 * interpreter's loop comes here where it has no fast path of its own, and baseline code calls the same method.
 */
public final class Instructions {
    private final Vm vm;

    public Instructions(Vm vm) {
        this.vm = vm;
    }

    /**
     * Executes the instruction at {@code pc} of function {@code f} on frame {@code fp}: reads and writes the frame's registers and
     * the feedback vector. The frame's pc must be up to date.
     */
    public void execute(long fp, int pc, FunctionInfo f) {
        int[] code = f.code();
        Operations ops = vm.operations();
        switch (code[pc]) {
            case Op.MOVE -> set(fp, code, pc, get(fp, code, pc, 2));
            case Op.LOAD_CONSTANT -> set(fp, code, pc, f.constants()[code[pc + 2]]);
            case Op.LOAD_INT -> set(fp, code, pc, Value.ofInt(code[pc + 2]));
            case Op.LOAD_UNDEFINED -> set(fp, code, pc, Value.UNDEFINED);
            case Op.LOAD_NULL -> set(fp, code, pc, Value.NULL);
            case Op.LOAD_TRUE -> set(fp, code, pc, Value.TRUE);
            case Op.LOAD_FALSE -> set(fp, code, pc, Value.FALSE);
            case Op.LOAD_EMPTY -> set(fp, code, pc, Value.EMPTY);
            case Op.GET_CALLEE_CONTEXT ->
                set(fp, code, pc, Mem.getLong(Mem.getLong(fp + Frame.CALLEE) + Layout.FUNCTION_CONTEXT));
            case Op.GET_CONTEXT -> set(fp, code, pc, Mem.getLong(contextSlot(get(fp, code, pc, 2), code[pc + 3], code[pc + 4])));
            case Op.SET_CONTEXT ->
                Mem.putLong(contextSlot(get(fp, code, pc, 1), code[pc + 2], code[pc + 3]), get(fp, code, pc, 4));
            case Op.CREATE_GENERATOR -> set(fp, code, pc, vm.generators().create(fp));
            case Op.SETTLE_ASYNC ->
                set(fp, code, pc, vm.promises().settleAsync(get(fp, code, pc, 2), get(fp, code, pc, 3), code[pc + 4] == 1));
            case Op.GET_ASYNC_ITERATOR -> vm.asyncIteration().getIterator(fp + 8L * code[pc + 1], get(fp, code, pc, 2));
            case Op.CALL_INTRINSIC -> {
                var arguments = new long[code[pc + 4]];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = Frame.get(fp, code[pc + 3] + i);
                }
                long function = vm.realm().get(Intrinsic.values()[code[pc + 2]]);
                set(fp, code, pc, vm.call(function, Value.UNDEFINED, arguments));
            }
            case Op.CALL_SPREAD ->
                set(fp, code, pc, vm.call(get(fp, code, pc, 2), get(fp, code, pc, 3), SpreadCalls.arguments(vm, fp, code, pc)));
            case Op.CONSTRUCT_SPREAD ->
                set(fp, code, pc,
                        ops.construct(get(fp, code, pc, 2), get(fp, code, pc, 3), SpreadCalls.arguments(vm, fp, code, pc)));
            case Op.CHECK_ITERABLE -> vm.iteration().checkIterable(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.CHECK_ITERATOR_RESULT -> vm.iteration().checkResult(get(fp, code, pc, 1));
            case Op.CATCH -> {
                set(fp, code, pc, Mem.getLong(vm.state() + VmState.EXCEPTION));
                Mem.putLong(vm.state() + VmState.EXCEPTION, Value.UNDEFINED);
            }
            default -> {
                Opcode opcode = Opcode.of(code[pc]);
                switch (opcode.ordinal() <= Op.IN ? Group.OPERATOR : group(opcode)) {
                    case OPERATOR -> operator(ops, fp, pc, code, f.feedback());
                    case PROPERTY -> property(ops, fp, pc, code, f);
                    case FUNCTION -> function(ops, fp, pc, code, f);
                    case ITERATION -> iteration(ops, fp, pc, code, f);
                }
            }
        }
    }

    private enum Group {
        OPERATOR,
        PROPERTY,
        FUNCTION,
        ITERATION
    }

    private static Group group(Opcode opcode) {
        int code = opcode.ordinal();
        if (code >= Op.GET_FIELD && code <= Op.SET_BINDING) {
            return Group.PROPERTY;
        }
        return code >= Op.CREATE_OBJECT ? Group.ITERATION : Group.FUNCTION;
    }

    private static void operator(Operations ops, long fp, int pc, int[] code, long feedback) {
        long a = get(fp, code, pc, 2);
        long result =
                switch (code[pc]) {
                    case Op.ADD -> ops.add(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.SUB -> ops.sub(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.MUL -> ops.mul(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.DIV -> ops.div(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.MOD -> ops.mod(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.EXP -> ops.exp(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.BIT_AND -> ops.bitAnd(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.BIT_OR -> ops.bitOr(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.BIT_XOR -> ops.bitXor(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.SHL -> ops.shl(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.SHR -> ops.shr(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.USHR -> ops.ushr(a, get(fp, code, pc, 3), feedback + code[pc + 4]);
                    case Op.ADD_INT -> ops.add(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.SUB_INT -> ops.sub(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.MUL_INT -> ops.mul(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.BIT_AND_INT -> ops.bitAnd(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.BIT_OR_INT -> ops.bitOr(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.SHL_INT -> ops.shl(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.SHR_INT -> ops.shr(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.USHR_INT -> ops.ushr(a, Value.ofInt(code[pc + 3]), feedback + code[pc + 4]);
                    case Op.NEG -> ops.neg(a, feedback + code[pc + 3]);
                    case Op.BIT_NOT -> ops.bitNot(a, feedback + code[pc + 3]);
                    case Op.INC -> ops.inc(a, feedback + code[pc + 3]);
                    case Op.DEC -> ops.dec(a, feedback + code[pc + 3]);
                    case Op.TO_NUMBER -> ops.toNumber(a, feedback + code[pc + 3]);
                    case Op.TO_NUMERIC -> ops.toNumeric(a, feedback + code[pc + 3]);
                    case Op.NOT -> Value.ofBoolean(!ops.truthy(a));
                    case Op.TYPEOF -> ops.typeOf(a);
                    case Op.TO_STRING -> ops.toStringValue(a);
                    case Op.TO_PROPERTY_KEY -> ops.toPropertyKey(a);
                    case Op.TO_OBJECT -> ops.toObject(a);
                    case Op.INSTANCE_OF -> Value.ofBoolean(ops.instanceOf(a, get(fp, code, pc, 3)));
                    case Op.IN -> Value.ofBoolean(ops.in(a, get(fp, code, pc, 3)));
                    default -> Value.ofBoolean(compare(ops, code[pc], a, get(fp, code, pc, 3), feedback + code[pc + 4]));
                };
        set(fp, code, pc, result);
    }

    private static boolean compare(Operations ops, int op, long a, long b, long feedback) {
        return switch (op) {
            case Op.EQ -> ops.looseEquals(a, b, feedback);
            case Op.NOT_EQ -> !ops.looseEquals(a, b, feedback);
            case Op.STRICT_EQ -> ops.strictEquals(a, b, feedback);
            case Op.STRICT_NOT_EQ -> !ops.strictEquals(a, b, feedback);
            case Op.LESS -> ops.less(a, b, feedback);
            case Op.LESS_EQ -> ops.lessEq(a, b, feedback);
            case Op.GREATER -> ops.greater(a, b, feedback);
            case Op.GREATER_EQ -> ops.greaterEq(a, b, feedback);
            default -> throw new AssertionError("not a comparison: " + Opcode.of(op));
        };
    }

    private static void property(Operations ops, long fp, int pc, int[] code, FunctionInfo f) {
        long feedback = f.feedback();
        long[] constants = f.constants();
        switch (code[pc]) {
            case Op.GET_FIELD ->
                set(fp, code, pc, ops.getField(get(fp, code, pc, 2), constants[code[pc + 3]], feedback + code[pc + 4]));
            case Op.SET_FIELD ->
                ops.setField(
                        get(fp, code, pc, 1),
                        constants[code[pc + 2]],
                        get(fp, code, pc, 3),
                        f.isStrict(),
                        feedback + code[pc + 4]);
            case Op.GET_ELEMENT ->
                set(fp, code, pc, ops.getElement(get(fp, code, pc, 2), get(fp, code, pc, 3), feedback + code[pc + 4]));
            case Op.SET_ELEMENT ->
                ops.setElement(
                        get(fp, code, pc, 1),
                        get(fp, code, pc, 2),
                        get(fp, code, pc, 3),
                        f.isStrict(),
                        feedback + code[pc + 4]);
            case Op.DEFINE_FIELD ->
                ops.defineField(
                        get(fp, code, pc, 1), constants[code[pc + 2]], get(fp, code, pc, 3), feedback + code[pc + 4]);
            case Op.DEFINE_ELEMENT ->
                ops.defineElement(get(fp, code, pc, 1), get(fp, code, pc, 2), get(fp, code, pc, 3));
            case Op.DEFINE_MEMBER ->
                ops.defineMember(get(fp, code, pc, 1), get(fp, code, pc, 2), get(fp, code, pc, 3), code[pc + 4]);
            case Op.SET_FUNCTION_NAME ->
                ops.setFunctionName(get(fp, code, pc, 1), get(fp, code, pc, 2), code[pc + 3]);
            case Op.DELETE ->
                set(fp, code, pc, Value.ofBoolean(ops.delete(get(fp, code, pc, 2), get(fp, code, pc, 3), f.isStrict())));
            case Op.GET_SUPER ->
                set(fp, code, pc, ops.getSuper(get(fp, code, pc, 2), get(fp, code, pc, 3), get(fp, code, pc, 4)));
            case Op.SET_SUPER ->
                ops.setSuper(
                        get(fp, code, pc, 1),
                        get(fp, code, pc, 2),
                        get(fp, code, pc, 3),
                        get(fp, code, pc, 4),
                        f.isStrict());
            case Op.CREATE_PRIVATE_NAME -> set(fp, code, pc, ops.createPrivateName(constants[code[pc + 2]]));
            case Op.GET_PRIVATE ->
                set(fp, code, pc, ops.getPrivate(get(fp, code, pc, 2), get(fp, code, pc, 3), feedback + code[pc + 4]));
            case Op.SET_PRIVATE ->
                ops.setPrivate(get(fp, code, pc, 1), get(fp, code, pc, 2), get(fp, code, pc, 3), feedback + code[pc + 4]);
            case Op.DEFINE_PRIVATE ->
                ops.definePrivate(get(fp, code, pc, 1), get(fp, code, pc, 2), get(fp, code, pc, 3), code[pc + 4]);
            case Op.HAS_PRIVATE ->
                set(fp, code, pc, Value.ofBoolean(ops.hasPrivate(get(fp, code, pc, 2), get(fp, code, pc, 3))));
            case Op.SET_LITERAL_PROTOTYPE -> ops.setLiteralPrototype(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.COPY_PROPERTIES -> ops.copyProperties(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.COPY_PROPERTIES_EXCEPT ->
                set(
                        fp,
                        code,
                        pc,
                        ops.copyPropertiesExcept(get(fp, code, pc, 2), fp + 8L * code[pc + 3], code[pc + 4]));
            case Op.GET_GLOBAL -> set(fp, code, pc, ops.getGlobal(constants[code[pc + 2]], true, feedback + code[pc + 3]));
            case Op.GET_GLOBAL_OR_UNDEFINED ->
                set(fp, code, pc, ops.getGlobal(constants[code[pc + 2]], false, feedback + code[pc + 3]));
            case Op.SET_GLOBAL ->
                ops.setGlobal(constants[code[pc + 1]], get(fp, code, pc, 2), f.isStrict(), feedback + code[pc + 3]);
            default -> binding(ops, fp, pc, code, f);
        }
    }

    private static void binding(Operations ops, long fp, int pc, int[] code, FunctionInfo f) {
        long[] constants = f.constants();
        switch (code[pc]) {
            case Op.DECLARE_GLOBALS ->
                ops.declareGlobals((GlobalDeclarations) f.bytecode().constants().get(code[pc + 1]));
            case Op.INITIALIZE_GLOBAL -> ops.initializeGlobal(constants[code[pc + 1]], get(fp, code, pc, 2));
            case Op.DELETE_GLOBAL -> set(fp, code, pc, Value.ofBoolean(ops.deleteGlobal(constants[code[pc + 2]])));
            case Op.HAS_GLOBAL -> set(fp, code, pc, Value.ofBoolean(ops.hasGlobal(constants[code[pc + 2]])));
            case Op.FIND_BINDING -> set(fp, code, pc, ops.findBinding(get(fp, code, pc, 2), constants[code[pc + 3]]));
            case Op.GET_BINDING ->
                set(fp, code, pc, ops.getBinding(get(fp, code, pc, 2), constants[code[pc + 3]], f.isStrict()));
            case Op.SET_BINDING ->
                ops.setBinding(get(fp, code, pc, 1), constants[code[pc + 2]], get(fp, code, pc, 3), f.isStrict());
            default -> throw unexpected(code[pc]);
        }
    }

    private void function(Operations ops, long fp, int pc, int[] code, FunctionInfo f) {
        switch (code[pc]) {
            case Op.CREATE_CONTEXT -> set(fp, code, pc, ops.createContext(get(fp, code, pc, 2), code[pc + 3]));
            case Op.COPY_CONTEXT -> set(fp, code, pc, ops.copyContext(get(fp, code, pc, 2)));
            case Op.CHECK_INITIALIZED -> {
                if (get(fp, code, pc, 1) == Value.EMPTY) {
                    ops.checkInitialized(Value.EMPTY, f.constants()[code[pc + 2]]);
                }
            }
            case Op.CREATE_CLOSURE ->
                set(fp, code, pc, ops.createClosure(f.nested(code[pc + 2]), get(fp, code, pc, 3)));
            case Op.CREATE_CLASS -> {
                long constructor =
                        ops.createClass(f.nested(code[pc + 2]), get(fp, code, pc, 3), get(fp, code, pc, 4));
                set(fp, code, pc, constructor);
                Frame.set(fp, code[pc + 1] + 1, ops.classPrototype(constructor));
            }
            case Op.SET_FIELD_INITIALIZER -> ops.setFieldInitializer(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.INITIALIZE_FIELDS -> ops.initializeFields(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.GET_HOME_OBJECT -> set(fp, code, pc, ops.getHomeObject(get(fp, code, pc, 2)));
            case Op.SET_HOME_OBJECT -> ops.setHomeObject(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.GET_SUPER_CONSTRUCTOR -> set(fp, code, pc, ops.getSuperConstructor(get(fp, code, pc, 2)));
            case Op.COERCE_THIS -> Mem.putLong(fp + Frame.THIS, ops.coerceThis(Mem.getLong(fp + Frame.THIS)));
            case Op.CREATE_ARGUMENTS -> set(fp, code, pc, ops.createArguments(fp));
            case Op.CREATE_MAPPED_ARGUMENTS ->
                set(
                        fp,
                        code,
                        pc,
                        ops.createMappedArguments(
                                fp, get(fp, code, pc, 2), (int[]) f.bytecode().constants().get(code[pc + 3])));
            case Op.CREATE_REST -> set(fp, code, pc, ops.createRest(fp, code[pc + 2]));
            case Op.THROW_ERROR ->
                throw ops.error(
                        ErrorKind.values()[code[pc + 1]], (String) f.bytecode().constants().get(code[pc + 2]));
            case Op.THROW -> throw new org.tierscope.runtime.GuestException(get(fp, code, pc, 1));
            case Op.CHECK_OBJECT_COERCIBLE -> ops.checkObjectCoercible(get(fp, code, pc, 1));
            case Op.CHECK_CONSTRUCTOR_RESULT ->
                set(fp, code, pc, ops.checkConstructorResult(get(fp, code, pc, 2), get(fp, code, pc, 3)));
            default -> throw unexpected(code[pc]);
        }
    }

    private void iteration(Operations ops, long fp, int pc, int[] code, FunctionInfo f) {
        long feedback = f.feedback();
        switch (code[pc]) {
            case Op.CREATE_OBJECT -> set(fp, code, pc, ops.createObject(code[pc + 2], feedback + code[pc + 3]));
            case Op.CREATE_ARRAY ->
                set(fp, code, pc, ops.createArray(fp + 8L * code[pc + 2], code[pc + 3], feedback + code[pc + 4]));
            case Op.ARRAY_APPEND -> ops.arrayAppend(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.ARRAY_APPEND_SPREAD -> ops.arrayAppendSpread(get(fp, code, pc, 1), get(fp, code, pc, 2));
            case Op.GET_ITERATOR -> ops.getIterator(fp + 8L * code[pc + 1], get(fp, code, pc, 2));
            case Op.ITERATOR_STEP -> set(fp, code, pc, ops.iteratorStep(fp + 8L * code[pc + 2]));
            case Op.ITERATOR_REST -> set(fp, code, pc, ops.iteratorRest(fp + 8L * code[pc + 2]));
            case Op.ITERATOR_CLOSE -> ops.iteratorClose(fp + 8L * code[pc + 1], code[pc + 2] == 1);
            case Op.FOR_IN_PREPARE -> set(fp, code, pc, ops.forInPrepare(get(fp, code, pc, 2)));
            case Op.CREATE_REGEXP ->
                set(fp, code, pc, ops.createRegExp(f.constants()[code[pc + 2]], f.constants()[code[pc + 3]]));
            case Op.DEBUGGER -> {}
            case Op.GET_TEMPLATE_OBJECT -> set(fp, code, pc, ops.getTemplateObject(f, code[pc + 2]));
            case Op.IMPORT_CALL ->
                set(fp, code, pc, ops.importCall(get(fp, code, pc, 2), get(fp, code, pc, 3), code[pc + 4]));
            case Op.RESOLVE_EVAL ->
                set(fp, code, pc, ops.resolveEval(get(fp, code, pc, 2), get(fp, code, pc, 3), get(fp, code, pc, 4),
                        (EvalScope) f.bytecode().constants().get(code[pc + 5])));
            default -> throw unexpected(code[pc]);
        }
    }

    /**
     * The generic form of the conditional jumps: whether the jump at {@code pc} is taken. Iteration jumps write
     * their destination when they are not. Counts the branch.
     */
    public boolean takesJump(long fp, int pc, FunctionInfo f) {
        int[] code = f.code();
        Operations ops = vm.operations();
        Opcode opcode = Opcode.of(code[pc]);
        long slot = f.feedback() + code[pc + opcode.feedbackOperand()];
        boolean taken =
                switch (code[pc]) {
                    case Op.JUMP_IF_TRUE -> ops.truthy(get(fp, code, pc, 1));
                    case Op.JUMP_IF_FALSE -> !ops.truthy(get(fp, code, pc, 1));
                    case Op.JUMP_IF_NULLISH -> Value.isNullish(get(fp, code, pc, 1));
                    case Op.JUMP_IF_NOT_NULLISH -> !Value.isNullish(get(fp, code, pc, 1));
                    case Op.JUMP_IF_UNDEFINED -> get(fp, code, pc, 1) == Value.UNDEFINED;
                    case Op.JUMP_IF_NOT_UNDEFINED -> get(fp, code, pc, 1) != Value.UNDEFINED;
                    case Op.JUMP_IF_OBJECT -> Layout.isObject(get(fp, code, pc, 1));
                    case Op.JUMP_IF_ENGINE_ITERATES -> Iteration.isEngine(get(fp, code, pc, 1));
                    case Op.ITERATOR_NEXT -> {
                        long value = ops.iteratorNext(fp + 8L * code[pc + 2]);
                        if (value != Value.EMPTY) {
                            set(fp, code, pc, value);
                        }
                        yield value == Value.EMPTY;
                    }
                    case Op.FOR_IN_NEXT -> {
                        long key = ops.forInNext(get(fp, code, pc, 2));
                        if (key != Value.EMPTY) {
                            set(fp, code, pc, key);
                        }
                        yield key == Value.EMPTY;
                    }
                    default -> compareJump(ops, code[pc], get(fp, code, pc, 1), get(fp, code, pc, 2), slot);
                };
        Branches.count(Branches.counts(slot, opcode), taken);
        return taken;
    }

    private static boolean compareJump(Operations ops, int op, long a, long b, long slot) {
        return switch (op) {
            case Op.JUMP_IF_LESS -> ops.less(a, b, slot);
            case Op.JUMP_IF_NOT_LESS -> !ops.less(a, b, slot);
            case Op.JUMP_IF_LESS_EQ -> ops.lessEq(a, b, slot);
            case Op.JUMP_IF_NOT_LESS_EQ -> !ops.lessEq(a, b, slot);
            case Op.JUMP_IF_GREATER -> ops.greater(a, b, slot);
            case Op.JUMP_IF_NOT_GREATER -> !ops.greater(a, b, slot);
            case Op.JUMP_IF_GREATER_EQ -> ops.greaterEq(a, b, slot);
            case Op.JUMP_IF_NOT_GREATER_EQ -> !ops.greaterEq(a, b, slot);
            case Op.JUMP_IF_EQ -> ops.looseEquals(a, b, slot);
            case Op.JUMP_IF_NOT_EQ -> !ops.looseEquals(a, b, slot);
            case Op.JUMP_IF_STRICT_EQ -> ops.strictEquals(a, b, slot);
            case Op.JUMP_IF_NOT_STRICT_EQ -> !ops.strictEquals(a, b, slot);
            default -> throw unexpected(op);
        };
    }

    /** Address of slot {@code slot} of the context {@code depth} parents above {@code context}. */
    static long contextSlot(long context, int depth, int slot) {
        for (int i = 0; i < depth; i++) {
            context = Mem.getLong(context + Layout.CONTEXT_PARENT);
        }
        return context + Layout.CONTEXT_SLOTS + 8L * slot;
    }

    private static long get(long fp, int[] code, int pc, int operand) {
        return Frame.get(fp, code[pc + operand]);
    }

    private static void set(long fp, int[] code, int pc, long value) {
        Frame.set(fp, code[pc + 1], value);
    }

    private static AssertionError unexpected(int op) {
        return new AssertionError("not executed here: " + Opcode.of(op));
    }
}
