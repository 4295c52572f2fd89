package org.tierscope.runtime.builtins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Elements;
import org.tierscope.runtime.HashTables;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.OwnKeys;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** {@code console.table}: rows of an object or array, columns of what they have, in lines of box characters. */
final class ConsoleTable {
    private static final String INDEX = "(index)";
    private static final String ITERATION = "(iteration index)";
    private static final String KEY = "Key";
    private static final String VALUES = "Values";
    private static final int MAX_SHOWN_PROPERTIES = 2;
    private static final int MAX_ITEMS = 3;
    private static final long MAX_INDEX = 0xFFFF_FFFFL;

    private final Vm vm;
    /** Cells of each column by row; rows that lack a cell are empty. */
    private final LinkedHashMap<String, Map<Integer, String>> columns = new LinkedHashMap<>();
    private int rows;

    ConsoleTable(Vm vm) {
        this.vm = vm;
    }

    /** {@code chosen}: an array of the columns to show, or undefined for all. */
    String of(long data, long chosen) {
        switch (CellType.at(data)) {
            case MAP, SET -> collection(data);
            default -> object(data, chosen);
        }
        return draw();
    }

    private void put(String column, int row, String cell) {
        columns.computeIfAbsent(column, c -> new LinkedHashMap<>()).put(row, cell);
    }

    private String cell(long value) {
        boolean wide = Layout.isObject(value)
                && CellType.at(value) != CellType.ARRAY
                && CellType.at(value) != CellType.TYPED_ARRAY
                && OwnKeys.count(vm.ownKeys().enumerableStrings(value)) > MAX_SHOWN_PROPERTIES;
        var options = InspectOptions.DEFAULTS.withDepth(wide ? -1 : 0).withLimits(MAX_ITEMS, Integer.MAX_VALUE);
        return new Inspector(vm, options).format(value);
    }

    private void collection(long data) {
        boolean map = CellType.at(data) == CellType.MAP;
        long iterator = HashTables.newIterator(vm, data, map ? Iteration.ENTRIES : Iteration.VALUES);
        for (String name : map ? List.of(ITERATION, KEY, VALUES) : List.of(ITERATION, VALUES)) {
            columns.put(name, new LinkedHashMap<>());
        }
        for (long entry = HashTables.step(vm, iterator); entry != Value.EMPTY; entry =
                HashTables.step(vm, iterator)) {
            put(ITERATION, rows, Integer.toString(rows));
            if (map) {
                put(KEY, rows, cell(Elements.get(entry, 0)));
            }
            put(VALUES, rows, cell(map ? Elements.get(entry, 1) : entry));
            rows++;
        }
    }

    private void object(long data, long chosen) {
        long keys = vm.ownKeys().enumerableStrings(data);
        var primitives = new LinkedHashMap<Integer, String>();
        var index = new LinkedHashMap<Integer, String>();
        for (rows = 0; rows < OwnKeys.count(keys); rows++) {
            long item = vm.properties().get(data, OwnKeys.at(keys, rows));
            index.put(rows, vm.errors().keyText(OwnKeys.at(keys, rows)));
            if (chosen == Value.UNDEFINED && !Layout.isObject(item)) {
                primitives.put(rows, cell(item));
                continue;
            }
            long names = chosen == Value.UNDEFINED ? vm.ownKeys().enumerableStrings(item) : 0;
            long count = chosen == Value.UNDEFINED ? OwnKeys.count(names) : Elements.limit(chosen);
            for (int i = 0; i < count; i++) {
                long name = chosen == Value.UNDEFINED
                        ? OwnKeys.at(names, i)
                        : vm.conversions().toPropertyKey(Elements.get(chosen, i));
                boolean present = Layout.isObject(item) && vm.properties().hasOwn(item, name);
                put(vm.errors().keyText(name), rows, present ? cell(vm.properties().get(item, name)) : "");
            }
        }
        sortIndices();
        columns.putFirst(INDEX, index);
        if (!primitives.isEmpty()) {
            columns.put(VALUES, primitives);
        }
    }

    /** Columns stand in the order of an object's properties: indices first. */
    private void sortIndices() {
        var unsorted = new LinkedHashMap<>(columns);
        columns.clear();
        unsorted.keySet().stream()
                .filter(ConsoleTable::isIndex)
                .sorted(Comparator.comparingLong(Long::parseLong))
                .forEach(name -> columns.put(name, unsorted.get(name)));
        unsorted.forEach(columns::putIfAbsent);
    }

    private static boolean isIndex(String name) {
        return name.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(name) < MAX_INDEX;
    }

    private String draw() {
        var names = new ArrayList<>(columns.keySet());
        var widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = InspectText.width(names.get(i));
            for (String cell : columns.get(names.get(i)).values()) {
                widths[i] = Math.max(widths[i], InspectText.width(cell));
            }
        }
        var text = new StringBuilder();
        text.append(rule(widths, "┌", "┬", "┐")).append('\n');
        text.append(line(names, widths)).append('\n');
        text.append(rule(widths, "├", "┼", "┤")).append('\n');
        for (int row = 0; row < rows; row++) {
            int at = row;
            text.append(line(names.stream().map(n -> columns.get(n).getOrDefault(at, "")).toList(),
                    widths)).append('\n');
        }
        return text.append(rule(widths, "└", "┴", "┘")).toString();
    }

    private static String rule(int[] widths, String left, String middle, String right) {
        var parts = new ArrayList<String>();
        for (int width : widths) {
            parts.add("─".repeat(width + 2));
        }
        return left + String.join(middle, parts) + right;
    }

    private static String line(List<String> cells, int[] widths) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) {
            parts.add(" " + cells.get(i) + " ".repeat(widths[i] - InspectText.width(cells.get(i))) + " ");
        }
        return "│" + String.join("│", parts) + "│";
    }
}
