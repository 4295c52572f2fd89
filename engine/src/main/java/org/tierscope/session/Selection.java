package org.tierscope.session;

/** One thing that a person has selected. {@link Links} finds its counterparts in the other views. */
public sealed interface Selection {

    /** Source text [start, end), UTF-16 offsets. */
    record SourceRange(int sourceId, int start, int end) implements Selection {
    }

    record Function(int functionId) implements Selection {
    }

    /** One bytecode instruction. */
    record Bytecode(int functionId, int pc) implements Selection {
    }

    record Compilation(int compilationId) implements Selection {
    }

    /** An SSA node, in whichever passes it exists. */
    record Node(int compilationId, int nodeId) implements Selection {
    }

    /** A basic block of a graph. */
    record Block(int compilationId, int blockId) implements Selection {
    }

    /** A machine instruction, by its offset in a code object. */
    record Instruction(int codeId, int offset) implements Selection {
    }

    /** A place where code can be left. */
    record Exit(int codeId, int exitId) implements Selection {
    }

    /** An event, by its place in {@link Session#events()}. */
    record EventAt(int index) implements Selection {
    }

    record Shape(int shapeId) implements Selection {
    }
}
