package org.tierscope.app.workbench;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A group of views that fills the window for a while: taken out of its place, and put back there. */
final class Maximised {
    private final Pane window;
    private final Region everything;
    private final Region group;
    private final Pane place;

    private Maximised(Pane window, Region everything, Region group, Pane place) {
        this.window = window;
        this.everything = everything;
        this.group = group;
        this.place = place;
    }

    /**
     * Shows only one group.
     *
     * @param everything what the window shows otherwise; {@code group} stands somewhere in it
     */
    static Maximised show(Pane window, Region everything, Region group) {
        Pane place = (Pane) group.getParent();
        place.getChildren().remove(group);
        everything.setVisible(false);
        window.getChildren().add(group);
        return new Maximised(window, everything, group, place);
    }

    boolean isShowing(Region other) {
        return other == group;
    }

    void putBack() {
        window.getChildren().remove(group);
        place.getChildren().add(group);
        everything.setVisible(true);
    }
}
