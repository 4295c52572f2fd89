package org.tierscope.views.counters;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.tierscope.session.Counter;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;

/** One counter as a small filled line chart, with its value at the cursor. */
final class Chart extends Region implements Painted {

    private static final double HEAD = 20;
    private static final double PAD = 8;

    private final Counter counter;
    private final Role role;
    private final Canvas canvas = new Canvas();
    private List<Counter.Point> points = List.of();
    private double endNanos = 1;
    private double cursorNanos;
    private boolean live = true;
    /** Where the mouse is in any of the charts, as a time; negative if it is in none. */
    private double hoverNanos = -1;
    private Palette palette = Palette.DARK;

    Chart(Counter counter, Role role) {
        this.counter = counter;
        this.role = role;
        getChildren().add(canvas);
        setMinSize(120, 70);
        setPrefSize(190, 92);
        setId("chart-" + counter.name().toLowerCase().replace('_', '-'));
        widthProperty().addListener((property, before, now) -> draw());
        heightProperty().addListener((property, before, now) -> draw());
    }

    Counter counter() {
        return counter;
    }

    void show(List<Counter.Point> newPoints, double newEndNanos, double newCursorNanos, boolean isLive) {
        points = newPoints;
        endNanos = Math.max(1, newEndNanos);
        cursorNanos = newCursorNanos;
        live = isLive;
        setAccessibleText(counter.title() + " " + valueText());
        draw();
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    void hover(double nanos) {
        hoverNanos = nanos;
        draw();
    }

    /** The time at a pixel of this chart. */
    double nanos(double x) {
        return Math.clamp((x - PAD) / Math.max(1, getWidth() - 2 * PAD), 0, 1) * endNanos;
    }

    /** The value at the mouse, or else at the cursor, as text. */
    String valueText() {
        return points.isEmpty() ? "–" : Figures.of(counter.unit(), valueAt(hoverNanos >= 0 ? hoverNanos : cursorNanos));
    }

    private double valueAt(double nanos) {
        double value = 0;
        for (Counter.Point point : points) {
            if (point.nanos() > nanos) {
                break;
            }
            value = point.value();
        }
        return value;
    }

    private double x(double nanos) {
        return PAD + nanos / endNanos * (getWidth() - 2 * PAD);
    }

    private void draw() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        paint(Pen.on(canvas));
    }

    @Override
    public void paint(Pen gc) {
        double width = getWidth();
        double height = getHeight();
        gc.setFill(palette.get(Role.BLOCK));
        gc.fillRect(0, 0, width, height);
        double largest = points.stream().mapToDouble(Counter.Point::value).max().orElse(0);
        double ceiling = Figures.ceiling(largest, counter.unit());
        double bottom = height - PAD;
        double top = HEAD + 8;
        grid(gc, ceiling, top, bottom);
        if (!points.isEmpty()) {
            line(gc, ceiling, top, bottom);
        }
        ceilingLabel(gc, ceiling, top);
        head(gc);
        if (!live) {
            verticalLine(gc, cursorNanos, palette.get(Role.ERROR), top - 4, bottom);
        }
        if (hoverNanos >= 0) {
            verticalLine(gc, hoverNanos, palette.get(Role.TEXT_MUTED), top - 4, bottom);
        }
    }

    private void head(Pen gc) {
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(Font.font(11));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.get(Role.TEXT_MUTED));
        gc.fillText(counter.title(), PAD, HEAD / 2 + 2);
        gc.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 12));
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setFill(palette.get(Role.TEXT));
        gc.fillText(valueText(), getWidth() - PAD, HEAD / 2 + 2);
    }

    private void grid(Pen gc, double ceiling, double top, double bottom) {
        gc.setStroke(palette.get(Role.GRID));
        gc.setLineWidth(1);
        gc.strokeLine(PAD, top - 0.5, getWidth() - PAD, top - 0.5);
        gc.strokeLine(PAD, bottom + 0.5, getWidth() - PAD, bottom + 0.5);
    }

    /** What the line at the top stands for; legible although the curve may pass behind. */
    private void ceilingLabel(Pen gc, double ceiling, double top) {
        String label = Figures.of(counter.unit(), ceiling);
        gc.setFill(palette.get(Role.BLOCK).deriveColor(0, 1, 1, 0.8));
        gc.fillRect(PAD, top + 1, label.length() * 5.6 + 3, 12);
        gc.setFont(Font.font(9));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.TOP);
        gc.setFill(palette.get(Role.TEXT_MUTED));
        gc.fillText(label, PAD + 1, top + 1);
    }

    private void line(Pen gc, double ceiling, double top, double bottom) {
        Color color = palette.get(role);
        int n = points.size() + 1;
        boolean steps = counter.unit() == Counter.Unit.COUNT;
        double[] xs = new double[2 * n + 2];
        double[] ys = new double[2 * n + 2];
        int k = 0;
        double before = points.getFirst().value();
        for (Counter.Point point : points) {
            if (steps) {
                xs[k] = x(point.nanos());
                ys[k++] = bottom - before / ceiling * (bottom - top);
            }
            xs[k] = x(point.nanos());
            ys[k++] = bottom - point.value() / ceiling * (bottom - top);
            before = point.value();
        }
        xs[k] = x(endNanos);
        ys[k] = ys[k - 1];
        k++;
        gc.setStroke(color);
        gc.setLineWidth(1.5);
        gc.strokePolyline(xs, ys, k);
        xs[k] = xs[k - 1];
        ys[k++] = bottom;
        xs[k] = xs[0];
        ys[k++] = bottom;
        gc.setFill(color.deriveColor(0, 1, 1, 0.2));
        gc.fillPolygon(xs, ys, k);
    }

    private void verticalLine(Pen gc, double nanos, Color color, double top, double bottom) {
        double x = Math.round(x(nanos)) + 0.5;
        gc.setStroke(color);
        gc.setLineWidth(1);
        gc.strokeLine(x, top, x, bottom);
    }
}
