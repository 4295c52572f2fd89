package org.tierscope.ir.pass;

import org.tierscope.ir.Graph;
import org.tierscope.ir.GraphParser;
import org.tierscope.ir.GraphPrinter;
import org.tierscope.ir.GraphVerifier;

/** What tests of single passes share: text in, text out, valid before and after. */
final class PassTests {
    private PassTests() {}

    /** The graph's text after a pass. */
    static String after(Pass pass, String text) {
        Graph graph = GraphParser.parse(text);
        GraphVerifier.verify(graph, "parsing");
        pass.run(graph, new PassNotes());
        GraphVerifier.verify(graph, pass.name());
        return GraphPrinter.print(graph);
    }

    /** One block of {@code nodes}, with states s0 (pc 0) and s1 (pc 8), in which v0…v2 are parameters. */
    static String block(String nodes) {
        return """
                graph f function=1 entry=0 slots=3
                b0:
                  v0 = Parameter[0]
                  v1 = Parameter[1]
                  v2 = Parameter[2]
                %s
                s0: f1@0 regs=3 {0=v0 1=v1 2=v2}
                s1: f1@8 regs=3 {0=v0 1=v1 2=v2}
                """.formatted(nodes.stripTrailing().indent(2).stripTrailing());
    }
}
