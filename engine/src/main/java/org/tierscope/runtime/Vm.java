package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.runtime.builtins.Builtins;

/**
 * One isolated guest: its heap, realm, linked functions and VM stack. Everything that needs them is given the Vm;
 * nothing finds it through a static. Only the thread that runs the guest may use it, except where a method says otherwise.
 */
public final class Vm implements AutoCloseable {
    private static final int MAX_FUNCTIONS = 1 << 20;
    private static final long STACK_GUARD_BYTES = 64 << 10;

    private final VmOptions options;
    private final NativeArena arena = new NativeArena();
    private final long state;
    private final long stack;
    private final long functionTable;
    private final List<FunctionInfo> functions = new ArrayList<>();
    /** The same by id: asked for at each call and return. */
    private FunctionInfo[] functionsById = new FunctionInfo[256];
    private final List<Consumer<LongConsumer>> roots = new ArrayList<>();

    private final Heap heap;
    private final ShapeTable shapes = new ShapeTable();
    private final Prototypes prototypes;
    private final Protectors protectors;
    private final Strings strings;
    private final Names names;
    private final Objects objects;
    private final Elements elements;
    private final Errors errors;
    private final StackWalker stackWalker;
    private final Conversions conversions;
    private final Arithmetic arithmetic;
    private final Comparison comparison;
    private final Properties properties;
    private final PropertyDefinition definitions;
    private final OwnKeys ownKeys;
    private final FieldAccess fields;
    private final ElementAccess elementAccess;
    private final PrivateNames privateNames;
    private final Literals literals;
    private final Buffers buffers;
    private final TypedElements typedElements;
    private final Iteration iteration;
    private final ClassOperations classes;
    private final Generators generators;
    private final AsyncGenerators asyncGenerators;
    private final AsyncIteration asyncIteration;
    private final Promises promises;
    private final AsyncWaits asyncWaits;
    private final Linker linker;
    private final Collector collector;
    private final Realms realms;
    private final WeakTargets weakTargets = new WeakTargets(this);
    private final Functions functionObjects;
    private final Operations operations;
    private final Inheritance inheritance;
    private final Proxies proxies;
    private final DynamicCode dynamicCode;
    private final RegExps regExps;
    private final BigInts bigInts;
    private final Modules modules;
    private final Console console = new Console();
    private final TemporaryRoots temporaryRoots = new TemporaryRoots();
    private final long stackTraceLimitName;
    private final long outOfMemoryError;

    private Executor executor;
    private PreludeCode preludeCode;
    private Consumer<Collector.Statistics> collectionListener = statistics -> {};
    private Runnable safepointHook = () -> {};
    private boolean collectionRequested;
    private boolean outOfMemory;
    private boolean canBlock = true;
    private int nativeDepth;
    private long reservedStack;

    public Vm() {
        this(VmOptions.DEFAULT);
    }

    public Vm(VmOptions options) {
        this.options = options;
        state = arena.allocate(VmState.SIZE);
        stack = NativeMemory.reserve(options.stackBytes());
        functionTable = NativeMemory.reserve((long) MAX_FUNCTIONS * FunctionCell.SIZE);
        initializeState();
        heap = new Heap(state, options);
        prototypes = new Prototypes(shapes, arena);
        protectors = new Protectors(this);
        strings = new Strings(heap, state, () -> {
            throw rangeError("Invalid string length");
        });
        for (int unit = 0; unit < strings.singles().length; unit++) {
            Mem.putLong(state + VmState.SINGLE_STRINGS + 8L * unit, strings.singles()[unit]);
        }
        names = new Names(strings, heap);
        objects = new Objects(this);
        elements = new Elements(heap);
        errors = new Errors(this);
        stackWalker = new StackWalker(this);
        conversions = new Conversions(this);
        bigInts = new BigInts(this);
        arithmetic = new Arithmetic(this);
        comparison = new Comparison(this);
        properties = new Properties(this);
        definitions = new PropertyDefinition(this);
        ownKeys = new OwnKeys(this);
        inheritance = new Inheritance(this);
        fields = new FieldAccess(this);
        elementAccess = new ElementAccess(this);
        privateNames = new PrivateNames(this);
        literals = new Literals(this);
        buffers = new Buffers(this);
        typedElements = new TypedElements(this);
        iteration = new Iteration(this);
        classes = new ClassOperations(this);
        generators = new Generators(this);
        asyncGenerators = new AsyncGenerators(this);
        asyncIteration = new AsyncIteration(this);
        promises = new Promises(this);
        asyncWaits = new AsyncWaits(this);
        linker = new Linker(this, functionTable);
        collector = new Collector(this);
        stackTraceLimitName = strings.intern("stackTraceLimit");
        functionObjects = new Functions(this);
        realms = new Realms(this);
        realms.create();
        proxies = new Proxies(this);
        operations = new Operations(this);
        dynamicCode = new DynamicCode(this);
        regExps = new RegExps(this);
        modules = new Modules(this);
        Builtins.install(this);
        Mem.putLong(state + VmState.NUMBER_PROTOTYPE, realm().get(Intrinsic.NUMBER_PROTOTYPE));
        outOfMemoryError = errors.error(ErrorKind.RANGE_ERROR, "Out of memory").value();
        heap.setHooks(this::requestCollection, this::collectNow, this::throwOutOfMemory);
    }

