// Chains of constructors, with new.target of other classes and functions, and prototypes that change.
class A { constructor(x) { this.x = x; this.by = new.target.name; } }
class B extends A { constructor(x, y) { super(x * 2); this.y = y; } }
class C extends B {}
class D extends C { constructor(...args) { super(...args); this.d = args.length; } }
class E extends B { constructor(x) { if (x % 50 === 7) return { other: x }; super(x, x); } }
class F extends A { constructor() { return { early: true }; } }
class G extends B { constructor() {} }
function Old(x) { this.x = x; }
function Other() {}
Other.prototype = { kind: "other" };
let text = "";
for (let i = 0; i < 300; i++) {
  const all = [new A(i), new B(i, 1), new C(i, 2), new D(i, 3, 4), new E(i), new F(), Reflect.construct(A, [i], C), Reflect.construct(Old, [i], Other), Reflect.construct(B, [i, i], Old)];
  text = all.map((o) => JSON.stringify(o) + Object.getPrototypeOf(o).constructor.name + (o.kind || "")).join("\n");
}
console.log(text);
for (let i = 0; i < 120; i++) { try { new G(); console.log("no"); } catch (e) { if (i === 119) console.log(e.name, e.message); } }
class Base2 { constructor() { this.base2 = true; } }
Object.setPrototypeOf(B, Base2);
for (let i = 0; i < 100; i++) text = JSON.stringify([new B(1, 2), new C(3, 4)]);
console.log(text, new B() instanceof A, new B() instanceof Base2);
Object.setPrototypeOf(B, null);
for (let i = 0; i < 50; i++) { try { new B(1, 2); } catch (e) { text = e.name; } }
console.log(text);
const bound = A.bind(null, 5);
bound.prototype = A.prototype;
class H extends bound {}
class I extends Array { constructor(n) { super(n); this.n = n; } }
for (let i = 0; i < 120; i++) text = [new H().x, new I(3).length, new I(2) instanceof I, Object.getPrototypeOf(new H()) === H.prototype].join();
console.log(text);
Object.defineProperty(Other, "prototype", { value: A.prototype });
for (let i = 0; i < 100; i++) text = Reflect.construct(Old, [i], Other) instanceof A;
console.log(text);
