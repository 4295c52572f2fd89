package org.tierscope.views.control;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * Takes a key instead of text: what is pressed while it has the focus is its new key. Backspace and Delete stand for no
 * key; Tab and Escape do what they always do. While it has the focus the window leaves all keys to it.
 */
public final class KeyField extends TextField {

    /** @param onKey gets the key that was pressed, or empty for none */
    public KeyField(Consumer<Optional<KeyCombination>> onKey) {
        setEditable(false);
        setPromptText("no key");
        setAccessibleText("Press the new key");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                return;
            }
            event.consume();
            if (event.getCode() == KeyCode.ESCAPE) {
                getParent().requestFocus();
            } else if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
                onKey.accept(Optional.empty());
            } else if (isKey(event)) {
                onKey.accept(Optional.of(combination(event)));
            }
        });
    }

    public void show(KeyCombination key) {
        setText(key == null ? "" : key.getDisplayText());
    }

    /** Letters and the like are for typing: as keys they need Ctrl or Alt with them. */
    private static boolean isKey(KeyEvent event) {
        KeyCode code = event.getCode();
        return !code.isModifierKey() && code != KeyCode.UNDEFINED
                && (event.isShortcutDown() || event.isAltDown() || code.isFunctionKey());
    }

    private static KeyCombination combination(KeyEvent event) {
        return new KeyCodeCombination(event.getCode(), value(event.isShiftDown()), ModifierValue.UP,
                value(event.isAltDown()), ModifierValue.UP, value(event.isShortcutDown()));
    }

    private static ModifierValue value(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
