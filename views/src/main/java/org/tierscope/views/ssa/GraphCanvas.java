package org.tierscope.views.ssa;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.tierscope.views.api.Drawing;
import org.tierscope.views.control.CodeFont;
import org.tierscope.views.control.Painted;
import org.tierscope.views.control.Palette;
import org.tierscope.views.control.Pen;

/** Shows a {@link GraphScene}: drag or scroll to pan, Ctrl and the wheel to zoom, click a line to select its node. */
final class GraphCanvas extends Region implements Painted {
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 4;
    private static final double SMALLEST_FIRST = 0.75;
    private static final double STEP = 60;

    private final Canvas canvas = new Canvas();
    private final Font font = CodeFont.font(12);
    private final double charWidth = CodeFont.charWidth(font);
    private final Consumer<GraphScene.Hit> onPick;
    private Palette palette;
    private GraphScene scene;
    private Set<Integer> linked = Set.of();
    private Set<Integer> picked = Set.of();
    private Set<Integer> found = Set.of();
    private int foundNow;
    private double zoom = 1;
    private double offsetX;
    private double offsetY;
    private double dragX;
    private double dragY;
    private boolean placed;

    GraphCanvas(Palette palette, Consumer<GraphScene.Hit> onPick) {
        this.onPick = onPick;
        getChildren().add(canvas);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setAccessibleText("control-flow graph");
        setPalette(palette);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseMoved(event -> setCursor(at(event.getX(), event.getY()).isPresent() ? Cursor.HAND : Cursor.DEFAULT));
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
        setOnZoom((ZoomEvent event) -> zoomBy(event.getZoomFactor(), event.getX(), event.getY()));
        setOnKeyPressed(this::typed);
    }

    double charWidth() {
        return charWidth;
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        setBackground(new Background(new BackgroundFill(palette.get(Palette.Role.CANVAS), CornerRadii.EMPTY, Insets.EMPTY)));
        paint();
    }

    /** Shows another scene; the part in sight stays where it is, except for the first scene. */
    void setScene(GraphScene newScene) {
        scene = newScene;
        place();
        paint();
    }

    GraphScene scene() {
        return scene;
    }

    double zoom() {
        return zoom;
    }

    /** Begins again with the top of the next scene. */
    void forgetPlace() {
        placed = false;
    }

    void setLinked(Set<Integer> newLinked, Set<Integer> newPicked) {
        boolean changed = !linked.equals(newLinked) || !picked.equals(newPicked);
        linked = newLinked;
        picked = newPicked;
        if (changed && scene != null) {
            reveal(picked.isEmpty() ? linked : picked);
            paint();
        }
    }

    private void place() {
        if (!placed && scene != null && getWidth() > 0) {
            double fitting = getWidth() / Math.max(1, scene.layout().width());
            zoom = Math.clamp(fitting, SMALLEST_FIRST, 1);
            offsetX = 0;
            offsetY = 0;
            placed = true;
        }
    }

    private void reveal(Set<Integer> wanted) {
        double[] first = null;
        for (int node : wanted) {
            Optional<double[]> place = scene.place(node);
            if (place.isPresent()) {
                double[] rectangle = place.get();
                double x = rectangle[0] * zoom + offsetX;
                double y = rectangle[1] * zoom + offsetY;
                if (y >= 0 && y + rectangle[3] * zoom <= getHeight() && x + rectangle[2] * zoom > 0 && x < getWidth()) {
                    return;
                }
                if (first == null || rectangle[1] < first[1]) {
                    first = rectangle;
                }
            }
        }
        if (first != null && getWidth() > 0) {
            offsetY = getHeight() / 3 - first[1] * zoom;
            double x = first[0] * zoom + offsetX;
            if (x < 0 || x + Math.min(first[2] * zoom, getWidth()) > getWidth()) {
                offsetX = 8 - first[0] * zoom;
            }
        }
    }

