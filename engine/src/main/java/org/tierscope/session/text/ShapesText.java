package org.tierscope.session.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Instruction;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.ShapeCreated;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.Moment;
import org.tierscope.session.ShapeState;

/** The tree of shapes: each adds a key to its parent. */
final class ShapesText {

    private ShapesText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        Map<Integer, List<ShapeState>> children = new LinkedHashMap<>();
        for (ShapeState shape : moment.shapes()) {
            int parent = shape.shape().getParentShapeId();
            boolean known = parent != 0 && moment.shape(parent).isPresent();
            children.computeIfAbsent(known ? parent : 0, id -> new ArrayList<>()).add(shape);
        }
        tree(moment, children, 0, 0, out);
    }

    private static void tree(Moment moment, Map<Integer, List<ShapeState>> children, int parent, int depth,
            Lines out) {
        for (ShapeState state : children.getOrDefault(parent, List.of())) {
            ShapeCreated shape = state.shape();
            out.add("%sshape %d  %s%s%s%s", "  ".repeat(depth), shape.getShapeId(),
                    shape.getKey().isEmpty() ? "root of " + shape.getClassName()
                            : "+ " + shape.getKey() + " in slot " + shape.getSlot(),
                    shape.getDictionary() ? ", dictionary" : "",
                    shape.getFunctionId() == 0 ? "" : "  made at " + origin(moment, shape),
                    state.retired().map(why -> "  retired: " + why).orElse(""));
            tree(moment, children, shape.getShapeId(), depth + 1, out);
        }
    }

    private static String origin(Moment moment, ShapeCreated shape) {
        FunctionLoaded function = moment.function(shape.getFunctionId()).map(f -> f.function())
                .orElse(FunctionLoaded.getDefaultInstance());
        String place = function.getInstructionsList().stream().filter(i -> i.getPc() == shape.getPc()).findFirst()
                .map((Instruction i) -> Words.position(moment, position(moment, function, i.getSourceStart())))
                .orElse("pc " + shape.getPc());
        return place + " in " + function.getName();
    }

    private static Position position(Moment moment, FunctionLoaded function, int offset) {
        String text = moment.source(function.getSourceId()).map(SourceLoaded::getText).orElse("");
        int at = Math.min(offset, text.length());
        int line = (int) text.chars().limit(at).filter(c -> c == '\n').count() + 1;
        return Position.newBuilder().setSourceId(function.getSourceId()).setLine(line)
                .setColumn(at - text.lastIndexOf('\n', at - 1)).build();
    }
}
