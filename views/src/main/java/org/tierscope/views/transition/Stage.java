package org.tierscope.views.transition;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.tierscope.record.proto.Tier;
import org.tierscope.record.proto.ValueType;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.CodeFont;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Palette.Role;
import org.tierscope.views.control.Pen;

/** Draws a scenario at one point of its play. */
final class Stage extends Region implements Painted {

    private static final double PAD = 8;
    /** Most characters of a name. */
    private static final int NAME = 14;
    private static final double HEAD = 24;
    private static final double TITLE = 19;
    private static final double ROW = 22;
    private static final double GAP = 5;
    private static final double CHIP = 18;
    private static final double NARROWEST = 430;

    private final Canvas canvas = new Canvas();
    private final Font code = CodeFont.font(12);
    private final double charWidth = CodeFont.charWidth(code);
    private Scenario scenario;
    private double progress;
    private Palette palette = Palette.DARK;

    Stage() {
        getChildren().add(canvas);
        setMinWidth(NARROWEST);
        widthProperty().addListener((property, before, now) -> draw());
        heightProperty().addListener((property, before, now) -> draw());
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    void show(Scenario newScenario, double newProgress) {
        if (newScenario != scenario) {
            scenario = newScenario;
            setMinHeight(contentHeight());
            setPrefHeight(contentHeight());
        }
        progress = newProgress;
        draw();
    }

    private double contentHeight() {
        if (scenario == null) {
            return 100;
        }
        double left = scenario.boxes().stream().mapToDouble(box -> TITLE + box.rows().size() * ROW + GAP).sum();
        double right = TITLE + scenario.places().size() * ROW + GAP;
        return PAD + HEAD + Math.max(left, right) + PAD;
    }

    private double columnWidth() {
        return Math.max(150, (getWidth() - 2 * PAD) * 0.42);
    }

    private double rightX() {
        return getWidth() - PAD - columnWidth();
    }

    private void draw() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint(Pen.on(canvas));
    }

    @Override
    public void paint(Pen gc) {
        gc.setFill(palette.get(Role.CANVAS));
        gc.fillRect(0, 0, getWidth(), getHeight());
        if (scenario == null || getWidth() <= 0) {
            return;
        }
        gc.setTextBaseline(VPos.CENTER);
        column(gc, PAD, scenario.outside(), Words.tier(scenario.outside()));
        column(gc, rightX(), scenario.inside(), scenario.insideTitle());
        arrow(gc);
        boxes(gc);
        places(gc);
        for (int i = 0; i < scenario.steps(); i++) {
            path(gc, i);
        }
        for (int i = 0; i < scenario.steps(); i++) {
            value(gc, i);
        }
    }

