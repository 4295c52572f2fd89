package org.tierscope.views.source;

import java.time.Duration;
import java.util.function.IntFunction;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Shows words beside the pointer when it rests on the text. */
final class SourceHover {
    private static final Duration REST = Duration.ofMillis(350);
    private static final double BESIDE = 14;
    private static final double WIDEST = 560;

    private final Tooltip words = new Tooltip();

    /** @param wordsAt what to show at an offset; empty for nothing */
    SourceHover(CodeArea area, IntFunction<String> wordsAt) {
        words.setMaxWidth(WIDEST);
        words.setWrapText(true);
        area.setMouseOverTextDelay(REST);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> {
            String text = wordsAt.apply(event.getCharacterIndex());
            if (!text.isEmpty() && area.getScene() != null) {
                words.setText(text);
                words.show(area, event.getScreenPosition().getX() + BESIDE, event.getScreenPosition().getY() + BESIDE);
            }
        });
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> words.hide());
    }
}
