package org.tierscope.runtime;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.regexp.Flags;
import org.tierscope.regexp.Matcher;
import org.tierscope.regexp.Program;
import org.tierscope.regexp.RegExpSyntaxException;

/**
 * Regular expression objects (22.2.7, 22.2.8): their fields, the programs they run, and what a match gives.
 *
 * <p>An object holds its pattern, its flags and the number of its program. The last {@value #PROGRAMS} programs are kept; an
 * object whose program is no longer among them has it compiled again, so memory stays bounded whatever is matched.
 */
public final class RegExps {
    /** Fields of the cell: strings as the program wrote them, then ints. */
    private static final int SOURCE = 0;
    private static final int FLAGS = 1;
    private static final int PROGRAM = 2;
    private static final int FLAG_BITS = 3;
    /** The only property every one has comes right behind the fields. */
    private static final int LAST_INDEX = 4;

    private static final int PROGRAMS = 1024;
    private static final int LITERALS = 256;
    private static final int SOURCES = 256;
    /** Groups that RegExp.$1 and its like know. */
    private static final int LEGACY_GROUPS = 10;

    private record Compiled(int id, Program program) {}

    /** The program that a literal's two constants stand for. */
    private record Literal(long pattern, long flags, int bits, int id) {}

    /** The program that a pattern and flags stand for. */
    private record Source(String pattern, int flags, int id) {}

    /** Shapes of objects made in a realm: of a regular expression as a literal makes it, and of the arrays that matches give. */
    private record RealmShapes(Realm realm, Shape plain, Shape result) {}

    private final Vm vm;
    private final Matcher matcher;
    private final Compiled[] programs = new Compiled[PROGRAMS];
    private final Literal[] literals = new Literal[LITERALS];
    private final Source[] sources = new Source[SOURCES];
    private int nextId;
    private RealmShapes shapes;
    private long subject;
    private long lastInput;
    private final int[] lastGroups = new int[2 * LEGACY_GROUPS];

    RegExps(Vm vm) {
        this.vm = vm;
        this.matcher = new Matcher(this::poll);
        vm.addRoots(mark -> {
            if (lastInput != 0) {
                mark.accept(lastInput);
            }
        });
    }

    /** In the middle of a match: lets the guest be stopped or paused. */
    private void poll() {
        if (Mem.getInt(vm.state() + VmState.INTERRUPT) != 0) {
            int depth = vm.temporaryRoots().depth();
            vm.temporaryRoots().push(subject);
            try {
                vm.safepoint();
            } finally {
                vm.temporaryRoots().reset(depth);
            }
        }
    }

    // Objects.

    public static boolean isRegExp(long value) {
        return Layout.isObject(value) && Layout.cellType(value) == CellType.REGEXP.ordinal();
    }

    /** A literal's fresh object; pattern and flags are known to be right. */
    public long create(long pattern, long flags) {
        long object = allocate(shapes().plain);
        int slot = (int) (pattern >>> 4 ^ flags >>> 4) & LITERALS - 1;
        Literal literal = literals[slot];
        if (literal == null || literal.pattern != pattern || literal.flags != flags || !isKept(literal.id)) {
            initialize(object, pattern, flags);
            literals[slot] = new Literal(pattern, flags, flags(object), Value.asInt(Objects.field(object, PROGRAM)));
            return object;
        }
        Objects.setField(object, SOURCE, pattern);
        Objects.setField(object, FLAGS, flags);
        Objects.setField(object, PROGRAM, Value.ofInt(literal.id));
        Objects.setField(object, FLAG_BITS, Value.ofInt(literal.bits));
        return object;
    }

    /** Those of the current realm, which are asked for many times in a row. */
    private RealmShapes shapes() {
        Realm realm = vm.realm();
        if (shapes == null || shapes.realm != realm) {
            shapes = new RealmShapes(
                    realm,
                    shapeFor(realm.get(Intrinsic.REGEXP_PROTOTYPE)),
                    vm.objects().rootShape(realm.get(Intrinsic.ARRAY_PROTOTYPE), CellType.ARRAY, 3));
        }
        return shapes;
    }

    private Shape shapeFor(long prototype) {
        return vm.shapes().add(
                vm.objects().rootShape(prototype, CellType.REGEXP, 1), vm.names().lastIndex, Attributes.WRITABLE);
    }

    /** RegExpAlloc: an object that is to be initialized. */
    public long allocateWith(long prototype) {
        return allocate(shapeFor(prototype));
    }

    private long allocate(Shape shape) {
        long object = vm.objects().allocate(shape, 0);
        Objects.setField(object, SOURCE, vm.strings().empty());
        Objects.setField(object, FLAGS, vm.strings().empty());
        Objects.setField(object, PROGRAM, Value.ofInt(-1));
        Objects.setField(object, FLAG_BITS, Value.ZERO);
        Objects.setField(object, LAST_INDEX, Value.ZERO);
        return object;
    }

