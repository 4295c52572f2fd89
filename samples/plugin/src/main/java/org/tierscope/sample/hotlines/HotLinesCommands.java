package org.tierscope.sample.hotlines;

import java.util.List;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.CommandProvider;
import org.tierscope.views.api.ViewContext;

/** Adds a command to the Go menu. */
public final class HotLinesCommands implements CommandProvider {

    @Override
    public List<Command> commands(ViewContext context) {
        return List.of(Command.of("hot-lines.go", "Go/to", "Go to Hottest Line", "bi-thermometer-high", "Shortcut+Shift+H",
                () -> HotLine.of(context.moment()).stream().findFirst().ifPresentOrElse(
                        line -> context.select(line.where()), () -> context.say("Nothing has run yet"))));
    }
}
