package org.tierscope.views.ssa;

import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;
import org.tierscope.views.layout.FlowLayout;
import org.tierscope.views.layout.FlowLayout.Point;

/** Draws the part of a {@link GraphScene} that is in sight. */
final class GraphPainter {
    private static final double CORNER = 6;
    private static final double ARROW = 4;
    /** Below this zoom letters are too small to read; lines are drawn as bars instead. */
    private static final double SMALLEST_TEXT_ZOOM = 0.38;

    /** Nodes that stand out: counterparts of the selection, the selection itself, what a search found (0 for none). */
    record Lit(Set<Integer> linked, Set<Integer> picked, Set<Integer> found, int foundNow) {
    }

    private final Pen gc;
    private final Palette palette;
    private final Font font;
    private final Font headFont;
    private final double zoom;

    GraphPainter(Pen gc, Palette palette, Font font, double zoom) {
        this.gc = gc;
        this.palette = palette;
        this.font = font;
        this.headFont = Font.font(font.getFamily(), javafx.scene.text.FontWeight.BOLD, font.getSize());
        this.zoom = zoom;
    }

    /** Draws what is in {@code [left, right) × [top, bottom)}, in the scene's coordinates. */
    void paint(GraphScene scene, Lit lit, double left, double top, double right, double bottom) {
        for (FlowLayout.Edge edge : scene.layout().edges()) {
            if (isInSight(edge, left, top, right, bottom)) {
                paintEdge(edge);
            }
        }
        for (PassPicture.Block block : scene.picture().blocks()) {
            FlowLayout.Box box = scene.layout().boxes().get(block.id());
            if (box.x() < right && box.right() > left && box.y() < bottom && box.bottom() > top) {
                paintBlock(scene, block, box, lit, top, bottom);
            }
        }
    }

    private static boolean isInSight(FlowLayout.Edge edge, double left, double top, double right, double bottom) {
        double minX = Double.MAX_VALUE;
        double maxX = 0;
        double minY = Double.MAX_VALUE;
        double maxY = 0;
        for (Point point : edge.points()) {
            minX = Math.min(minX, point.x());
            maxX = Math.max(maxX, point.x());
            minY = Math.min(minY, point.y());
            maxY = Math.max(maxY, point.y());
        }
        return minX <= right && maxX >= left && minY <= bottom && maxY >= top;
    }

