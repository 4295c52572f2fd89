package org.tierscope.views.api;

import java.util.function.Consumer;
import org.tierscope.views.control.Pen;

/** A picture that can be drawn again on something else than the screen, whole and in its own size. */
public record Drawing(double width, double height, Consumer<Pen> paint) {
}