    private void initializeState() {
        Mem.putLong(state + VmState.STACK_LIMIT, stackEnd() - STACK_GUARD_BYTES);
        Mem.putLong(state + VmState.FUNCTION_TABLE, functionTable);
        for (int words = 0; words <= VmState.MAX_WORDS; words++) {
            long offset = (long) words * Recipe.SIZE;
            Recipe.write(state + VmState.CONTEXTS + offset, Heap.header(CellType.CONTEXT), Layout.CONTEXT_SLOTS + 8 * words);
            Recipe.write(state + VmState.ELEMENTS + offset, Heap.header(CellType.ELEMENTS), Layout.ARRAY_DATA + 8 * words);
        }
        long base = baseFp();
        Frame.setExtentAndFlags(base, 0, Frame.ENTRY | Frame.NATIVE);
        Mem.putLong(base + Frame.NEW_TARGET, Value.UNDEFINED);
        Mem.putLong(base + Frame.CALLEE, Value.UNDEFINED);
        Mem.putLong(base + Frame.THIS, Value.UNDEFINED);
        setCurrentFp(base);
    }

    /** Frees all native memory. Nothing of this VM may be used afterwards. */
    @Override
    public void close() {
        heap.close();
        strings.table().close();
        NativeMemory.release(stack, options.stackBytes());
        NativeMemory.release(functionTable, (long) MAX_FUNCTIONS * FunctionCell.SIZE);
        arena.close();
    }

    public VmOptions options() {
        return options;
    }

    /** Address of the {@link VmState}. */
    public long state() {
        return state;
    }

    // Functions.

    public FunctionInfo function(int id) {
        return functionsById[id];
    }

    /** Functions linked so far; ids are below it. */
    public int functionCount() {
        return functions.size();
    }

    /** The function that runs in frame {@code fp}. */
    public FunctionInfo functionOf(long fp) {
        return functionsById[Frame.functionId(fp)];
    }

    /** Links a function and those nested in it into the current realm: constants become values, feedback vectors are allocated. */
    public FunctionInfo link(BytecodeFunction function) {
        return linker.link(realm(), function);
    }

    /** A new native function of the current realm; several function objects may be made of it. */
    public FunctionInfo defineNative(String name, int length, NativeFunction function) {
        return linker.defineNative(realm(), name, length, function);
    }

    FunctionInfo defineNative(Realm realm, String name, int length, NativeFunction function) {
        return linker.defineNative(realm, name, length, function);
    }

    /** After a function object has got other code: corrects the function id in the feedback of its calls. */
    void retargetCalls(long function) {
        functions.forEach(caller -> linker.retargetCalls(caller, function));
    }

    void register(FunctionInfo function) {
        if (functions.size() == MAX_FUNCTIONS) {
            throw rangeError("Too many functions");
        }
        if (functions.size() == functionsById.length) {
            functionsById = java.util.Arrays.copyOf(functionsById, 2 * functionsById.length);
        }
        functionsById[functions.size()] = function;
        functions.add(function);
    }

    // The parts.

    public Operations operations() {
        return operations;
    }

    public Heap heap() {
        return heap;
    }

    public ShapeTable shapes() {
        return shapes;
    }

    public Prototypes prototypes() {
        return prototypes;
    }

    public Protectors protectors() {
        return protectors;
    }

    public Strings strings() {
        return strings;
    }

    public Names names() {
        return names;
    }

    public Objects objects() {
        return objects;
    }

    public Elements elements() {
        return elements;
    }

    public Errors errors() {
        return errors;
    }

    public StackWalker stackWalker() {
        return stackWalker;
    }

    public Conversions conversions() {
        return conversions;
    }

    public Arithmetic arithmetic() {
        return arithmetic;
    }

    public Comparison comparison() {
        return comparison;
    }

    public Properties properties() {
        return properties;
    }

    public PropertyDefinition definitions() {
        return definitions;
    }

