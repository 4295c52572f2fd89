package org.tierscope.session.sample;

import java.util.List;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.Operand;
import org.tierscope.record.proto.PcRange;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.Register;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.record.proto.SyntaxNode;
import org.tierscope.record.proto.SyntaxTree;

/** The program of {@link SampleRecording}: its text, its functions' bytecode, its syntax tree. */
public final class SampleProgram {

    public static final int SOURCE = 1;
    public static final int PROGRAM = 1;
    public static final int ADD = 2;
    public static final int SUM = 3;

    /** pc of the loop header of {@code sum}. */
    public static final int SUM_LOOP = 6;
    /** pc of the call of {@code add} in {@code sum}. */
    public static final int SUM_CALL = 30;

    public static final String TEXT = """
            // Adds up a list of numbers, until one of them is a string.
            function add(a, b) {
              return a + b;
            }

            function sum(list) {
              let total = 0;
              for (let i = 0; i < list.length; i++) {
                total = add(total, list[i]);
              }
              return total;
            }

            const numbers = [];
            for (let n = 0; n < 1000; n++) numbers.push(n);
            for (let round = 0; round < 200; round++) sum(numbers);
            const point = { x: 3, y: 4 };
            console.log(sum(numbers), point.x * point.y);
            numbers[500] = "five hundred";
            console.log(sum(numbers).length);
            """;

    private SampleProgram() {
    }

    static SourceLoaded source() {
        return SourceLoaded.newBuilder().setSourceId(SOURCE).setPath("samples/sum.js").setText(TEXT).build();
    }

    /** Position of the first character of {@code what}. */
    static Position position(String what) {
        int offset = start(what);
        String before = TEXT.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Position.newBuilder().setSourceId(SOURCE).setOffset(offset).setLine(line)
                .setColumn(offset - before.lastIndexOf('\n')).build();
    }

    static int start(String what) {
        int offset = TEXT.indexOf(what);
        if (offset < 0) {
            throw new IllegalArgumentException("not in the program: " + what);
        }
        return offset;
    }

    static FunctionLoaded program() {
        return FunctionLoaded.newBuilder().setFunctionId(PROGRAM).setName("(program)").setSourceId(SOURCE)
                .setStart(0).setEnd(TEXT.length()).setLine(1).setColumn(1).setRegisterCount(16).setKind("program")
                .addAllConstants(List.of("add", "sum", "numbers", "1000", "push", "200", "x", "y", "\"five hundred\""))
                .addRegisters(register(0, "r0", "n", 8, 30)).addRegisters(register(1, "r1", "round", 34, 52))
                .addRegisters(register(2, "r2", "", 0, 0)).addRegisters(register(3, "r3", "", 0, 0))
                .addInstructions(op(0, "CREATE_ARRAY", "[]", w(2), imm(0), slot(0)))
                .addInstructions(op(5, "LOAD_INT", "0", w(0), imm(0)))
                .addInstructions(op(8, "JUMP_IF_NOT_LESS", "n < 1000", r(0), imm(1000), to(30), slot(16)))
                .addInstructions(op(13, "CALL", "numbers.push(n)", w(3), r(2), imm(1), slot(32)))
                .addInstructions(op(23, "INC", "n++", w(0), r(0), slot(88)))
                .addInstructions(op(27, "JUMP_LOOP", "n++", to(8), slot(96)))
                .addInstructions(op(30, "LOAD_INT", "round = 0", w(1), imm(0)))
                .addInstructions(op(34, "JUMP_IF_NOT_LESS", "round < 200", r(1), imm(200), to(52), slot(112)))
                .addInstructions(op(39, "CALL", "sum(numbers)", w(3), r(4), imm(1), slot(128)))
                .addInstructions(op(45, "INC", "round++", w(1), r(1), slot(184)))
                .addInstructions(op(49, "JUMP_LOOP", "round++", to(34), slot(192)))
                .addInstructions(op(52, "CREATE_OBJECT", "{ x: 3, y: 4 }", w(5), imm(2), slot(208)))
                .addInstructions(op(56, "DEFINE_FIELD", "x: 3", r(5), name("x", 6), r(6), slot(224)))
                .addInstructions(op(61, "DEFINE_FIELD", "y: 4", r(5), name("y", 7), r(6), slot(280)))
                .addInstructions(op(66, "CALL", "console.log(sum(numbers), point.x * point.y)", w(3), r(6), imm(2),
                        slot(336)))
                .addInstructions(op(72, "SET_ELEMENT", "numbers[500] = \"five hundred\"", r(2), r(3), r(6), slot(392)))
                .addInstructions(op(77, "CALL", "console.log(sum(numbers).length)", w(3), r(6), imm(1), slot(440)))
                .addInstructions(op(83, "RETURN", "console.log(sum(numbers).length)", r(3)))
                .addLoopHeaders(8).addLoopHeaders(34)
                .build();
    }

    static FunctionLoaded add() {
        int start = start("function add");
        return FunctionLoaded.newBuilder().setFunctionId(ADD).setName("add").setSourceId(SOURCE)
                .setStart(start).setEnd(start("}\n\nfunction sum") + 1).setLine(2).setColumn(1)
                .setParentFunctionId(PROGRAM).setParameterCount(2).setRegisterCount(3).setKind("function")
                .addRegisters(register(0, "r0", "a", 0, 6)).addRegisters(register(1, "r1", "b", 0, 6))
                .addRegisters(register(2, "r2", "", 5, 6))
                .addInstructions(op(0, "ADD", "a + b", w(2), r(0), r(1), slot(0)))
                .addInstructions(op(5, "RETURN", "return a + b;", r(2)))
                .build();
    }

