package org.tierscope.bytecode;

import java.util.List;

/**
 * What a script, or sloppy code of a global {@code eval}, declares globally: GlobalDeclarationInstantiation (16.1.7),
 * EvalDeclarationInstantiation (19.2.1.3).
 *
 * @param lets let and class declarations
 * @param constants const declarations
 * @param functions in the order of their last declarations
 * @param variables names of var statements that no function has
 * @param blockFunctions functions in blocks that become variables where nothing speaks against it (B.3.2.2)
 * @param deletable made by eval
 */
public record GlobalDeclarations(
        List<String> lets,
        List<String> constants,
        List<String> functions,
        List<String> variables,
        List<String> blockFunctions,
        boolean deletable) {

    public boolean isEmpty() {
        return lets.isEmpty() && constants.isEmpty() && functions.isEmpty() && variables.isEmpty()
                && blockFunctions.isEmpty();
    }
}
