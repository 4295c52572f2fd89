package org.tierscope.views.codecache;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.tierscope.session.CodeState;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;

/** Draws the map: each piece in the colour of its tier, hollow if it may not be entered any more. */
final class CodeMapCanvas extends Region implements Painted {
    private static final double MARGIN = 10;
    private static final double ROW = 16;
    private static final double ROW_GAP = 3;
    private static final long LEAST_BYTES_PER_ROW = 256;

    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private final IntFunction<String> words;
    private Palette palette = Palette.DARK;
    private Map<Integer, CodeState> codes = Map.of();
    private List<CodeMap.Piece> pieces = List.of();
    private Set<Integer> lit = Set.of();
    private CodeMap map = CodeMap.of(List.of(), LEAST_BYTES_PER_ROW);

    /**
     * @param words what a tooltip says of a code
     * @param onChosen gets the id of a code that was clicked
     */
    CodeMapCanvas(IntFunction<String> words, IntConsumer onChosen) {
        this.words = words;
        getChildren().add(canvas);
        setMinSize(160, 60);
        setPrefSize(400, 200);
        Tooltip.install(this, tip);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            String text = at(event).map(words::apply).orElse("");
            tip.setText(text.isEmpty() ? "Machine code, in the order of addresses" : text);
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> at(event).ifPresent(onChosen::accept));
    }

    private java.util.Optional<Integer> at(MouseEvent event) {
        double width = getWidth() - 2 * MARGIN;
        return map.at((int) Math.floor((event.getY() - MARGIN) / (ROW + ROW_GAP)), (event.getX() - MARGIN) / width);
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    void show(List<CodeState> newCodes) {
        codes = newCodes.stream().collect(Collectors.toMap(CodeState::id, code -> code));
        pieces = newCodes.stream().map(code ->
                new CodeMap.Piece(code.id(), code.address(), code.sizeBytes())).toList();
        requestLayout();
        draw();
    }

    void light(Set<Integer> newLit) {
        if (!newLit.equals(lit)) {
            lit = newLit;
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        if (canvas.getWidth() > 0) {
            int rows = Math.max(1, (int) ((getHeight() - 2 * MARGIN) / (ROW + ROW_GAP)));
            map = CodeMap.of(pieces, Math.max(LEAST_BYTES_PER_ROW, (CodeMap.extent(pieces) + rows - 1) / rows));
            paint(Pen.on(canvas));
        }
    }

    @Override
    public void paint(Pen pen) {
        pen.setFill(palette.get(Role.CANVAS));
        pen.fillRect(0, 0, getWidth(), getHeight());
        double width = getWidth() - 2 * MARGIN;
        pen.setFill(palette.get(Role.BLOCK));
        for (int row = 0; row < map.rows(); row++) {
            pen.fillRect(MARGIN, MARGIN + row * (ROW + ROW_GAP), width, ROW);
        }
        for (CodeMap.Strip strip : map.strips()) {
            CodeState code = codes.get(strip.id());
            double x = MARGIN + strip.start() * width;
            double y = MARGIN + strip.row() * (ROW + ROW_GAP);
            double length = Math.max(1.5, strip.length() * width - 1);
            pen.setFill(palette.tier(code.tier()));
            pen.setGlobalAlpha(code.isValid() ? 0.75 : 0.18);
            pen.fillRect(x, y, length, ROW);
            pen.setGlobalAlpha(1);
            if (lit.contains(strip.id())) {
                pen.setStroke(palette.get(Role.TEXT));
                pen.setLineWidth(2);
                pen.strokeRect(x, y, length, ROW);
            } else if (!code.isValid()) {
                pen.setStroke(palette.get(Role.INVALIDATED));
                pen.setLineWidth(1);
                pen.strokeRect(x + 0.5, y + 0.5, Math.max(0.5, length - 1), ROW - 1);
            }
        }
    }
}
