package org.tierscope.views.intervals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tierscope.views.api.Drawing;
import org.tierscope.views.control.CodeFont;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;

/**
 * Draws an {@link Allocation}: instructions from left to right, a row for each value (or place), above them the blocks and how many
 * values are in registers. Only what is in sight is drawn.
 */
final class IntervalCanvas extends Region implements Painted {
    static final double LABELS = 178;
    static final double HEAD = 56;
    static final double ROW = 18;
    private static final double BLOCKS = 18;
    private static final double CHART = 30;
    private static final double CHAR = 6.7;
    private static final double NARROWEST_WITH_TEXT = 22;

    /** What stands out: rows and columns of the selection and of a search. */
    record Lit(Set<Integer> nodes, Set<Integer> picked, Set<Integer> foundRows, int foundRow) {
        static final Lit NOTHING = new Lit(Set.of(), Set.of(), Set.of(), -1);
    }

    /** What is under the mouse; -1 for no row or column. */
    record Hit(int row, int step, Optional<Allocation.Bar> bar) {
    }

    private final Canvas canvas = new Canvas();
    private final Font code = CodeFont.font(11);
    private Palette palette = Palette.DARK;
    private Allocation allocation;
    private List<Allocation.Row> rows = List.of();
    private Lit lit = Lit.NOTHING;
    private double cell = 14;
    private double scrollX;
    private double scrollY;