    static FunctionLoaded sum() {
        int start = start("function sum");
        return FunctionLoaded.newBuilder().setFunctionId(SUM).setName("sum").setSourceId(SOURCE)
                .setStart(start).setEnd(start("}\n\nconst numbers") + 1).setLine(6).setColumn(1)
                .setParentFunctionId(PROGRAM).setParameterCount(1).setRegisterCount(12).setKind("function")
                .addAllConstants(List.of("length", "add"))
                .addRegisters(register(0, "r0", "list", 0, 44)).addRegisters(register(1, "r1", "total", 3, 44))
                .addRegisters(register(2, "r2", "i", 6, 42)).addRegisters(register(3, "r3", "", 11, 16))
                .addRegisters(register(8, "r8", "", 20, 35)).addRegisters(register(9, "r9", "", 22, 35))
                .addRegisters(register(10, "r10", "", 25, 35)).addRegisters(register(11, "r11", "", 30, 35))
                .addInstructions(op(0, "LOAD_INT", "let total = 0", w(1), imm(0)))
                .addInstructions(op(3, "LOAD_INT", "let i = 0", w(2), imm(0)))
                .addInstructions(op(6, "GET_FIELD", "list.length", w(3), r(0), name("length", 0), slot(0)))
                .addInstructions(op(11, "JUMP_IF_NOT_LESS", "i < list.length", r(2), r(3), to(42), slot(56)))
                .addInstructions(op(16, "GET_GLOBAL", "add(total, list[i])", w(8), name("add", 1), slot(72)))
                .addInstructions(op(20, "LOAD_UNDEFINED", "add(total, list[i])", w(9)))
                .addInstructions(op(22, "MOVE", "total, list[i]", w(10), r(1)))
                .addInstructions(op(25, "GET_ELEMENT", "list[i]", w(11), r(0), r(2), slot(128)))
                .addInstructions(op(30, "CALL", "add(total, list[i])", w(1), r(4), imm(2), slot(176)))
                .addInstructions(op(35, "INC", "i++", w(2), r(2), slot(232)))
                .addInstructions(op(39, "JUMP_LOOP", "i++", to(6), slot(240)))
                .addInstructions(op(42, "RETURN", "return total;", r(1)))
                .addLoopHeaders(SUM_LOOP)
                .build();
    }

    static SyntaxTree syntaxTree() {
        SyntaxTree.Builder tree = SyntaxTree.newBuilder().setSourceId(SOURCE);
        node(tree, 0, "Program", "", TEXT);
        node(tree, 1, "FunctionDeclaration", "add(a, b)", "function add(a, b) {\n  return a + b;\n}");
        node(tree, 2, "Return", "", "return a + b;");
        node(tree, 3, "Binary", "+", "a + b");
        node(tree, 4, "Identifier", "a", "a + b".substring(0, 1));
        node(tree, 4, "Identifier", "b", "b;".substring(0, 1));
        node(tree, 1, "FunctionDeclaration", "sum(list)", "function sum(list)");
        node(tree, 2, "Let", "total", "let total = 0");
        node(tree, 2, "For", "", "for (let i = 0; i < list.length; i++)");
        node(tree, 3, "Let", "i", "let i = 0");
        node(tree, 3, "Binary", "<", "i < list.length");
        node(tree, 3, "Update", "++", "i++");
        node(tree, 3, "Assignment", "total", "total = add(total, list[i])");
        node(tree, 4, "Call", "add", "add(total, list[i])");
        node(tree, 2, "Return", "", "return total;");
        return tree.build();
    }

    private static void node(SyntaxTree.Builder tree, int depth, String kind, String label, String text) {
        tree.addNodes(SyntaxNode.newBuilder().setDepth(depth).setKind(kind).setLabel(label)
                .setStart(start(text)).setEnd(start(text) + text.length()));
    }

    private static Register register(int index, String label, String name, int start, int end) {
        Register.Builder register = Register.newBuilder().setIndex(index).setLabel(label).setName(name);
        return end > start
                ? register.addLive(PcRange.newBuilder().setStart(start).setEnd(end)).build()
                : register.build();
    }

    private static Instruction op(int pc, String opcode, String source, Operand... operands) {
        int start = start(source);
        String text = List.of(operands).stream().map(Operand::getText)
                .reduce((a, b) -> a + ", " + b).map(list -> opcode + " " + list).orElse(opcode);
        return Instruction.newBuilder().setPc(pc).setOpcode(opcode).addAllOperands(List.of(operands))
                .setSourceStart(start).setSourceEnd(start + source.length()).setText(text).build();
    }

    private static Operand w(int register) {
        return operand(Operand.Kind.TARGET_REGISTER, register, "r" + register);
    }

    private static Operand r(int register) {
        return operand(Operand.Kind.REGISTER, register, "r" + register);
    }

    private static Operand imm(int value) {
        return operand(Operand.Kind.IMMEDIATE, value, Integer.toString(value));
    }

    private static Operand to(int pc) {
        return operand(Operand.Kind.JUMP_TARGET, pc, "→" + pc);
    }

    private static Operand slot(int slot) {
        return operand(Operand.Kind.FEEDBACK_SLOT, slot, "[" + slot + "]");
    }

    private static Operand name(String name, int constant) {
        return operand(Operand.Kind.NAME, constant, "\"" + name + "\"");
    }

    private static Operand operand(Operand.Kind kind, long value, String text) {
        return Operand.newBuilder().setKind(kind).setValue(value).setText(text).build();
    }
}
