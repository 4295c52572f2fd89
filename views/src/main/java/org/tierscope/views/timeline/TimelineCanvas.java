package org.tierscope.views.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tierscope.session.Lane;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;
import org.tierscope.views.control.TierBadge;

/** Draws ruler, lanes and cursor, and knows what is where. Holds no recording: it is told what to draw. */
final class TimelineCanvas extends Region implements Painted {

    static final double LABELS = 150;
    static final double RULER = 22;
    static final double ROW = 24;
    /** Room at the right, so that the end of a live run is not glued to the edge. */
    private static final double MARGIN = 18;
    private static final double BAR_TOP = 6;
    private static final double BAR_HEIGHT = 14;
    private static final double MARK = Marks.SIZE;
    private static final double ROOM_FOR_NUMBER = 16;
    private static final double NARROWEST_LABELLED_BAR = 34;

    /** What to draw. */
    record Picture(List<Row> rows, TimeScale scale, double cursorNanos, boolean live, double endNanos,
            Set<Integer> litFunctions, Set<Integer> foundRows, int foundRow, int selectedEvent, double scroll) {
    }

    /** What is under the mouse. */
    record Hit(Optional<Row> row, Optional<Marks.Drawn> mark, Optional<Lane.CompilationSpan> compilation,
            double nanos) {
    }

    private final Canvas canvas = new Canvas();
    private Palette palette = Palette.DARK;
    private Picture picture;

    TimelineCanvas() {
        getChildren().add(canvas);
        setMinSize(120, 60);
        setPrefSize(700, 180);
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
    }

    /** Left edge and width of the time area. */
    TimeScale place(TimeScale scale) {
        return scale.placed(LABELS, getWidth() - LABELS - MARGIN);
    }

    /** Height that all rows need. */
    static double contentHeight(int rows) {
        return RULER + rows * ROW + 4;
    }

    void draw(Picture newPicture) {
        picture = newPicture;
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint(Pen.on(canvas));
    }

    @Override
    public void paint(Pen gc) {
        gc.setFill(palette.get(Role.CANVAS));
        gc.fillRect(0, 0, getWidth(), getHeight());
        gc.setTextBaseline(VPos.CENTER);
        grid(gc);
        gc.save();
        gc.beginPath();
        gc.rect(0, RULER, getWidth(), getHeight() - RULER);
        gc.clip();
        for (int i = 0; i < picture.rows().size(); i++) {
            double y = RULER + i * ROW - picture.scroll();
            if (y + ROW > RULER && y < getHeight()) {
                found(gc, i, y);
                row(gc, picture.rows().get(i), y);
            }
        }
        gc.restore();
        future(gc);
        cursor(gc);
    }

    Hit at(double x, double y) {
        if (picture == null) {
            return new Hit(Optional.empty(), Optional.empty(), Optional.empty(), 0);
        }
        double nanos = Math.clamp(picture.scale().nanos(x), 0, Math.max(0, picture.endNanos()));
        int index = (int) Math.floor((y - RULER + picture.scroll()) / ROW);
        if (y < RULER || index < 0 || index >= picture.rows().size()) {
            return new Hit(Optional.empty(), Optional.empty(), Optional.empty(), nanos);
        }
        Row row = picture.rows().get(index);
        Optional<Marks.Drawn> mark = x < LABELS ? Optional.empty()
                : new ArrayList<>(Marks.of(row, picture.scale())).reversed().stream()
                        .filter(m -> Math.abs(m.x() - x) <= MARK / 2 + 1).findFirst();
        return new Hit(Optional.of(row), mark, compilationAt(row, x), nanos);
    }

    boolean isCursorAt(double x) {
        return picture != null && Math.abs(cursorX() - x) <= 5;
    }

    double cursorX() {
        return picture.scale().x(picture.cursorNanos());
    }

    private Optional<Lane.CompilationSpan> compilationAt(Row row, double x) {
        return row instanceof Row.OfFunction function && x >= LABELS
                ? function.lane().compilations().stream()
                        .filter(c -> x >= picture.scale().x(c.startNanos()) - 2
                                && x <= picture.scale().x(c.endNanos().orElse((long) picture.endNanos())) + 2)
                        .findFirst()
                : Optional.empty();
    }

