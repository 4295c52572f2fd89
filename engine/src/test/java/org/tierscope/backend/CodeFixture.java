package org.tierscope.backend;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tierscope.asm.CpuFeatures;
import org.tierscope.asm.Label;
import org.tierscope.asm.Listing;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.SourceText;
import org.tierscope.deopt.ExitTable;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.ir.EntryShape;
import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphParser;
import org.tierscope.ir.pass.DeadCodeElimination;
import org.tierscope.ir.pass.DirectCalls;
import org.tierscope.ir.pass.PassNotes;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Vm;

/** What tests of the code generator share: graph text in, machine code out, every allocation checked. */
abstract class CodeFixture {
    private Vm vm;
    private FunctionInfo function;

    @BeforeEach
    void linkAFunctionOfTwoParameters() {
        vm = new Vm();
        BytecodeFunction top = Compiler.compile(
                new SourceText(1, "f.js", "function f(a, b) { let c = a; return c + b; }"), CompileMode.COMMONJS);
        FunctionInfo program = vm.link(top);
        for (int i = 0; i < top.constants().size(); i++) {
            if (program.nested(i) != null) {
                function = program.nested(i);
            }
        }
    }

    @AfterEach
    void freeMemory() {
        vm.close();
    }

    /** What the processor has that the code is for. */
    CpuFeatures features() {
        return CpuFeatures.baseline();
    }

    CodeGenerator.Result generate(String blocks) {
        return new CodeGenerator(new Input(), parse(blocks), new ExitTable()).generate();
    }

    /** The same with unboxed entries and arguments; {@code $id} is the function's id. */
    CodeGenerator.Result generateDirect(String blocks) {
        Graph graph = parse(blocks.replace("$id", "" + function.id()));
        graph.setEntryShape(new EntryShape(2, 4, Map.of()));
        new DirectCalls().run(graph, new PassNotes());
        new DeadCodeElimination(true).run(graph, new PassNotes());
        return new CodeGenerator(new Input(), graph, new ExitTable()).generate();
    }

    private Graph parse(String blocks) {
        return GraphParser.parse(
                "graph f function=" + function.id() + " entry=0 slots=4\n" + blocks.replace("$f", "f" + function.id()));
    }

    /** The instructions that implement a node of the graph. */
    static String codeOf(CodeGenerator.Result result, int node) {
        return result.code().listing().lines().stream()
                .filter(line -> line.kind() == Listing.Kind.INSTRUCTION && line.origin() == node)
                .map(Listing.Line::text)
                .collect(Collectors.joining("\n"));
    }

    private final class Input extends FixedInput {
        @Override
        public CpuFeatures cpuFeatures() {
            return features();
        }

        @Override
        public FunctionInfo function(int id) {
            return vm.function(id);
        }

        @Override
        public void link(RuntimeFunction runtimeFunction) {}

        @Override
        public Label exitStub(FunctionInfo owner) {
            return Label.external("exit", 0x1000);
        }

        @Override
        public Label findEntryStub() {
            return Label.external("find entry", 0x3000);
        }

        @Override
        public Label preservingStub(RuntimeFunction runtimeFunction) {
            return Label.external(runtimeFunction.name(), 0x2000);
        }

        @Override
        public int objectSize(int shape) {
            return 48;
        }

        @Override
        public long registerSeed() {
            return 0;
        }

        @Override
        public boolean lists() {
            return true;
        }
    }
}
