package org.tierscope.views.control;

import javafx.scene.control.Tooltip;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import org.tierscope.session.Lane.MarkKind;
import org.tierscope.views.control.Palette.Role;

/** The one mark of each kind of event, in gutters, lanes, lists and legends. Each has a shape of its own. */
public enum EventMark {
    TIER_UP("tier-up requested", Role.TIER_UP, "M8 2 L14 12 L2 12 Z"),
    COMPILED("code installed", Role.COMPILED, "M3 3 H13 V13 H3 Z"),
    REFUSED("compilation refused", Role.COLLECTION, "M3 3 H13 V13 H3 Z M5 5 V11 H11 V5 Z"),
    OSR("on-stack replacement", Role.OSR, "M8 2 A6 6 0 1 1 7.99 2 Z M8 5 A3 3 0 1 0 8.01 5 Z"),
    DEOPT("deoptimization", Role.DEOPT, "M9.5 0.5 L3 9 H7 L5.5 15.5 L13 6.5 H8.7 Z"),
    INVALIDATED("code invalidated", Role.INVALIDATED,
            "M4 2 L8 6 L12 2 L14 4 L10 8 L14 12 L12 14 L8 10 L4 14 L2 12 L6 8 L2 4 Z"),
    COLLECTION("garbage collection", Role.COLLECTION, "M8 1 L15 8 L8 15 L1 8 Z"),
    ERROR("error", Role.ERROR, "M5 1 H11 L15 5 V11 L11 15 H5 L1 11 V5 Z M7 4 V9 H9 V4 Z M7 10.5 V12.5 H9 V10.5 Z");

    /** The shapes are drawn in a square of this size. */
    private static final double BOX = 16;

    private final String meaning;
    private final Role role;
    private final String path;

    EventMark(String meaning, Role role, String path) {
        this.meaning = meaning;
        this.role = role;
        this.path = path;
    }

    public static EventMark of(MarkKind kind) {
        return switch (kind) {
            case TIER_UP_REQUESTED -> TIER_UP;
            case REFUSED -> REFUSED;
            case INSTALLED -> COMPILED;
            case OSR -> OSR;
            case DEOPT -> DEOPT;
            case INVALIDATED -> INVALIDATED;
        };
    }

    /** In words, for legends and screen readers. */
    public String meaning() {
        return meaning;
    }

    public Role role() {
        return role;
    }

    /** Draws the mark with its centre at the given point, {@code size} pixels wide and high. */
    public void draw(Pen gc, double centerX, double centerY, double size, Palette palette) {
        gc.save();
        gc.translate(centerX - size / 2, centerY - size / 2);
        gc.scale(size / BOX, size / BOX);
        gc.setFill(palette.get(role));
        gc.fillPath(path);
        gc.restore();
    }

    /** A node of the given size, coloured by style sheet, so that it follows the theme. */
    public SVGPath node(double size) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().addAll("event-mark", styleClass());
        shape.setScaleX(size / BOX);
        shape.setScaleY(size / BOX);
        shape.setAccessibleText(meaning);
        Tooltip.install(shape, new Tooltip(meaning));
        return shape;
    }

    public String styleClass() {
        return "mark-" + role.name().toLowerCase().replace('_', '-');
    }
}