    /** Makes the whole graph visible. */
    void fit() {
        if (scene != null && getWidth() > 0) {
            zoom = Math.clamp(Math.min(getWidth() / scene.layout().width(), getHeight() / scene.layout().height()),
                    SMALLEST, 1);
            offsetX = Math.max(0, (getWidth() - scene.layout().width() * zoom) / 2);
            offsetY = 0;
            paint();
        }
    }

    private void zoomBy(double factor, double x, double y) {
        double newZoom = Math.clamp(zoom * factor, SMALLEST, LARGEST);
        offsetX = x - (x - offsetX) * newZoom / zoom;
        offsetY = y - (y - offsetY) * newZoom / zoom;
        zoom = newZoom;
        paint();
    }

    private void panBy(double dx, double dy) {
        if (scene == null) {
            return;
        }
        double margin = 40;
        offsetX = Math.clamp(offsetX + dx, Math.min(0, margin - scene.layout().width() * zoom), Math.max(0, getWidth() - margin));
        offsetY = Math.clamp(offsetY + dy, Math.min(0, margin - scene.layout().height() * zoom), Math.max(0, getHeight() - margin));
        paint();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
    }

    private void dragged(MouseEvent event) {
        panBy(event.getX() - dragX, event.getY() - dragY);
        dragX = event.getX();
        dragY = event.getY();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Optional<GraphScene.Hit> hit = at(event.getX(), event.getY());
        if (hit.isPresent()) {
            onPick.accept(hit.get());
        } else if (event.getClickCount() == 2) {
            fit();
        }
    }

    private Optional<GraphScene.Hit> at(double x, double y) {
        return scene == null ? Optional.empty() : scene.hit((x - offsetX) / zoom, (y - offsetY) / zoom);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoomBy(event.getDeltaY() > 0 ? 1.1 : 1 / 1.1, event.getX(), event.getY());
        } else {
            panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> panBy(STEP, 0);
            case RIGHT -> panBy(-STEP, 0);
            case UP -> panBy(0, STEP);
            case DOWN -> panBy(0, -STEP);
            case PLUS, ADD, EQUALS -> zoomBy(1.2, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoomBy(1 / 1.2, getWidth() / 2, getHeight() / 2);
            case DIGIT0, NUMPAD0 -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth()));
        canvas.setHeight(Math.max(0, getHeight()));
        place();
        paint();
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (scene == null || canvas.getWidth() <= 0) {
            return;
        }
        paint(Pen.on(canvas));
    }

    @Override
    public void paint(Pen pen) {
        if (scene == null) {
            return;
        }
        pen.save();
        pen.translate(offsetX, offsetY);
        pen.scale(zoom, zoom);
        new GraphPainter(pen, palette, font, zoom).paint(scene, lit(),
                -offsetX / zoom, -offsetY / zoom, (getWidth() - offsetX) / zoom, (getHeight() - offsetY) / zoom);
        pen.restore();
    }

    private GraphPainter.Lit lit() {
        return new GraphPainter.Lit(linked, picked, found, foundNow);
    }

    /** The whole graph, in its own size. */
    Optional<Drawing> drawing() {
        return Optional.ofNullable(scene).map(shown -> new Drawing(shown.layout().width(), shown.layout().height(),
                pen -> {
                    pen.setFill(palette.get(Palette.Role.CANVAS));
                    pen.fillRect(0, 0, shown.layout().width(), shown.layout().height());
                    new GraphPainter(pen, palette, font, 1).paint(shown, lit(), 0, 0, shown.layout().width(),
                            shown.layout().height());
                }));
    }

    /** Lights up the nodes that a search has found, and brings one of them into sight; 0 for none. */
    void setFound(Set<Integer> nodes, int current) {
        found = nodes;
        foundNow = current;
        if (current != 0 && scene != null) {
            reveal(Set.of(current));
        }
        paint();
    }
}