    private void grid(Pen gc) {
        gc.setFont(Font.font(10.5));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setFill(palette.get(Role.BLOCK));
        gc.fillRect(0, 0, getWidth(), RULER);
        for (TimeScale.Tick tick : picture.scale().ticks()) {
            double x = Math.round(picture.scale().x(tick.nanos())) + 0.5;
            gc.setStroke(palette.get(Role.GRID));
            gc.setLineWidth(1);
            gc.strokeLine(x, RULER - 4, x, getHeight());
            if (x < getWidth() - 20) {
                gc.setFill(palette.get(Role.TEXT_MUTED));
                gc.fillText(tick.label(), Math.max(x, LABELS + 16), RULER / 2 - 1);
            }
        }
        gc.setStroke(palette.get(Role.GRID));
        gc.strokeLine(0, RULER - 0.5, getWidth(), RULER - 0.5);
        gc.strokeLine(LABELS - 0.5, 0, LABELS - 0.5, getHeight());
    }

    private void found(Pen gc, int index, double y) {
        if (picture.foundRows().contains(index)) {
            gc.setFill(palette.get(Role.FOUND));
            gc.fillRect(0, y, LABELS, ROW);
        }
        if (picture.foundRow() == index) {
            gc.setStroke(palette.get(Role.OSR));
            gc.setLineWidth(1.5);
            gc.strokeRect(1, y + 1, LABELS - 3, ROW - 2);
        }
    }

