package org.tierscope.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.SourceText;

/** The prelude's files as bytecode, each compiled when it is first asked for. Several VMs may share one, from any thread. */
public final class PreludeCode {
    private static final int SOURCE_ID = -1;

    private final Function<SourceText, BytecodeFunction> compiler;
    private final Map<String, BytecodeFunction> files = new ConcurrentHashMap<>();

    /** @param compiler compiles a file to the top-level function of a script */
    public PreludeCode(Function<SourceText, BytecodeFunction> compiler) {
        this.compiler = compiler;
    }

    /** The function expression that a file consists of. */
    BytecodeFunction body(String file) {
        return files.computeIfAbsent(file, this::compile);
    }

    private BytecodeFunction compile(String file) {
        String path = "/org/tierscope/prelude/" + file + ".js";
        BytecodeFunction script = compiler.apply(new SourceText(SOURCE_ID, file + ".js", text(path)));
        return script.constants().stream()
                .filter(BytecodeFunction.class::isInstance)
                .map(BytecodeFunction.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " is no function expression"));
    }

    private static String text(String path) {
        try (InputStream in = PreludeCode.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no prelude file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
