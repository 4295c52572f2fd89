package org.tierscope.asm;

import java.util.List;

/** Finished code that has no address yet; {@link #bytesAt} fills in what depends on it. */
public final class AssembledCode {

    /** A hole that depends on where the code is installed. */
    sealed interface Relocation {
        int position();
    }

    /** Four bytes: distance from {@code end} (the end of the instruction) to a label outside this code. */
    record Relative(int position, int end, Label target) implements Relocation {
    }

    /** Eight bytes: address of a label. */
    record Absolute(int position, Label target) implements Relocation {
    }

    private final byte[] template;
    private final List<Relocation> relocations;
    private final Listing listing;

    AssembledCode(byte[] template, List<Relocation> relocations, Listing listing) {
        this.template = template;
        this.relocations = List.copyOf(relocations);
        this.listing = listing;
    }

    public int size() {
        return template.length;
    }

    /** The listing; empty when it was off. */
    public Listing listing() {
        return listing;
    }

    /**
     * The bytes as they must stand at {@code address}.
     *
     * @throws IllegalStateException when something outside is too far away for a 32-bit displacement
     */
    public byte[] bytesAt(long address) {
        byte[] bytes = template.clone();
        for (Relocation relocation : relocations) {
            switch (relocation) {
                case Relative(int position, int end, Label target) -> {
                    long distance = target.address(address) - (address + end);
                    if (!Imm.fitsSigned32(distance)) {
                        throw new IllegalStateException("%s is %s bytes away: out of reach of a 32-bit displacement"
                                .formatted(target, IntelText.hex(distance)));
                    }
                    CodeBuffer.store(bytes, position, distance, 4);
                }
                case Absolute(int position, Label target) -> CodeBuffer.store(bytes, position, target.address(address), 8);
            }
        }
        return bytes;
    }
}
