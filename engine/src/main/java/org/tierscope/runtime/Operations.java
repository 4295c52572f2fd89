package org.tierscope.runtime;

import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.GlobalDeclarations;
import org.tierscope.bytecode.ImportPhase;

/**
 * The meaning of the bytecodes that are more than a move: what the interpreter's slow paths, the baseline's runtime calls
 * and the optimizer's generic operations all call, so that every tier shares one definition.
 *
 * <p>Arguments and results are values ({@link Value}). Property keys given as {@code long key} are interned
 * strings, symbols or int32 values (array indices). {@code feedback} is the address of the instruction's feedback slot,
 * or 0; these methods record in it what they saw, types and cache entries alike. Guest exceptions leave as
 * {@link GuestException}. Sections name those of ECMAScript 2025.
 */
public final class Operations {
    private final Vm vm;
    private final Arithmetic arithmetic;
    private final Conversions conversions;
    private final Comparison comparison;
    private final FieldAccess fields;
    private final ElementAccess elements;
    private final PrivateNames privateNames;
    private final ClassOperations classes;
    private final Literals literals;
    private final Iteration iteration;
    private final ObjectBindings bindings;

    Operations(Vm vm) {
        this.vm = vm;
        this.arithmetic = vm.arithmetic();
        this.conversions = vm.conversions();
        this.comparison = vm.comparison();
        this.fields = vm.fields();
        this.elements = vm.elementAccess();
        this.privateNames = vm.privateNames();
        this.classes = vm.classes();
        this.literals = vm.literals();
        this.iteration = vm.iteration();
        this.bindings = new ObjectBindings(vm);
    }

    // Arithmetic (13.15.3 ApplyStringOrNumericBinaryOperator); any operand types. Type feedback is recorded.
    public long add(long a, long b, long feedback) {
        return arithmetic.add(a, b, feedback);
    }

    public long sub(long a, long b, long feedback) {
        return arithmetic.sub(a, b, feedback);
    }

    public long mul(long a, long b, long feedback) {
        return arithmetic.mul(a, b, feedback);
    }

    public long div(long a, long b, long feedback) {
        return arithmetic.div(a, b, feedback);
    }

    public long mod(long a, long b, long feedback) {
        return arithmetic.mod(a, b, feedback);
    }

    public long exp(long a, long b, long feedback) {
        return arithmetic.exp(a, b, feedback);
    }

    public long bitAnd(long a, long b, long feedback) {
        return arithmetic.bitAnd(a, b, feedback);
    }

    public long bitOr(long a, long b, long feedback) {
        return arithmetic.bitOr(a, b, feedback);
    }

    public long bitXor(long a, long b, long feedback) {
        return arithmetic.bitXor(a, b, feedback);
    }

    public long shl(long a, long b, long feedback) {
        return arithmetic.shl(a, b, feedback);
    }

    public long shr(long a, long b, long feedback) {
        return arithmetic.shr(a, b, feedback);
    }

    public long ushr(long a, long b, long feedback) {
        return arithmetic.ushr(a, b, feedback);
    }

    public long neg(long a, long feedback) {
        return arithmetic.neg(a, feedback);
    }

    public long bitNot(long a, long feedback) {
        return arithmetic.bitNot(a, feedback);
    }

    public long inc(long a, long feedback) {
        return arithmetic.inc(a, feedback);
    }

    public long dec(long a, long feedback) {
        return arithmetic.dec(a, feedback);
    }

    public long toNumber(long a, long feedback) {
        return arithmetic.toNumber(a, feedback);
    }

    public long toNumeric(long a, long feedback) {
        return arithmetic.toNumeric(a, feedback);
    }

    // Conversions (7.1).
    public boolean truthy(long a) {
        return Conversions.truthy(a);
    }

    /** The interned type name. */
    public long typeOf(long a) {
        return conversions.typeOf(a);
    }

