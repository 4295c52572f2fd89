package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierscope.options.EngineOptions;

class ImportPhasesTest {
    @TempDir
    Path folder;

    private List<String> printed(String text) {
        var lines = new ArrayList<String>();
        var host = new ConformanceHost(EngineOptions.DEFAULTS, new ConformanceHost.Library());
        var test = new ConformanceHost.Test(folder.resolve("main.mjs").toString(), text, true, true);
        assertThat(host.run(test, List.of(), lines::add).message()).isEmpty();
        return lines;
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aDeferredModuleRunsWhenAnExportIsLookedFor() throws IOException {
        file("dep.mjs", "print('dep runs'); export const answer = 42; export const then = 1;");
        assertThat(printed("""
                import defer * as dep from "./dep.mjs";
                print(Object.prototype.toString.call(dep), dep.then);
                print("before");
                print(dep.answer);
                print(Reflect.ownKeys(dep).map(String).join());
                print(await import.defer("./dep.mjs") === dep);
                """)).containsExactly(
                "[object Deferred Module]", "before", "dep runs", "42", "answer,Symbol(Symbol.toStringTag)", "true");
    }

    @Test
    void whatAwaitsBehindADeferredModuleRunsAtOnce() throws IOException {
        file("waits.mjs", "print('waits'); await 0; print('waited');");
        file("dep.mjs", "import './waits.mjs'; print('dep runs'); export const answer = 42;");
        assertThat(printed("""
                import defer * as dep from "./dep.mjs";
                print("main");
                print(dep.answer);
                """)).containsExactly("waits", "waited", "main", "dep runs", "42");
    }

    @Test
    void anErrorOfADeferredModuleIsThrownByEachUse() throws IOException {
        file("dep.mjs", "throw new RangeError('no'); export const answer = 42;");
        assertThat(printed("""
                import defer * as dep from "./dep.mjs";
                for (let i = 0; i < 2; i++) try { dep.answer; } catch (e) { print(e.name); }
                """)).containsExactly("RangeError", "RangeError");
    }

    @Test
    void sourceTextModulesHaveNoSourceObject() throws IOException {
        file("dep.mjs", "print('never');");
        assertThat(printed("""
                await import.source("./dep.mjs").catch((e) => print(e.name));
                const source = await import.source("<module source>");
                print(source instanceof $262.AbstractModuleSource, String(source));
                """)).containsExactly("SyntaxError", "true");
    }

    @Test
    void filesAreImportedAsTextAndAsBytes() throws IOException {
        file("data.txt", "hé");
        assertThat(printed("""
                import text from "./data.txt" with { type: "text" };
                import bytes from "./data.txt" with { type: "bytes" };
                print(text);
                print(bytes.join());
                print(bytes.buffer.immutable);
                """)).containsExactly("hé", "104,195,169", "true");
    }
}
