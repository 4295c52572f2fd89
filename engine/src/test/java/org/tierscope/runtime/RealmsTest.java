package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.bytecode.SourceText;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.runtime.builtins.ObjectBuilder;

/** What belongs to a realm, and which realm is the one of running code. */
class RealmsTest {
    /** Runs a script in a realm where {@code other} is the global object of a second one, whose {@code run} runs text there. */
    private static String run(String script) {
        return Guest.run(vm -> {
            Realm other = vm.createRealm();
            vm.realms().in(other, () -> ObjectBuilder.on(vm, other.globalObject()).method("run", 1, (v, fp, argc) -> {
                String text = v.strings().toJava(Frame.get(fp, 0));
                var code = Compiler.compile(new SourceText(3, "other", text), CompileMode.SCRIPT);
                return v.call(v.functions().createClosure(v.link(code), 0), v.realm().globalThis());
            }));
            ObjectBuilder.on(vm, vm.realm().globalObject()).value("other", other.globalObject());
        }, script);
    }

    @Test
    void eachHasItsOwnBuiltIns() {
        assertThat(run("""
                console.log(other !== globalThis, other.Array !== Array, other.Symbol.iterator === Symbol.iterator);
                var array = new other.Array(1, 2);
                console.log(Array.isArray(array), array instanceof Array, array instanceof other.Array);
                console.log(Symbol.for('x') === other.Symbol.for('x'));
                """)).isEqualTo("""
                true true true
                true false true
                true""");
    }

    @Test
    void codeMakesObjectsOfItsOwnRealm() {
        assertThat(run("""
                other.run('var made = [1]; let hidden = 2; function make() { return {}; }');
                console.log(typeof made, typeof hidden, other.made instanceof other.Array);
                for (var i = 0; i < 300; i++) var object = other.make();
                console.log(Object.getPrototypeOf(object) === other.Object.prototype);
                console.log(Object.getPrototypeOf(other.make) === other.Function.prototype);
                """)).isEqualTo("""
                undefined undefined true
                true
                true""");
    }

    @Test
    void aBuiltInThrowsErrorsOfItsOwnRealm() {
        assertThat(run("""
                try { other.Object.defineProperty(1); } catch (e) {
                    console.log(e instanceof TypeError, e instanceof other.TypeError);
                }
                try { other.Array.prototype.map.call([1], 1); } catch (e) {
                    console.log(e instanceof TypeError, e instanceof other.TypeError);
                }
                """)).isEqualTo("""
                false true
                false true""");
    }

    @Test
    void newTargetSaysWhoseFallbackPrototypeIsUsed() {
        assertThat(run("""
                other.run('var target = (function () {}).bind();');
                var target = other.target;
                target.prototype = 1;
                console.log(Object.getPrototypeOf(Reflect.construct(Map, [], target)) === other.Map.prototype);
                """)).isEqualTo("true");
    }
}
