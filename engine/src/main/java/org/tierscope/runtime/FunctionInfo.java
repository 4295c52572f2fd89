package org.tierscope.runtime;

import org.tierscope.bytecode.BytecodeFunction;

/**
 * A function linked into one VM: a {@link BytecodeFunction} with its constants as values and its feedback vector,
 * or a native function. All closures of one function share it. Its id indexes {@link Vm#function(int)}.
 */
public final class FunctionInfo {
    /** Bits of {@link FunctionCell#FLAGS}. */
    public static final int NATIVE = 1;

    public static final int STRICT = 2;
    public static final int NEEDS_ARGUMENTS = 4;
    public static final int CLASS_CONSTRUCTOR = 8;
    public static final int DERIVED_CONSTRUCTOR = 16;

    private final int id;
    private final Realm realm;
    private final String name;
    private final BytecodeFunction bytecode;
    private final NativeFunction nativeFunction;
    private final long cell;
    private final int[] code;
    private final long[] constants;
    private final FunctionInfo[] nested;
    private final boolean strict;
    private final boolean needsArguments;
    private final boolean classConstructor;
    private final boolean derivedConstructor;
    private final int length;
    private final int parameterCount;
    private final int registerCount;
    private long feedback;
    private long instancePrototype;
    private Shape instanceShape;
    private int constructorShape;
    private int prototypeOffset;
    private volatile long machineEntry;

    FunctionInfo(
            int id,
            Realm realm,
            String name,
            BytecodeFunction bytecode,
            NativeFunction nativeFunction,
            long cell,
            long[] constants,
            FunctionInfo[] nested,
            int length) {
        this.id = id;
        this.realm = realm;
        this.name = name;
        this.bytecode = bytecode;
        this.nativeFunction = nativeFunction;
        this.cell = cell;
        this.code = bytecode == null ? null : bytecode.code();
        this.constants = constants;
        this.nested = nested;
        this.length = length;
        this.parameterCount = bytecode == null ? 0 : bytecode.parameterCount();
        this.registerCount = bytecode == null ? 0 : bytecode.registerCount();
        this.strict = bytecode != null && bytecode.is(BytecodeFunction.Flag.STRICT);
        this.needsArguments = bytecode != null && bytecode.needsArguments();
        this.classConstructor = bytecode != null && bytecode.is(BytecodeFunction.Flag.CLASS_CONSTRUCTOR);
        this.derivedConstructor = bytecode != null && bytecode.is(BytecodeFunction.Flag.DERIVED_CONSTRUCTOR);
    }

    public int id() {
        return id;
    }

    /** The realm that it was linked into: all its closures belong there. */
    public Realm realm() {
        return realm;
    }

    public String name() {
        return name;
    }

    /** Null for native functions. */
    public BytecodeFunction bytecode() {
        return bytecode;
    }

    /** Null for bytecode functions. */
    public NativeFunction nativeFunction() {
        return nativeFunction;
    }

    public boolean isNative() {
        return nativeFunction != null;
    }

    /** Address of its {@link FunctionCell}. */
    public long cell() {
        return cell;
    }

    public int[] code() {
        return code;
    }

    /** Constants as values: numbers and interned strings; 0 where the constant is no value (see {@link #nested}). */
    public long[] constants() {
        return constants;
    }

    /** The linked function for a constant that is a BytecodeFunction, else null. */
    public FunctionInfo nested(int constant) {
        return nested[constant];
    }

    /** Address of the feedback vector. */
    public long feedback() {
        return feedback;
    }

    void setFeedback(long feedback) {
        this.feedback = feedback;
        Mem.putLong(cell + FunctionCell.FEEDBACK, feedback);
    }

    public boolean isStrict() {
        return strict;
    }

    /** Its frames move up behind their arguments, see {@link Frame}. */
    public boolean needsArguments() {
        return needsArguments;
    }

    public boolean isClassConstructor() {
        return classConstructor;
    }

    public boolean isDerivedConstructor() {
        return derivedConstructor;
    }

    /** Address of compiled code to call, or 0 where the interpreter runs it. */
    public long machineEntry() {
        return machineEntry;
    }

    /**
     * Publishes compiled code, or takes it back.
     *
     * @param entry address of compiled code, or 0
     * @param stub what compiled callers call instead while there is none: the stub that enters the interpreter
     */
    public void setMachineEntry(long entry, long stub) {
        machineEntry = entry;
        Mem.putLong(cell + FunctionCell.ENTRY, entry == 0 ? stub : entry);
    }

    /**
     * Publishes the unboxed entry of optimized code, or takes it back.
     *
     * @param signature how it takes its parameters; 0: there is none
     */
    public void setUnboxedEntry(long entry, int signature) {
        Mem.putLong(cell + FunctionCell.UNBOXED_ENTRY, entry);
        Mem.putInt(cell + FunctionCell.SIGNATURE, signature);
    }

    int cellFlags() {
        return (isNative() ? NATIVE : 0)
                | (strict ? STRICT : 0)
                | (needsArguments ? NEEDS_ARGUMENTS : 0)
                | (classConstructor ? CLASS_CONSTRUCTOR : 0)
                | (derivedConstructor ? DERIVED_CONSTRUCTOR : 0);
    }

    /** Of its bytecode, 0 for native functions. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Of its bytecode, 0 for native functions. */
    public int registerCount() {
        return registerCount;
    }

    /** The initial value of the "length" property of its function objects. */
    public int length() {
        return length;
    }

    /**
     * The shape of objects that {@code new} makes for a constructor with this code, while the constructor's "prototype" is
     * {@code prototype}; null where that is not known yet.
     */
    public Shape instanceShape(long prototype) {
        return prototype == instancePrototype ? instanceShape : null;
    }

    /** The shape of objects that {@code new constructor} makes, if the last constructor looked like this one; else null. */
    public Shape instanceShapeFor(long constructor) {
        return Mem.getInt(constructor) == constructorShape
                        && Mem.getLong(constructor + prototypeOffset) == instancePrototype
                ? instanceShape
                : null;
    }

    /** Notes where constructors of this shape have their "prototype", which is the current instance prototype. */
    void rememberConstructor(Shape shape, int slot) {
        if (shape.isCacheable() && shape.isInObject(slot)) {
            constructorShape = shape.id();
            prototypeOffset = shape.offset(slot);
            Mem.putInt(cell + FunctionCell.PROTOTYPE_OFFSET, prototypeOffset);
            Mem.putInt(cell + FunctionCell.CONSTRUCTOR_SHAPE, constructorShape);
        }
    }

    /** After marking: forgets a prototype that died, because its address may come to be another object's. */
    void sweep(Heap heap) {
        if (heap.contains(instancePrototype) && !heap.isMarked(instancePrototype)) {
            instancePrototype = 0;
            instanceShape = null;
            constructorShape = 0;
            Mem.putInt(cell + FunctionCell.CONSTRUCTOR_SHAPE, 0);
            Mem.putLong(cell + FunctionCell.INSTANCE_PROTOTYPE, 0);
        }
    }

    void setInstanceShape(long prototype, Shape shape) {
        instancePrototype = prototype;
        instanceShape = shape;
        Mem.putLong(cell + FunctionCell.INSTANCE + Recipe.HEADER, 0);
        Recipe.write(cell + FunctionCell.INSTANCE, shape);
        Mem.putLong(cell + FunctionCell.INSTANCE_PROTOTYPE, prototype);
    }

    @Override
    public String toString() {
        return (name.isEmpty() ? "anonymous" : name) + "#" + id;
    }
}
