package org.tierscope.session.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tierscope.session.Moment;

/** The views that exist as text. */
public enum TextView {
    /** The syntax tree of each source. */
    AST(AstText::render),
    /** Bytecode with counts and feedback. */
    BYTECODE(BytecodeText::render),
    /** What each optimizing compilation did, pass by pass. */
    PASSES(PassesText::render),
    /** The graph after a pass; after the last one unless another is named. */
    SSA(SsaText::render),
    /** How long each value of optimized code lives, and where it is kept. */
    INTERVALS(IntervalsText::render),
    /** Machine code with its origins and exits. */
    ASM(AsmText::render),
    /** What happened when. */
    TIMELINE(TimelineText::render),
    /** Why compiled code was left, and how the frames were rebuilt. */
    DEOPTS(DeoptsText::render),
    /** The tree of shapes. */
    SHAPES(ShapesText::render);

    private interface Renderer {
        void render(Moment moment, Filter filter, Lines out);
    }

    private final Renderer renderer;

    TextView(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Name as on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TextView> named(String id) {
        return Arrays.stream(values()).filter(view -> view.id().equals(id)).findFirst();
    }

    /** All names, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(TextView::id).collect(Collectors.joining(", "));
    }

    /**
     * The view as lines, each ended.
     *
     * @throws NoSuchThingException if the filter names a function or a pass that the recording does not have
     */
    public String render(Moment moment, Filter filter) {
        filter.check(moment);
        Lines out = new Lines();
        renderer.render(moment, filter, out);
        List<String> lines = out.lines();
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
