package org.tierscope.views.api;

/**
 * A place in the first layout.
 *
 * @param area part of the window
 * @param order views of an area stand in ascending order: in {@link Area#CODE} each has its own column, in the other
 *     areas they are tabs, and the lowest is in front
 * @param weight share of the area's width, relative to its neighbours' (in {@link Area#CODE}; 1 is usual)
 */
public record Place(Area area, int order, double weight) {

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
}
