package org.tierscope.frontend;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.frontend.ControlFlow.Iterating;

/** Patterns: DestructuringAssignmentEvaluation (13.15.5) and BindingInitialization (8.6.2). */
final class Destructuring {
    /** A source of no name: messages show the value itself. */
    static final String UNNAMED = "%s";

    private final FunctionGenerator f;

    Destructuring(FunctionGenerator f) {
        this.f = f;
    }

    /**
     * @param source how messages name the value: a text, {@link #UNNAMED}, or null for an element of a pattern
     * @param declares the names are declared here, not assigned to
     */
    void destructure(Expression pattern, int value, String source, boolean declares) {
        if (pattern instanceof ObjectNode object) {
            object(object, value, source, declares);
        } else {
            array((LiteralNode<?>) pattern, value, source, declares);
        }
    }

    /** Gives a value to a name, member or pattern. */
    void assign(Expression target, int value, boolean declares) {
        if (Assignments.isPattern(target)) {
            destructure(target, value, null, declares);
        } else if (declares) {
            f.variables.initialize(((IdentNode) target).getName(), value, f.unit.at(target));
        } else {
            int mark = f.registers.top();
            Target.of(f, target, false).set(f, value, f.unit.at(target));
            f.registers.release(mark);
        }
    }

    // Objects.

    private void object(ObjectNode pattern, int value, String source, boolean declares) {
        List<PropertyNode> properties = pattern.getElements();
        refuseCommaAfterRest(pattern, properties);
        if (source != null || !beginsWithName(properties)) {
            f.code.emit(Opcode.CHECK_OBJECT_COERCIBLE, blame(pattern, properties, source), value);
        }
        boolean hasRest = !properties.isEmpty() && isRest(properties.getLast());
        int keys = hasRest ? f.registers.take(properties.size() - 1) : 0;
        for (int i = 0; i < properties.size(); i++) {
            int mark = f.registers.top();
            PropertyNode property = properties.get(i);
            if (isRest(property)) {
                rest(property, value, keys, i, declares);
            } else {
                property(property, value, hasRest ? keys + i : -1, declares);
            }
            f.registers.release(mark);
        }
    }

    private Span blame(ObjectNode pattern, List<PropertyNode> properties, String source) {
        String of = "'" + (source == null ? UNNAMED : source) + "'";
        if (!beginsWithName(properties)) {
            return f.unit.at(pattern).about(of);
        }
        PropertyNode first = properties.getFirst();
        return f.unit.at(first).about("property '" + first.getKeyName() + "' of " + of);
    }

    /** Reading the first property of an element that has none says enough. */
    private static boolean beginsWithName(List<PropertyNode> properties) {
        return !properties.isEmpty() && !isRest(properties.getFirst()) && !properties.getFirst().isComputed();
    }

    /** An early error that the parser does not report: it reads the pattern as an object literal first. */
    private void refuseCommaAfterRest(ObjectNode pattern, List<PropertyNode> properties) {
        if (!properties.isEmpty() && isRest(properties.getLast())) {
            String text = f.unit.source().text();
            int behind = Trivia.skip(text, f.unit.end(properties.getLast()));
            if (text.startsWith(",", behind)) {
                throw new SyntaxErrorException(f.unit.source(), behind, "Rest element must be last element");
            }
        }
    }

    private static boolean isRest(PropertyNode property) {
        return property.getKey() instanceof UnaryNode unary && unary.isTokenType(TokenType.SPREAD_OBJECT);
    }

    private void rest(PropertyNode property, int value, int keys, int count, boolean declares) {
        Expression target = ((UnaryNode) property.getKey()).getExpression();
        Place place = new Place(target, null, declares);
        f.code.emit(Opcode.COPY_PROPERTIES_EXCEPT, f.unit.at(property), place.register, value, keys, count);
        place.finish();
    }

    /** {@code keyRegister}: where the key goes for a rest element to leave it out, or −1. */
    private void property(PropertyNode property, int value, int keyRegister, boolean declares) {
        Expression target = property.getValue();
        Span at = f.unit.at(property);
        String name = property.isComputed() ? null : property.getKeyName();
        int key = -1;
        if (name == null) {
            key = keyRegister >= 0 ? keyRegister : f.registers.take();
            f.code.emit(Opcode.TO_PROPERTY_KEY, f.unit.at(property.getKey()), key,
                    f.value(property.getKey()));
        } else if (keyRegister >= 0 || Literals.isArrayIndex(name)) {
            key = keyRegister >= 0 ? keyRegister : f.registers.take();
            f.literals.keyInto(property.getKey(), key);
        }
        Place place = new Place(withoutDefault(target), defaultOf(target), declares);
        if (name != null && !Literals.isArrayIndex(name)) {
            f.code.emit(Opcode.GET_FIELD, at, place.register, value, f.constant(name));
        } else {
            f.code.emit(Opcode.GET_ELEMENT, at, place.register, value, key);
        }
        applyDefault(target, place.register);
        place.finish();
    }

