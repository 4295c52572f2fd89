package org.tierscope.runtime.builtins;

/**
 * Options of node's {@code util.inspect}, those that matter without colours.
 *
 * @param depth how many levels of objects within objects are shown
 * @param showHidden whether properties that are not enumerable are shown too
 * @param showProxy whether proxies show target and handler instead of looking like their target
 * @param customInspect whether objects may say themselves how they look
 * @param maxItems of arrays, maps and sets
 * @param breakLength columns of a line
 */
record InspectOptions(
        int depth, boolean showHidden, boolean showProxy, boolean customInspect, int maxItems, int breakLength) {
    /** As {@code console.log} shows objects. */
    static final InspectOptions DEFAULTS = new InspectOptions(2, false, false, true, 100, 80);

    InspectOptions withDepth(int newDepth) {
        return new InspectOptions(newDepth, showHidden, showProxy, customInspect, maxItems, breakLength);
    }

    InspectOptions withHidden(boolean hidden) {
        return new InspectOptions(depth, hidden, showProxy, customInspect, maxItems, breakLength);
    }

    InspectOptions withProxies() {
        return new InspectOptions(depth, showHidden, true, customInspect, maxItems, breakLength);
    }

    InspectOptions withCustom(boolean custom) {
        return new InspectOptions(depth, showHidden, showProxy, custom, maxItems, breakLength);
    }

    InspectOptions withLimits(int items, int columns) {
        return new InspectOptions(depth, showHidden, showProxy, customInspect, items, columns);
    }
}
