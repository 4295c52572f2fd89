package org.tierscope.views.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What pictures are drawn with: on the screen, or into a file. The methods are those of
 * {@link javafx.scene.canvas.GraphicsContext} and mean the same.
 */
public interface Pen {

    /** Draws on a canvas. */
    static Pen on(Canvas canvas) {
        return new CanvasPen(canvas.getGraphicsContext2D());
    }

    void setFill(Color color);

    void setStroke(Color color);

    void setLineWidth(double width);

    /** @param dashes lengths of strokes and gaps; none or null for a solid line */
    void setLineDashes(double... dashes);

    void setFont(Font font);

    void setTextAlign(TextAlignment align);

    void setTextBaseline(VPos baseline);

    void setGlobalAlpha(double alpha);

    void fillRect(double x, double y, double width, double height);

    void strokeRect(double x, double y, double width, double height);

    void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void fillOval(double x, double y, double width, double height);

    void fillPolygon(double[] xs, double[] ys, int count);

    void strokeLine(double x1, double y1, double x2, double y2);

    void strokePolyline(double[] xs, double[] ys, int count);

    void fillText(String text, double x, double y);

    /** Text that is made narrower where it needs more than {@code maxWidth}. */
    void fillText(String text, double x, double y, double maxWidth);

    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void arcTo(double x1, double y1, double x2, double y2, double radius);

    void bezierCurveTo(double xc1, double yc1, double xc2, double yc2, double x, double y);

    void rect(double x, double y, double width, double height);

    void stroke();

    /** From now until {@link #restore} only what is within the path is drawn. */
    void clip();

    /** Fills a path written as SVG writes it; where it overlaps itself an even number of times it stays empty. */
    void fillPath(String svgPath);

    void save();

    void restore();

    void translate(double x, double y);

    void scale(double x, double y);
}
