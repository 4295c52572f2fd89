/**
 * The engine as a library: a program, options, a run and its outcome. This runs a program from Java and asks how it
 * went; a test compiles and runs exactly this text.
 *
 * {@snippet lang=java :
 * import org.tierscope.engine.*;
 * import org.tierscope.options.*;
 *
 * class Embedding {
 *     public static void main(String[] arguments) {
 *         Program program = Program.of("sum.js", "let s = 0; for (let i = 0; i < 10000; i++) s += i; console.log(s)");
 *         EngineOptions options = EngineOptions.DEFAULTS.with(EngineOption.MAX_TIER, Tier.BASELINE);
 *         Outcome outcome = new Engine(options).run(program);
 *         System.out.println(outcome.status());
 *     }
 * }
 * }
 *
 * <p>The process needs {@code --enable-native-access=ALL-UNNAMED} and {@code --sun-misc-unsafe-memory-access=allow}.
 * To see what the engine did, give it a {@link org.tierscope.record.Recorder}, and open what that wrote as a {@link
 * org.tierscope.session.Session}.
 */
package org.tierscope.engine;