    /**
     * RegExpInitialize with two strings, but for lastIndex.
     *
     * @throws GuestException a SyntaxError where the pattern or the flags are wrong
     */
    public void initialize(long object, long pattern, long flags) {
        String source = vm.strings().toJava(pattern);
        String letters = vm.strings().toJava(flags);
        Flags parsed = Flags.parse(letters);
        if (parsed == null) {
            throw vm.error(
                    ErrorKind.SYNTAX_ERROR, "Invalid flags supplied to RegExp constructor '" + letters + "'");
        }
        int id = compile(source, parsed);
        Objects.setField(object, SOURCE, pattern);
        Objects.setField(object, FLAGS, flags);
        Objects.setField(object, PROGRAM, Value.ofInt(id));
        Objects.setField(object, FLAG_BITS, Value.ofInt(parsed.bits()));
    }

    /** The number of the program for a pattern: objects are made of the same ones again and again, by matchAll and split too. */
    private int compile(String source, Flags flags) {
        int slot = source.hashCode() + flags.bits() & SOURCES - 1;
        Source known = sources[slot];
        if (known == null || known.flags != flags.bits() || !known.pattern.equals(source) || !isKept(known.id)) {
            known = new Source(source, flags.bits(), add(source, flags));
            sources[slot] = known;
        }
        return known.id;
    }

    private int add(String source, Flags flags) {
        Program program;
        try {
            program = Program.compile(source, flags);
        } catch (RegExpSyntaxException e) {
            throw vm.error(
                    ErrorKind.SYNTAX_ERROR,
                    "Invalid regular expression: /" + source + "/" + flags + ": " + e.getMessage());
        }
        int id = nextId;
        nextId = nextId + 1 & Integer.MAX_VALUE;
        programs[id & PROGRAMS - 1] = new Compiled(id, program);
        return id;
    }

    private boolean isKept(int id) {
        Compiled compiled = programs[id & PROGRAMS - 1];
        return compiled != null && compiled.id == id;
    }

    public Program program(long regExp) {
        if (!isKept(Value.asInt(Objects.field(regExp, PROGRAM)))) {
            initialize(regExp, source(regExp), flagsText(regExp));
        }
        return programs[Value.asInt(Objects.field(regExp, PROGRAM)) & PROGRAMS - 1].program;
    }

    /** The pattern, as a guest string. */
    public static long source(long regExp) {
        return Objects.field(regExp, SOURCE);
    }

    /** The flags that it was made with, as a guest string. */
    public static long flagsText(long regExp) {
        return Objects.field(regExp, FLAGS);
    }

    /** The bits of {@link Flags} that it was made with. */
    public static int flags(long regExp) {
        return Value.asInt(Objects.field(regExp, FLAG_BITS));
    }

    public static boolean has(long regExp, int flag) {
        return (flags(regExp) & flag) != 0;
    }

    // lastIndex.

    /** ToLength of lastIndex. */
    public long lastIndex(long regExp) {
        long value = Objects.field(regExp, LAST_INDEX);
        return Value.isInt(value) && Value.asInt(value) >= 0 ? Value.asInt(value) : vm.conversions().toLength(value);
    }

    /** Sets lastIndex. @throws GuestException a TypeError where it is not writable */
    public void setLastIndex(long regExp, long value) {
        if (isPlain(regExp)) {
            Objects.setField(regExp, LAST_INDEX, value);
        } else {
            vm.properties().put(regExp, vm.names().lastIndex, value);
        }
    }

    /** Whether it is one without properties of its own, whose prototype is the current realm's original one. */
    public boolean isPlain(long regExp) {
        return vm.shapes().of(regExp) == shapes().plain;
    }

    // Matching.

    /**
     * Looks for a match from a position on, whatever lastIndex is. {@code flat} must be flat.
     *
     * @throws GuestException a RangeError where that needs too much memory
     */
    public boolean find(long regExp, long flat, int from, boolean sticky) {
        Program program = program(regExp);
        subject = flat;
        boolean found;
        try {
            found = matcher.find(
                    program, flat + Layout.STRING_DATA, Strings.length(flat), !Strings.isLatin1(flat), from, sticky);
        } catch (Matcher.TooComplexException e) {
            throw vm.stackOverflow();
        }
        if (found) {
            remember(program, flat);
        }
        return found;
    }

    private void remember(Program program, long flat) {
        lastInput = flat;
        int groups = Math.min(program.groups(), LEGACY_GROUPS);
        for (int i = 0; i < groups; i++) {
            lastGroups[2 * i] = matcher.start(i);
            lastGroups[2 * i + 1] = matcher.end(i);
        }
        Arrays.fill(lastGroups, 2 * groups, lastGroups.length, -1);
    }

