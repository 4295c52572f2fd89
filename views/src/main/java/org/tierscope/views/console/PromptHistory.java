package org.tierscope.views.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was asked before, to be walked through as in a shell: what is being typed is the end of it, and is not lost. */
final class PromptHistory {
    private final List<String> texts = new ArrayList<>();
    private String draft = "";
    private int at;

    /** Adds what was asked and goes to the end. */
    void asked(String text) {
        if (texts.isEmpty() || !texts.getLast().equals(text)) {
            texts.add(text);
        }
        at = texts.size();
        draft = "";
    }

    /** The one before; empty at the first. */
    Optional<String> before(String typed) {
        if (at == 0) {
            return Optional.empty();
        }
        if (at == texts.size()) {
            draft = typed;
        }
        return Optional.of(texts.get(--at));
    }

    /** The one after, at last what was being typed; empty there. */
    Optional<String> after() {
        if (at == texts.size()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(at == texts.size() ? draft : texts.get(at));
    }
}