    public long toStringValue(long a) {
        return conversions.toStringValue(a);
    }

    /** An interned string, a symbol, or an int32 for an array index below 2^31 − 1. */
    public long toPropertyKey(long a) {
        return conversions.toPropertyKey(a);
    }

    public long toObject(long a) {
        return conversions.toObject(a);
    }

    // Comparisons (7.2).
    public boolean looseEquals(long a, long b, long feedback) {
        return comparison.looseEquals(a, b, feedback);
    }

    public boolean strictEquals(long a, long b, long feedback) {
        return comparison.strictEquals(a, b, feedback);
    }

    public boolean less(long a, long b, long feedback) {
        return comparison.less(a, b, feedback);
    }

    public boolean lessEq(long a, long b, long feedback) {
        return comparison.lessEq(a, b, feedback);
    }

    public boolean greater(long a, long b, long feedback) {
        return comparison.greater(a, b, feedback);
    }

    public boolean greaterEq(long a, long b, long feedback) {
        return comparison.greaterEq(a, b, feedback);
    }

    public boolean instanceOf(long a, long b) {
        return comparison.instanceOf(a, b);
    }

    public boolean in(long key, long object) {
        if (!Layout.isObject(object)) {
            throw vm.typeError("Cannot use 'in' operator to search for '"
                    + (Layout.isSymbol(key) ? vm.errors().keyText(key) : conversions.toJavaString(key)) + "' in "
                    + conversions.toJavaString(object));
        }
        long propertyKey = conversions.toPropertyKey(key);
        boolean has = vm.properties().has(object, propertyKey);
        vm.fields().remember(object, propertyKey);
        return has;
    }

    // Properties. The cached forms fill the PROPERTY or ELEMENT slot.
    public long getField(long object, long key, long feedback) {
        return fields.get(object, key, feedback);
    }

    public void setField(long object, long key, long value, boolean strict, long feedback) {
        fields.set(object, key, value, strict, feedback);
    }

    public long getElement(long object, long key, long feedback) {
        return elements.get(object, key, feedback);
    }

    public void setElement(long object, long key, long value, boolean strict, long feedback) {
        elements.set(object, key, value, strict, feedback);
    }

    public void defineField(long object, long key, long value, long feedback) {
        fields.define(object, key, value, feedback);
    }

    public void defineElement(long object, long key, long value) {
        vm.definitions().createDataPropertyOrThrow(object, conversions.toPropertyKey(key), value);
    }

    /** {@code flags}: {@link org.tierscope.bytecode.MemberFlags}. */
    public void defineMember(long object, long key, long function, int flags) {
        classes.defineMember(object, key, function, flags);
    }

    public void setFunctionName(long function, long key, int flags) {
        vm.functions().setName(function, key, flags);
    }

    public boolean delete(long object, long key, boolean strict) {
        long target = object;
        if (Value.isNullish(object)) {
            throw vm.typeError("Cannot convert undefined or null to object");
        }
        long propertyKey = conversions.toPropertyKey(key);
        target = conversions.toObject(object);
        boolean deleted = vm.properties().delete(target, propertyKey);
        if (!deleted && strict) {
            throw vm.errors().cannotDelete(target, propertyKey);
        }
        return deleted;
    }

    public long getSuper(long home, long receiver, long key) {
        return classes.getSuper(home, receiver, key);
    }

    public void setSuper(long home, long receiver, long key, long value, boolean strict) {
        classes.setSuper(home, receiver, key, value, strict);
    }

    public long createPrivateName(long description) {
        return privateNames.create(description);
    }

    public long getPrivate(long object, long name, long feedback) {
        return privateNames.get(object, name, feedback);
    }

    public void setPrivate(long object, long name, long value, long feedback) {
        privateNames.set(object, name, value, feedback);
    }

    public void definePrivate(long object, long name, long value, int flags) {
        privateNames.define(object, name, value, flags);
    }

