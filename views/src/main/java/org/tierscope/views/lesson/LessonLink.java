package org.tierscope.views.lesson;

import java.util.List;
import java.util.Optional;
import org.tierscope.session.Cursor;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;
import org.tierscope.views.api.Lesson;
import org.tierscope.views.api.ViewContext;

/** What a click on a link of a lesson does: {@code KIND:WHAT} or, of several, {@code KIND:WHAT:NUMBER}. */
final class LessonLink {
    private static final String VIEW_COMMAND = "view.";
    private static final String TRANSITION_VIEW = "transition";

    private final ViewContext context;

    LessonLink(ViewContext context) {
        this.context = context;
    }

    void follow(String target, Lesson lesson) {
        String[] parts = target.split(":", 3);
        String what = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "view" -> context.commands().run(VIEW_COMMAND + what);
            case "command" -> context.commands().run(what);
            case "function" -> function(what).ifPresentOrElse(
                    function -> context.select(new Selection.Function(function.id())), () -> notYet(what));
            case "line" -> selectLine(what);
            case "osr" -> goTo(what, number(parts), Transition.Osr.class);
            case "deopt" -> goTo(what, number(parts), Transition.Deopt.class);
            case "live" -> context.moveTo(Cursor.live());
            case "run" -> lesson.program().ifPresent(context.program()::open);
            default -> context.say("The lesson points to " + target + ", which this Tierscope does not know");
        }
    }

    private static int number(String[] parts) {
        return parts.length > 2 && parts[2].matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(parts[2])) : 1;
    }

    private Moment whole() {
        return context.session().now();
    }

    private Optional<FunctionState> function(String name) {
        return whole().functions().stream().filter(function -> !function.function().getInternal())
                .filter(function -> function.name().equals(name)).findFirst();
    }

    private void notYet(String what) {
        context.say(what + " has not run yet: run the program of this lesson first");
    }

    private void selectLine(String line) {
        var source = whole().sources().stream().filter(s -> !s.getInternal()).findFirst();
        if (source.isEmpty() || !line.matches("\\d{1,6}")) {
            notYet("Line " + line);
            return;
        }
        String text = source.get().getText();
        int start = 0;
        for (int i = 1; i < Integer.parseInt(line) && start >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        context.select(new Selection.SourceRange(source.get().getSourceId(), start, end < 0 ? text.length() : end));
    }

    /** Goes to the moment of a function's nth change of tiers, and shows it value by value. */
    private void goTo(String name, int number, Class<? extends Transition> kind) {
        List<Transition> those = whole().transitions().stream().filter(kind::isInstance)
                .filter(transition -> isIn(transition, name)).toList();
        if (those.size() < number) {
            context.say(kind == Transition.Osr.class ? name + " has not been entered on the fly that often in this run"
                    : name + " has not been deoptimized that often in this run");
            return;
        }
        Transition transition = those.get(number - 1);
        context.moveTo(Cursor.at(transition.nanos()));
        context.select(new Selection.EventAt(transition.eventIndex()));
        context.commands().run(VIEW_COMMAND + TRANSITION_VIEW);
    }

    private boolean isIn(Transition transition, String name) {
        int at = switch (transition) {
            case Transition.Osr osr -> osr.functionId();
            case Transition.Deopt deopt -> deopt.event().getAtFunctionId();
        };
        return whole().function(at).filter(function -> function.name().equals(name)).isPresent();
    }
}