    private void row(Pen gc, Row row, double y) {
        boolean lit = row instanceof Row.OfFunction f && picture.litFunctions().contains(f.functionId());
        if (lit) {
            gc.setFill(palette.get(Role.LINKED));
            gc.fillRect(0, y, getWidth(), ROW);
        }
        boolean internal = row instanceof Row.OfFunction f && f.lane().function().getInternal();
        gc.setFont(Font.font(12));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.get(row instanceof Row.OfHeap || internal ? Role.TEXT_MUTED : Role.TEXT));
        gc.fillText(shortened(row.label()), 10, y + ROW / 2, LABELS - 18);
        gc.save();
        gc.beginPath();
        gc.rect(LABELS, y, getWidth() - LABELS, ROW);
        gc.clip();
        List<Marks.Drawn> marks = Marks.of(row, picture.scale());
        if (row instanceof Row.OfFunction function) {
            function.lane().tiers().forEach(span -> tier(gc, span, y, marks));
            function.lane().compilations().forEach(span -> compilation(gc, span, y));
        }
        marks.forEach(mark -> mark(gc, mark, y, hasRoomForNumber(mark, marks)));
        gc.restore();
    }

    private void tier(Pen gc, Lane.TierSpan span, double y, List<Marks.Drawn> marks) {
        boolean open = span.endNanos() >= picture.endNanos();
        double start = Math.max(LABELS, picture.scale().x(span.startNanos()));
        double end = Math.min(getWidth(), picture.scale().x(open ? picture.endNanos() : span.endNanos()));
        if (end <= start && !open) {
            return;
        }
        Color color = palette.tier(span.tier());
        boolean interpreted = span.tier().getNumber() <= 1;
        gc.setFill(color.deriveColor(0, 1, 1, interpreted ? 0.18 : 0.45));
        double width = Math.max(1, end - start);
        double inset = interpreted ? 4 : 0;
        gc.fillRect(start, y + BAR_TOP + inset, width, BAR_HEIGHT - 2 * inset);
        gc.setFill(color);
        gc.fillRect(start, y + BAR_TOP + BAR_HEIGHT - 2 - inset, width, 2);
        if (width > NARROWEST_LABELLED_BAR && !interpreted) {
            placeOfLabel(start, width, marks).ifPresent(x -> {
                gc.setFont(Font.font(10));
                gc.setTextAlign(TextAlignment.CENTER);
                gc.setFill(palette.get(Role.TEXT));
                gc.fillText(TierBadge.shortName(span.tier()), x, y + BAR_TOP + BAR_HEIGHT / 2 - 1);
            });
        }
    }

    /** The middle of a bar or, if a mark is there, a place beside it. */
    private static OptionalDouble placeOfLabel(double start, double width, List<Marks.Drawn> marks) {
        return DoubleStream.of(0.5, 0.25, 0.75)
                .map(share -> start + width * share)
                .filter(x -> x - start >= NARROWEST_LABELLED_BAR / 2 && start + width - x >= NARROWEST_LABELLED_BAR / 2)
                .filter(x -> marks.stream().noneMatch(mark -> Math.abs(mark.x() - x) < NARROWEST_LABELLED_BAR / 2 + MARK))
                .findFirst();
    }

    private void compilation(Pen gc, Lane.CompilationSpan span, double y) {
        double start = picture.scale().x(span.startNanos());
        double end = picture.scale().x(span.endNanos().orElse((long) picture.endNanos()));
        gc.setFill(span.refused() ? palette.get(Role.COLLECTION) : palette.tier(span.tier()));
        gc.fillRect(start, y + 1, Math.max(4, end - start), 4);
    }

    private static boolean hasRoomForNumber(Marks.Drawn mark, List<Marks.Drawn> all) {
        return all.stream().noneMatch(other -> other != mark && other.x() >= mark.x()
                && other.x() - mark.x() < MARK + ROOM_FOR_NUMBER);
    }

    private void mark(Pen gc, Marks.Drawn mark, double y, boolean withNumber) {
        double centre = y + BAR_TOP + BAR_HEIGHT / 2;
        if (mark.eventIndex() >= 0 && mark.eventIndex() == picture.selectedEvent()) {
            gc.setFill(palette.get(Role.SELECTED));
            gc.fillOval(mark.x() - MARK * 0.8, centre - MARK * 0.8, MARK * 1.6, MARK * 1.6);
        }
        gc.setFill(palette.get(Role.CANVAS).deriveColor(0, 1, 1, 0.75));
        gc.fillOval(mark.x() - MARK / 2 - 1, centre - MARK / 2 - 1, MARK + 2, MARK + 2);
        mark.mark().draw(gc, mark.x(), centre, MARK, palette);
        if (mark.count() > 1 && withNumber) {
            gc.setFont(Font.font(9.5));
            boolean roomAtRight = mark.x() + MARK / 2 + ROOM_FOR_NUMBER < getWidth();
            gc.setTextAlign(roomAtRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
            gc.setFill(palette.get(Role.TEXT));
            gc.fillText(Words.count(mark.count()), mark.x() + (roomAtRight ? MARK / 2 : -MARK / 2), centre - 5);
        }
    }

    /** What the cursor hides from the other views: everything to the right of it. */
    private void future(Pen gc) {
        if (!picture.live()) {
            double x = Math.max(LABELS, cursorX());
            gc.setFill(palette.get(Role.CANVAS).deriveColor(0, 1, 1, 0.55));
            gc.fillRect(x, RULER, Math.max(0, getWidth() - x), getHeight() - RULER);
        }
    }

    private void cursor(Pen gc) {
        double x = Math.round(cursorX()) + 0.5;
        if (x < LABELS - 1 || x > getWidth()) {
            return;
        }
        Color color = picture.live() ? palette.get(Role.TEXT_MUTED) : palette.get(Role.ERROR);
        gc.setStroke(color);
        gc.setLineWidth(1.5);
        gc.strokeLine(x, RULER, x, getHeight());
        gc.setFill(color);
        gc.fillPolygon(new double[] {x - 6, x + 6, x}, new double[] {RULER - 7, RULER - 7, RULER + 1}, 3);
        if (!picture.live()) {
            String label = TimeScale.label(picture.cursorNanos(), picture.scale().span() / 500);
            gc.setFont(Font.font(10.5));
            double width = label.length() * 6.2 + 10;
            double left = Math.clamp(x - width / 2, LABELS, Math.max(LABELS, getWidth() - width));
            gc.fillRoundRect(left, 1, width, RULER - 7, 6, 6);
            gc.setFill(palette.get(Role.CANVAS));
            gc.setTextAlign(TextAlignment.CENTER);
            gc.fillText(label, left + width / 2, (RULER - 7) / 2 + 1);
        }
    }

    private static String shortened(String label) {
        return label.length() <= 22 ? label : label.substring(0, 21) + "…";
    }
}