    public Inheritance inheritance() {
        return inheritance;
    }

    public Proxies proxies() {
        return proxies;
    }

    public OwnKeys ownKeys() {
        return ownKeys;
    }

    public FieldAccess fields() {
        return fields;
    }

    public ElementAccess elementAccess() {
        return elementAccess;
    }

    public PrivateNames privateNames() {
        return privateNames;
    }

    public Literals literals() {
        return literals;
    }

    public TypedElements typedElements() {
        return typedElements;
    }

    public Buffers buffers() {
        return buffers;
    }

    public Iteration iteration() {
        return iteration;
    }

    public ClassOperations classes() {
        return classes;
    }

    public Generators generators() {
        return generators;
    }

    public AsyncGenerators asyncGenerators() {
        return asyncGenerators;
    }

    public AsyncIteration asyncIteration() {
        return asyncIteration;
    }

    public Promises promises() {
        return promises;
    }

    public AsyncWaits asyncWaits() {
        return asyncWaits;
    }

    /** [[CanBlock]] of the agent: whether Atomics.wait may wait. */
    public boolean canBlock() {
        return canBlock;
    }

    public void setCanBlock(boolean canBlock) {
        this.canBlock = canBlock;
    }

    /** The current realm: that of the running function. */
    public Realm realm() {
        return realms.current();
    }

    public Realms realms() {
        return realms;
    }

    /** Makes another realm with built-ins of its own. */
    public Realm createRealm() {
        Realm realm = realms.create();
        return realms.in(realm, () -> {
            Builtins.install(this);
            return realm;
        });
    }

    public WeakTargets weakTargets() {
        return weakTargets;
    }

    public Functions functions() {
        return functionObjects;
    }

    public Globals globals() {
        return realm().globals();
    }

    public Collector collector() {
        return collector;
    }

    /** The built-ins written in JavaScript. */
    public Prelude prelude() {
        return realm().prelude();
    }

    /** Code that the guest makes at run time. */
    public DynamicCode dynamicCode() {
        return dynamicCode;
    }

    public BigInts bigInts() {
        return bigInts;
    }

    /** Regular expressions. */
    public RegExps regExps() {
        return regExps;
    }

    public Modules modules() {
        return modules;
    }

    /** Where guest programs print. */
    public Console console() {
        return console;
    }

    NativeArena arena() {
        return arena;
    }

    long stackTraceLimitName() {
        return stackTraceLimitName;
    }

    // The stack and calls.

    /** The frame below all others; it runs nothing. */
    public long baseFp() {
        return stack + 8L * Frame.HEADER;
    }

    long stackBase() {
        return stack;
    }

    long stackEnd() {
        return stack + options.stackBytes();
    }

    public long currentFp() {
        return Mem.getLong(state + VmState.CURRENT_FP);
    }

    public void setCurrentFp(long fp) {
        Mem.putLong(state + VmState.CURRENT_FP, fp);
    }

    /** Sets where the built-ins written in JavaScript come from. */
    public void setPreludeCode(PreludeCode code) {
        this.preludeCode = code;
    }

    PreludeCode preludeCode() {
        return preludeCode;
    }

    /** Sets what runs guest code. */
    public void setExecutor(Executor executor) {
        this.executor = executor;
    }

    /**
     * Calls a guest function from Java: builds its window above the current frame and runs it.
     *
     * @throws GuestException what it throws, or a TypeError where {@code callee} is not callable
     */
    public long call(long callee, long thisValue, long... arguments) {
        if (!Layout.isCallable(callee)) {
            throw errors.notCallable(callee);
        }
        return execute(callee, thisValue, Value.UNDEFINED, arguments);
    }

    /** Construct (7.3.15): {@code callee} and {@code newTarget} are constructors. */
    public long construct(long callee, long newTarget, long... arguments) {
        return execute(callee, Value.EMPTY, newTarget, arguments);
    }

    /** Keeps calls out of Java from using the guest stack below {@code end}; returns the end until now. */
    public long reserveStack(long end) {
        long before = reservedStack;
        reservedStack = end;
        return before;
    }

    /** Calls the function of a suspended generator, see {@link Generators}. */
    long resume(long function, long generator) {
        return run(true, function, Value.UNDEFINED, generator);
    }

    private long execute(long callee, long thisValue, long newTarget, long... arguments) {
        return run(false, callee, thisValue, newTarget, arguments);
    }

