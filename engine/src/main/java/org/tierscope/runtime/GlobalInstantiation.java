package org.tierscope.runtime;

import java.util.List;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.GlobalDeclarations;

/**
 * GlobalDeclarationInstantiation (16.1.7), and the part of EvalDeclarationInstantiation (19.2.1.3) that concerns global variables:
 * everything is checked before anything is made.
 */
final class GlobalInstantiation {
    private final Vm vm;
    private final Globals globals;
    private final long global;

    GlobalInstantiation(Vm vm) {
        this.vm = vm;
        this.globals = vm.globals();
        this.global = globals.global();
    }

    void declare(GlobalDeclarations names) {
        checkLexical(names.lets());
        checkLexical(names.constants());
        checkVariable(names.functions());
        checkVariable(names.variables());
        for (String name : names.functions()) {
            if (!canDeclareFunction(key(name))) {
                throw vm.typeError("Identifier '" + name + "' cannot be declared as a global function");
            }
        }
        for (String name : names.variables()) {
            if (!canDeclareVariable(key(name))) {
                throw vm.typeError("Identifier '" + name + "' cannot be declared: the global object is not extensible");
            }
        }
        List<String> blockFunctions = names.blockFunctions().stream().filter(this::canHoist).toList();
        names.lets().forEach(name -> globals.declareLexical(key(name), false));
        names.constants().forEach(name -> globals.declareLexical(key(name), true));
        names.functions().forEach(name -> makeFunction(key(name), names.deletable()));
        names.variables().forEach(name -> makeVariable(key(name), names.deletable()));
        blockFunctions.forEach(name -> makeVariable(key(name), names.deletable()));
    }

    private long key(String name) {
        return vm.strings().intern(name);
    }

    private void checkLexical(List<String> names) {
        for (String name : names) {
            var current = new Property();
            boolean restricted = vm.definitions().getOwn(global, key(name), current) && !current.isConfigurable();
            if (restricted || globals.isLexical(key(name))) {
                throw redeclared(name);
            }
        }
    }

    private void checkVariable(List<String> names) {
        for (String name : names) {
            if (globals.isLexical(key(name))) {
                throw redeclared(name);
            }
        }
    }

    private GuestException redeclared(String name) {
        return vm.error(ErrorKind.SYNTAX_ERROR, "Identifier '" + name + "' has already been declared");
    }

    /** CanDeclareGlobalFunction (9.1.1.4.16). */
    private boolean canDeclareFunction(long key) {
        var current = new Property();
        if (!vm.definitions().getOwn(global, key, current)) {
            return isExtensible();
        }
        return current.isConfigurable()
                || current.isData() && current.isWritable() && current.isEnumerable();
    }

    /** CanDeclareGlobalVar (9.1.1.4.15). */
    private boolean canDeclareVariable(long key) {
        return vm.properties().hasOwn(global, key) || isExtensible();
    }

    private boolean isExtensible() {
        return !Objects.has(global, Layout.FLAG_NON_EXTENSIBLE);
    }

    private boolean canHoist(String name) {
        return !globals.isLexical(key(name)) && canDeclareFunction(key(name));
    }

    /** CreateGlobalFunctionBinding (9.1.1.4.19), without the value yet. */
    private void makeFunction(long key, boolean deletable) {
        var current = new Property();
        boolean exists = vm.definitions().getOwn(global, key, current);
        if (!exists || current.isConfigurable()) {
            vm.definitions().define(global, key, Value.UNDEFINED, attributes(deletable));
        }
    }

    /** CreateGlobalVarBinding (9.1.1.4.18). */
    private void makeVariable(long key, boolean deletable) {
        if (!vm.properties().hasOwn(global, key)) {
            vm.definitions().define(global, key, Value.UNDEFINED, attributes(deletable));
        }
    }

    private static int attributes(boolean deletable) {
        return Attributes.WRITABLE | Attributes.ENUMERABLE | (deletable ? Attributes.CONFIGURABLE : 0);
    }
}
