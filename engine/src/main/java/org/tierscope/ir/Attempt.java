package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A way of doing something that holds under conditions, which are tested and not guessed, with another way for when one of them
 * does not hold: code that is never left because of them.
 */
final class Attempt {
    private final FunctionBuilder f;
    /** Open blocks, one for each condition that may fail. */
    private final List<Block> failed = new ArrayList<>();

    Attempt(FunctionBuilder f) {
        this.f = f;
    }

    /** Goes on where {@code condition} holds. */
    void require(Node condition) {
        Block holds = f.newBlock();
        Block fails = f.newBlock();
        f.branch(condition, holds, fails);
        failed.add(fails);
        f.continueIn(holds);
    }

    void require(Condition condition, Node a, Node b) {
        require(f.emit(Operator.CompareInt32, List.of(condition), a, b));
    }

    /** The value of this way, or of the other, which is built in the open block behind the conditions that fail. */
    Node orElse(Node value, Supplier<Node> otherwise) {
        if (failed.isEmpty()) {
            return value;
        }
        Block done = f.current();
        f.join(failed, failed.stream().map(block -> value).toList());
        Node other = otherwise.get();
        return f.join(List.of(done, f.current()), List.of(value, other));
    }
}
