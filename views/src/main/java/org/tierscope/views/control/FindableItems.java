package org.tierscope.views.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import org.tierscope.views.api.Findable;

/**
 * Makes lists, tables and trees searchable, a line for each item. The one found last gets the focus within the list, so
 * that a press of Space or an arrow key goes on from there; the selection stays as it is.
 */
public final class FindableItems implements Findable {
    private static final String FINDING = "finding";

    private final Control control;
    private final IntSupplier size;
    private final IntFunction<String> text;
    private final IntConsumer focus;
    private final IntConsumer scroll;

    private FindableItems(Control control, IntSupplier size, IntFunction<String> text, IntConsumer focus,
            IntConsumer scroll) {
        this.control = control;
        this.size = size;
        this.text = text;
        this.focus = focus;
        this.scroll = scroll;
    }

    public static <T> FindableItems of(ListView<T> list, Function<T, String> text) {
        return new FindableItems(list, () -> list.getItems().size(), i -> text.apply(list.getItems().get(i)),
                list.getFocusModel()::focus, list::scrollTo);
    }

    public static <T> FindableItems of(TableView<T> table, Function<T, String> text) {
        return new FindableItems(table, () -> table.getItems().size(), i -> text.apply(table.getItems().get(i)),
                table.getFocusModel()::focus, table::scrollTo);
    }

    public static <T> FindableItems of(TreeTableView<T> table, Function<T, String> text) {
        return new FindableItems(table, table::getExpandedItemCount, i -> text(table.getTreeItem(i), text),
                table.getFocusModel()::focus, table::scrollTo);
    }

    public static <T> FindableItems of(TreeView<T> tree, Function<T, String> text) {
        return new FindableItems(tree, tree::getExpandedItemCount, i -> text(tree.getTreeItem(i), text),
                tree.getFocusModel()::focus, tree::scrollTo);
    }

    private static <T> String text(TreeItem<T> item, Function<T, String> text) {
        return item == null || item.getValue() == null ? "" : text.apply(item.getValue());
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size.getAsInt(); i++) {
            lines.add(text.apply(i));
        }
        return lines;
    }

    @Override
    public void show(Set<Integer> found, int current) {
        control.getStyleClass().remove(FINDING);
        if (current >= 0 && current < size.getAsInt()) {
            control.getStyleClass().add(FINDING);
            focus.accept(current);
            scroll.accept(Math.max(0, current - 2));
        }
    }
}
