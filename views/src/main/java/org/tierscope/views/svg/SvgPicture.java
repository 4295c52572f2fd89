package org.tierscope.views.svg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Drawing;
import org.tierscope.views.control.Painted;

/**
 * A picture of nodes as SVG: text stays text, boxes and lines stay boxes and lines. Backgrounds with one colour, borders
 * with one width per side, shapes and {@link Painted} regions are known; anything else that is drawn becomes an image.
 */
public final class SvgPicture {
    private final SvgPen pen = new SvgPen();

    private SvgPicture() {
    }

    /** What is in sight of a node that stands in a window. To be called on the JavaFX thread. */
    public static String of(Region root) {
        SvgPicture picture = new SvgPicture();
        picture.pen.setFill(behind(root));
        picture.pen.fillRect(0, 0, root.getWidth(), root.getHeight());
        picture.content(root);
        return picture.pen.document(root.getWidth(), root.getHeight());
    }

    public static String of(Drawing drawing) {
        SvgPen pen = new SvgPen();
        drawing.paint().accept(pen);
        return pen.document(drawing.width(), drawing.height());
    }

    /** The nearest colour behind a node. */
    private static Color behind(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
                    if (fill.getFill() instanceof Color color && color.isOpaque()) {
                        return color;
                    }
                }
            }
        }
        return Color.WHITE;
    }

    private void node(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        pen.save();
        Bounds origin = node.localToParent(new javafx.geometry.BoundingBox(0, 0, 1, 1));
        pen.translate(origin.getMinX(), origin.getMinY());
        if (Math.abs(origin.getWidth() - 1) > 1e-3 || Math.abs(origin.getHeight() - 1) > 1e-3) {
            pen.scale(origin.getWidth(), origin.getHeight());
        }
        if (node.getOpacity() < 1) {
            pen.fade(node.getOpacity());
        }
        if (node.getClip() instanceof Rectangle clip) {
            pen.beginPath();
            pen.rect(clip.getX() + clip.getLayoutX(), clip.getY() + clip.getLayoutY(), clip.getWidth(), clip.getHeight());
            pen.clip();
        }
        content(node);
        pen.restore();
    }

    private void content(Node node) {
        if (node instanceof Region region) {
            background(region);
            border(region);
        }
        switch (node) {
            case Painted painted -> {
                pen.save();
                painted.paint(pen);
                pen.restore();
            }
            case FontIcon icon -> outline(icon);
            case Text text -> text(text);
            case SVGPath path -> shape(path, path.getContent());
            case Rectangle rectangle -> rectangle(rectangle);
            case Shape other -> outline(other);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::node);
            default -> image(node);
        }
    }

    private void background(Region region) {
        if (region.getBackground() == null) {
            return;
        }
        for (BackgroundFill fill : region.getBackground().getFills()) {
            if (fill.getFill() instanceof Color color && color.getOpacity() > 0) {
                Insets insets = fill.getInsets();
                double radius = 2 * fill.getRadii().getTopLeftHorizontalRadius();
                pen.setFill(color);
                pen.fillRoundRect(insets.getLeft(), insets.getTop(),
                        region.getWidth() - insets.getLeft() - insets.getRight(),
                        region.getHeight() - insets.getTop() - insets.getBottom(), radius, radius);
            }
        }
    }

    private void border(Region region) {
        if (region.getBorder() == null) {
            return;
        }
        double w = region.getWidth();
        double h = region.getHeight();
        for (BorderStroke stroke : region.getBorder().getStrokes()) {
            var widths = stroke.getWidths();
            double radius = 2 * stroke.getRadii().getTopLeftHorizontalRadius();
            if (radius > 0 && stroke.getTopStroke() instanceof Color color && isDrawn(color, stroke.getTopStyle(), widths.getTop())) {
                pen.setStroke(color);
                pen.setLineWidth(widths.getTop());
                pen.strokeRoundRect(0.5, 0.5, w - 1, h - 1, radius, radius);
                continue;
            }
            side(stroke.getTopStroke(), stroke.getTopStyle(), widths.getTop(), 0, 0, w, widths.getTop());
            side(stroke.getBottomStroke(), stroke.getBottomStyle(), widths.getBottom(), 0, h - widths.getBottom(), w,
                    widths.getBottom());
            side(stroke.getLeftStroke(), stroke.getLeftStyle(), widths.getLeft(), 0, 0, widths.getLeft(), h);
            side(stroke.getRightStroke(), stroke.getRightStyle(), widths.getRight(), w - widths.getRight(), 0,
                    widths.getRight(), h);
        }
    }

    private static boolean isDrawn(Color color, BorderStrokeStyle style, double width) {
        return color.getOpacity() > 0 && style != BorderStrokeStyle.NONE && width > 0;
    }

    private void side(Paint paint, BorderStrokeStyle style, double width, double x, double y, double w, double h) {
        if (paint instanceof Color color && isDrawn(color, style, width)) {
            pen.setFill(color);
            pen.fillRect(x, y, w, h);
        }
    }

    /** Each line where it stands, so that a reader needs no line breaking of its own. */
    private void text(Text text) {
        if (!(text.getFill() instanceof Color color)) {
            return;
        }
        Font font = text.getFont();
        pen.setFill(color);
        pen.setFont(font);
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        for (TextLineInfo line : lines) {
            Rectangle2D bounds = line.bounds();
            String words = text.getText().substring(line.start(), Math.min(line.end(), text.getText().length()));
            pen.fillText(words.stripTrailing(), text.getX() + bounds.getMinX(), baseline(text, lines.getFirst(), line));
        }
    }

    /** Where the letters of a line stand; in a text flow, lines know their place in it. */
    private static double baseline(Text text, TextLineInfo first, TextLineInfo line) {
        double top = text.getTextOrigin() == javafx.geometry.VPos.BASELINE ? -text.getBaselineOffset() : 0;
        double down = text.getParent() instanceof TextFlow ? line.bounds().getMinY()
                : line.bounds().getMinY() - first.bounds().getMinY();
        return text.getY() + top + down + text.getBaselineOffset();
    }

    private void rectangle(Rectangle rectangle) {
        if (rectangle.getFill() instanceof Color color) {
            pen.setFill(color);
            pen.fillRoundRect(rectangle.getX(), rectangle.getY(), rectangle.getWidth(), rectangle.getHeight(),
                    rectangle.getArcWidth(), rectangle.getArcHeight());
        }
    }

    private void shape(Shape shape, String path) {
        if (shape.getFill() instanceof Color color && !path.isEmpty()) {
            pen.setFill(color);
            pen.fillPath(path);
        }
    }

    /** Shapes and letters of fonts that others do not have, as paths. */
    private void outline(Shape shape) {
        if (shape.getFill() instanceof Color && Shape.union(shape, new Rectangle()) instanceof Path path) {
            StringBuilder d = new StringBuilder();
            path.getElements().forEach(element -> d.append(PathText.of(element)));
            pen.save();
            // the path of a union is in the coordinates of the window
            Bounds origin = shape.localToScene(new javafx.geometry.BoundingBox(0, 0, 1, 1));
            pen.scale(1 / origin.getWidth(), 1 / origin.getHeight());
            pen.translate(-origin.getMinX(), -origin.getMinY());
            shape(shape, d.toString());
            pen.restore();
        }
    }

    private void image(Node node) {
        Bounds bounds = node.getBoundsInLocal();
        if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
            return;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(node.snapshot(parameters, null), null), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pen.image("data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()), bounds.getWidth(),
                bounds.getHeight());
    }
}
