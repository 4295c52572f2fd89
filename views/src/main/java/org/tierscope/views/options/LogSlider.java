package org.tierscope.views.options;

import java.util.function.LongConsumer;
import javafx.scene.control.Slider;

/**
 * A slider over numbers of very different size: each step multiplies. Says a number when the knob is let go or moved by
 * a key, not at each place that it is dragged over.
 */
final class LogSlider extends Slider {
    private static final int STEPS = 120;

    private final double least;
    private final double most;
    private final boolean binary;
    private boolean showing;

    /** @param binary whether the numbers are sizes, which people know as powers of two */
    LogSlider(long least, long most, boolean binary, LongConsumer onChosen) {
        super(0, STEPS, 0);
        this.binary = binary;
        this.least = Math.log(least);
        this.most = Math.log(most);
        setBlockIncrement(STEPS / 24.0);
        setMinWidth(60);
        setPrefWidth(190);
        valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing) {
                onChosen.accept(number());
            }
        });
        valueProperty().addListener((property, before, now) -> {
            if (!isValueChanging() && !showing) {
                onChosen.accept(number());
            }
        });
    }

    /** What the knob stands at, rounded as people write numbers: two digits, or a quarter of a power of two. */
    long number() {
        double exact = Math.exp(least + (most - least) * getValue() / STEPS);
        double unit = binary ? Long.highestOneBit((long) exact) / 4.0
                : Math.pow(10, Math.max(0, Math.floor(Math.log10(exact)) - 1));
        return Math.clamp(Math.round(exact / unit) * (long) unit, Math.round(Math.exp(least)), Math.round(Math.exp(most)));
    }

    /** Moves the knob without saying anything. */
    void show(long number) {
        showing = true;
        setValue(STEPS * (Math.log(Math.max(1, number)) - least) / (most - least));
        showing = false;
    }
}