    private void column(Pen gc, double x, Tier tier, String title) {
        gc.setFill(palette.tier(tier));
        gc.fillRect(x, PAD + HEAD - 6, columnWidth(), 2);
        gc.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 12));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(title, x, PAD + 8, columnWidth());
    }

    private void arrow(Pen gc) {
        double left = PAD + columnWidth() + 14;
        double right = rightX() - 14;
        double y = PAD + 8;
        Color color = palette.get(scenario.entering() ? Role.OSR : Role.DEOPT);
        gc.setStroke(color);
        gc.setFill(color);
        gc.setLineWidth(2);
        gc.strokeLine(left, y, right, y);
        double tip = scenario.entering() ? right : left;
        double back = scenario.entering() ? -9 : 9;
        gc.fillPolygon(new double[] {tip, tip + back, tip + back}, new double[] {y, y - 5, y + 5}, 3);
        gc.setFont(Font.font(11));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.fillText(scenario.entering() ? "OSR" : "deopt", (left + right) / 2, y + 13);
    }

    private double boxY(int box) {
        double y = PAD + HEAD;
        for (int i = 0; i < box; i++) {
            y += TITLE + scenario.boxes().get(i).rows().size() * ROW + GAP;
        }
        return y;
    }

    private double rowY(int box, int row) {
        return boxY(box) + TITLE + row * ROW + ROW / 2;
    }

    private double placeY(int place) {
        return PAD + HEAD + TITLE + place * ROW + ROW / 2;
    }

    private void boxes(Pen gc) {
        for (int b = 0; b < scenario.boxes().size(); b++) {
            Scenario.Box box = scenario.boxes().get(b);
            double y = boxY(b);
            gc.setFill(palette.get(Role.BLOCK));
            gc.fillRoundRect(PAD, y, columnWidth(), TITLE + box.rows().size() * ROW, 6, 6);
            gc.setFont(Font.font(11));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setFill(palette.get(Role.TEXT_MUTED));
            gc.fillText(box.title(), PAD + 8, y + TITLE / 2 + 1, columnWidth() - 16);
            for (int r = 0; r < box.rows().size(); r++) {
                Scenario.Row row = box.rows().get(r);
                label(gc, PAD + 8, rowY(b, r), row.label(), row.name());
            }
        }
    }

    private void places(Pen gc) {
        double y = PAD + HEAD;
        gc.setFill(palette.get(Role.BLOCK));
        gc.fillRoundRect(rightX(), y, columnWidth(), TITLE + scenario.places().size() * ROW, 6, 6);
        gc.setFont(Font.font(11));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.get(Role.TEXT_MUTED));
        gc.fillText(scenario.places().isEmpty() ? "all values stay in the frame" : "registers and slots of the machine",
                rightX() + 8, y + TITLE / 2 + 1, columnWidth() - 16);
        for (int p = 0; p < scenario.places().size(); p++) {
            Scenario.Place place = scenario.places().get(p);
            boolean register = place.kind().equals("register");
            String label = place.kind().equals("constant") ? "const" : place.label();
            double x = rightX() + columnWidth() - 8;
            gc.setFont(code);
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.setFill(palette.get(Role.REGISTER));
            gc.fillText(label, x, placeY(p));
            if (!register && columnWidth() > 260) {
                gc.setFont(Font.font(10.5));
                gc.setFill(palette.get(Role.TEXT_MUTED));
                gc.fillText(place.kind(), x - label.length() * charWidth - 8, placeY(p));
            }
        }
    }

    private void label(Pen gc, double x, double y, String label, String name) {
        gc.setFont(code);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.get(Role.REGISTER));
        gc.fillText(label, x, y);
        gc.setFill(palette.get(Role.TEXT));
        gc.fillText(shortened(name, NAME), x + 5 * charWidth, y);
    }

    /** Where the value's chip is centred on the left. */
    private Point2D outside(Scenario.Move move) {
        return new Point2D(PAD + columnWidth() - 10 - chipWidth(move) / 2, rowY(move.box(), move.row()));
    }

    private Point2D inside(Scenario.Move move) {
        return new Point2D(rightX() + 10 + chipWidth(move) / 2, placeY(move.place()));
    }

    /** How far move {@code i} is: 0 not begun, 1 arrived; slow at both ends. */
    private double done(int i) {
        double t = Math.clamp(progress - i, 0, 1);
        return t * t * (3 - 2 * t);
    }

    private void path(Pen gc, int i) {
        Scenario.Move move = scenario.moves().get(i);
        if (move.stays()) {
            return;
        }
        boolean active = progress > i && progress < i + 1;
        Color color = move.offending() ? palette.get(Role.DEOPT) : palette.get(Role.EDGE);
        gc.setStroke(color.deriveColor(0, 1, 1, active ? 1 : done(i) >= 1 ? 0.5 : 0.3));
        gc.setLineWidth(active ? 2 : 1);
        gc.setLineDashes(done(i) >= 1 || active ? null : new double[] {4, 4});
        Point2D a = new Point2D(PAD + columnWidth(), rowY(move.box(), move.row()));
        Point2D b = new Point2D(rightX(), placeY(move.place()));
        double bend = (b.getX() - a.getX()) / 2;
        gc.beginPath();
        gc.moveTo(a.getX(), a.getY());
        gc.bezierCurveTo(a.getX() + bend, a.getY(), b.getX() - bend, b.getY(), b.getX(), b.getY());
        gc.stroke();
        gc.setLineDashes();
    }

    private void value(Pen gc, int i) {
        Scenario.Move move = scenario.moves().get(i);
        if (move.stays()) {
            chip(gc, move, outside(move), move.held(), progress <= i ? 0.55 : 1);
            return;
        }
        Point2D from = scenario.entering() ? outside(move) : inside(move);
        Point2D to = scenario.entering() ? inside(move) : outside(move);
        String heldFrom = scenario.entering() ? "tagged" : move.held();
        String heldTo = scenario.entering() ? move.held() : "tagged";
        double t = done(i);
        if (t > 0) {
            chip(gc, move, from, heldFrom, placeStillNeeded(i) ? 1 : 0.3);
        }
        double bow = Math.sin(Math.PI * t) * 4;
        Point2D at = new Point2D(from.getX() + (to.getX() - from.getX()) * t,
                from.getY() + (to.getY() - from.getY()) * ease(t) - bow);
        chip(gc, move, at, t < 0.5 ? heldFrom : heldTo, 1);
    }

    /** Whether a later move takes a value from the same place on the right. */
    private boolean placeStillNeeded(int i) {
        if (!scenario.entering()) {
            for (int later = i + 1; later < scenario.steps(); later++) {
                if (scenario.moves().get(later).place() == scenario.moves().get(i).place() && done(later) < 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private double chipWidth(Scenario.Move move) {
        return text(move).length() * charWidth + tagWidth(move) + 22;
    }

    /** As much of the value as fits between the label of its row and the tag. */
    private String text(Scenario.Move move) {
        double labels = 24 + (5 + Math.min(NAME, nameOf(move).length())) * charWidth;
        return shortened(move.value(), (int) Math.max(4, (columnWidth() - labels - tagWidth(move) - 22) / charWidth));
    }

    private String nameOf(Scenario.Move move) {
        return scenario.boxes().get(move.box()).rows().get(move.row()).name();
    }

    /** A narrow column leaves the tags out: colour, corners and caption say the same. */
    private boolean hasTags() {
        return columnWidth() >= 260;
    }

    private double tagWidth(Scenario.Move move) {
        return hasTags() ? 6 * Math.max(tag(move, "tagged").length(), tag(move, move.held()).length()) : -6;
    }

    /** What stands small beside the value: its type, or how it is held where that says more. */
    private static String tag(Scenario.Move move, String held) {
        return held.isEmpty() || held.equals("tagged") ? Words.type(move.type()) : held;
    }

    private void chip(Pen gc, Scenario.Move move, Point2D centre, String held, double opacity) {
        double width = chipWidth(move);
        double x = centre.getX() - width / 2;
        double y = centre.getY() - CHIP / 2;
        Color color = move.offending() ? palette.get(Role.DEOPT) : palette.get(color(move.type()));
        gc.setGlobalAlpha(opacity);
        gc.setFill(palette.get(Role.CANVAS));
        gc.fillRoundRect(x, y, width, CHIP, 9, 9);
        gc.setFill(color.deriveColor(0, 1, 1, 0.22));
        gc.fillRoundRect(x, y, width, CHIP, 9, 9);
        gc.setStroke(color);
        gc.setLineWidth(move.offending() ? 2 : 1);
        boolean raw = !held.isEmpty() && !held.equals("tagged");
        gc.strokeRoundRect(x, y, width, CHIP, raw ? 2 : 9, raw ? 2 : 9);
        gc.setFont(code);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.get(Role.TEXT));
        gc.fillText(text(move), x + 8, centre.getY(), width - 16);
        gc.setFont(Font.font(10));
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setFill(color);
        if (hasTags()) {
            gc.fillText(tag(move, held), x + width - 7, centre.getY());
        }
        gc.setGlobalAlpha(1);
    }

    private static Role color(ValueType type) {
        return switch (type) {
            case TYPE_INT32, TYPE_DOUBLE, TYPE_BIGINT -> Role.NUMBER;
            case TYPE_STRING -> Role.STRING;
            case TYPE_BOOLEAN, TYPE_UNDEFINED, TYPE_NULL, TYPE_SYMBOL, TYPE_HOLE -> Role.KEYWORD;
            case TYPE_OBJECT, TYPE_ARRAY, TYPE_FUNCTION -> Role.FUNCTION;
            case TYPE_NONE, UNRECOGNIZED -> Role.TEXT_MUTED;
        };
    }

    private static String shortened(String text, int room) {
        return text.length() <= room ? text : text.substring(0, Math.max(1, room - 1)) + "…";
    }
}
