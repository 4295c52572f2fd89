package org.tierscope.app.workbench;

/**
 * How the window looks. Commands that open no window name a theme too, and run without the libraries of one: so what a theme
 * is made of is in {@link ThemeStyles}.
 */
public enum Theme {
    DARK("Dark"),
    LIGHT("Light"),
    HIGH_CONTRAST("High Contrast");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /** As in a menu. */
    public String title() {
        return title;
    }

    /** As it is kept in settings. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The theme with this id; dark if there is none. */
    static Theme of(String id) {
        for (Theme theme : values()) {
            if (theme.id().equals(id)) {
                return theme;
            }
        }
        return DARK;
    }

    /** The one that comes after this one. */
    Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
