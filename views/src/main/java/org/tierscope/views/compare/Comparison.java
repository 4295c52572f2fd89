package org.tierscope.views.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.views.control.CodeLine;

/**
 * Two sides with the same number of lines: where one has more than the other, the other has empty ones.
 *
 * @param figures of both sides, one beside the other
 */
record Comparison(List<CodeLine> left, List<CodeLine> right, List<Figure> figures, int same, int removed, int added) {

    record Figure(String name, String left, String right) {
    }

    /** @param shown the run that all views show: lines of another cannot be selected */
    static Comparison of(Subject left, Moment leftMoment, Subject right, Moment rightMoment, Session shown) {
        boolean exact = leftMoment.session() == rightMoment.session() && left instanceof Subject.Graph a
                && right instanceof Subject.Graph b && a.compilationId() == b.compilationId();
        return of(side(left, leftMoment, exact, shown), side(right, rightMoment, exact, shown));
    }

    private static Side side(Subject subject, Moment moment, boolean exact, Session shown) {
        Side side = Side.of(subject, moment, exact);
        return moment.session() == shown ? side : side.withoutTargets();
    }

    static Comparison of(Side left, Side right) {
        List<CodeLine> leftLines = new ArrayList<>();
        List<CodeLine> rightLines = new ArrayList<>();
        int at = 0;
        int rightAt = 0;
        int removed = 0;
        int added = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(left.keys(), right.keys()).getDeltas()) {
            while (at < delta.getSource().getPosition()) {
                leftLines.add(left.lines().get(at++));
                rightLines.add(right.lines().get(rightAt++));
            }
            int gone = delta.getSource().size();
            int come = delta.getTarget().size();
            for (int i = 0; i < Math.max(gone, come); i++) {
                leftLines.add(i < gone ? styled(left.lines().get(at++), "line-removed") : blank(leftLines.size()));
                rightLines.add(i < come ? styled(right.lines().get(rightAt++), "line-added") : blank(rightLines.size()));
            }
            removed += gone;
            added += come;
        }
        int same = left.lines().size() - removed;
        while (at < left.lines().size()) {
            leftLines.add(left.lines().get(at++));
            rightLines.add(right.lines().get(rightAt++));
        }
        return new Comparison(List.copyOf(leftLines), List.copyOf(rightLines), figures(left, right), same, removed, added);
    }

    private static CodeLine styled(CodeLine line, String style) {
        List<String> styles = new ArrayList<>(line.styles());
        styles.add(style);
        return new CodeLine(line.key(), line.spans(), line.mark(), line.heat(), styles, line.target(), line.tooltip());
    }

    private static CodeLine blank(int index) {
        return CodeLine.of("blank " + index).style("line-blank").build();
    }

    private static List<Figure> figures(Side left, Side right) {
        Set<String> names = new LinkedHashSet<>(left.figures().keySet());
        names.addAll(right.figures().keySet());
        return names.stream().map(name -> new Figure(name, left.figures().getOrDefault(name, ""),
                right.figures().getOrDefault(name, ""))).toList();
    }
}
