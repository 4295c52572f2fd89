package org.tierscope.sample.hotlines;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.record.proto.Instruction;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;

/**
 * A line that has run.
 *
 * @param number from 1
 * @param count how often its most frequent instruction ran
 * @param where the line's first instruction in the source
 */
record HotLine(int number, String function, String text, long count, Selection.SourceRange where) {
    private static final int MOST = 200;

    /** The hottest lines of the program's own functions, the hottest first. Reads all counts: not for the JavaFX thread. */
    static List<HotLine> of(Moment moment) {
        Map<String, HotLine> lines = new HashMap<>();
        for (FunctionState function : moment.functions()) {
            if (!function.function().getInternal()) {
                moment.bytecode(function.id()).ifPresent(bytecode -> bytecode.lines().forEach(line ->
                        add(lines, moment, function, line)));
            }
        }
        return lines.values().stream().sorted(Comparator.comparingLong(HotLine::count).reversed()
                .thenComparing(HotLine::number)).limit(MOST).toList();
    }

    private static void add(Map<String, HotLine> lines, Moment moment, FunctionState function, BytecodeState.Line line) {
        Instruction instruction = line.instruction();
        int source = function.function().getSourceId();
        String text = moment.source(source).map(loaded -> loaded.getText()).orElse("");
        int start = instruction.getSourceStart();
        if (line.count() <= 0 || instruction.getSourceEnd() <= start || start >= text.length()) {
            return;
        }
        int number = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int begin = text.lastIndexOf('\n', start - 1) + 1;
        int end = text.indexOf('\n', start);
        HotLine hot = new HotLine(number, function.name(), text.substring(begin, end < 0 ? text.length() : end).strip(),
                line.count(), new Selection.SourceRange(source, start, instruction.getSourceEnd()));
        lines.merge(source + ":" + number, hot, (a, b) -> a.count() >= b.count() ? a : b);
    }
}
