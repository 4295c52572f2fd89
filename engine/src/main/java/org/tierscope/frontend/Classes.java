package org.tierscope.frontend;

import com.oracle.js.parser.ir.ClassElement;
import com.oracle.js.parser.ir.ClassNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.Symbol;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.MemberFlags;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;

/** Classes: ClassDefinitionEvaluation (15.7.14). */
final class Classes {
    /** Internal variable of a derived constructor: itself, for super() in arrow functions. */
    static final String CONSTRUCTOR = ":constructor";

    private final FunctionGenerator f;

    Classes(FunctionGenerator f) {
        this.f = f;
    }

    /** The binding of this in the function around, null where nothing but its register is needed. */
    Binding thisBinding() {
        Binding binding = f.scope.resolve("this");
        boolean own = binding != null && binding.scope.function == f.thisFunction();
        return own || f.thisFunction().role == FunctionRole.EVAL ? binding : null;
    }

    void define(ClassNode definition, int dest) {
        refuseDecorators(definition);
        Span at = f.unit.at(definition);
        LexicalScope head = enterHead(definition, at);
        Expression heritage = definition.getClassHeritage();
        int superclass = f.registers.take();
        if (heritage == null) {
            f.code.emit(Opcode.LOAD_EMPTY, at, superclass);
        } else {
            f.expressions.into(heritage, superclass);
        }
        LexicalScope body = enterBody(definition, at);
        Binding self = definition.getIdent() == null ? null : head.own(definition.getIdent().getName());
        var elements = new Elements(definition, self, f.registers.take(2), at);
        Span blamed = heritage == null ? at : f.unit.at(heritage);
        int compiled = f.constant(elements.constructor());
        f.code.emit(Opcode.CREATE_CLASS, blamed, elements.constructor, compiled, f.contextRegister(at),
                superclass);
        elements.define();
        if (self != null) {
            f.variables.initialize(self, elements.constructor, at);
        }
        elements.runStatic();
        f.code.emit(Opcode.MOVE, at, dest, elements.constructor);
        f.scopes.leave(body);
        f.scopes.leave(head);
    }

    private void refuseDecorators(ClassNode definition) {
        boolean decorated = definition.getDecorators() != null && !definition.getDecorators().isEmpty()
                || definition.hasClassElementDecorators();
        for (ClassElement element : definition.getClassElements()) {
            decorated |= element.isAutoAccessor()
                    || element.getDecorators() != null && !element.getDecorators().isEmpty();
        }
        if (decorated) {
            throw f.unit.unsupported(definition, "Decorators");
        }
    }

