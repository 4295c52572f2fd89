package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Properties as programs see them: scripts and what they print. */
class PropertySemanticsTest {
    private static void prints(String expected, String script) {
        assertThat(Guest.run(script)).isEqualTo(expected.strip());
    }

    @Test
    void keysComeInTheirOrder() {
        prints("1 2 10 b a 4294967294", """
                const o = { b: 1, 10: 1, a: 1, [Symbol("s")]: 1, 2: 1, 1: 1 };
                let keys = "";
                for (const k in o) keys += k + " ";
                const p = { x: 1, 4294967294: 1 };
                console.log(keys + Object.keys(p)[0]);
                """);
    }

    @Test
    void forInVisitsTheChainOnceAndSkipsWhatIsDeletedOrHidden() {
        prints("own a c", """
                const top = { a: 1, hidden: 1, b: 1, c: 1 };
                const o = Object.create(top, { hidden: { value: 1, enumerable: false } });
                o.own = 1;
                let keys = "";
                for (const k in o) { keys += (keys ? " " : "") + k; delete top.b; }
                console.log(keys);
                """);
    }

    @Test
    void prototypesOfPrimitivesAreNoticedToChange() {
        prints("undefined getter", """
                const read = (value, key) => value[key];
                const before = read(true, "key");
                Object.defineProperty(Boolean.prototype, "key", { get() { return "getter"; } });
                console.log(before, read(true, "key"));
                """);
    }

    @Test
    void accessorsRunOnTheReceiver() {
        prints("3 7 undefined\nCannot set property half of #<Object> which has only a getter", """
                "use strict";
                const base = { get twice() { return 2 * this.n; }, set twice(v) { this.n = v / 2; }, get half() { return 1; } };
                const o = Object.create(base);
                o.n = 1.5;
                const first = o.twice;
                o.twice = 14;
                console.log(first, o.n, Object.getOwnPropertyDescriptor(o, "twice"));
                try { o.half = 1; } catch (e) { console.log(e.message); }
                """);
    }

    @Test
    void cachesNoticeChangedPrototypes() {
        prints("1 2 3 4 own undefined", """
                class A { value() { return 1; } }
                class B extends A {}
                function read(o) { return o.value === undefined ? undefined : o.value(); }
                const o = new B();
                let seen = "";
                for (let i = 0; i < 3; i++) seen = read(o);
                A.prototype.value = () => 2;
                seen += " " + read(o);
                B.prototype.value = () => 3;
                seen += " " + read(o);
                Object.setPrototypeOf(B.prototype, { value: () => 4 });
                delete B.prototype.value;
                seen += " " + read(o);
                o.value = () => "own";
                seen += " " + read(o);
                delete o.value;
                Object.setPrototypeOf(o, null);
                console.log(seen + " " + read(o));
                """);
    }

    @Test
    void cachedStoresNoticeSettersAndReadOnlyPropertiesAppearingAbove() {
        prints("1 set 5 undefined", """
                function Point() {}
                function store(p, v) { p.x = v; return p; }
                for (let i = 0; i < 5; i++) store(new Point(), i);
                let log = store(new Point(), 1).x;
                Object.defineProperty(Point.prototype, "x", { set(v) { log += " set " + v; }, configurable: true });
                store(new Point(), 5);
                Object.defineProperty(Point.prototype, "x", { value: undefined, writable: false });
                console.log(log + " " + store(new Point(), 6).x);
                """);
    }

    @Test
    void absentPropertiesAppear() {
        prints("undefined undefined 1", """
                function read(o) { return o.late; }
                const o = {};
                const first = read(o), second = read(o);
                Object.prototype.late = 1;
                console.log(first, second, read(o));
                """);
    }

    @Test
    void frozenAndSealedObjectsKeepTheirPromise() {
        prints("true 1 undefined 1 false\ntrue 9 true", """
                const f = Object.freeze({ a: 1, 0: 1 });
                f.a = 2; f.b = 2; f[0] = 2; delete f.a;
                console.log(Object.isFrozen(f), f.a, f.b, f[0], Object.isExtensible(f));
                const s = Object.seal([1, 2]);
                s[0] = 9; s[5] = 1; delete s[1];
                console.log(Object.isSealed(s), s[0], s.length === 2);
                """);
    }

