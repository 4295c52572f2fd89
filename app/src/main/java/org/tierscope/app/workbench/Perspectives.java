package org.tierscope.app.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Named layouts: some for what people come for, and those that the person has saved. */
final class Perspectives {
    private static final String SAVED = "perspective.";
    /** Shows the first layout, which depends on the width of the window. */
    static final String EXPLORE = "explore";

    /** @param id in commands and settings; made of the title */
    record Perspective(String id, String title) {
        static Perspective of(String title) {
            String id = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return new Perspective(id, title.strip());
        }
    }

    private static final Map<Perspective, String> BUILT_IN = builtIn();

    private final Settings settings;

    Perspectives(Settings settings) {
        this.settings = settings;
    }

    private static Map<Perspective, String> builtIn() {
        Map<Perspective, String> layouts = new LinkedHashMap<>();
        layouts.put(Perspective.of("Explore"), "");
        layouts.put(Perspective.of("Teach"),
                "h(0.24)[t(lesson*,functions,explorer) v(0.6)[h(0.42)[t(source*) t(bytecode*,ssa,machine,syntax)] "
                        + "h(0.5)[t(timeline*) t(transition*,deopts,feedback,shapes,console)]]]");
        layouts.put(Perspective.of("Debug Speculation"),
                "v(0.55)[h(0.15 0.42 0.64)[t(functions*,explorer) t(source*) t(bytecode*) t(ssa*,machine,intervals)] "
                        + "h(0.36 0.68)[t(timeline*) t(deopts*,transition,problems) t(feedback*,shapes,inlining)]]");
        layouts.put(Perspective.of("Memory"),
                "v(0.5)[h(0.18 0.52)[t(functions*) t(source*,ssa) t(shapes*,feedback)] "
                        + "h(0.38)[t(timeline*) t(heap*,counters,console)]]");
        layouts.put(Perspective.of("Compare"),
                "v(0.74)[h(0.16)[t(functions*) t(compare*)] h(0.6)[t(timeline*) t(console*,deopts)]]");
        return layouts;
    }

    /** Those that are always there first. */
    List<Perspective> all() {
        List<Perspective> all = new ArrayList<>(BUILT_IN.keySet());
        settings.keysBeginningWith(SAVED).stream().map(key -> Perspective.of(key.substring(SAVED.length())))
                .filter(saved -> all.stream().noneMatch(other -> other.id().equals(saved.id()))).forEach(all::add);
        return all;
    }

    /** Empty for {@link #EXPLORE}, and for one that is not there or cannot be read: the first layout stands for these. */
    Optional<DockLayout> layout(String id) {
        return saved(id).or(() -> BUILT_IN.entrySet().stream().filter(entry -> entry.getKey().id().equals(id))
                .map(Map.Entry::getValue).filter(text -> !text.isEmpty()).findFirst().map(DockLayout::parse));
    }

    /** Those that the person has saved, also under the name of one that is always there. */
    List<Perspective> saved() {
        return settings.keysBeginningWith(SAVED).stream().map(key -> Perspective.of(key.substring(SAVED.length()))).toList();
    }

    /** Forgets what was saved under a name; one that is always there is then as it was. */
    void delete(Perspective perspective) {
        settings.keysBeginningWith(SAVED).stream()
                .filter(key -> Perspective.of(key.substring(SAVED.length())).id().equals(perspective.id()))
                .forEach(settings::remove);
    }

    boolean isBuiltIn(Perspective perspective) {
        return BUILT_IN.keySet().stream().anyMatch(other -> other.id().equals(perspective.id()));
    }

    private Optional<DockLayout> saved(String id) {
        return settings.keysBeginningWith(SAVED).stream()
                .filter(key -> Perspective.of(key.substring(SAVED.length())).id().equals(id))
                .findFirst().flatMap(settings::get).flatMap(text -> {
                    try {
                        return Optional.of(DockLayout.parse(text));
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    /** One of the same name is replaced, also one of those that are always there. */
    Perspective save(String title, DockLayout layout) {
        Perspective perspective = Perspective.of(title);
        delete(perspective);
        settings.set(SAVED + perspective.title(), layout.text());
        return perspective;
    }
}
