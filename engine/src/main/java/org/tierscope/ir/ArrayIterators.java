package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.Opcode;

/**
 * Registers beyond those of the frame, in which a builder keeps what it knows of the iterators in a function's iterator records:
 * the array that one goes over, and the position that it has come to. So a loop over an array has its position in a machine
 * register; the iterator itself is brought up to date in each iteration for whoever goes on in the interpreter.
 */
final class ArrayIterators {
    private final int first;
    private final List<Integer> records = new ArrayList<>();

    ArrayIterators(int[] code, int registerCount) {
        first = registerCount;
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (Opcode.of(code[pc]) == Opcode.GET_ITERATOR && !records.contains(code[pc + 1])) {
                records.add(code[pc + 1]);
            }
        }
    }

    /** The first register behind all of these. */
    int end() {
        return first + 2 * records.size();
    }

    /** First registers of the iterator records. */
    List<Integer> records() {
        return records;
    }

    /** Whether the record is begun by an instruction of this function; the prelude makes records of iterators that it was given. */
    boolean has(int record) {
        return records.contains(record);
    }

    int array(int record) {
        assert has(record) : record;
        return first + 2 * records.indexOf(record);
    }

    int position(int record) {
        return array(record) + 1;
    }

    List<Integer> positions() {
        return records.stream().map(this::position).toList();
    }

    /** The register of the frame on which one of these depends; itself for the others. */
    int record(int register) {
        return register < first ? register : records.get((register - first) / 2);
    }
}
