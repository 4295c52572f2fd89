package org.tierscope.views.options;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class OptionsViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new OptionsProvider();
    }

    @Override
    protected double width() {
        return 1000;
    }

    @Override
    protected double height() {
        return 620;
    }

    private TextField field(String option) {
        return lookup("#option-" + option).queryAs(TextField.class);
    }

    @Test
    void aSliderMovedByAKeyChoosesARoundNumber() {
        Slider slider = lookup("#slider-optimize-threshold").queryAs(Slider.class);
        interact(slider::requestFocus);
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        long chosen = Long.parseLong(context.program().options().get("optimize-threshold"));
        assertThat(chosen).isGreaterThan(3000);
        assertThat(chosen % 100).isZero();
        assertThat(field("optimize-threshold").getText()).isEqualTo(String.valueOf(chosen));
    }

    @Test
    void sizesAreRoundAsPowersOfTwo() {
        Slider slider = lookup("#slider-max-heap").queryAs(Slider.class);
        act(() -> slider.setValue(slider.getValue() + 5));
        assertThat(context.program().options().get("max-heap")).isEqualTo("768m");
    }

    @Test
    void aNumberIsTypedIn() {
        doubleClickOn("#option-baseline-threshold").write("7").press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(context.program().options()).containsEntry("baseline-threshold", "7");
    }

    @Test
    void whatIsNoNumberIsSaidAndTakenBack() {
        doubleClickOn("#option-baseline-threshold").write("many").press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(context.said()).anyMatch(words -> words.startsWith("--baseline-threshold: expected a whole number"));
        assertThat(context.program().options()).isEmpty();
        assertThat(field("baseline-threshold").getText()).isEqualTo("100");
    }

    @Test
    void passesOfTheRecordingAreTurnedOff() {
        var boxes = lookup(".check-box").queryAllAs(CheckBox.class).stream()
                .filter(box -> box.getId().startsWith("pass-")).toList();
        assertThat(boxes).isNotEmpty().allMatch(CheckBox::isSelected);
        CheckBox first = boxes.getFirst();
        act(first::fire);
        assertThat(context.program().options()).containsEntry("disable-pass", first.getText());
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPresetChoosesSeveralOptionsAndStandardTakesThemBack() {
        ComboBox<Preset> presets = lookup("#options-presets").queryAs(ComboBox.class);
        assertThat(presets.getValue().title()).isEqualTo("Standard");
        act(() -> presets.setValue(Preset.ALL.get(1)));
        assertThat(context.program().options()).containsEntry("baseline-threshold", "1")
                .containsEntry("optimize-threshold", "100");
        assertThat(presets.getValue().title()).isEqualTo("Eager");
        picture("options");
        act(() -> presets.setValue(Preset.ALL.getFirst()));
        assertThat(context.program().options()).containsEntry("optimize-threshold", "3000");
    }

    @Test
    void lightThemeToo() {
        useLightTheme();
        picture("options-light");
        assertThat(view.text().orElseThrow()).contains("--optimize-threshold=3000");
    }
}
