package org.tierscope.app.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.ViewProvider;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** The docked views: opens, closes, arranges them, and tells how they are arranged. */
final class Docking {
    private static final double NEW_PART = 0.25;
    private static final double FLOATING_WIDTH = 600;
    private static final double FLOATING_HEIGHT = 420;

    private final Map<String, ViewProvider> providers = new LinkedHashMap<>();
    private final Map<String, ViewHost> hosts = new LinkedHashMap<>();
    private final Map<String, Dockable> dockables = new LinkedHashMap<>();
    private final Function<ViewProvider, ViewHost> hostOf;
    private final Runnable onChange;
    private final Consumer<ViewHost> onSelect;
    private final Consumer<Scene> onScene;
    private final Function<ViewHost, ContextMenu> menuOf;
    private final Bento bento = new Bento();
    private final StackPane pane = new StackPane();
    private DockContainerRootBranch root;
    private boolean building;
    private Maximised maximised;

    /**
     * @param hostOf opens a view
     * @param onChange called after a view has been opened, closed or moved
     * @param onSelect called when a view has been brought to the front
     * @param onScene called with the scene of each window that a view is dragged out into
     * @param menuOf the context menu of a view
     */
    Docking(Collection<? extends ViewProvider> providers, Function<ViewProvider, ViewHost> hostOf, Runnable onChange,
            Consumer<ViewHost> onSelect, Consumer<Scene> onScene, Function<ViewHost, ContextMenu> menuOf) {
        this.onSelect = onSelect;
        this.onScene = onScene;
        this.menuOf = menuOf;
        providers.forEach(provider -> this.providers.put(provider.id(), provider));
        this.hostOf = hostOf;
        this.onChange = onChange;
        pane.getStyleClass().add("docking");
        bento.events().addEventListener(this::onDockEvent);
        bento.stageBuilding().setSceneFactory((sourceScene, content, width, height) -> {
            Scene scene = new Scene(content, width, height);
            onScene.accept(scene);
            if (sourceScene != null) {
                scene.getStylesheets().setAll(sourceScene.getStylesheets());
            }
            return scene;
        });
    }

    Region pane() {
        return pane;
    }

    Collection<ViewProvider> providers() {
        return providers.values();
    }

    Collection<ViewHost> hosts() {
        return List.copyOf(hosts.values());
    }

    Optional<ViewHost> host(String viewId) {
        return Optional.ofNullable(hosts.get(viewId));
    }

    boolean isOpen(String viewId) {
        return hosts.containsKey(viewId);
    }

    /** Closes everything and opens the views of a layout; views that no longer exist are left out. */
    void show(DockLayout layout) {
        restore();
        hosts.values().forEach(ViewHost::dispose);
        hosts.clear();
        dockables.clear();
        if (root != null) {
            bento.unregisterRoot(root);
        }
        root = bento.dockBuilding().root("root");
        root.setPruneWhenEmpty(false);
        building = true;
        DockContainer content = build(layout);
        building = false;
        if (content instanceof DockContainerBranch branch && branch != root) {
            root.setOrientation(branch.getOrientation());
        }
        if (content != null) {
            root.addContainer(content);
        }
        bento.registerRoot(root);
        pane.getChildren().setAll(root.asRegion());
        onChange.run();
    }

    private DockContainer build(DockLayout layout) {
        return switch (layout) {
            case DockLayout.Tabs tabs -> buildTabs(tabs);
            case DockLayout.Split split -> buildSplit(split);
        };
    }

    private DockContainerLeaf buildTabs(DockLayout.Tabs tabs) {
        List<String> known = tabs.views().stream().filter(providers::containsKey).toList();
        if (known.isEmpty()) {
            return null;
        }
        DockContainerLeaf leaf = newLeaf();
        known.forEach(id -> leaf.addDockable(open(id)));
        leaf.selectDockable(dockables.get(known.contains(tabs.selected()) ? tabs.selected() : known.getFirst()));
        return leaf;
    }

