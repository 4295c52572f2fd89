package org.tierscope.views.ssa;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierscope.views.api.Findable;
import org.tierscope.views.control.CodeList;

/** A graph as it is searched: by the lines of its text, which are lit in the text and in the picture. */
record FindableGraph(CodeList text, GraphCanvas canvas) implements Findable {

    @Override
    public List<String> lines() {
        return text.lines();
    }

    @Override
    public void show(Set<Integer> found, int current) {
        text.show(found, current);
        canvas.setFound(found.stream().flatMap(line -> node(line).stream()).collect(Collectors.toUnmodifiableSet()),
                node(current).orElse(0));
    }

    private Optional<Integer> node(int line) {
        return line >= 0 && line < text.getItems().size() && text.getItems().get(line).key() instanceof Integer node
                ? Optional.of(node) : Optional.empty();
    }
}
