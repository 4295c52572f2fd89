package org.tierscope.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tierscope.record.proto.CellKind;
import org.tierscope.runtime.CellCounts;
import org.tierscope.runtime.CellType;

/** Types of cells in people's words: what differs in the engine only is one kind. */
final class HeapKinds {
    private HeapKinds() {}

    /** The kinds there are, those with most bytes first. */
    static List<CellKind> of(CellCounts counts) {
        Map<String, CellKind.Builder> kinds = new TreeMap<>();
        for (CellType type : CellType.values()) {
            if (counts.cells(type) > 0) {
                CellKind.Builder kind = kinds.computeIfAbsent(name(type), name -> CellKind.newBuilder().setKind(name));
                kind.setCells(kind.getCells() + counts.cells(type)).setBytes(kind.getBytes() + counts.bytes(type));
            }
        }
        return kinds.values().stream().map(CellKind.Builder::build)
                .sorted(Comparator.comparingLong(CellKind::getBytes).reversed()).toList();
    }

    private static String name(CellType type) {
        return switch (type) {
            case STRING_LATIN1, STRING_UTF16 -> "string";
            case STRING_ROPE -> "string, joined later";
            case CONTEXT -> "captured variables";
            case SLOTS -> "property slots";
            case ELEMENTS -> "array elements";
            case ELEMENTS_DOUBLE -> "array elements, doubles";
            case ACCESSOR -> "getter and setter";
            case BYTES -> "bytes";
            case VALUES -> "internal tables";
            case FRAME -> "suspended call";
            default -> type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
