package org.tierscope.app.workbench;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows its content larger or smaller; the content is laid out in as much room as it then has. */
final class ZoomPane extends Pane {
    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 3;

    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ZoomPane(Region content, double zoom) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        setZoom(zoom);
    }

    double zoom() {
        return scale.getX();
    }

    /** @param zoom 1 is as designed; kept within what can be used */
    void setZoom(double zoom) {
        double rounded = Math.round(Math.clamp(zoom, SMALLEST, LARGEST) * 100) / 100.0;
        scale.setX(rounded);
        scale.setY(rounded);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / zoom(), getHeight() / zoom());
    }
}