    private void paintEdge(FlowLayout.Edge edge) {
        Color color = palette.get(switch (edge.kind()) {
            case FORWARD -> Role.EDGE;
            case LOOP_EXIT -> Role.EXIT_EDGE;
            case BACK -> Role.BACK_EDGE;
        });
        gc.setStroke(color);
        gc.setLineWidth(1.5);
        List<Point> points = edge.points();
        gc.beginPath();
        gc.moveTo(points.getFirst().x(), points.getFirst().y());
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double radius = Math.min(CORNER, Math.min(distance(points.get(i - 1), corner),
                    distance(corner, points.get(i + 1))) / 2);
            gc.arcTo(corner.x(), corner.y(), points.get(i + 1).x(), points.get(i + 1).y(), radius);
        }
        Point end = points.getLast();
        gc.lineTo(end.x(), end.y());
        gc.stroke();
        paintArrow(points.get(points.size() - 2), end, color);
    }

    private static double distance(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private void paintArrow(Point before, Point end, Color color) {
        double dx = Math.signum(end.x() - before.x());
        double dy = Math.signum(end.y() - before.y());
        double baseX = end.x() - dx * 2 * ARROW;
        double baseY = end.y() - dy * 2 * ARROW;
        gc.setFill(color);
        gc.fillPolygon(
                new double[] {end.x(), baseX + dy * ARROW, baseX - dy * ARROW},
                new double[] {end.y(), baseY + dx * ARROW, baseY - dx * ARROW}, 3);
    }

    private void paintBlock(GraphScene scene, PassPicture.Block block, FlowLayout.Box box, Lit lit, double top,
            double bottom) {
        gc.setGlobalAlpha(block.deferred() ? 0.7 : 1);
        gc.setFill(palette.get(Role.BLOCK));
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), CORNER, CORNER);
        gc.setFill(palette.get(Role.BLOCK_HEAD));
        gc.fillRoundRect(box.x(), box.y(), box.width(), GraphScene.HEAD_HEIGHT, CORNER, CORNER);
        gc.setStroke(palette.get(box.loopDepth() > 0 ? Role.BACK_EDGE : Role.GRID));
        gc.setLineWidth(1);
        gc.strokeRoundRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, CORNER, CORNER);
        boolean readable = zoom >= SMALLEST_TEXT_ZOOM;
        double x = box.x() + GraphScene.PADDING;
        if (readable) {
            gc.setFont(headFont);
            gc.setFill(palette.get(Role.LABEL));
            gc.fillText(block.title(), x, box.y() + GraphScene.HEAD_HEIGHT - 5);
            gc.setFont(font);
            gc.setFill(palette.get(Role.TEXT_MUTED));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(block.note(), box.right() - GraphScene.PADDING, box.y() + GraphScene.HEAD_HEIGHT - 5);
            gc.setTextAlign(TextAlignment.LEFT);
        }
        double y = box.y() + GraphScene.HEAD_HEIGHT;
        for (PassPicture.Line line : block.lines()) {
            if (y + GraphScene.LINE_HEIGHT >= top && y <= bottom) {
                paintLineBackground(line, box, y, lit);
                if (readable) {
                    paintLine(line, x, y, scene.charWidth());
                } else {
                    paintBar(line, x, y, scene.charWidth());
                }
            }
            y += GraphScene.LINE_HEIGHT;
        }
        gc.setGlobalAlpha(1);
    }

    private void paintLineBackground(PassPicture.Line line, FlowLayout.Box box, double y, Lit lit) {
        switch (line.change()) {
            case ADDED -> fillLine(box, y, Role.ADDED);
            case REMOVED -> fillLine(box, y, Role.REMOVED);
            case CHANGED -> fillLine(box, y, Role.CHANGED);
            case SAME -> { }
        }
        if (lit.picked().contains(line.nodeId())) {
            fillLine(box, y, Role.SELECTED);
        } else if (lit.linked().contains(line.nodeId())) {
            fillLine(box, y, Role.LINKED);
        }
        if (lit.found().contains(line.nodeId())) {
            fillLine(box, y, Role.FOUND);
        }
        if (lit.foundNow() == line.nodeId() && line.nodeId() != 0) {
            gc.setStroke(palette.get(Role.OSR));
            gc.setLineWidth(1.5);
            gc.strokeRect(box.x() + 1.5, y + 0.5, box.width() - 3, GraphScene.LINE_HEIGHT - 1);
        }
    }

    private void fillLine(FlowLayout.Box box, double y, Role role) {
        gc.setFill(palette.get(role));
        gc.fillRect(box.x() + 1, y, box.width() - 2, GraphScene.LINE_HEIGHT);
    }

    private void paintLine(PassPicture.Line line, double x, double y, double charWidth) {
        gc.setFont(font);
        double column = 0;
        for (CodeSpan span : line.spans()) {
            String text = span.text();
            if (column + text.length() > GraphScene.MOST_CHARS) {
                text = text.substring(0, Math.max(0, GraphScene.MOST_CHARS - 1 - (int) column)) + "…";
            }
            gc.setFill(palette.get(role(span.style())));
            gc.fillText(text, x + column * charWidth, y + 13);
            column += text.length();
            if (column >= GraphScene.MOST_CHARS) {
                break;
            }
        }
        if (line.change() == PassPicture.Change.REMOVED) {
            gc.setStroke(palette.get(Role.TEXT_MUTED));
            gc.setLineWidth(1);
            gc.strokeLine(x, y + GraphScene.LINE_HEIGHT / 2, x + column * charWidth, y + GraphScene.LINE_HEIGHT / 2);
        }
    }

    private void paintBar(PassPicture.Line line, double x, double y, double charWidth) {
        gc.setFill(palette.get(Role.TEXT_MUTED));
        gc.fillRect(x, y + 5, Math.min(line.length(), GraphScene.MOST_CHARS) * charWidth, GraphScene.LINE_HEIGHT - 10);
    }

    private static Role role(String style) {
        return switch (style) {
            case "code-keyword" -> Role.KEYWORD;
            case "code-string" -> Role.STRING;
            case "code-number" -> Role.NUMBER;
            case "code-comment", "code-muted" -> Role.TEXT_MUTED;
            case "code-function" -> Role.FUNCTION;
            case "code-register" -> Role.REGISTER;
            case "code-label" -> Role.LABEL;
            case "code-type" -> Role.TYPE;
            case "code-deopt" -> Role.DEOPT;
            default -> Role.TEXT;
        };
    }
}
