package org.tierscope.views.machine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.tierscope.record.proto.ExitPoint;
import org.tierscope.session.CodeState;
import org.tierscope.session.Links;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.views.api.Findable;
import org.tierscope.views.api.Focus;
import org.tierscope.views.api.View;
import org.tierscope.views.api.ViewContext;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.control.EmptyState;
import org.tierscope.views.control.TierBadge;
import org.tierscope.views.control.ViewBar;
import org.tierscope.views.control.ViewPane;

/** Machine code of the function in focus; which of its codes can be chosen. */
final class MachineView implements View {
    private static final double WIDTH_FOR_BYTES = 480;

    private final ViewContext context;
    private final ViewPane pane;
    private final ToggleButton bytes = new ToggleButton("bytes");
    private final ComboBox<CodeState> codes = new ComboBox<>();
    private final ViewBar bar;
    private final CodeList list;
    private Optional<CodeState> shown = Optional.empty();
    private Drawn drawn;
    private int pinned;
    private boolean filling;
    private boolean bytesChosen;

    /** All that the lines depend on: code never changes, only how often it was left does. */
    private record Drawn(int codeId, boolean withBytes, Map<Integer, Long> exitCounts) {
    }

    MachineView(ViewContext context) {
        this.context = context;
        this.list = new CodeList(context::select);
        list.setId("machine-list");
        bytes.setId("machine-bytes");
        bytes.setTooltip(new Tooltip("Show the bytes of each instruction"));
        bytes.setOnAction(event -> {
            bytesChosen = true;
            refresh(context.moment());
        });
        codes.setId("machine-codes");
        codes.setConverter(new CodeName());
        codes.setOnAction(event -> {
            if (!filling && codes.getValue() != null) {
                pinned = codes.getValue().id();
                refresh(context.moment());
                select(context.viewpoint().links());
            }
        });
        bar = new ViewBar(codes, bytes);
        pane = new ViewPane("machine", bar, list, new EmptyState("bi-cpu", "No machine code",
                "When the selected function has run often enough to be compiled, its code appears here."));
        pane.widthProperty().addListener((property, old, width) -> fitBytes());
    }

    /** Until the person has decided, bytes are shown where there is room for them. */
    private void fitBytes() {
        boolean room = pane.getWidth() >= WIDTH_FOR_BYTES;
        if (!bytesChosen && room != bytes.isSelected()) {
            bytes.setSelected(room);
            refresh(context.moment());
            select(context.viewpoint().links());
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh(Moment moment) {
        Optional<CodeState> focused = Focus
                .of(moment, context.viewpoint().selection(), context.viewpoint().links()).code();
        List<CodeState> all = focused.map(code -> moment.codesOf(code.functionId())).orElse(List.of());
        Optional<CodeState> code = all.stream().filter(c -> c.id() == pinned && !isSelected(moment)).findFirst().or(() -> focused);
        shown = code;
        if (code.isEmpty()) {
            drawn = null;
            pane.showEmpty();
            return;
        }
        fill(all, code.get());
        String name = moment.function(code.get().functionId()).map(f -> f.name()).orElse("?");
        bar.show(code.get().tier(), name, note(code.get()));
        Drawn now = new Drawn(code.get().id(), bytes.isSelected(), MachineLines.exitCounts(code.get(), moment));
        if (!now.equals(drawn)) {
            drawn = now;
            list.setLines(MachineLines.of(code.get(), moment, bytes.isSelected()));
        }
        pane.showContent();
    }

    /** A code that is itself selected is shown even if another one was chosen before. */
    private boolean isSelected(Moment moment) {
        return context.viewpoint().selection().map(selection -> switch (selection) {
            case Selection.Instruction instruction -> true;
            case Selection.Exit exit -> true;
            case Selection.Node node -> true;
            case Selection.Compilation compilation -> true;
            case Selection.Block block -> true;
            case Selection.EventAt event -> true;
            case Selection.Function f -> false;
            case Selection.Bytecode b -> false;
            case Selection.SourceRange r -> false;
            case Selection.Shape s -> false;
        }).orElse(false);
    }

    private void fill(List<CodeState> all, CodeState code) {
        filling = true;
        if (!codes.getItems().equals(all)) {
            codes.getItems().setAll(all);
        }
        codes.setValue(code);
        codes.setVisible(all.size() > 1);
        codes.setManaged(all.size() > 1);
        filling = false;
    }

    private static String note(CodeState code) {
        String size = code.sizeBytes() + " bytes";
        if (code.isValid()) {
            return size;
        }
        return size + ", " + code.invalidated().map(why -> "invalidated: " + why.getDependency()).orElse("freed");
    }

    @Override
    public void select(Links links) {
        if (shown.isEmpty()) {
            return;
        }
        int codeId = shown.get().id();
        Set<Object> linked = new HashSet<>(links.offsetsIn(codeId));
        for (Selection.Exit exit : links.exits()) {
            if (exit.codeId() == codeId) {
                shown.get().exit(exit.exitId()).map(ExitPoint::getOffset).ifPresent(linked::add);
            }
        }
        Set<Object> exact = context.viewpoint().selection()
                .map(selection -> selection instanceof Selection.Instruction instruction
                        && instruction.codeId() == codeId ? Set.<Object>of(instruction.offset()) : Set.of())
                .orElse(Set.of());
        list.setLinked(linked, exact);
    }

    @Override
    public Optional<Findable> findable() {
        return Optional.of(list);
    }

    @Override
    public Optional<String> text() {
        return Optional.of(list.allText());
    }

    /** {@code opt #3}. */
    private static final class CodeName extends StringConverter<CodeState> {
        @Override
        public String toString(CodeState code) {
            return code == null ? "" : TierBadge.shortName(code.tier()) + " #" + code.id()
                    + (code.isValid() ? "" : " ✕");
        }

        @Override
        public CodeState fromString(String text) {
            throw new UnsupportedOperationException("chosen from a list");
        }
    }
}