    IntervalCanvas() {
        getChildren().add(canvas);
        setMinSize(0, 0);
        setFocusTraversable(true);
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    void show(Allocation newAllocation, List<Allocation.Row> newRows) {
        allocation = newAllocation;
        rows = newRows;
        draw();
    }

    void setLit(Lit newLit) {
        lit = newLit;
        draw();
    }

    Lit lit() {
        return lit;
    }

    void scrollTo(double x, double y) {
        scrollX = Math.clamp(x, 0, maxScrollX());
        scrollY = Math.clamp(y, 0, maxScrollY());
        draw();
    }

    double scrollX() {
        return scrollX;
    }

    double scrollY() {
        return scrollY;
    }

    double maxScrollX() {
        return allocation == null ? 0 : Math.max(0, contentWidth() - getWidth());
    }

    double maxScrollY() {
        return Math.max(0, contentHeight() - getHeight());
    }

    private double contentWidth() {
        return LABELS + allocation.steps().size() * cell + 8;
    }

    private double contentHeight() {
        return HEAD + rows.size() * ROW + 6;
    }

    /** Width of an instruction, in pixels. */
    double cell() {
        return cell;
    }

    /** Makes instructions wider or narrower; the one at {@code x} stays where it is. */
    void setCell(double width, double x) {
        double at = (x - LABELS + scrollX) / cell;
        cell = Math.clamp(width, 1, 48);
        scrollTo(at * cell + LABELS - x, scrollY);
    }

    /** As wide as it takes to see all instructions, but not so narrow that nothing can be told apart. */
    void fit() {
        if (allocation != null && getWidth() > LABELS) {
            cell = Math.clamp((getWidth() - LABELS - 8) / Math.max(1, allocation.steps().size()), 4, 22);
            scrollTo(0, scrollY);
        }
    }

    /** Brings a row and, if it is one, a column into sight. */
    void reveal(int row, int step) {
        double top = row * ROW;
        double room = getHeight() - HEAD;
        double y = row < 0 || (top >= scrollY && top + ROW <= scrollY + room) ? scrollY : top - room / 3;
        double left = step * cell;
        double width = getWidth() - LABELS;
        double x = step < 0 || (left >= scrollX && left + cell <= scrollX + width) ? scrollX : left - width / 3;
        scrollTo(x, y);
    }

    Hit at(double x, double y) {
        int row = y < HEAD ? -1 : (int) ((y - HEAD + scrollY) / ROW);
        int step = x < LABELS ? -1 : (int) ((x - LABELS + scrollX) / cell);
        if (allocation == null || row >= rows.size()) {
            row = -1;
        }
        if (allocation == null || step >= allocation.steps().size()) {
            step = -1;
        }
        double position = (x - LABELS + scrollX) / cell * 2;
        Optional<Allocation.Bar> bar = row < 0 || step < 0 ? Optional.empty()
                : rows.get(row).bars().stream().filter(b -> b.start() <= position && position < b.end()).findFirst();
        return new Hit(row, step, bar);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth()));
        canvas.setHeight(Math.max(0, getHeight()));
        scrollTo(scrollX, scrollY);
    }

    private void draw() {
        if (canvas.getWidth() > 0) {
            paint(Pen.on(canvas));
        }
    }

    @Override
    public void paint(Pen pen) {
        paint(pen, getWidth(), getHeight(), scrollX, scrollY);
    }

    /** Everything, in its own size. */
    Optional<Drawing> drawing() {
        return allocation == null ? Optional.empty() : Optional.of(new Drawing(contentWidth(), contentHeight(),
                pen -> paint(pen, contentWidth(), contentHeight(), 0, 0)));
    }

    private void paint(Pen pen, double width, double height, double left, double top) {
        pen.setFill(palette.get(Role.CANVAS));
        pen.fillRect(0, 0, width, height);
        if (allocation == null) {
            return;
        }
        pen.setTextBaseline(VPos.CENTER);
        int firstRow = (int) Math.max(0, top / ROW);
        int lastRow = (int) Math.min(rows.size() - 1.0, (top + height - HEAD) / ROW);
        clipped(pen, LABELS, 0, width - LABELS, height, () -> columns(pen, width, height, left));
        clipped(pen, 0, HEAD, width, height - HEAD, () -> {
            for (int i = firstRow; i <= lastRow; i++) {
                row(pen, i, HEAD + i * ROW - top, width, left);
            }
        });
        clipped(pen, LABELS, 0, width - LABELS, HEAD, () -> pressure(pen, width, left));
        head(pen, width);
    }

    private static void clipped(Pen pen, double x, double y, double width, double height, Runnable painting) {
        pen.save();
        pen.beginPath();
        pen.rect(x, y, Math.max(0, width), Math.max(0, height));
        pen.clip();
        painting.run();
        pen.restore();
    }

    private double x(double position, double left) {
        return LABELS + position / 2 * cell - left;
    }

    /** Blocks with their loops, and the instructions of the selection. */
    private void columns(Pen pen, double width, double height, double left) {
        for (Allocation.BlockSpan block : allocation.blocks()) {
            double from = x(block.start() * 2, left);
            double to = x(block.end() * 2, left);
            if (to < LABELS || from > width) {
                continue;
            }
            if (block.loopDepth() > 0) {
                pen.setFill(palette.get(Role.BACK_EDGE).deriveColor(0, 1, 1, Math.min(0.2, 0.06 * block.loopDepth())));
                pen.fillRect(from, 0, to - from, height);
            }
            pen.setStroke(palette.get(Role.GRID));
            pen.setLineWidth(1);
            pen.strokeLine(Math.round(from) + 0.5, 0, Math.round(from) + 0.5, height);
            String title = "b" + block.id() + (block.loopDepth() > 0 ? " ↻" : "") + (block.deferred() ? " rare" : "");
            if (to - from > title.length() * CHAR) {
                pen.setFont(code);
                pen.setTextAlign(TextAlignment.LEFT);
                pen.setFill(palette.get(Role.LABEL));
                pen.fillText(title, Math.max(from, LABELS) + 4, BLOCKS / 2);
            }
        }
        for (int step = 0; step < allocation.steps().size(); step++) {
            int node = allocation.steps().get(step).nodeId();
            if (node != 0 && (lit.nodes().contains(node) || lit.picked().contains(node))) {
                pen.setFill(palette.get(lit.picked().contains(node) ? Role.SELECTED : Role.LINKED));
                pen.fillRect(x(step * 2, left), BLOCKS, Math.max(2, cell), height);
            }
        }
    }

    /** How many values are in registers, instruction by instruction. */
    private void pressure(Pen pen, double width, double left) {
        int highest = Math.max(1, allocation.highestPressure());
        double bottom = BLOCKS + CHART;
        pen.setFill(palette.get(Role.REGISTER).deriveColor(0, 1, 1, 0.45));
        for (int step = (int) (left / cell); step < allocation.steps().size(); step++) {
            double from = x(step * 2, left);
            if (from > width) {
                break;
            }
            double tall = allocation.inRegisters()[step] * (CHART - 4) / highest;
            pen.fillRect(from, bottom - tall, Math.max(1, cell - (cell > 3 ? 1 : 0)), tall);
        }
    }

    private void head(Pen pen, double width) {
        pen.setFill(palette.get(Role.BLOCK));
        pen.fillRect(0, 0, LABELS, HEAD);
        pen.setFont(Font.font(11));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(palette.get(Role.TEXT_MUTED));
        pen.fillText("blocks", 10, BLOCKS / 2);
        pen.fillText("in registers, at most " + allocation.highestPressure(), 10, BLOCKS + CHART / 2);
        pen.setStroke(palette.get(Role.GRID));
        pen.setLineWidth(1);
        pen.strokeLine(0, HEAD - 0.5, width, HEAD - 0.5);
        pen.strokeLine(LABELS - 0.5, 0, LABELS - 0.5, getHeight());
    }

    private void row(Pen pen, int index, double y, double width, double left) {
        Allocation.Row row = rows.get(index);
        boolean isPicked = lit.picked().contains(row.nodeId());
        if (row.nodeId() != 0 && (isPicked || lit.nodes().contains(row.nodeId()))) {
            pen.setFill(palette.get(isPicked ? Role.SELECTED : Role.LINKED));
            pen.fillRect(0, y, width, ROW);
        }
        if (lit.foundRows().contains(index)) {
            pen.setFill(palette.get(Role.FOUND));
            pen.fillRect(0, y, LABELS, ROW);
        }
        if (lit.foundRow() == index) {
            pen.setStroke(palette.get(Role.OSR));
            pen.setLineWidth(1.5);
            pen.strokeRect(1, y + 1, LABELS - 3, ROW - 2);
        }
        label(pen, row, y);
        clipped(pen, LABELS, y, width - LABELS, ROW, () -> row.bars().forEach(bar -> bar(pen, row, bar, y, width, left)));
    }

    private void label(Pen pen, Allocation.Row row, double y) {
        pen.setFont(code);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(palette.get(Role.TEXT));
        int room = (int) ((LABELS - 16) / CHAR);
        pen.fillText(row.label().length() <= room ? row.label() : row.label().substring(0, room - 1) + "…", 10,
                y + ROW / 2, LABELS - 16);
    }

    private void bar(Pen pen, Allocation.Row row, Allocation.Bar bar, double y, double width, double left) {
        double from = x(bar.start(), left);
        double to = Math.max(from + 2, x(bar.end(), left) - 1);
        if (to < LABELS || from > width) {
            return;
        }
        var color = palette.get(role(bar.kind()));
        boolean inRegister = bar.kind() == Allocation.Kind.GENERAL || bar.kind() == Allocation.Kind.VECTOR;
        boolean chosen = row.nodeId() == 0 && (lit.picked().contains(bar.nodeId()) || lit.nodes().contains(bar.nodeId()));
        // a place in memory is thinner than a register, so that they differ without their colours
        double inset = inRegister ? 2 : 5;
        pen.setFill(color.deriveColor(0, 1, 1, chosen ? 0.75 : 0.35));
        pen.fillRect(from, y + inset, to - from, ROW - 2 * inset);
        pen.setFill(color);
        pen.fillRect(from, y + ROW - inset - 1.5, to - from, 1.5);
        pen.fillRect(from, y + inset, 1.5, ROW - 2 * inset);
        String text = row.nodeId() == 0 ? "v" + bar.nodeId() : bar.place();
        double visibleFrom = Math.max(from, LABELS);
        if (inRegister && Math.min(to, width) - visibleFrom >= Math.max(NARROWEST_WITH_TEXT, text.length() * CHAR + 6)) {
            pen.setFont(code);
            pen.setTextAlign(TextAlignment.LEFT);
            pen.setFill(palette.get(Role.TEXT));
            pen.fillText(text, visibleFrom + 4, y + ROW / 2);
        }
    }

    static Role role(Allocation.Kind kind) {
        return switch (kind) {
            case GENERAL -> Role.REGISTER;
            case VECTOR -> Role.KEYWORD;
            case SLOT -> Role.NUMBER;
            case HOME -> Role.TYPE;
            case OTHER -> Role.TEXT_MUTED;
        };
    }
}
