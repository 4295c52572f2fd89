package org.tierscope.views.counters;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays its children out in as many equal columns as fit; they share the whole width, and the height up to a limit. */
final class ChartGrid extends Pane {

    private static final double NARROWEST = 160;
    private static final double ROW_HEIGHT = 92;
    private static final double HIGHEST = 170;
    private static final double GAP = 6;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width);
        return GAP + rows(columns) * (ROW_HEIGHT + GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double columnWidth = (getWidth() - GAP) / columns - GAP;
        double rowHeight = Math.clamp((getHeight() - GAP) / Math.max(1, rows(columns)) - GAP, ROW_HEIGHT, HIGHEST);
        int i = 0;
        for (Node child : getChildren()) {
            child.resizeRelocate(GAP + i % columns * (columnWidth + GAP), GAP + i / columns * (rowHeight + GAP),
                    columnWidth, rowHeight);
            i++;
        }
    }

    private int rows(int columns) {
        return (getChildren().size() + columns - 1) / columns;
    }

    private static int columns(double width) {
        return (int) Math.max(1, Math.floor((width - GAP) / (NARROWEST + GAP)));
    }
}
