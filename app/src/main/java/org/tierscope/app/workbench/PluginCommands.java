package org.tierscope.app.workbench;

import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tierscope.views.api.Command;
import org.tierscope.views.api.CommandProvider;
import org.tierscope.views.api.Commands;
import org.tierscope.views.api.ViewContext;

/** Puts the commands of plug-ins into the table, so that what they throw is a message and nothing more. */
final class PluginCommands {
    private PluginCommands() {
    }

    /** @param note gets a sentence for each provider or command that cannot be used */
    static void add(List<CommandProvider> providers, ViewContext context, Commands table, Consumer<String> note) {
        for (CommandProvider provider : providers) {
            try {
                provider.commands(context).forEach(command -> add(command, context, table, note));
            } catch (RuntimeException | LinkageError e) {
                note.accept("The commands of " + provider.getClass().getName() + " could not be had: " + e);
            }
        }
    }

    private static void add(Command command, ViewContext context, Commands table, Consumer<String> note) {
        boolean keyIsTaken = command.key() != null && table.withKey(command.key()).isPresent();
        try {
            if (!command.icon().isEmpty()) {
                // throws where there is no such icon
                new FontIcon(command.icon());
            }
            table.add(new Command(command.id(), command.group(), command.title(), command.icon(),
                    keyIsTaken ? null : command.key(), command.enabled(), () -> run(command, context)));
        } catch (RuntimeException e) {
            note.accept("The command " + command.id() + " was left out: " + e.getMessage());
        }
    }

    private static void run(Command command, ViewContext context) {
        try {
            command.action().run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            context.say("“" + command.title() + "” has failed: " + e);
        }
    }
}