    private DockContainer buildSplit(DockLayout.Split split) {
        DockContainerBranch branch = bento.dockBuilding().branch();
        branch.setOrientation(split.horizontal() ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        boolean complete = true;
        for (DockLayout part : split.parts()) {
            DockContainer child = build(part);
            if (child == null) {
                complete = false;
            } else {
                branch.addContainer(child);
            }
        }
        if (branch.getChildContainers().isEmpty()) {
            return null;
        }
        if (complete) {
            branch.setDividerPositions(split.dividers().stream().mapToDouble(d -> d).toArray());
        }
        return branch;
    }

    private DockContainerLeaf newLeaf() {
        DockContainerLeaf leaf = bento.dockBuilding().leaf();
        leaf.setSide(Side.TOP);
        leaf.setMinSize(60, 40);
        return leaf;
    }

    private Dockable open(String viewId) {
        ViewProvider provider = providers.get(viewId);
        ViewHost host = hostOf.apply(provider);
        Dockable dockable = bento.dockBuilding().dockable(viewId);
        dockable.setTitle(provider.title());
        dockable.setTooltip(new Tooltip(provider.description()));
        dockable.setIconFactory(d -> new FontIcon(provider.icon()));
        dockable.setNode(host.panel());
        dockable.setContextMenuFactory(d -> menuOf.apply(host));
        host.panel().setOnContextMenuRequested(event -> {
            menuOf.apply(host).show(host.panel(), event.getScreenX(), event.getScreenY());
            event.consume();
        });
        host.panel().addEventFilter(MouseEvent.MOUSE_PRESSED, event -> onSelect.accept(host));
        hosts.put(viewId, host);
        dockables.put(viewId, dockable);
        return dockable;
    }

    /** Opens a view, or brings it to the front if it is open. */
    void reveal(String viewId) {
        Dockable open = dockables.get(viewId);
        if (maximised != null && (open == null || !maximised.isShowing(open.getContainer()))) {
            restore();
        }
        if (open != null) {
            open.inContainer(DockContainerLeaf::selectDockable);
            onSelect.accept(hosts.get(viewId));
            return;
        }
        DockContainerLeaf leaf = leafFor(providers.get(viewId));
        Dockable dockable = open(viewId);
        leaf.addDockable(dockable);
        leaf.selectDockable(dockable);
        onSelect.accept(hosts.get(viewId));
        onChange.run();
    }

    /** Where views of the same area already are, or a new group at the bottom. */
    private DockContainerLeaf leafFor(ViewProvider provider) {
        for (ViewProvider other : providers.values()) {
            if (other.place().area() == provider.place().area() && isOpen(other.id()) && isDocked(other.id())) {
                return dockables.get(other.id()).getContainer();
            }
        }
        DockContainerLeaf leaf = newLeaf();
        root.addContainer(leaf);
        int last = root.getDividers().size() - 1;
        if (last >= 0) {
            root.setDividerPosition(last, 1 - NEW_PART);
        }
        return leaf;
    }

    /** Whether a view stands in the main window. */
    private boolean isDocked(String viewId) {
        DockContainerLeaf leaf = dockables.get(viewId).getContainer();
        return leaf != null && (leaf.getScene() == null || leaf.getScene() == pane.getScene());
    }

    void close(String viewId) {
        Dockable dockable = dockables.get(viewId);
        if (dockable != null) {
            dockable.inContainer(DockContainerLeaf::closeDockable);
        }
    }

    /** Puts an open view beside others as a tab in front of them. */
    void move(String viewId, String besideViewId) {
        Dockable dockable = dockables.get(viewId);
        DockContainerLeaf target = dockables.get(besideViewId).getContainer();
        if (target != dockable.getContainer()) {
            dockable.getContainer().removeDockable(dockable);
            target.addDockable(dockable);
        }
        target.selectDockable(dockable);
    }

    /** Has a view's group fill the window, or puts it back if it does. */
    void toggleMaximised(String viewId) {
        Dockable dockable = dockables.get(viewId);
        DockContainerLeaf leaf = dockable == null ? null : dockable.getContainer();
        boolean isShown = maximised != null && maximised.isShowing(leaf);
        restore();
        if (leaf != null && !isShown && leaf.getScene() == pane.getScene() && leaf.getParent() instanceof Pane) {
            maximised = Maximised.show(pane, root.asRegion(), leaf);
        }
    }

    /** Shows all groups again. */
    void restore() {
        if (maximised != null) {
            maximised.putBack();
            maximised = null;
        }
    }

    boolean isMaximised() {
        return maximised != null;
    }

    /** Takes a view out into a window of its own, or puts it back among the others if it has one. */
    void toggleFloating(String viewId) {
        restore();
        Dockable dockable = dockables.get(viewId);
        if (dockable == null) {
            return;
        }
        DockContainerLeaf from = dockable.getContainer();
        if (from.getScene() == pane.getScene()) {
            Region region = hosts.get(viewId).panel();
            double width = Math.max(FLOATING_WIDTH, region.getWidth());
            double height = Math.max(FLOATING_HEIGHT, region.getHeight());
            from.removeDockable(dockable);
            bento.stageBuilding().newStageForDockable(pane.getScene(), dockable, width, height).show();
        } else {
            from.removeDockable(dockable);
            DockContainerLeaf leaf = leafFor(providers.get(viewId));
            leaf.addDockable(dockable);
            leaf.selectDockable(dockable);
        }
        onSelect.accept(hosts.get(viewId));
        onChange.run();
    }

    private void onDockEvent(DockEvent event) {
        switch (event) {
            case DockEvent.DockableClosing closing -> {
                restore();
                String id = closing.dockable().getIdentifier();
                ViewHost host = hosts.remove(id);
                dockables.remove(id);
                if (host != null) {
                    host.dispose();
                }
                onChange.run();
            }
            case DockEvent.DockableParentChanged moved -> {
                restore();
                onChange.run();
            }
            case DockEvent.DockableSelected selected ->
                host(selected.dockable().getIdentifier()).filter(host -> !building).ifPresent(onSelect);
            default -> {
                // what else happens changes neither which views are open nor what belongs together
            }
        }
    }

    /** How the views stand now; empty if none is open in the main window. */
    Optional<DockLayout> layout() {
        return root == null ? Optional.empty() : Optional.ofNullable(layoutOf(root));
    }

    private static DockLayout layoutOf(DockContainer container) {
        return switch (container) {
            case DockContainerLeaf leaf -> {
                List<String> ids = leaf.getDockables().stream().map(Dockable::getIdentifier).toList();
                Dockable selected = leaf.getSelectedDockable();
                yield ids.isEmpty() ? null
                        : new DockLayout.Tabs(ids, selected == null ? ids.getFirst() : selected.getIdentifier());
            }
            case DockContainerBranch branch -> {
                List<DockLayout> parts = new ArrayList<>();
                branch.getChildContainers().forEach(child -> {
                    DockLayout part = layoutOf(child);
                    if (part != null) {
                        parts.add(part);
                    }
                });
                yield switch (parts.size()) {
                    case 0 -> null;
                    case 1 -> parts.getFirst();
                    default -> new DockLayout.Split(branch.getOrientation() == Orientation.HORIZONTAL, parts,
                            dividers(branch, parts.size()));
                };
            }
        };
    }

    private static List<Double> dividers(SplitPane branch, int parts) {
        double[] positions = branch.getDividerPositions();
        List<Double> result = new ArrayList<>();
        for (int i = 0; i < parts - 1; i++) {
            result.add(i < positions.length && positions.length == parts - 1 ? positions[i] : (i + 1.0) / parts);
        }
        return result;
    }
}