    /** Where a group of the last match began, −1 where it took no part. */
    public int start(int group) {
        return matcher.start(group);
    }

    public int end(int group) {
        return matcher.end(group);
    }

    /** RegExpBuiltinExec: the result object, or null. */
    public long exec(long regExp, long string) {
        long flat = vm.strings().flatten(string);
        return advance(regExp, flat) ? result(regExp, flat) : Value.NULL;
    }

    /** RegExpBuiltinExec without a result object: whether there is a match, which lastIndex has followed. */
    public boolean advance(long regExp, long flat) {
        long lastIndex = lastIndex(regExp);
        boolean sticky = has(regExp, Flags.STICKY);
        boolean follows = sticky || has(regExp, Flags.GLOBAL);
        if (!follows) {
            lastIndex = 0;
        }
        if (lastIndex > Strings.length(flat) || !find(regExp, flat, (int) lastIndex, sticky)) {
            if (follows) {
                setLastIndex(regExp, Value.ZERO);
            }
            return false;
        }
        if (follows) {
            setLastIndex(regExp, Value.ofInt(matcher.end(0)));
        }
        return true;
    }

    /** The array for the last match. */
    private long result(long regExp, long flat) {
        Program program = program(regExp);
        int groups = program.groups();
        long array = newResult(groups);
        Names names = vm.names();
        vm.objects().add(array, names.index, Attributes.DEFAULT, Value.ofInt(matcher.start(0)));
        vm.objects().add(array, names.input, Attributes.DEFAULT, flat);
        for (int i = 0; i < groups; i++) {
            Mem.putLong(Elements.data(array) + 8L * i, group(flat, i));
        }
        vm.objects().add(array, names.groups, Attributes.DEFAULT, named(program, array));
        if (program.flags().has(Flags.HAS_INDICES)) {
            vm.objects().add(array, names.indices, Attributes.DEFAULT, indices(program));
        }
        return array;
    }

    /** An array of tagged elements that are undefined at first, with room for the properties of a result. */
    private long newResult(int length) {
        long array = vm.objects().allocate(shapes().result, 0);
        Mem.putLong(array + Layout.OBJECT_ELEMENTS, vm.elements().allocate(length, false));
        Objects.setElementsKind(array, ElementsKind.TAGGED);
        Mem.putInt(array + Layout.ARRAY_LENGTH, length);
        for (int i = 0; i < length; i++) {
            Mem.putLong(Elements.data(array) + 8L * i, Value.UNDEFINED);
        }
        return array;
    }

    /** What a group of the last match has matched; undefined where it took no part. */
    public long group(long flat, int group) {
        int start = matcher.start(group);
        return start < 0 ? Value.UNDEFINED : vm.strings().substring(flat, start, matcher.end(group));
    }

    private long named(Program program, long array) {
        return namedGroups(program, group -> Mem.getLong(Elements.data(array) + 8L * group));
    }

    /** The object that gives what groups have matched by their names; undefined where none has one. */
    public long namedGroups(Program program, IntToLongFunction group) {
        if (program.names().isEmpty()) {
            return Value.UNDEFINED;
        }
        long groups = vm.objects().allocate(vm.objects().rootShape(0, CellType.OBJECT, 4), 0);
        program.names().forEach((name, candidates) -> {
            long value = Value.UNDEFINED;
            for (int candidate : candidates) {
                long matched = group.applyAsLong(candidate);
                value = matched == Value.UNDEFINED ? value : matched;
            }
            vm.definitions().createDataProperty(groups, vm.conversions().key(name), value);
        });
        return groups;
    }

    private long indices(Program program) {
        long array = newResult(program.groups());
        for (int i = 0; i < program.groups(); i++) {
            int start = matcher.start(i);
            if (start >= 0) {
                long pair = vm.realm().newPair(Value.ofInt(start), Value.ofInt(matcher.end(i)));
                Mem.putLong(Elements.data(array) + 8L * i, pair);
            }
        }
        vm.objects().add(array, vm.names().groups, Attributes.DEFAULT, named(program, array));
        return array;
    }

    // What RegExp.$1 and its like tell (of the last match of all).

    /** Units [from, to) of the last input, counted by {@link #lastStart}; empty before the first match. */
    public long lastInput(int from, int to) {
        return lastInput == 0 || from < 0 ? vm.strings().empty() : vm.strings().substring(lastInput, from, to);
    }

    public int lastStart(int group) {
        return lastInput == 0 ? -1 : lastGroups[2 * group];
    }

    public int lastEnd(int group) {
        return lastInput == 0 ? -1 : lastGroups[2 * group + 1];
    }

    public int lastLength() {
        return lastInput == 0 ? 0 : Strings.length(lastInput);
    }
}
