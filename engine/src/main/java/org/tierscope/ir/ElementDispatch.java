package org.tierscope.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tierscope.ir.FunctionSnapshot.Element;
import org.tierscope.ir.FunctionSnapshot.Elements;
import org.tierscope.runtime.CellType;

/**
 * Element accesses that saw several ways to hold elements: plain arrays, typed arrays of each kind, strings. A test of the shapes
 * of each but the last, which is checked; behind each test the access is the one for that way alone.
 */
final class ElementDispatch {
    private final FunctionBuilder f;
    private final ElementBytecodes elements;

    ElementDispatch(FunctionBuilder f, ElementBytecodes elements) {
        this.f = f;
        this.elements = elements;
    }

    /** What was seen, by how it holds elements. */
    static List<Elements> groups(Elements seen) {
        var groups = new LinkedHashMap<Object, List<Element>>();
        for (Element entry : seen.entries()) {
            Object way = entry.cellType() == CellType.TYPED_ARRAY ? entry.elementsKind()
                    : entry.cellType().isString() ? CellType.STRING_LATIN1 : entry.cellType();
            groups.computeIfAbsent(way, same -> new ArrayList<>()).add(entry);
        }
        return groups.values().stream().map(entries -> new Elements(seen.keys(), seen.flags(), seen.megamorphic(), entries)).toList();
    }

    /** The element, of an object that {@link ElementBytecodes#canLoad} allows whichever group it is of. */
    Node load(Node object, Node index, List<Elements> groups) {
        var ends = new ArrayList<Block>();
        var values = new ArrayList<Node>();
        forEach(object, groups, (group, checked) -> {
            values.add(elements.loadFromGroup(checked, index, group));
            ends.add(f.current());
        });
        return f.join(ends, inOneForm(ends, values));
    }

    /** Numbers that are not all held alike become doubles, not words. */
    private List<Node> inOneForm(List<Block> ends, List<Node> values) {
        boolean numbers = values.stream().allMatch(value -> value.representation() == Representation.FLOAT64
                || value.representation() == Representation.INT32);
        boolean same = values.stream().allMatch(value -> value.representation() == values.getFirst().representation());
        if (!numbers || same) {
            return values;
        }
        var doubles = new ArrayList<Node>();
        for (int i = 0; i < values.size(); i++) {
            f.continueIn(ends.get(i));
            doubles.add(f.float64(values.get(i)));
        }
        return doubles;
    }

    void store(Node object, Node index, Node value, List<Elements> groups) {
        var ends = new ArrayList<Block>();
        forEach(object, groups, (group, checked) -> {
            elements.storeToGroup(checked, index, value, group);
            ends.add(f.current());
        });
        f.join(ends, ends.stream().map(end -> value).toList());
    }

    private interface Access {
        void build(Elements group, Node checked);
    }

    private void forEach(Node object, List<Elements> groups, Access access) {
        Node word = f.tagged(object);
        // What is known behind one test is not known behind the others, nor in the state that all share.
        f.state();
        Node[] registers = f.saveRegisters();
        for (int i = 0; i < groups.size(); i++) {
            Elements group = groups.get(i);
            if (i == groups.size() - 1) {
                access.build(group, elements.checkGroup(word, group));
            } else {
                Block match = f.newBlock();
                Block other = f.newBlock();
                f.branch(test(word, group), match, other);
                f.continueIn(match);
                access.build(group, f.refined(word, elements.typeOf(group)));
                f.continueIn(other);
            }
            f.restoreRegisters(registers);
        }
    }

    private Node test(Node word, Elements group) {
        return group.entries().getFirst().cellType().isString()
                ? f.emit(Operator.TestType, List.of(TypeTest.STRING), word)
                : f.emit(Operator.TestShape, List.of(ElementBytecodes.shapes(group)), word);
    }
}
