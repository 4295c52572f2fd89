// Map: keys of all types, order, updates, size, chaining, NaN and −0, construction.
const m = new Map();
const ok = {}, fk = () => 1, sk = Symbol("k");
console.log(m.set(ok, "o").set(fk, "f").set(sk, "s").set(NaN, "nan").set(0, "zero").set("0", "string zero").set(null, "n").set(undefined, "u").set(true, "t").set("", "empty") === m, m.size);
console.log(m.get({}), m.get(ok), m.get(fk), m.get(sk), m.get(NaN), m.get(-0), m.get("0"), m.get(null), m.get(undefined), m.get(true), m.get(""), m.get(1), m.has(undefined), m.has("nope"));
m.set(-0, "negative zero");
console.log(m.size, [...m.keys()].some((k) => Object.is(k, -0)), m.get(0));
m.set(ok, "updated");
console.log([...m.values()].join(), m.delete(ok), m.delete(ok), m.has(ok), m.size, m.get(1.0), m.set(1, "int").get(1.0), m.get("1"));
const c = new Map([[1, "a"], [2, "b"], [1, "c"]]);
console.log(c.size, c.get(1), [...c].join(";"), new Map(c).get(2), new Map(null).size, new Map(undefined).size, new Map([]).size);
for (const bad of [() => new Map([1]), () => new Map(5), () => Map(), () => Map.prototype.get.call({}, 1), () => Map.prototype.size, () => c.forEach(5)]) { try { bad(); console.log("ok"); } catch (e) { console.log(e.name); } }
c.clear();
console.log(c.size, [...c].length, c.get(1), Object.prototype.toString.call(c), Map.length, Map.name);
const counts = new Map();
for (const w of "a b a c b a d".split(" ")) counts.set(w, (counts.get(w) ?? 0) + 1);
console.log([...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).map(([k, v]) => k + v).join());
const big = new Map();
for (let i = 0; i < 2000; i++) big.set(i % 2 ? i : "s" + i, i);
for (let i = 0; i < 2000; i += 3) big.delete(i % 2 ? i : "s" + i);
let sum = 0;
for (const [k, v] of big) sum += v + (typeof k === "string" ? k.length : 0);
console.log(big.size, sum, big.get("s2"), big.get(3), big.get(1.0), big.get(2));
for (let i = 0; i < 100; i++) big.set(i + 0.5, i);
console.log(big.get(7.5), [...big.keys()].pop(), Object.groupBy === undefined || true);