    // Arrays.

    private void array(LiteralNode<?> pattern, int value, String source, boolean declares) {
        int mark = f.registers.top();
        Span at = f.unit.at(pattern);
        int record = f.registers.take(3);
        int thrown = f.registers.take();
        f.code.emit(Opcode.GET_ITERATOR, at.about(UNNAMED.equals(source) ? null : source), record, value);
        Label handler = f.code.label();
        Label end = f.code.label();
        Region region = f.code.region(handler);
        f.control.push(new Iterating(record, region));
        for (Expression element : pattern.getElementExpressions()) {
            int elementMark = f.registers.top();
            element(element, record, declares, at);
            f.registers.release(elementMark);
        }
        f.control.pop();
        region.close();
        f.code.emit(Opcode.ITERATOR_CLOSE, at, record, 0);
        f.code.jump(Opcode.JUMP, end, at);
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, thrown);
        f.code.emit(Opcode.ITERATOR_CLOSE, at, record, 1);
        f.code.emit(Opcode.THROW, at, thrown);
        f.code.place(end);
        f.registers.release(mark);
    }

    private void element(Expression element, int record, boolean declares, Span pattern) {
        if (element == null) {
            f.code.emit(Opcode.ITERATOR_STEP, pattern, f.registers.take(), record);
            return;
        }
        Span at = f.unit.at(element);
        if (Literals.isSpread(element)) {
            Place place = new Place(((UnaryNode) element).getExpression(), null, declares);
            f.code.emit(Opcode.ITERATOR_REST, at, place.register, record);
            place.finish();
            return;
        }
        Place place = new Place(withoutDefault(element), defaultOf(element), declares);
        f.code.emit(Opcode.ITERATOR_STEP, at, place.register, record);
        applyDefault(element, place.register);
        place.finish();
    }

    // Both.

    private static Expression withoutDefault(Expression target) {
        return target instanceof BinaryNode withDefault ? withDefault.getLhs() : target;
    }

    private static Expression defaultOf(Expression target) {
        return target instanceof BinaryNode withDefault ? withDefault.getRhs() : null;
    }

    private void applyDefault(Expression target, int value) {
        if (target instanceof BinaryNode withDefault) {
            Label present = f.code.label();
            f.code.jump(Opcode.JUMP_IF_NOT_UNDEFINED, present, f.unit.at(target), value);
            f.expressions.into(withDefault.getRhs(), value);
            f.code.place(present);
        }
    }

    /** Where an element's value is put: first into a register, which may be the variable's own, then at its target. */
    private final class Place {
        private final Expression target;
        private final boolean declares;
        private final Target member;
        final int register;

        /** {@code later}: the default value, evaluated between the target's parts and the assignment; or null. */
        Place(Expression target, Expression later, boolean declares) {
            this.target = target;
            this.declares = declares && !isResolvedLate(f, target);
            boolean plain = this.declares || target instanceof IdentNode name && !f.names.isDynamic(name.getName())
                    || Assignments.isPattern(target);
            this.member = plain ? null : Target.of(f, target, false, later);
            int own = this.declares && target instanceof IdentNode name ? declaredRegister(name.getName()) : -1;
            this.register = own >= 0 ? own : f.registers.take();
        }

        /** The register of a variable that is still in its dead zone, so that nobody sees intermediate values; else −1. */
        private int declaredRegister(String name) {
            Binding binding = f.scope.resolve(name);
            return binding.isLexical() && !binding.initialized && !binding.inContext() && !binding.global
                    && !binding.skippable
                    ? binding.register
                    : -1;
        }

        /** A var in a with statement, or in code of eval: its name is resolved like any other's. */
        private static boolean isResolvedLate(FunctionGenerator f, Expression target) {
            if (!(target instanceof IdentNode name) || !f.names.isDynamic(name.getName())) {
                return false;
            }
            Binding binding = f.scope.resolve(name.getName());
            return binding == null || binding.kind == Binding.Kind.VAR;
        }

        void finish() {
            if (member != null) {
                Span at = f.unit.at(target);
                member.set(f, register, at);
            } else {
                assign(target, register, declares);
            }
        }
    }
}
