package org.tierscope.app.workbench;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import org.tierscope.views.control.CodeFont;
import org.tierscope.views.control.Palette;

/** What a theme is made of: style sheets, and colours for what is drawn without them. */
final class ThemeStyles {
    private ThemeStyles() {}

    static Palette palette(Theme theme) {
        return switch (theme) {
            case DARK -> Palette.DARK;
            case LIGHT -> Palette.LIGHT;
            case HIGH_CONTRAST -> Palette.HIGH_CONTRAST;
        };
    }

    /** Makes this the theme of all windows and of these style sheets. */
    static void apply(Theme theme, ObservableList<String> styleSheets) {
        Application.setUserAgentStylesheet(switch (theme) {
            case DARK, HIGH_CONTRAST -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        });
        List<String> sheets = new ArrayList<>(List.of(
                palette(theme).styleSheet(),
                CodeFont.styleSheet(),
                Objects.requireNonNull(Palette.class.getResource("views.css")).toExternalForm(),
                Objects.requireNonNull(ThemeStyles.class.getResource("workbench.css")).toExternalForm()));
        if (theme == Theme.HIGH_CONTRAST) {
            sheets.add(Objects.requireNonNull(ThemeStyles.class.getResource("high-contrast.css")).toExternalForm());
        }
        styleSheets.setAll(sheets);
    }
}
