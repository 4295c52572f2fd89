package org.tierscope.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The counterparts of a selection in every view: what comes from the same bytecode, across all compilations and code
 * known at the moment. The selected thing itself is among them. Views show the part that is theirs.
 */
public record Links(Set<Selection.SourceRange> sources, Set<Selection.Function> functions,
        Set<Selection.Bytecode> bytecodes, Set<Selection.Node> nodes, Set<Selection.Instruction> instructions,
        Set<Selection.Exit> exits, Set<Selection.Shape> shapes) {

    public static final Links NONE =
            new Links(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public static Links of(Moment moment, Selection selection) {
        return moment.session().query(index -> new LinkFinder(index, moment.nanos()).find(selection));
    }

    /** The parts of one source to light. */
    public List<Selection.SourceRange> sourcesIn(int sourceId) {
        return sources.stream().filter(range -> range.sourceId() == sourceId).toList();
    }

    /** The bytecode positions of one function to light. */
    public Set<Integer> pcsIn(int functionId) {
        return bytecodes.stream().filter(b -> b.functionId() == functionId).map(Selection.Bytecode::pc)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The nodes of one compilation to light. */
    public Set<Integer> nodesIn(int compilationId) {
        return nodes.stream().filter(n -> n.compilationId() == compilationId).map(Selection.Node::nodeId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The offsets of the instructions of one code to light. */
    public Set<Integer> offsetsIn(int codeId) {
        return instructions.stream().filter(i -> i.codeId() == codeId).map(Selection.Instruction::offset)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean hasFunction(int functionId) {
        return functions.contains(new Selection.Function(functionId));
    }

    public boolean isEmpty() {
        return List.of(sources, functions, bytecodes, nodes, instructions, exits, shapes).stream()
                .allMatch(Collection::isEmpty);
    }
}
