package org.tierscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tierscope.app.process.EngineCommand;
import org.tierscope.record.proto.RunEnded;
import org.tierscope.record.proto.Tier;
import org.tierscope.session.Cursor;
import org.tierscope.session.Moment;
import org.tierscope.session.RunState;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;
import org.tierscope.views.api.View;

/** The window on programs that really run: samples, and programs that do what no program should. */
class LiveEngineTest extends WindowTest {
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "..", "samples");

    @Start
    void start(Stage newStage) {
        openWindow(newStage);
    }

    @Override
    EngineCommand engine() {
        return EngineCommand.ofThisJvm();
    }

    // --------------------------------------------------------------------------------------------- samples

    @Test
    void typeSpeculationIsSeenInEveryViewAndAtEveryTime(FxRobot robot) throws Exception {
        // a compiler in the background could lose the race with the program on some machine
        setOption("sync-compile", "true");
        openAndWaitForEnd("type-speculation");
        everyViewShowsTheEnd(robot);
        draggingTheCursorShowsThatTime(robot);
        aClickedLineIsFoundInTheOtherViews(robot);
    }

    private void everyViewShowsTheEnd(FxRobot robot) throws Exception {
        assertThat(text("functions")).containsPattern("sumTo +optimizing").containsPattern("add .*deopts +[1-9]");
        Pane gutter = gutter("add(total, i & 15)");
        assertThat(gutter.lookup(".gutter-tier").getStyleClass()).contains("tier-optimizing");
        Pane failed = gutter("return a + b");
        assertThat(((Pane) failed.lookup(".gutter-mark")).getChildren()).hasSize(1);

        robot.clickOn(gutter);
        settle();
        assertThat(texts("#bytecode-list")).anyMatch(line -> line.contains("→ add"));
        assertThat(texts("#machine-list")).anyMatch(line -> line.contains("mov")).hasSizeGreaterThan(20);
        robot.clickOn("#ssa-as-text");
        settle();
        assertThat(texts("#ssa-text")).anyMatch(line -> line.contains("Phi"));

        bringToFront("transition");
        ListView<Transition> transitions = lookup("#transition-list");
        assertThat(transitions.getItems()).anyMatch(t -> t instanceof Transition.Osr)
                .anyMatch(t -> t instanceof Transition.Deopt);
        select(new Selection.EventAt(now().transitions().stream()
                .filter(t -> t instanceof Transition.Deopt).findFirst().orElseThrow().eventIndex()));
        settle();
        assertThat(label("#transition-title")).contains("add").contains("not int32");
        String before = label("#transition-caption");
        robot.clickOn("#transition-end");
        assertThat(label("#transition-caption")).isNotEqualTo(before).isNotEmpty();

        bringToFront("counters");
        assertThat(text("counters")).containsPattern("deoptimizations +[1-9]").containsPattern("OSR entries +[1-9]");
        bringToFront("console");
        assertThat(texts("#console-list")).startsWith("180000000", "total: 7468").anyMatch(s -> s.startsWith("label"));
        assertThat(text("timeline")).contains("on-stack replacement").contains("deoptimized");
    }

    private void draggingTheCursorShowsThatTime(FxRobot robot) throws Exception {
        Bounds ruler = fx(() -> {
            Node canvas = lookup("#timeline-canvas");
            return canvas.localToScreen(canvas.getBoundsInLocal());
        });
        double y = ruler.getMinY() + 10;
        robot.moveTo(ruler.getMaxX() - 40, y).press(MouseButton.PRIMARY)
                .moveTo(ruler.getMinX() + ruler.getWidth() / 2, y)
                .moveTo(ruler.getMinX() + 160, y).release(MouseButton.PRIMARY);
        settle();
        Cursor cursor = fx(() -> workbench.viewpoint().cursor());
        assertThat(cursor).isInstanceOf(Cursor.Fixed.class);
        Moment then = workbench.viewpoint().moment();
        assertThat(then.nanos()).isPositive().isLessThan(now().nanos() / 10);
        assertThat(label("#status-deopts")).isEqualTo("0 deopts");
        assertThat(label("#status-phase")).isEqualTo("running");
        assertThat(text("functions")).doesNotContain("optimizing");
        assertThat(lookup("#machine-list") == null || !lookup("#machine-list").isVisible()).isTrue();
        assertThat(label("#view-console .empty-title")).isEqualTo("Nothing printed yet");

        robot.clickOn("#timeline-live");
        settle();
        assertThat(label("#status-deopts")).isNotEqualTo("0 deopts");
        assertThat(texts("#console-list")).isNotEmpty();
    }

    private void aClickedLineIsFoundInTheOtherViews(FxRobot robot) throws Exception {
        robot.clickOn(gutter("return a + b"));
        settle();
        assertThat(selectedText()).isEqualTo("  return a + b;\n");
        assertThat(litTexts("#bytecode-list")).anyMatch(line -> line.contains("Add"));
        assertThat(litTexts("#machine-list")).isNotEmpty();
        assertThat(litTexts("#ssa-text")).isNotEmpty();
        // and from the machine code back
        robot.clickOn(cell("#machine-list", litTexts("#machine-list").getFirst().strip()));
        settle();
        assertThat(selection().orElseThrow()).isInstanceOfAny(Selection.Instruction.class, Selection.Exit.class,
                Selection.Node.class);
        assertThat(litTexts("#bytecode-list")).isNotEmpty();
    }

    @Test
    void aProgramThatRunsIsPausedStoppedAndStartedAgain(FxRobot robot) throws Exception {
        open(program("endless", "let n = 0;\nwhile (true) { n = (n + 1) | 0; }\n"));
        until(() -> reached(Tier.OPTIMIZING));
        robot.clickOn("#tool-run-pause");
        until(() -> phase() == RunState.Phase.PAUSED);
        until(() -> label("#status-phase").equals("paused"));
        robot.clickOn("#tool-run-start");
        until(() -> phase() == RunState.Phase.RUNNING);
        robot.clickOn("#tool-run-stop");
        until(() -> !workbench.program().isRunning());
        RunEnded end = now().run().ended().orElseThrow();
        assertThat(end.getStatus()).isEqualTo(RunEnded.Status.STOPPED);
        assertThat(end.getDetail()).doesNotContain("killed");
        until(() -> label("#status-phase").equals("stopped"));
        int recorded = workbench.viewpoint().session().events().size();
        assertThat(recorded).isGreaterThan(20);
        robot.clickOn("#tool-run-restart");
        until(() -> workbench.program().isRunning() && phase() == RunState.Phase.RUNNING);
        assertThat(workbench.viewpoint().session().events()).hasSizeLessThan(recorded);
    }

    @Test
    void thePromptAsksAProgramThatRunsAndOneThatHasEnded(FxRobot robot) throws Exception {
        open(program("asked", """
                function twice(n) { return 2 * n; }
                while (!globalThis.enough) twice(1);
                console.log('over');
                """));
        until(() -> reached(Tier.OPTIMIZING));
        bringToFront("console");
        robot.clickOn("#console-prompt").write("twice(21)").type(KeyCode.ENTER);
        until(() -> texts("#console-list").contains("‹ 42"));
        robot.write("nothing()").type(KeyCode.ENTER);
        until(() -> texts("#console-list").stream().anyMatch(line -> line.startsWith("‹ ReferenceError: nothing")));
        assertThat(workbench.program().isRunning()).isTrue();
        robot.write("enough = true").type(KeyCode.ENTER);
        until(() -> !workbench.program().isRunning());
        assertThat(now().run().ended().orElseThrow().getStatus()).isEqualTo(RunEnded.Status.COMPLETED);
        long end = now().nanos();
        robot.write("twice(4)").type(KeyCode.ENTER);
        until(() -> texts("#console-list").contains("‹ 8"));
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(fx(() -> ((TextField) lookup("#console-prompt")).getText())).isEqualTo("enough = true");
        assertThat(now().nanos()).isEqualTo(end);
        ProcessHandle engine = ProcessHandle.of(fx(() -> workbench.program().enginePid().orElseThrow())).orElseThrow();
        bringToFront("heap");
        robot.clickOn("#heap-collect");
        until(() -> text("heap").contains("asked by the user"));
        assertThat(text("heap")).containsPattern("function +[1-9]");
        open(program("next", "1"));
        until(() -> !engine.isAlive());
    }

    @Test
    void aRunUnderOtherOptionsStandsBesideTheOneShown(FxRobot robot) throws Exception {
        setOption("sync-compile", "true");
        openAndWaitForEnd("type-speculation");
        bringToFront("compare");
        fx(() -> {
            MenuButton more = lookup("#compare-add-run");
            more.getItems().stream().filter(item -> "Run with Baseline Code Only".equals(item.getText())).findFirst()
                    .orElseThrow().fire();
            return null;
        });
        until(() -> workbench.program().keptRuns().size() == 1);
        settle();
        fx(() -> {
            ChoiceBox<Object> kind = lookup("#compare-kind");
            kind.getSelectionModel().selectLast();
            return null;
        });
        settle();
        assertThat(text("compare")).contains("--max-tier=baseline").containsPattern("≠ sumTo :\\d+ +opt.*base");
        assertThat(now().run().started().orElseThrow().getOptionsList()).noneMatch(o -> o.getName().equals("max-tier"));
        // what is shown now is kept when the program is started again
        robot.clickOn("#tool-run-restart");
        until(() -> workbench.program().keptRuns().size() == 2);
    }

    // ---------------------------------------------------------------------------------------------- faults

    @Test
    void aKilledEngineLeavesWhatItHasShown(FxRobot robot) throws Exception {
        open(program("killed", "console.log('alive');\nfor (let i = 0; ; i++);\n"));
        until(() -> now().consoleText().contains("alive") && reached(Tier.BASELINE));
        ProcessHandle.of(fx(() -> workbench.program().enginePid().orElseThrow())).orElseThrow().destroyForcibly();
        until(() -> lookup("#end-banner").isVisible());
        assertThat(label("#end-banner .end-title")).contains("died").contains("signal 9");
        bringToFront("console");
        assertThat(texts("#console-list")).contains("alive");
        assertThat(texts("#bytecode-list")).isNotEmpty();
        robot.clickOn("#end-restart");
        until(() -> workbench.program().isRunning() && now().consoleText().contains("alive"));
    }

    @Test
    void endlessRecursionIsSaidWhereTheUserLooks() throws Exception {
        open(program("deep", "function deep(n) { return deep(n + 1) + 1; }\nconsole.log('down');\ndeep(0);\n"));
        until(() -> lookup("#end-banner").isVisible());
        assertThat(label("#end-banner .end-title")).contains("RangeError");
        assertThat(now().run().ended().orElseThrow().getStatus()).isEqualTo(RunEnded.Status.FAILED);
        bringToFront("console");
        assertThat(texts("#console-list")).contains("down").anyMatch(line -> line.contains("RangeError"));
        assertThat(text("functions")).contains("deep");
    }

    @Test
    void aProgramThatEatsTheHeapIsSaidWhereTheUserLooks() throws Exception {
        setOption("max-heap", "16m");
        open(program("hungry", "const all = [];\nfor (;;) all.push({ a: all.length, b: [all.length] });\n"));
        until(() -> lookup("#end-banner").isVisible());
        assertThat(label("#end-banner .end-title")).containsIgnoringCase("memory");
        bringToFront("console");
        assertThat(texts("#console-list")).anyMatch(line -> line.toLowerCase().contains("memory"));
        assertThat(now().latestTotals().orElseThrow().getHeapUsedBytes()).isPositive();
    }

    @Test
    void aSyntaxErrorIsSaidWithItsPlace() throws Exception {
        open(program("wrong", "let a = 1;\nlet b = = 2;\n"));
        until(() -> lookup("#end-banner").isVisible());
        assertThat(label("#end-banner .end-title")).contains("SyntaxError").contains("2:9");
        bringToFront("console");
        assertThat(texts("#console-list")).anyMatch(line -> line.contains("wrong.js:2:9"));
    }

    // --------------------------------------------------------------------------------------------- helpers

    private void openAndWaitForEnd(String sample) throws Exception {
        open(SAMPLES.resolve(sample + ".js"));
        until(() -> reached(Tier.OPTIMIZING) && now().transitions().stream().anyMatch(t -> t instanceof Transition.Deopt));
        until(() -> !workbench.program().isRunning() && phase() == RunState.Phase.ENDED);
        settle();
    }

    private void setOption(String name, String value) throws Exception {
        fx(() -> {
            workbench.program().setOption(name, value);
            return null;
        });
    }

    private static Path program(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name + ".js"), text);
    }

    private Moment now() {
        return workbench.viewpoint().session().now();
    }

    /** Whether a loop has moved into code of this tier. */
    private boolean reached(Tier tier) {
        Moment now = now();
        Set<Tier> tiers = now.transitions().stream().filter(t -> t instanceof Transition.Osr)
                .flatMap(t -> now.code(t.codeId()).stream()).map(code -> code.tier())
                .collect(Collectors.toSet());
        return tiers.contains(tier);
    }

    /** What is selected in the source. */
    private String selectedText() throws Exception {
        var range = (Selection.SourceRange) selection().orElseThrow();
        return now().source(range.sourceId()).orElseThrow().getText().substring(range.start(), range.end());
    }

    private String text(String view) throws Exception {
        return fx(() -> workbench.docking().host(view).map(ViewHost::view).flatMap(View::text).orElseThrow());
    }

    private void bringToFront(String view) throws Exception {
        fx(() -> {
            workbench.docking().reveal(view);
            return null;
        });
        waitForFxEvents();
        settle();
    }

    /** The margin beside a line of the source that is in sight. */
    private Pane gutter(String line) throws Exception {
        List<String> lines = List.of(now().sources().getFirst().getText().split("\n"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(line)) {
                return gutter(i + 1);
            }
        }
        throw new AssertionError("no line with " + line);
    }

    private Pane gutter(int number) throws Exception {
        return fx(() -> (Pane) lookup("#source-area").lookupAll(".gutter").stream()
                .filter(node -> ((Label) node.lookup(".gutter-number")).getText().equals(String.valueOf(number)))
                .findFirst().orElseThrow());
    }
}
