package org.tierscope.asm;

/**
 * A place in code: inside the code being assembled (bound by {@link Assembler#bind}), or an absolute address
 * outside it that is known beforehand ({@link #external}).
 */
public final class Label {
    private static final int UNBOUND = -1;

    final String name;
    private final long address;
    private final boolean external;
    private int position = UNBOUND;

    Label(String name) {
        this.name = name;
        this.address = 0;
        this.external = false;
    }

    private Label(String name, long address) {
        this.name = name;
        this.address = address;
        this.external = true;
    }

    /** Code that exists already. It must lie within 2 GB of where the new code is going to be installed. */
    public static Label external(String name, long address) {
        return new Label(name, address);
    }

    public boolean isExternal() {
        return external;
    }

    public boolean isBound() {
        return position != UNBOUND;
    }

    /**
     * Offset from the start of the assembled code.
     *
     * @throws IllegalStateException when the label is external or not bound yet
     */
    public int position() {
        if (!isBound()) {
            throw new IllegalStateException("label " + name + " is not bound");
        }
        return position;
    }

    /** The absolute address, when the code begins at {@code codeStart}. */
    public long address(long codeStart) {
        return external ? address : codeStart + position();
    }

    void bindTo(int newPosition) {
        if (external || isBound()) {
            throw new IllegalStateException("label " + name + " is bound already");
        }
        position = newPosition;
    }

    @Override
    public String toString() {
        return name;
    }
}