    private LexicalScope enterHead(ClassNode definition, Span at) {
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.BLOCK, definition.getClassHeadScope());
        for (Symbol symbol : definition.getClassHeadScope().getSymbols()) {
            Binding binding = scope.add(symbol.getName(), Binding.Kind.CONST);
            if (Scopes.isCaptured(symbol, definition.getClassHeadScope())) {
                scope.placeInContext(binding);
            }
        }
        f.scopes.place(scope, at);
        return scope;
    }

    /** Private names, private methods and computed field keys live in the context of the class body. */
    private LexicalScope enterBody(ClassNode definition, Span at) {
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.BLOCK, definition.getScope());
        for (Symbol symbol : definition.getScope().getSymbols()) {
            if (!symbol.getName().equals(ClassNode.PRIVATE_CONSTRUCTOR_BINDING_NAME.toJavaStringUncached())) {
                addSlot(scope, symbol.getName());
            }
        }
        List<ClassElement> elements = definition.getClassElements();
        for (int i = 0; i < elements.size(); i++) {
            ClassElement element = elements.get(i);
            if (element.isClassField() && element.isComputed()) {
                addSlot(scope, key(i));
            }
            if (element.isPrivate() && element.isMethodOrAccessor() && !element.isStatic()) {
                addSlot(scope, method(i));
                addSlot(scope, setter(i));
            }
        }
        f.scopes.place(scope, at);
        int mark = f.registers.top();
        for (Symbol symbol : definition.getScope().getSymbols()) {
            Binding name = scope.own(symbol.getName());
            if (name != null) {
                int created = f.registers.take();
                f.code.emit(Opcode.CREATE_PRIVATE_NAME, at, created, f.constant(symbol.getName()));
                f.variables.write(name, created, at);
                f.registers.release(mark);
            }
        }
        return scope;
    }

    private static void addSlot(LexicalScope scope, String name) {
        Binding binding = scope.add(name, Binding.Kind.VAR);
        scope.placeInContext(binding);
    }

    private static String key(int element) {
        return ":key" + element;
    }

    private static String method(int element) {
        return ":method" + element;
    }

    private static String setter(int element) {
        return ":setter" + element;
    }

    /** The elements of one class while it is defined. */
    private final class Elements {
        private final ClassNode definition;
        private final Binding self;
        private final List<ClassElement> list;
        private final Span at;
        /** Registers of the constructor and its prototype object. */
        final int constructor;
        final int prototype;

        Elements(ClassNode definition, Binding self, int registers, Span at) {
            this.definition = definition;
            this.self = self;
            this.list = definition.getClassElements();
            this.at = at;
            this.constructor = registers;
            this.prototype = registers + 1;
        }

        private boolean hasInstanceElements() {
            return list.stream().anyMatch(e -> !e.isStatic() && (e.isClassField() || e.isPrivate()));
        }

        BytecodeFunction constructor() {
            var node = (FunctionNode) definition.getConstructor().getValue();
            FunctionRole role = definition.getClassHeritage() == null
                    ? FunctionRole.CLASS_CONSTRUCTOR
                    : FunctionRole.DERIVED_CONSTRUCTOR;
            return initialized(() -> {
                var generator = new FunctionGenerator(f.unit, node, f, f.scope, role, node.getName());
                generator.initializesFields = hasInstanceElements();
                return generator.generate();
            });
        }

        /** Methods and field initializers run only when the class has its name. */
        private <T> T initialized(java.util.function.Supplier<T> action) {
            boolean before = self != null && self.initialized;
            if (self != null) {
                self.initialized = true;
            }
            T result = action.get();
            if (self != null) {
                self.initialized = before;
            }
            return result;
        }

        private int closure(FunctionNode function) {
            int dest = f.registers.take();
            initialized(() -> {
                f.closure(function, dest, function.getName());
                return null;
            });
            return dest;
        }

        void define() {
            for (int i = 0; i < list.size(); i++) {
                ClassElement element = list.get(i);
                int mark = f.registers.top();
                if (element.isMethodOrAccessor()) {
                    defineMethod(element, i);
                } else if (element.isClassField() && element.isComputed()) {
                    int key = f.registers.take();
                    f.code.emit(Opcode.TO_PROPERTY_KEY, f.unit.at(element.getKey()), key,
                            f.value(element.getKey()));
                    f.variables.write(f.scope.own(key(i)), key, at);
                }
                f.registers.release(mark);
            }
            if (hasInstanceElements()) {
                int initializer = initializer("<instance_members_initializer>", false, prototype);
                f.code.emit(Opcode.SET_FIELD_INITIALIZER, at, constructor, initializer);
                f.registers.release(initializer);
            }
        }

        private void defineMethod(ClassElement element, int index) {
            int home = element.isStatic() ? constructor : prototype;
            FunctionNode getter = element.getGetter();
            FunctionNode setter = element.getSetter();
            boolean accessor = getter != null || setter != null;
            FunctionNode first = getter != null ? getter : setter != null
                    ? setter : (FunctionNode) element.getValue();
            int kind = !accessor ? MemberFlags.METHOD : getter != null
                    ? MemberFlags.GETTER : MemberFlags.SETTER;
            if (element.isPrivate()) {
                definePrivateMethod(element, index, home, first, kind, method(index));
                if (getter != null && setter != null) {
                    definePrivateMethod(element, index, home, setter, MemberFlags.SETTER, setter(index));
                }
                return;
            }
            Span where = f.unit.at(element);
            int key;
            if (element.isComputed()) {
                key = f.registers.take();
                f.code.emit(Opcode.TO_PROPERTY_KEY, f.unit.at(element.getKey()), key,
                        f.value(element.getKey()));
            } else {
                key = f.literals.keyRegister(element.getKey());
            }
            int keep = element.isComputed() ? 0 : MemberFlags.KEEP_NAME;
            f.code.emit(Opcode.DEFINE_MEMBER, where, home, key, closure(first), kind | keep);
            if (getter != null && setter != null) {
                f.code.emit(Opcode.DEFINE_MEMBER, where, home, key, closure(setter),
                        MemberFlags.SETTER | keep);
            }
        }

        private void definePrivateMethod(
                ClassElement element, int index, int home, FunctionNode function, int kind, String slot) {
            int closure = closure(function);
            f.code.emit(Opcode.SET_HOME_OBJECT, at, closure, home);
            if (element.isStatic()) {
                int name = f.variables.load(element.getPrivateName(), at);
                f.code.emit(Opcode.DEFINE_PRIVATE, f.unit.at(element), constructor, name, closure, kind);
            } else {
                f.variables.write(f.scope.own(slot), closure, at);
            }
        }

        /** The closure of a function that defines all instance fields, or runs all static elements. */
        private int initializer(String name, boolean isStatic, int home) {
            int dest = f.registers.take();
            BytecodeFunction compiled = initialized(() -> {
                var node = (FunctionNode) definition.getConstructor().getValue();
                var generator = new FunctionGenerator(f.unit, node, f, f.scope,
                        FunctionRole.CLASS_INITIALIZER, name);
                generator.classes.initialize(list, isStatic);
                return generator.finish(at.start(), at.end(), 0);
            });
            f.code.emit(Opcode.CREATE_CLOSURE, at, dest, f.constant(compiled), f.contextRegister(at));
            f.code.emit(Opcode.SET_HOME_OBJECT, at, dest, home);
            return dest;
        }

        void runStatic() {
            if (list.stream().noneMatch(e -> e.isStatic() && (e.isClassField() || e.isClassStaticBlock()))) {
                return;
            }
            int mark = f.registers.top();
            int window = f.registers.take(Frame.WINDOW_ARGUMENTS);
            int closure = initializer("<static_initializer>", true, constructor);
            f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_CALLEE, closure);
            f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_THIS, constructor);
            f.code.emit(Opcode.CALL, at, closure, window, 0);
            f.registers.release(mark);
        }
    }

    // The initializer functions: what follows is generated into them.

    private void initialize(List<ClassElement> elements, boolean isStatic) {
        for (int i = 0; i < elements.size(); i++) {
            ClassElement element = elements.get(i);
            if (!isStatic && !element.isStatic() && element.isPrivate() && element.isMethodOrAccessor()) {
                addPrivateMethod(element, i);
            }
        }
        for (int i = 0; i < elements.size(); i++) {
            ClassElement element = elements.get(i);
            int mark = f.registers.top();
            if (element.isStatic() == isStatic && element.isClassField()) {
                field(element, i);
            } else if (isStatic && element.isClassStaticBlock()) {
                var block = (FunctionNode) element.getValue();
                LexicalScope outer = f.scope;
                new FunctionEntry(f, block).enterClassElement();
                f.statements.list(block.getBody().getStatements());
                leaveTo(outer);
            }
            f.registers.release(mark);
        }
    }

    private void leaveTo(LexicalScope outer) {
        while (f.scope != outer) {
            f.scopes.leave(f.scope);
        }
    }

    private void addPrivateMethod(ClassElement element, int index) {
        Span at = f.unit.at(element);
        boolean getter = element.getGetter() != null;
        boolean setter = element.getSetter() != null;
        int kind = getter ? MemberFlags.GETTER : setter ? MemberFlags.SETTER : MemberFlags.METHOD;
        int mark = f.registers.top();
        int name = f.variables.load(element.getPrivateName(), at);
        int method = f.variables.load(method(index), at);
        f.code.emit(Opcode.DEFINE_PRIVATE, at, Frame.THIS_REGISTER, name, method, kind);
        if (getter && setter) {
            int other = f.variables.load(setter(index), at);
            f.code.emit(Opcode.DEFINE_PRIVATE, at, Frame.THIS_REGISTER, name, other, MemberFlags.SETTER);
        }
        f.registers.release(mark);
    }

    private void field(ClassElement element, int index) {
        Span at = f.unit.at(element);
        int value = f.registers.take();
        if (element.getValue() instanceof FunctionNode initializer) {
            LexicalScope outer = f.scope;
            new FunctionEntry(f, initializer).enterClassElement();
            var result = (ReturnNode) initializer.getBody().getLastStatement();
            Expression expression = result.getExpression();
            f.expressions.into(expression, value);
            if (element.isAnonymousFunctionDefinition() && expression instanceof UnaryNode) {
                int key = f.variables.load(key(index), at);
                f.code.emit(Opcode.SET_FUNCTION_NAME, at, value, key, MemberFlags.METHOD);
            }
            leaveTo(outer);
        } else {
            f.code.emit(Opcode.LOAD_UNDEFINED, at, value);
        }
        if (element.isPrivate()) {
            int name = f.variables.load(element.getPrivateName(), at);
            f.code.emit(Opcode.DEFINE_PRIVATE, at, Frame.THIS_REGISTER, name, value, MemberFlags.FIELD);
        } else if (element.isComputed()) {
            int key = f.variables.load(key(index), at);
            f.code.emit(Opcode.DEFINE_ELEMENT, at, Frame.THIS_REGISTER, key, value);
        } else if (Literals.isArrayIndex(element.getKeyName())) {
            int key = f.literals.keyRegister(element.getKey());
            f.code.emit(Opcode.DEFINE_ELEMENT, at, Frame.THIS_REGISTER, key, value);
        } else {
            f.code.emit(Opcode.DEFINE_FIELD, at, Frame.THIS_REGISTER, f.constant(element.getKeyName()),
                    value);
        }
    }
}
