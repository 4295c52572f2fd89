package org.tierscope.views.heap;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tierscope.record.proto.GarbageCollected;
import org.tierscope.session.Counter;
import org.tierscope.session.Timed;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.EventMark;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;

/** Used and committed bytes over the whole run, with a mark and the fall in size at each collection. */
final class HeapCanvas extends Region implements Painted {
    private static final double LEFT = 64;
    private static final double RIGHT = 12;
    private static final double TOP = 22;
    private static final double BOTTOM = 20;
    private static final double MARK = 12;

    /** What to draw; times in nanoseconds. {@code selected} is -1 for none. */
    record Picture(List<Counter.Point> used, List<Counter.Point> committed, List<Timed<GarbageCollected>> collections,
            long endNanos, long cursorNanos, boolean live, int selected) {
    }

    private final Canvas canvas = new Canvas();
    private Palette palette = Palette.DARK;
    private Picture picture;

    HeapCanvas() {
        getChildren().add(canvas);
        setMinSize(160, 90);
        setPrefSize(400, 150);
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    void show(Picture newPicture) {
        picture = newPicture;
        draw();
    }

    /** The time at a pixel. */
    double nanos(double x) {
        return picture == null ? 0
                : Math.clamp((x - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT), 0, 1) * picture.endNanos();
    }

    /** The collection whose mark is there. */
    Optional<Integer> collectionAt(double x) {
        for (int i = 0; picture != null && i < picture.collections().size(); i++) {
            if (Math.abs(x(picture.collections().get(i).nanos()) - x) <= MARK / 2) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        if (canvas.getWidth() > 0) {
            paint(Pen.on(canvas));
        }
    }

    private double x(double nanos) {
        return LEFT + nanos / Math.max(1, picture.endNanos()) * (getWidth() - LEFT - RIGHT);
    }

    private double y(double bytes, double ceiling) {
        return getHeight() - BOTTOM - bytes / ceiling * (getHeight() - TOP - BOTTOM);
    }

    @Override
    public void paint(Pen pen) {
        pen.setFill(palette.get(Role.CANVAS));
        pen.fillRect(0, 0, getWidth(), getHeight());
        if (picture == null || picture.used().isEmpty()) {
            return;
        }
        double ceiling = ceiling();
        grid(pen, ceiling);
        area(pen, picture.committed(), ceiling, Role.TEXT_MUTED, 0.12);
        area(pen, picture.used(), ceiling, Role.OSR, 0.3);
        for (int i = 0; i < picture.collections().size(); i++) {
            collection(pen, picture.collections().get(i), i == picture.selected(), ceiling);
        }
        if (!picture.live()) {
            pen.setStroke(palette.get(Role.ERROR));
            pen.setLineWidth(1);
            pen.strokeLine(x(picture.cursorNanos()), TOP, x(picture.cursorNanos()), getHeight() - BOTTOM);
        }
    }

    /** The next round number of bytes above everything that is drawn. */
    private double ceiling() {
        double largest = Math.max(1, java.util.stream.Stream.concat(picture.used().stream(), picture.committed().stream())
                .mapToDouble(Counter.Point::value).max().orElse(1));
        double step = Math.pow(10, Math.floor(Math.log10(largest)));
        return Math.ceil(largest / step * 2) / 2 * step;
    }

    private void grid(Pen pen, double ceiling) {
        pen.setFont(Font.font(10));
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineWidth(1);
        for (int i = 0; i <= 2; i++) {
            double bytes = ceiling * i / 2;
            double y = Math.round(y(bytes, ceiling)) + 0.5;
            pen.setStroke(palette.get(Role.GRID));
            pen.strokeLine(LEFT, y, getWidth() - RIGHT, y);
            pen.setFill(palette.get(Role.TEXT_MUTED));
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.fillText(Words.bytes((long) bytes), LEFT - 6, y);
        }
        for (int i = 0; i <= 4; i++) {
            double nanos = picture.endNanos() * i / 4.0;
            pen.setTextAlign(i == 0 ? TextAlignment.LEFT : i == 4 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            pen.fillText(String.format(java.util.Locale.ROOT, "%.2f s", nanos / 1e9), x(nanos), getHeight() - BOTTOM / 2);
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(palette.get(Role.OSR));
        pen.fillText("■ used", LEFT, TOP / 2);
        pen.setFill(palette.get(Role.TEXT_MUTED));
        pen.fillText("■ committed", LEFT + 52, TOP / 2);
    }

    private void area(Pen pen, List<Counter.Point> points, double ceiling, Role role, double opacity) {
        if (points.isEmpty()) {
            return;
        }
        int n = points.size() + 1;
        double[] xs = new double[n + 2];
        double[] ys = new double[n + 2];
        for (int i = 0; i < points.size(); i++) {
            xs[i] = x(points.get(i).nanos());
            ys[i] = y(points.get(i).value(), ceiling);
        }
        xs[n - 1] = x(picture.endNanos());
        ys[n - 1] = ys[Math.max(0, n - 2)];
        pen.setStroke(palette.get(role));
        pen.setLineWidth(1.5);
        pen.strokePolyline(xs, ys, n);
        xs[n] = xs[n - 1];
        ys[n] = y(0, ceiling);
        xs[n + 1] = xs[0];
        ys[n + 1] = y(0, ceiling);
        pen.setFill(palette.get(role).deriveColor(0, 1, 1, opacity));
        pen.fillPolygon(xs, ys, n + 2);
    }

    private void collection(Pen pen, Timed<GarbageCollected> collection, boolean selected, double ceiling) {
        double x = x(collection.nanos());
        pen.setStroke(palette.get(selected ? Role.OSR : Role.COLLECTION));
        pen.setLineWidth(selected ? 2 : 1);
        pen.setLineDashes(2, 3);
        pen.strokeLine(x, y(collection.value().getBytesBefore(), ceiling), x, y(collection.value().getBytesAfter(), ceiling));
        pen.setLineDashes();
        EventMark.COLLECTION.draw(pen, x, TOP - 4, selected ? MARK + 3 : MARK, palette);
    }
}