    private long run(boolean resuming, long callee, long thisValue, long newTarget, long... arguments) {
        long current = currentFp();
        long fp = Math.max(Frame.top(current), reservedStack) + 8L * Frame.HEADER;
        if (nativeDepth >= options.maxNativeDepth()
                || fp + 8L * arguments.length > Mem.getLong(state + VmState.STACK_LIMIT)) {
            throw stackOverflow();
        }
        Mem.putLong(fp + Frame.CALLER_FP, current);
        Mem.putInt(fp + Frame.ARGUMENT_COUNT, arguments.length);
        Mem.putLong(fp + Frame.NEW_TARGET, newTarget);
        Mem.putLong(fp + Frame.CALLEE, callee);
        Mem.putLong(fp + Frame.THIS, thisValue);
        for (int i = 0; i < arguments.length; i++) {
            Frame.set(fp, i, arguments[i]);
        }
        nativeDepth++;
        try {
            return resuming ? executor.resume(fp) : executor.execute(fp);
        } finally {
            nativeDepth--;
            setCurrentFp(current);
        }
    }

    /**
     * Counts a step of recursion in Java that guest objects drive, like a call; every one is followed by {@link #leaveNested}.
     *
     * @throws GuestException a RangeError where it is too deep
     */
    public void enterNested() {
        if (nativeDepth >= options.maxNativeDepth()) {
            throw stackOverflow();
        }
        nativeDepth++;
    }

    public void leaveNested() {
        nativeDepth--;
    }

    // Errors.

    public GuestException error(ErrorKind kind, String message) {
        return errors.error(kind, message);
    }

    public GuestException typeError(String message) {
        return errors.error(ErrorKind.TYPE_ERROR, message);
    }

    public GuestException rangeError(String message) {
        return errors.error(ErrorKind.RANGE_ERROR, message);
    }

    public GuestException stackOverflow() {
        return rangeError("Maximum call stack size exceeded");
    }

    /**
     * What machine code calls for functions without compiled code, those linked already and those to come.
     *
     * @param interpreter for functions with bytecode
     * @param ofNative for native ones
     */
    public void setEntryStubs(long interpreter, long ofNative) {
        linker.setEntryStubs(interpreter, ofNative);
        for (FunctionInfo function : functions) {
            function.setMachineEntry(function.machineEntry(), linker.entryStub(function));
        }
    }

    // Safepoints and collection.

    /** Asks the guest to come to a safepoint soon. May be called from any thread. */
    public void requestInterrupt() {
        Mem.putInt(state + VmState.INTERRUPT, 1);
    }

    /** What else happens at safepoints: installing code, stopping. It may throw to end the guest. */
    public void setSafepointHook(Runnable hook) {
        this.safepointHook = hook;
    }

    /** Called by the guest's loops and function entries when {@link VmState#INTERRUPT} is set. */
    public void safepoint() {
        Mem.putInt(state + VmState.INTERRUPT, 0);
        if (collectionRequested) {
            collectNow();
        }
        safepointHook.run();
    }

    private void requestCollection() {
        collectionRequested = true;
        requestInterrupt();
    }

    private void collectNow() {
        collectionRequested = false;
        if (options.verify()) {
            new HeapVerifier(this).verify();
        }
        Collector.Statistics statistics = collector.collect();
        if (options.verify()) {
            new HeapVerifier(this).verify();
        }
        outOfMemory = false;
        collectionListener.accept(statistics);
    }

    /** Collects garbage now. The guest must be at a safepoint, or in Java code. */
    public void collectGarbage() {
        collectNow();
    }

    private void throwOutOfMemory() {
        if (outOfMemory) {
            throw new GuestException(outOfMemoryError);
        }
        outOfMemory = true;
        throw rangeError("Out of memory");
    }

    /** Has collections count what they leave, see {@link Collector.Statistics#live}. */
    public void countCells() {
        collector.countCells();
    }

    public void onCollection(Consumer<Collector.Statistics> listener) {
        this.collectionListener = listener;
    }

    /** Registers values that stay alive: {@code provider} gives each to its argument at every collection. */
    public void addRoots(Consumer<LongConsumer> provider) {
        roots.add(provider);
    }

    public TemporaryRoots temporaryRoots() {
        return temporaryRoots;
    }

    void forEachRoot(LongConsumer mark) {
        temporaryRoots.forEachRoot(mark);
        names.forEachRoot(mark);
        realms.forEachRoot(mark);
        weakTargets.forEachRoot(mark);
        conversions.forEachRoot(mark);
        mark.accept(stackTraceLimitName);
        mark.accept(outOfMemoryError);
        mark.accept(strings.empty());
        for (long single : strings.singles()) {
            mark.accept(single);
        }
        functions.forEach(function -> linker.forEachRoot(function, mark));
        roots.forEach(provider -> provider.accept(mark));
    }
}
