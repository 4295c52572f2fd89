package org.tierscope.views.source;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.tierscope.views.api.SyntaxProblem;
import org.tierscope.views.api.ViewContext;

/** Reads the text as a program, away from the JavaFX thread, whenever a person pauses typing. */
final class DraftCheck {
    private static final Duration PAUSE = Duration.millis(350);

    private final ViewContext context;
    private final Supplier<String> text;
    private final Consumer<Optional<SyntaxProblem>> onChecked;
    private final PauseTransition pause = new PauseTransition(PAUSE);

    DraftCheck(ViewContext context, Supplier<String> text, Consumer<Optional<SyntaxProblem>> onChecked) {
        this.context = context;
        this.text = text;
        this.onChecked = onChecked;
        pause.setOnFinished(event -> now());
    }

    /** Checks once nothing has been typed for a moment. */
    void later() {
        pause.playFromStart();
    }

    void now() {
        String checked = text.get();
        var program = context.program();
        context.background("check", () -> program.check(checked), found -> {
            if (checked.equals(text.get())) {
                onChecked.accept(found);
            }
        });
    }

    void stop() {
        pause.stop();
    }
}
