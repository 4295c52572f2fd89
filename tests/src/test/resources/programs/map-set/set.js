// Set: uniqueness, order, set algebra by hand, objects as members.
const s = new Set([3, 1, 3, "3", NaN, NaN, -0, 0]);
console.log(s.size, [...s].map(String).join(), s.has(3), s.has("3"), s.has(NaN), s.has(-0), s.add(9) === s, s.delete(3), s.delete(3), s.size);
const A = new Set([1, 2, 3, 4]), B = new Set([3, 4, 5]);
const union = new Set([...A, ...B]), inter = new Set([...A].filter((x) => B.has(x))), diff = new Set([...A].filter((x) => !B.has(x)));
console.log([...union].join(), [...inter].join(), [...diff].join());
const objects = new Set();
const o = {};
objects.add(o).add({}).add(o);
console.log(objects.size, objects.has(o), objects.has({}), new Set("mississippi").size, [...new Set("mississippi")].join(""));
for (const bad of [() => new Set(5), () => Set(), () => Set.prototype.add.call([], 1), () => new Set([1]).forEach()]) { try { bad(); } catch (e) { console.log(e.name); } }
const log = [];
new Set(["x", "y"]).forEach(function (v, k, set) { log.push(v + k + set.size + this.t); }, { t: "!" });
console.log(log.join());
const primes = new Set();
for (let n = 2; n < 300; n++) { let p = true; for (const q of primes) { if (q * q > n) break; if (n % q === 0) { p = false; break; } } if (p) primes.add(n); }
console.log(primes.size, [...primes].slice(-3).join());
const seen = new Set();
let x = 1, steps = 0;
while (!seen.has(x)) { seen.add(x); x = (x * 7 + 3) % 1009; steps++; }
console.log(steps, x);
class Bag extends Set { add(v) { super.add("[" + v + "]"); return this; } get list() { return [...this].join(""); } }
console.log(new Bag([1, 2]).add(3).list, new Bag().size);
