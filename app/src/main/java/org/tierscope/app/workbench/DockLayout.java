package org.tierscope.app.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tierscope.views.api.Place;
import org.tierscope.views.api.ViewProvider;

/**
 * Which views are open and where, as data. Written as text: {@code h(0.2)[t(functions*) t(source*,bytecode)]} is two
 * groups of tabs side by side, the first a fifth of the width; {@code *} marks the tab in front.
 */
sealed interface DockLayout {

    /** Parts beside each other or, if not {@code horizontal}, below each other. Dividers are fractions, ascending. */
    record Split(boolean horizontal, List<DockLayout> parts, List<Double> dividers) implements DockLayout {
        public Split {
            parts = List.copyOf(parts);
            dividers = List.copyOf(dividers);
            if (parts.size() < 2 || dividers.size() != parts.size() - 1) {
                throw new IllegalArgumentException(parts.size() + " parts and " + dividers.size() + " dividers");
            }
        }
    }

    /** From this width on each view of code has a column of its own. */
    double WIDE = 1280;
    int COLUMNS_IF_NARROW = 3;

    /** @param selected id of the view in front; one of {@code views} */
    record Tabs(List<String> views, String selected) implements DockLayout {
        public Tabs {
            views = List.copyOf(views);
            if (!views.contains(selected)) {
                throw new IllegalArgumentException("no view is in front among " + views);
            }
        }
    }

    /** Ids of all views, from left to right and from top to bottom. */
    default List<String> views() {
        return switch (this) {
            case Split split -> split.parts().stream().flatMap(part -> part.views().stream()).toList();
            case Tabs tabs -> tabs.views();
        };
    }

    default String text() {
        return switch (this) {
            case Split split -> (split.horizontal() ? "h(" : "v(")
                    + split.dividers().stream().map(d -> String.format(Locale.ROOT, "%.4f", d)).collect(Collectors.joining(" "))
                    + split.parts().stream().map(DockLayout::text).collect(Collectors.joining(" ", ")[", "]"));
            case Tabs tabs -> tabs.views().stream()
                    .map(view -> view.equals(tabs.selected()) ? view + "*" : view)
                    .collect(Collectors.joining(",", "t(", ")"));
        };
    }

    /** @throws IllegalArgumentException if the text is not a layout, or names a view twice */
    static DockLayout parse(String text) {
        return new DockLayoutParser(text).parse();
    }

    /**
     * The first layout: what the person wrote on the left, what the machine runs on the right, time below. In a narrow
     * window the last of the columns share one, because code that is cut off on the right cannot be read.
     *
     * @param width of the window
     */
    static DockLayout initial(Collection<? extends ViewProvider> providers, double width) {
        List<DockLayout> columns = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        List<? extends ViewProvider> overview = of(providers, Place.Area.OVERVIEW);
        if (!overview.isEmpty()) {
            columns.add(tabs(overview));
            widths.add(overview.getFirst().place().weight());
        }
        List<? extends ViewProvider> code = of(providers, Place.Area.CODE);
        int most = width < WIDE ? COLUMNS_IF_NARROW : Integer.MAX_VALUE;
        for (int i = 0; i < code.size() && i < most; i++) {
            boolean last = i == most - 1;
            columns.add(tabs(code.subList(i, last ? code.size() : i + 1)));
            widths.add(code.get(i).place().weight());
        }
        List<DockLayout> bottom = new ArrayList<>();
        List<Double> bottomWidths = new ArrayList<>();
        for (Place.Area area : List.of(Place.Area.TIME, Place.Area.DETAIL)) {
            List<? extends ViewProvider> tabs = of(providers, area);
            if (!tabs.isEmpty()) {
                bottom.add(tabs(tabs));
                bottomWidths.add(tabs.getFirst().place().weight());
            }
        }
        List<DockLayout> rows = Stream.of(split(columns, widths), split(bottom, bottomWidths))
                .flatMap(List::stream).toList();
        return switch (rows.size()) {
            case 0 -> throw new IllegalArgumentException("there is no view");
            case 1 -> rows.getFirst();
            default -> new Split(false, rows, List.of(0.66));
        };
    }

    private static List<? extends ViewProvider> of(Collection<? extends ViewProvider> providers, Place.Area area) {
        return providers.stream()
                .filter(provider -> provider.place().area() == area && provider.place().atFirst())
                .sorted(Comparator.comparingInt((ViewProvider provider) -> provider.place().order())
                        .thenComparing(ViewProvider::id))
                .toList();
    }

    private static Tabs tabs(List<? extends ViewProvider> providers) {
        List<String> ids = providers.stream().map(ViewProvider::id).toList();
        return new Tabs(ids, ids.getFirst());
    }

    private static List<DockLayout> split(List<DockLayout> parts, List<Double> weights) {
        if (parts.size() < 2) {
            return parts;
        }
        double total = weights.stream().mapToDouble(weight -> weight).sum();
        List<Double> dividers = new ArrayList<>();
        double position = 0;
        for (double weight : weights.subList(0, weights.size() - 1)) {
            position += weight;
            dividers.add(position / total);
        }
        return List.of(new Split(true, parts, dividers));
    }
}
