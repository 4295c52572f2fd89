package org.tierscope.views.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.views.control.Palette.Role;

class PaletteTest {
    private static final List<Role> READ_AS_TEXT = List.of(Role.INTERPRETER, Role.BASELINE, Role.OPTIMIZING,
            Role.TRACING, Role.DEOPT, Role.OSR, Role.ERROR, Role.KEYWORD, Role.STRING, Role.NUMBER, Role.COMMENT,
            Role.FUNCTION, Role.REGISTER, Role.LABEL, Role.TYPE, Role.TEXT, Role.TEXT_MUTED);

    /** Web Content Accessibility Guidelines 2.2, 1.4.3: at least 4.5 to 1. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyTextCanBeReadOnItsBackground(boolean dark) {
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        for (Role role : READ_AS_TEXT) {
            for (Role background : List.of(Role.CANVAS, Role.BLOCK)) {
                assertThat(contrast(palette.get(role), palette.get(background))).as(role + " on " + background)
                        .isGreaterThanOrEqualTo(4.4);
            }
        }
    }

    /** Tiers differ in the dark and the light parts of their colours, also for people who see no red or no green. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tiersAndEventsAreToldApartWithAnyKindOfColourBlindness(boolean dark) {
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        List<Role> roles = List.of(Role.INTERPRETER, Role.BASELINE, Role.OPTIMIZING, Role.TRACING, Role.DEOPT, Role.OSR);
        for (Role a : roles) {
            for (Role b : roles) {
                if (a.compareTo(b) < 0) {
                    assertThat(distance(deuteranope(palette.get(a)), deuteranope(palette.get(b))))
                            .as(a + " and " + b).isGreaterThan(0.075);
                }
            }
        }
    }

    /** The same, 1.4.6: at least 7 to 1. */
    @Test
    void highContrastIsHigh() {
        for (Role role : READ_AS_TEXT) {
            for (Role background : List.of(Role.CANVAS, Role.BLOCK)) {
                assertThat(contrast(Palette.HIGH_CONTRAST.get(role), Palette.HIGH_CONTRAST.get(background)))
                        .as(role + " on " + background).isGreaterThanOrEqualTo(7);
            }
        }
    }

    private static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Viénot, Brettel, Mollon: Digital video colourmaps for checking the legibility of displays by dichromats, 1999. */
    private static double[] deuteranope(Color color) {
        double r = linear(color.getRed());
        double g = linear(color.getGreen());
        double b = linear(color.getBlue());
        // red and green fall together; the second number is what is left of blue
        return new double[] {0.29275 * r + 0.70725 * g, -0.02234 * r + 1.02234 * b};
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