    @Test
    void arrayLengthIsSpecial() {
        prints("2 undefined 7\n5 5\nInvalid array length\nfalse 3", """
                const a = [1, 2, 3, 4];
                a.length = 2;
                const cut = a[3];
                a[6] = 1;
                console.log(2, cut, a.length);
                const b = [1, 2, 3, 4, 5, 6];
                Object.defineProperty(b, 4, { configurable: false });
                b.length = 0;
                console.log(b.length, b[4]);
                try { b.length = 1.5; } catch (e) { console.log(e.message); }
                const c = [1, 2, 3];
                Object.defineProperty(c, "length", { writable: false });
                c[3] = 1;
                console.log(3 in c, c.length);
                """);
    }

    @Test
    void mappedArgumentsFollowTheirParameters() {
        prints("9 8 2\n1 9", """
                function sloppy(a, b) { arguments[0] = 9; b = 8; return a + " " + arguments[1] + " " + arguments.length; }
                console.log(sloppy(1, 2));
                function cut(a) { delete arguments[0]; arguments[0] = 9; return a + " " + arguments[0]; }
                console.log(cut(1));
                """);
    }

    @Test
    void privateMembersAreCheckedByClass() {
        prints("2 m true false\nCannot read private member #x from an object whose class did not declare it", """
                class A {
                  #x = 1;
                  #m() { return "m"; }
                  static has(o) { return #x in o; }
                  bump() { return ++this.#x; }
                  method() { return this.#m(); }
                  static read(o) { return o.#x; }
                }
                const a = new A();
                console.log(a.bump(), a.method(), A.has(a), A.has({}));
                try { A.read({}); } catch (e) { console.log(e.message); }
                """);
    }

    @Test
    void functionsMakeTheirPropertiesOnDemand() {
        prints("add 2 true\nrenamed get x", """
                function add(a, b) {}
                console.log(add.name, add.length, add.prototype.constructor === add);
                const f = function () {};
                Object.defineProperty(f, "name", { value: "renamed" });
                console.log(f.name, Object.getOwnPropertyDescriptor({ get x() { return 1; } }, "x").get.name);
                """);
    }

    @Test
    void nullishReceiversAreNamed() {
        prints("Cannot read properties of undefined (reading 'b')\no.c.d is not a function\nx is not defined", """
                const o = { c: {} };
                try { o.a.b; } catch (e) { console.log(e.message); }
                try { o.c.d(); } catch (e) { console.log(e.message); }
                try { x; } catch (e) { console.log(e.message); }
                """);
    }

    @Test
    void stacksNameFunctionsMethodsAndConstructors() {
        prints("""
                Error: here
                    at inner (test.js:1:27)
                    at A.method (test.js:2:29)
                    at new B (test.js:3:47)
                    at outer (test.js:4:27)
                    at Object.<anonymous> (test.js:5:1)
                """, """
                function inner() { return new Error("here").stack; }
                class A { method() { return inner(); } }
                class B { constructor() { console.log(new A().method()); } }
                function outer() { return new B(); }
                outer();
                """);
    }

    @Test
    void recursionEndsInARangeError() {
        prints("RangeError true", """
                let depth = 0;
                function dive() { depth++; dive(); }
                try { dive(); } catch (e) { console.log(e.name, depth > 10000); }
                """);
    }

    @Test
    void recursionThroughNativeFunctionsEndsToo() {
        prints("Maximum call stack size exceeded", """
                const o = { toString() { return "" + this; } };
                try { "" + o; } catch (e) { console.log(e.message); }
                """);
    }

    @Test
    void iteratorsAreClosedAndReplacedOnesUsed() {
        prints("closed 1\n10 20\n2 4", """
                const iterable = { [Symbol.iterator]() { let i = 0; return { next: () => ({ value: ++i, done: false }), return() { console.log("closed", i); return {}; } }; } };
                for (const x of iterable) break;
                const a = [1, 2];
                a[Symbol.iterator] = function () { let i = 0; return { next() { i++; return { value: 10 * i, done: i > 2 }; } }; };
                console.log(...a);
                const next = Object.getPrototypeOf([][Symbol.iterator]());
                const original = next.next;
                next.next = function () { const r = original.call(this); if (!r.done) r.value *= 2; return r; };
                console.log(...[1, 2]);
                """);
    }
}
