package org.tierscope.baseline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;

/**
 * What the compiler knows, between two instructions on a straight path, of values in the bytecode's registers: which machine
 * register holds one too, its type, its shape. The frame's slots are always right as well, so knowledge may be thrown away at any
 * time; it is where code can be entered, and behind everything that calls.
 */
final class Known {
    /** Types that a fact allows where nothing is known. */
    static final int ANY = 0xFF;

    private static final int UNKNOWN = -1;

    /** Of these no template and no stub on a straight path makes use. */
    private static final Reg[] WORDS = {Reg.R10, Reg.R11, Reg.R12};
    private static final Xmm[] NUMBERS = {
        Xmm.XMM4, Xmm.XMM5, Xmm.XMM6, Xmm.XMM7, Xmm.XMM8, Xmm.XMM9,
        Xmm.XMM10, Xmm.XMM11, Xmm.XMM12, Xmm.XMM13, Xmm.XMM14, Xmm.XMM15,
    };

    /** What is known of one value, which may be in several of the bytecode's registers. */
    static final class Fact {
        /** Holds the word, or null; of an int32 that is not {@link #isTagged} only the lower half. */
        Reg word;
        boolean isTagged = true;
        /** Holds the number's value, or null. */
        Xmm number;
        /** {@code TypeBits} that the word can have. */
        int types = ANY;
        boolean isCell;
        private int shape = UNKNOWN;
        private int elementsKind = UNKNOWN;
        /** Null where the word is not a constant. */
        Long constant;

        private int registers;

        boolean hasShape(int id) {
            return shape == id;
        }

        boolean hasElementsKind(int kind) {
            return elementsKind == kind;
        }

        void setElementsKind(int kind) {
            elementsKind = kind;
        }

        boolean isOnly(int typeBits) {
            return (types & ~typeBits) == 0;
        }
    }

    private final Map<Integer, Fact> facts = new HashMap<>();
    private final Fact[] words = new Fact[WORDS.length];
    private final Fact[] numbers = new Fact[NUMBERS.length];
    private int pinnedWords;
    private int pinnedNumbers;
    private int nextWord;
    private int nextNumber;

    boolean isEmpty() {
        return facts.isEmpty();
    }

    /** From here on nothing is known. */
    void clear() {
        facts.clear();
        Arrays.fill(words, null);
        Arrays.fill(numbers, null);
    }

    /** Machine registers that the last instruction used may be given to others. */
    void nextInstruction() {
        pinnedWords = 0;
        pinnedNumbers = 0;
    }

    /** The fact about a register of the bytecode, or null. */
    Fact find(int register) {
        return facts.get(register);
    }

    /** The fact about a register of the bytecode, a new one where nothing is known. */
    Fact of(int register) {
        Fact fact = facts.get(register);
        if (fact == null) {
            fact = new Fact();
            fact.registers = 1;
            facts.put(register, fact);
        }
        return fact;
    }

    /** The register has been given the value that {@code fact} is about. */
    void define(int register, Fact fact) {
        fact.registers++;
        forget(register);
        facts.put(register, fact);
    }

    /** The register has been given a value of which nothing is known. */
    void forget(int register) {
        Fact old = facts.remove(register);
        if (old != null && --old.registers == 0) {
            release(old);
        }
    }

    private void release(Fact fact) {
        for (int i = 0; i < words.length; i++) {
            if (words[i] == fact) {
                words[i] = null;
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == fact) {
                numbers[i] = null;
            }
        }
    }

    /** Whether no register but this one has the fact's value. */
    boolean isOnlyIn(Fact fact, int register) {
        return fact.registers == 1 && facts.get(register) == fact;
    }

    /** Objects may have got other shapes. */
    void forgetShapes() {
        facts.values().forEach(fact -> fact.shape = UNKNOWN);
    }

    /** The object has this shape, by a check or a store. */
    void setShape(Fact fact, int shape) {
        fact.shape = shape;
    }

    /** The fact's machine register will not be given away before the next instruction. */
    void pin(Fact fact) {
        for (int i = 0; i < words.length; i++) {
            if (words[i] == fact) {
                pinnedWords |= 1 << i;
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == fact) {
                pinnedNumbers |= 1 << i;
            }
        }
    }

    /** A machine register for the fact's word, taken from another if need be. */
    Reg allocateWord(Fact fact) {
        int i = choose(words, pinnedWords, nextWord);
        nextWord = i + 1;
        if (words[i] != null) {
            words[i].word = null;
        }
        words[i] = fact;
        pinnedWords |= 1 << i;
        fact.word = WORDS[i];
        fact.isTagged = true;
        return WORDS[i];
    }

    /** Gives the machine register of a word that is not needed any more to another fact. */
    void passWord(Fact from, Fact to) {
        for (int i = 0; i < words.length; i++) {
            if (words[i] == from) {
                words[i] = to;
            }
        }
        to.word = from.word;
        from.word = null;
    }

    /** A machine register for the fact's number, taken from another if need be. */
    Xmm allocateNumber(Fact fact) {
        int i = choose(numbers, pinnedNumbers, nextNumber);
        nextNumber = i + 1;
        if (numbers[i] != null) {
            numbers[i].number = null;
        }
        numbers[i] = fact;
        pinnedNumbers |= 1 << i;
        fact.number = NUMBERS[i];
        return NUMBERS[i];
    }

    private static int choose(Fact[] owners, int pinned, int first) {
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == null && (pinned & 1 << i) == 0) {
                return i;
            }
        }
        for (int n = 0; n < owners.length; n++) {
            int i = (first + n) % owners.length;
            if ((pinned & 1 << i) == 0) {
                return i;
            }
        }
        throw new IllegalStateException("an instruction needs more registers than there are");
    }
}
