package org.tierscope.asm;

/** Collects listing lines, or nothing at all when off. */
final class ListingRecorder {
    private final Listing listing = new Listing();
    private final IntelText intel;
    private int origin = Listing.NO_ORIGIN;
    private String comment = "";

    private ListingRecorder(IntelText intel) {
        this.intel = intel;
    }

    static ListingRecorder off() {
        return new ListingRecorder(null);
    }

    static ListingRecorder on(Symbols symbols) {
        return new ListingRecorder(new IntelText(symbols));
    }

    boolean isOn() {
        return intel != null;
    }

    void origin(int newOrigin) {
        origin = newOrigin;
    }

    void comment(String text) {
        if (isOn()) {
            comment = comment.isEmpty() ? text : comment + "; " + text;
        }
    }

    String text(Op op, Form form, Cond cond, Width width, Operand[] operands) {
        return intel.text(op, form, cond, width, operands);
    }

    void instruction(int start, int end, String text) {
        add(Listing.Kind.INSTRUCTION, start, end, text);
    }

    void data(int start, int end, String text) {
        add(Listing.Kind.DATA, start, end, text);
    }

    void label(int position, String name) {
        if (isOn()) {
            listing.add(new Listing.Line(Listing.Kind.LABEL, position, 0, name, origin, ""));
        }
    }

    Listing listing() {
        return listing;
    }

    private void add(Listing.Kind kind, int start, int end, String text) {
        if (isOn()) {
            listing.add(new Listing.Line(kind, start, end - start, text, origin, comment));
            comment = "";
        }
    }
}
