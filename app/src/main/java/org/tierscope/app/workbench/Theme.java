package org.tierscope.app.workbench;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import org.tierscope.views.control.CodeFont;
import org.tierscope.views.control.Palette;

/** How the window looks. */
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), Palette.DARK),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), Palette.LIGHT);

    private final String userAgentStyleSheet;
    private final Palette palette;

    Theme(String userAgentStyleSheet, Palette palette) {
        this.userAgentStyleSheet = userAgentStyleSheet;
        this.palette = palette;
    }

    public Palette palette() {
        return palette;
    }

    /** Makes this the theme of all windows and of these style sheets. */
    void apply(ObservableList<String> styleSheets) {
        Application.setUserAgentStylesheet(userAgentStyleSheet);
        styleSheets.setAll(List.of(
                palette.styleSheet(),
                CodeFont.styleSheet(),
                Objects.requireNonNull(Palette.class.getResource("views.css")).toExternalForm(),
                Objects.requireNonNull(Theme.class.getResource("workbench.css")).toExternalForm()));
    }
}
