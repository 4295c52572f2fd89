package org.tierscope.views.svg;

import java.util.Locale;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.VLineTo;

/** Paths as SVG writes them. */
final class PathText {
    private PathText() {
    }

    static String of(PathElement element) {
        return switch (element) {
            case MoveTo to -> text("M%.2f %.2f", to.getX(), to.getY());
            case LineTo to -> text("L%.2f %.2f", to.getX(), to.getY());
            case HLineTo to -> text("H%.2f", to.getX());
            case VLineTo to -> text("V%.2f", to.getY());
            case QuadCurveTo to -> text("Q%.2f %.2f %.2f %.2f", to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to -> text("C%.2f %.2f %.2f %.2f %.2f %.2f", to.getControlX1(), to.getControlY1(),
                    to.getControlX2(), to.getControlY2(), to.getX(), to.getY());
            case ArcTo to -> text("A%.2f %.2f %.2f %d %d %.2f %.2f", to.getRadiusX(), to.getRadiusY(),
                    to.getXAxisRotation(), to.isLargeArcFlag() ? 1 : 0, to.isSweepFlag() ? 1 : 0, to.getX(), to.getY());
            case ClosePath close -> "Z";
            default -> throw new IllegalArgumentException("no path element of SVG: " + element);
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