    public boolean hasPrivate(long name, long object) {
        return privateNames.has(name, object);
    }

    public void setLiteralPrototype(long object, long prototype) {
        if (Layout.isObject(prototype)) {
            vm.objects().setPrototypeOf(object, prototype);
        } else if (prototype == Value.NULL) {
            vm.objects().setPrototypeOf(object, 0);
        }
    }

    public void copyProperties(long target, long source) {
        literals.copyProperties(target, source);
    }

    /** {@code excluded}: address of {@code count} consecutive keys. */
    public long copyPropertiesExcept(long source, long excluded, int count) {
        return literals.copyPropertiesExcept(source, excluded, count);
    }

    // Globals.
    public long getGlobal(long key, boolean throwIfMissing, long feedback) {
        return vm.globals().get(key, throwIfMissing, feedback);
    }

    public void setGlobal(long key, long value, boolean strict, long feedback) {
        vm.globals().set(key, value, strict, feedback);
    }

    public void declareGlobals(GlobalDeclarations declarations) {
        new GlobalInstantiation(vm).declare(declarations);
    }

    public void initializeGlobal(long key, long value) {
        vm.globals().initialize(key, value);
    }

    public boolean hasGlobal(long key) {
        return vm.globals().has(key);
    }

    public boolean deleteGlobal(long key) {
        return vm.globals().delete(key);
    }

    // Bindings of with statements and of variables that eval declared.
    public long findBinding(long object, long key) {
        return bindings.find(object, key);
    }

    public long getBinding(long object, long key, boolean strict) {
        return bindings.get(object, key, strict);
    }

    public void setBinding(long object, long key, long value, boolean strict) {
        bindings.set(object, key, value, strict);
    }

    // Contexts, functions and classes.
    public long createContext(long parent, int slots) {
        return literals.createContext(parent, slots);
    }

    public long copyContext(long context) {
        return literals.copyContext(context);
    }

    public long createClosure(FunctionInfo function, long context) {
        return vm.functions().createClosure(function, context);
    }

    /** Returns the constructor; its prototype object is its "prototype" property. {@code superclass}: EMPTY for none. */
    public long createClass(FunctionInfo constructor, long context, long superclass) {
        return classes.createClass(constructor, context, superclass);
    }

    /** The "prototype" property of a constructor that {@link #createClass} made. */
    public long classPrototype(long constructor) {
        return classes.classPrototype(constructor);
    }

    public void setFieldInitializer(long constructor, long function) {
        classes.setFieldInitializer(constructor, function);
    }

    public void initializeFields(long constructor, long object) {
        classes.initializeFields(constructor, object);
    }

    public long getHomeObject(long function) {
        return classes.getHomeObject(function);
    }

    public void setHomeObject(long function, long home) {
        classes.setHomeObject(function, home);
    }

    public long getSuperConstructor(long function) {
        return classes.getSuperConstructor(function);
    }

    public long coerceThis(long value) {
        return classes.coerceThis(value);
    }

    /** The object that [[Construct]] of a base constructor begins with: its prototype is that of {@code newTarget}. */
    public long createThis(long callee, long newTarget) {
        return classes.createThis(newTarget);
    }

    /** Arguments are read from frame {@code fp}, which keeps them all (NEEDS_ARGUMENTS). */
    public long createArguments(long fp) {
        return literals.createArguments(fp);
    }

    public long createMappedArguments(long fp, long context, int[] slots) {
        return literals.createMappedArguments(fp, context, slots);
    }

    public long createRest(long fp, int from) {
        return literals.createRest(fp, from);
    }

    /** The template object of a function's constant. */
    public long getTemplateObject(FunctionInfo function, int constant) {
        return TemplateObjects.get(vm, function, constant);
    }

    /** What a direct call of {@code callee}, perhaps eval, calls. */
    public long resolveEval(long callee, long source, long context, EvalScope scope) {
        return vm.dynamicCode().resolveDirect(callee, source, context, scope);
    }

