package org.tierscope.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.frontend.SyntaxErrorException;
import org.tierscope.runtime.ModuleHost.Kind;

/**
 * What a file is, as node decides: by its extension, by the "type" of the nearest package.json, or, where that says nothing, by whether
 * its text only makes sense as a module.
 */
final class ModuleFormat {
    private static final Pattern MODULE_WORD = Pattern.compile("\\b(?:import|export|await)\\b");
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(module|commonjs)\"");

    private ModuleFormat() {}

    static Kind of(String path, String text) {
        Kind declared = declared(path, text);
        if (declared != null) {
            return declared;
        }
        return isModuleOnly(path, text) ? Kind.MODULE : Kind.COMMONJS;
    }

    /** What name, package.json or the lack of a module's words say; null where only the syntax can tell. */
    static Kind declared(String path, String text) {
        if (path.endsWith(".mjs")) {
            return Kind.MODULE;
        }
        if (path.endsWith(".json")) {
            return Kind.JSON;
        }
        if (path.endsWith(".cjs") || !MODULE_WORD.matcher(text).find()) {
            return Kind.COMMONJS;
        }
        String type = packageType(Path.of(path).toAbsolutePath().getParent());
        return type == null ? null : type.equals("module") ? Kind.MODULE : Kind.COMMONJS;
    }

    private static String packageType(Path directory) {
        for (Path d = directory; d != null; d = d.getParent()) {
            try {
                var found = TYPE.matcher(Files.readString(d.resolve("package.json")));
                return found.find() ? found.group(1) : null;
            } catch (IOException e) {
                // no package here: the next folder may have one
            }
        }
        return null;
    }

    private static boolean isModuleOnly(String path, String text) {
        var source = new SourceText(0, path, text);
        try {
            Compiler.compile(source, CompileMode.COMMONJS);
            return false;
        } catch (SyntaxErrorException e) {
            try {
                Compiler.compileModule(source);
                return true;
            } catch (SyntaxErrorException other) {
                return false;
            }
        }
    }
}
