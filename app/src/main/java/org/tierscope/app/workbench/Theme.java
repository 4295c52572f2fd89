package org.tierscope.app.workbench;

/**
 * How the window looks. Commands that open no window name a theme too, and run without the libraries of one: so what a theme
 * is made of is in {@link ThemeStyles}.
 */
public enum Theme {
    DARK,
    LIGHT
}
