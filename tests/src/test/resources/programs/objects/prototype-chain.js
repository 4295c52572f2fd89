// create, setPrototypeOf, __proto__, shadowing, chains, null prototypes.
const base = { a: 1, f() { return "base " + this.a; } };
const mid = Object.create(base, { b: { value: 2, enumerable: true } });
const leaf = Object.create(mid);
leaf.c = 3;
console.log(leaf.a, leaf.b, leaf.c, leaf.f(), "a" in leaf, Object.hasOwn(leaf, "a"), leaf.hasOwnProperty("c"));
leaf.a = 10;
console.log(leaf.f(), base.a, delete leaf.a, leaf.f(), delete leaf.a, leaf.a);
const keys = [];
for (const k in leaf) keys.push(k);
console.log(keys.join(), Object.keys(leaf).join());
console.log(base.isPrototypeOf(leaf), leaf.isPrototypeOf(base), Object.getPrototypeOf(leaf) === mid, leaf.__proto__ === mid);
leaf.__proto__ = { swapped: true, a: "new" };
console.log(leaf.a, leaf.b, leaf.swapped, typeof leaf.f);
Object.setPrototypeOf(leaf, null);
console.log(typeof leaf.toString, leaf.__proto__, "c" in leaf);
leaf.__proto__ = 5;
console.log(Object.keys(leaf).join());
const bare = Object.create(null);
bare.k = "v";
console.log(bare.k, "toString" in bare, Object.keys(bare).join());
try { String(bare); } catch (e) { console.log(e.name); }
try { Object.create(5); } catch (e) { console.log(e.name); }
try { Object.setPrototypeOf({}, 5); } catch (e) { console.log(e.name); }
const a = {}, b = Object.create(a);
try { Object.setPrototypeOf(a, b); } catch (e) { console.log(e.name); }
try { Object.setPrototypeOf(Object.preventExtensions({}), {}); } catch (e) { console.log(e.name); }
console.log(Object.getPrototypeOf(5) === Number.prototype, Object.getPrototypeOf("s") === String.prototype, (5).__proto__ === Number.prototype);
function Old() {}
Old.prototype = { constructor: Old, greet() { return "hello"; } };
const early = new Old();
Old.prototype = { greet() { return "bye"; } };
console.log(early.greet(), new Old().greet(), early instanceof Old, new Old() instanceof Old);
