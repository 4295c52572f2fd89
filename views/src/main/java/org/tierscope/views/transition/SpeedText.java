package org.tierscope.views.transition;

import java.util.Locale;
import javafx.util.StringConverter;

/** {@code 1×}, {@code 0.25×}. */
final class SpeedText extends StringConverter<Double> {

    @Override
    public String toString(Double speed) {
        return speed == null ? "" : String.format(Locale.ROOT, "%s×", speed == Math.rint(speed)
                ? Integer.toString(speed.intValue()) : speed.toString());
    }

    @Override
    public Double fromString(String text) {
        return Double.valueOf(text.replace("×", ""));
    }
}