    /** The promise of {@code import(specifier, options)}; {@code phase}: ordinal of an {@link ImportPhase}. */
    public long importCall(long specifier, long options, int phase) {
        return vm.dynamicCode().importModule(specifier, options, ImportPhase.values()[phase]);
    }

    // Literals. {@code feedback}: ALLOCATION slot or 0.
    public long createObject(int capacity, long feedback) {
        return literals.createObject(capacity, feedback);
    }

    /** {@code pattern} and {@code flags}: interned strings that the front end has checked. */
    public long createRegExp(long pattern, long flags) {
        return vm.regExps().create(pattern, flags);
    }

    /** {@code values}: address of {@code count} consecutive values, EMPTY for holes. */
    public long createArray(long values, int count, long feedback) {
        return literals.createArray(values, count, feedback);
    }

    public void arrayAppend(long array, long value) {
        literals.arrayAppend(array, value);
    }

    public void arrayAppendSpread(long array, long iterable) {
        iteration.arrayAppendSpread(array, iterable);
    }

    // Iteration. {@code record}: address of three consecutive words: iterator, next method, done.
    public void getIterator(long record, long iterable) {
        iteration.getIterator(record, iterable);
    }

    /** The next value, or {@link Value#EMPTY} when done. Marks the record done before an exception leaves. */
    public long iteratorNext(long record) {
        return iteration.iteratorNext(record);
    }

    public long iteratorStep(long record) {
        return iteration.iteratorStep(record);
    }

    public long iteratorRest(long record) {
        return iteration.iteratorRest(record);
    }

    public void iteratorClose(long record, boolean throwing) {
        iteration.iteratorClose(record, throwing);
    }

    public long forInPrepare(long object) {
        return iteration.forInPrepare(object);
    }

    /** The next key, or {@link Value#EMPTY} when done. */
    public long forInNext(long enumerator) {
        return iteration.forInNext(enumerator);
    }

    // Calls of callees that are not plain functions. {@code fp}: a call window seen as the callee's frame, see Frame.
    /** Replaces a bound function or proxy in the window by what is to be called; TypeError where the callee cannot be called. */
    public void prepareCall(long fp) {
        long callee = Frame.get(fp, Frame.CALLEE_REGISTER);
        if (!Layout.isCallable(callee)) {
            throw vm.errors().notCallable(callee);
        }
        vm.functions().unwrap(fp);
    }

    /** The same for [[Construct]]; the window's new.target is adjusted too. */
    public void prepareConstruct(long fp) {
        long callee = Frame.get(fp, Frame.CALLEE_REGISTER);
        if (!ClassOperations.isConstructor(callee)) {
            throw vm.errors().notConstructor(callee);
        }
        vm.functions().unwrap(fp);
    }

    /** Construct (7.3.15), or a TypeError where {@code callee} is no constructor. */
    public long construct(long callee, long newTarget, long[] arguments) {
        if (!ClassOperations.isConstructor(callee)) {
            throw vm.errors().notConstructor(callee);
        }
        return vm.construct(callee, newTarget, arguments);
    }

    // Errors.
    /** A new error object of a kind, with message and a stack captured at {@link VmState#CURRENT_FP}. */
    public GuestException error(ErrorKind kind, String message) {
        return vm.error(kind, message);
    }

    public void checkInitialized(long value, long name) {
        if (value == Value.EMPTY) {
            String text = vm.strings().toJava(name);
            throw text.equals("this")
                    ? vm.errors().superNotCalled()
                    : vm.error(ErrorKind.REFERENCE_ERROR, "Cannot access '" + text + "' before initialization");
        }
    }

    public void checkObjectCoercible(long value) {
        if (Value.isNullish(value)) {
            throw vm.errors().notDestructurable(value);
        }
    }

    public long checkConstructorResult(long result, long thisValue) {
        return classes.checkConstructorResult(result, thisValue);
    }
}
