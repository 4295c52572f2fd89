package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.views.api.Command;

class CommandTableTest {
    @TempDir
    Path directory;

    private final KeyCombination f7 = KeyCombination.valueOf("F7");

    private static Command command(String id, String key) {
        return Command.of(id, "Test", id, "", key, () -> { });
    }

    private CommandTable table() {
        return table(Settings.in(directory));
    }

    private static CommandTable table(Settings settings) {
        CommandTable table = new CommandTable(settings);
        table.add(command("first", "F7"));
        table.add(command("second", "F8"));
        return table;
    }

    @Test
    void commandsHaveTheirOwnKeysAtFirst() {
        assertThat(table().key("first").get()).isEqualTo(f7);
        assertThat(table().withKey(f7)).map(Command::id).contains("first");
    }

    @Test
    void aKeyGoesOverFromOneCommandToTheOther() {
        CommandTable table = table();
        table.bind("second", f7);
        assertThat(table.key("second").get()).isEqualTo(f7);
        assertThat(table.key("first").get()).isNull();
    }

    @Test
    void chosenKeysAreThereAgainNextTime() throws Exception {
        Settings settings = Settings.in(directory);
        CommandTable table = table(settings);
        table.bind("second", f7);
        table.bind("first", KeyCombination.valueOf("Shortcut+Alt+K"));
        settings.save();

        CommandTable next = table();
        assertThat(next.key("second").get()).isEqualTo(f7);
        assertThat(next.key("first").get()).isEqualTo(KeyCombination.valueOf("Shortcut+Alt+K"));
    }

    @Test
    void theStandardKeyIsNotKept() {
        Settings settings = Settings.in(directory);
        CommandTable table = table(settings);
        table.bind("first", null);
        assertThat(settings.get("key.first")).contains("");
        table.bind("first", f7);
        assertThat(settings.get("key.first")).isEmpty();
    }

    @Test
    void aLaterCommandDoesWithoutAKeyThatThePersonGaveToAnother() {
        Settings settings = Settings.in(directory);
        settings.set("key.first", "F9");
        CommandTable table = table(settings);
        table.add(command("third", "F9"));
        assertThat(table.key("first").get()).isEqualTo(KeyCombination.valueOf("F9"));
        assertThat(table.key("third").get()).isNull();
    }

    @Test
    void aKeyThatCannotBeReadIsSaidAndTheStandardUsed() {
        Settings settings = Settings.in(directory);
        settings.set("key.first", "Hyper+@");
        assertThat(table(settings).key("first").get()).isEqualTo(f7);
        assertThat(settings.notes()).singleElement().asString().contains("Hyper+@");
    }

    @Test
    void twoCommandsWithOneIdOrOneKeyAreAMistake() {
        assertThatThrownBy(() -> table().add(command("first", ""))).hasMessageContaining("already a command first");
        assertThatThrownBy(() -> table().add(command("third", "F8"))).hasMessageContaining("is the key of second");
    }
}
