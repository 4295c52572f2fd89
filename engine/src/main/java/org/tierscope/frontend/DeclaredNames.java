package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that the code of a script or eval declares for the environment around it.
 *
 * @param functions declared at its top level, in the order of their last declarations
 * @param variables of var statements wherever they stand, functions left out
 */
record DeclaredNames(Set<String> functions, Set<String> variables) {
    static DeclaredNames of(Block body) {
        var functions = new LinkedHashSet<String>();
        for (Statement statement : body.getStatements()) {
            if (statement instanceof VarNode declaration && declaration.isHoistableDeclaration()
                    && !declaration.isBlockScoped()) {
                functions.remove(declaration.getName().getName());
                functions.add(declaration.getName().getName());
            }
        }
        var variables = new LinkedHashSet<String>();
        body.accept(new NodeVisitor<>(new LexicalContext()) {
            @Override
            public boolean enterVarNode(VarNode declaration) {
                if (!declaration.isBlockScoped() && !declaration.isHoistableDeclaration()) {
                    variables.add(declaration.getName().getName());
                }
                return true;
            }

            @Override
            public boolean enterFunctionNode(FunctionNode function) {
                return false;
            }
        });
        variables.removeAll(functions);
        return new DeclaredNames(functions, variables);
    }

    boolean contains(String name) {
        return functions.contains(name) || variables.contains(name);
    }

    List<String> all() {
        var names = new LinkedHashSet<>(functions);
        names.addAll(variables);
        return List.copyOf(names);
    }
}
