package org.tierscope.tests.test262;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.engine.ConformanceHost.Script;

/** The harness files of a checkout, each compiled once in this process. */
final class Harness {
    private final Path folder;
    private final Map<String, Script> scripts = new HashMap<>();

    Harness(Path checkout) {
        this.folder = checkout.resolve("harness");
    }

    /** What must run before the test, in this order. */
    List<Script> scriptsFor(Request request) {
        if (request.mode() == Mode.RAW) {
            return List.of();
        }
        var names = new ArrayList<>(List.of("assert.js", "sta.js"));
        if (request.async()) {
            names.add("doneprintHandle.js");
        }
        names.addAll(request.includes());
        return names.stream().distinct().map(name -> scripts.computeIfAbsent(name, this::load)).toList();
    }

    private Script load(String name) {
        try {
            return Script.compile("harness/" + name, Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
