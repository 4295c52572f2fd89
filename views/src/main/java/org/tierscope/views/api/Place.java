package org.tierscope.views.api;

/**
 * A place in the first layout.
 *
 * @param area part of the window
 * @param order views of an area stand in ascending order: in {@link Area#CODE} each has its own column, in the other
 *     areas they are tabs, and the lowest is in front
 * @param weight share of the area's width, relative to its neighbours' (in {@link Area#CODE}; 1 is usual)
 * @param atFirst whether the view is open in the first layout; others are opened from the View menu
 */
public record Place(Area area, int order, double weight, boolean atFirst) {

    public Place(Area area, int order, double weight) {
        this(area, order, weight, true);
    }

    public enum Area {
        /** The narrow column on the left: what there is to look at. */
        OVERVIEW,
        /** The columns in the middle, from what the person wrote to what the machine runs. */
        CODE,
        /** Below, on the left, wide: time. */
        TIME,
        /** Below, on the right: details of what is selected. */
        DETAIL
    }

    public static Place of(Area area, int order) {
        return new Place(area, order, 1);
    }

    /** The same place for a view that is open only when it is asked for. */
    public Place whenAsked() {
        return new Place(area, order, weight, false);
    }
}
