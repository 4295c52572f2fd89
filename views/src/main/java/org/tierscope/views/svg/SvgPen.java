package org.tierscope.views.svg;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.tierscope.views.control.Pen;

/** Draws into SVG text. What transforms and clips becomes a group, which ends at {@link #restore}. */
public final class SvgPen implements Pen {

    private record State(Color fill, Color stroke, double lineWidth, String dashes, Font font, TextAlignment align,
            VPos baseline, double alpha, int groups) {
    }

    private final StringBuilder out = new StringBuilder();
    private final Deque<State> saved = new ArrayDeque<>();
    private final StringBuilder path = new StringBuilder();
    private State state = new State(Color.BLACK, Color.BLACK, 1, "", Font.getDefault(), TextAlignment.LEFT,
            VPos.BASELINE, 1, 0);
    private int clips;
    private double x;
    private double y;

    /** The whole document, of this size in pixels. */
    public String document(double width, double height) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%s" \
                height="%s" viewBox="0 0 %s %s">
                %s%s</svg>
                """.formatted(n(width), n(height), n(width), n(height), out, "</g>\n".repeat(state.groups()));
    }

    // ------------------------------------------------------------------------------------------------ state

    @Override
    public void setFill(Color color) {
        state = new State(color, state.stroke, state.lineWidth, state.dashes, state.font, state.align,
                state.baseline, state.alpha, state.groups);
    }

    @Override
    public void setStroke(Color color) {
        state = new State(state.fill, color, state.lineWidth, state.dashes, state.font, state.align,
                state.baseline, state.alpha, state.groups);
    }

    @Override
    public void setLineWidth(double width) {
        state = new State(state.fill, state.stroke, width, state.dashes, state.font, state.align, state.baseline,
                state.alpha, state.groups);
    }

    @Override
    public void setLineDashes(double... dashes) {
        String text = dashes == null ? "" : Arrays.stream(dashes).mapToObj(SvgPen::n).collect(Collectors.joining(" "));
        state = new State(state.fill, state.stroke, state.lineWidth, text, state.font, state.align, state.baseline,
                state.alpha, state.groups);
    }

    @Override
    public void setFont(Font font) {
        state = new State(state.fill, state.stroke, state.lineWidth, state.dashes, font, state.align, state.baseline,
                state.alpha, state.groups);
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        state = new State(state.fill, state.stroke, state.lineWidth, state.dashes, state.font, align, state.baseline,
                state.alpha, state.groups);
    }

    @Override
    public void setTextBaseline(VPos baseline) {
        state = new State(state.fill, state.stroke, state.lineWidth, state.dashes, state.font, state.align, baseline,
                state.alpha, state.groups);
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        state = new State(state.fill, state.stroke, state.lineWidth, state.dashes, state.font, state.align,
                state.baseline, alpha, state.groups);
    }

    @Override
    public void save() {
        saved.push(state);
        state = new State(state.fill, state.stroke, state.lineWidth, state.dashes, state.font, state.align,
                state.baseline, state.alpha, 0);
    }

    @Override
    public void restore() {
        out.append("</g>\n".repeat(state.groups));
        state = saved.pop();
    }

    private void group(String attributes) {
        out.append("<g ").append(attributes).append(">\n");
        state = new State(state.fill, state.stroke, state.lineWidth, state.dashes, state.font, state.align,
                state.baseline, state.alpha, state.groups + 1);
    }

    @Override
    public void translate(double dx, double dy) {
        group("transform=\"translate(" + n(dx) + " " + n(dy) + ")\"");
    }

    @Override
    public void scale(double sx, double sy) {
        group("transform=\"scale(" + n(sx) + " " + n(sy) + ")\"");
    }

    /** Everything until {@link #restore} is drawn at this opacity, as one. */
    void fade(double opacity) {
        group("opacity=\"" + n(opacity) + "\"");
    }

    @Override
    public void clip() {
        String id = "clip" + ++clips;
        out.append("<clipPath id=\"").append(id).append("\"><path d=\"").append(path).append("\"/></clipPath>\n");
        group("clip-path=\"url(#" + id + ")\"");
    }

    // ----------------------------------------------------------------------------------------------- shapes

    @Override
    public void fillRect(double left, double top, double width, double height) {
        out.append("<rect ").append(box(left, top, width, height)).append(filled()).append("/>\n");
    }

    @Override
    public void strokeRect(double left, double top, double width, double height) {
        out.append("<rect ").append(box(left, top, width, height)).append(stroked()).append("/>\n");
    }

    @Override
    public void fillRoundRect(double left, double top, double width, double height, double arcWidth, double arcHeight) {
        out.append("<rect ").append(box(left, top, width, height)).append(round(arcWidth, arcHeight)).append(filled())
                .append("/>\n");
    }

    @Override
    public void strokeRoundRect(double left, double top, double width, double height, double arcWidth,
            double arcHeight) {
        out.append("<rect ").append(box(left, top, width, height)).append(round(arcWidth, arcHeight))
                .append(stroked()).append("/>\n");
    }

    private static String box(double left, double top, double width, double height) {
        return "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"".formatted(n(left), n(top), n(Math.max(0, width)),
                n(Math.max(0, height)));
    }

    private static String round(double arcWidth, double arcHeight) {
        return " rx=\"" + n(arcWidth / 2) + "\" ry=\"" + n(arcHeight / 2) + "\"";
    }

    @Override
    public void fillOval(double left, double top, double width, double height) {
        out.append("<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\"".formatted(n(left + width / 2),
                n(top + height / 2), n(width / 2), n(height / 2))).append(filled()).append("/>\n");
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count) {
        out.append("<polygon points=\"").append(points(xs, ys, count)).append("\"").append(filled()).append("/>\n");
    }

    @Override
    public void strokePolyline(double[] xs, double[] ys, int count) {
        out.append("<polyline points=\"").append(points(xs, ys, count)).append("\"").append(stroked()).append("/>\n");
    }

    private static String points(double[] xs, double[] ys, int count) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(n(xs[i])).append(',').append(n(ys[i]));
        }
        return points.toString();
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"".formatted(n(x1), n(y1), n(x2), n(y2)))
                .append(stroked()).append("/>\n");
    }

    @Override
    public void fillPath(String svgPath) {
        out.append("<path d=\"").append(svgPath).append("\" fill-rule=\"evenodd\"").append(filled()).append("/>\n");
    }

    /** A picture made of pixels, as a {@code data:} URL. */
    void image(String url, double width, double height) {
        out.append("<image ").append(box(0, 0, width, height)).append(" xlink:href=\"").append(url).append("\"/>\n");
    }

    // ------------------------------------------------------------------------------------------------ paths

    @Override
    public void beginPath() {
        path.setLength(0);
    }

    @Override
    public void moveTo(double toX, double toY) {
        path.append('M').append(n(toX)).append(' ').append(n(toY));
        at(toX, toY);
    }

    @Override
    public void lineTo(double toX, double toY) {
        path.append('L').append(n(toX)).append(' ').append(n(toY));
        at(toX, toY);
    }

    private void at(double newX, double newY) {
        x = newX;
        y = newY;
    }

    @Override
    public void arcTo(double x1, double y1, double x2, double y2, double radius) {
        double before = Math.hypot(x - x1, y - y1);
        double after = Math.hypot(x2 - x1, y2 - y1);
        double ax = (x - x1) / before;
        double ay = (y - y1) / before;
        double bx = (x2 - x1) / after;
        double by = (y2 - y1) / after;
        double angle = Math.acos(Math.clamp(ax * bx + ay * by, -1, 1));
        double distance = radius / Math.tan(angle / 2);
        if (before == 0 || after == 0 || radius <= 0 || !Double.isFinite(distance) || distance < 1e-6) {
            lineTo(x1, y1);
            return;
        }
        lineTo(x1 + ax * distance, y1 + ay * distance);
        double endX = x1 + bx * distance;
        double endY = y1 + by * distance;
        int sweep = ax * by - ay * bx < 0 ? 1 : 0;
        path.append('A').append(n(radius)).append(' ').append(n(radius)).append(" 0 0 ").append(sweep).append(' ')
                .append(n(endX)).append(' ').append(n(endY));
        at(endX, endY);
    }

    @Override
    public void bezierCurveTo(double xc1, double yc1, double xc2, double yc2, double toX, double toY) {
        path.append("C%s %s %s %s %s %s".formatted(n(xc1), n(yc1), n(xc2), n(yc2), n(toX), n(toY)));
        at(toX, toY);
    }

    @Override
    public void rect(double left, double top, double width, double height) {
        path.append("M%s %sh%sv%sh%sZ".formatted(n(left), n(top), n(width), n(height), n(-width)));
        at(left, top);
    }

    @Override
    public void stroke() {
        out.append("<path d=\"").append(path).append("\"").append(stroked()).append("/>\n");
    }

    // ------------------------------------------------------------------------------------------------- text

    @Override
    public void fillText(String text, double left, double top) {
        text(text, left, top, "");
    }

    @Override
    public void fillText(String text, double left, double top, double maxWidth) {
        Text measured = new Text(text);
        measured.setFont(state.font);
        boolean tooWide = measured.getLayoutBounds().getWidth() > maxWidth;
        text(text, left, top, tooWide ? " textLength=\"" + n(maxWidth) + "\" lengthAdjust=\"spacingAndGlyphs\"" : "");
    }

    private void text(String text, double left, double top, String more) {
        if (text.isEmpty()) {
            return;
        }
        double size = state.font.getSize();
        double shift = switch (state.baseline) {
            case BASELINE -> 0;
            case CENTER -> 0.35 * size;
            case TOP -> 0.8 * size;
            case BOTTOM -> -0.2 * size;
        };
        String anchor = switch (state.align) {
            case LEFT, JUSTIFY -> "";
            case CENTER -> " text-anchor=\"middle\"";
            case RIGHT -> " text-anchor=\"end\"";
        };
        out.append("<text xml:space=\"preserve\" x=\"").append(n(left)).append("\" y=\"").append(n(top + shift)).append('"').append(anchor)
                .append(" font-family=\"").append(escaped(state.font.getFamily())).append("\" font-size=\"")
                .append(n(size)).append('"')
                .append(state.font.getStyle().toLowerCase(Locale.ROOT).contains("bold") ? " font-weight=\"bold\"" : "")
                .append(more).append(filled()).append('>').append(escaped(text)).append("</text>\n");
    }

    // ---------------------------------------------------------------------------------------------- writing

    private String filled() {
        return " fill=\"" + rgb(state.fill) + "\"" + opacity("fill-opacity", state.fill);
    }

    private String stroked() {
        return " fill=\"none\" stroke=\"" + rgb(state.stroke) + "\" stroke-width=\"" + n(state.lineWidth) + "\""
                + opacity("stroke-opacity", state.stroke)
                + (state.dashes.isEmpty() ? "" : " stroke-dasharray=\"" + state.dashes + "\"");
    }

    private String opacity(String name, Color color) {
        double opacity = color.getOpacity() * state.alpha;
        return opacity >= 1 ? "" : " " + name + "=\"" + n(opacity) + "\"";
    }

    private static String rgb(Color color) {
        return "#%02x%02x%02x".formatted(Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    /** Up to two places behind the point, as few characters as possible. */
    private static String n(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < 0x20 && c != '\t' ? ' ' : c);
            }
        });
        return escaped.toString();
    }
}
