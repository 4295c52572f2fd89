package org.tierscope.views.control;

/** A region that is painted rather than put together from nodes: pictures for files are made by painting it again. */
public interface Painted {

    /** Paints what is in sight, in the region's own coordinates. */
    void paint(Pen pen);
}
