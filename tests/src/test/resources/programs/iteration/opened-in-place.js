// Iterations over Maps, Sets, generators and what is its own iterator; methods changed in between; generators from their first step on.
function* count(from, to) { const sent = []; for (let i = from; i < to; i++) sent.push(yield i); return sent.join(); }
function* nested(n) { const a = yield* count(0, n); yield "[" + a + "]"; yield* new Set([n]); yield* new Map([[n, -n]]); return n; }
function* none() {}
class Own { constructor(n) { this.n = n; } [Symbol.iterator]() { return this; } next() { return { done: this.n === 0, value: this.n-- }; } }
function collect(iterable) { const out = []; for (const x of iterable) out.push(String(x)); return out.join("|"); }
const map = new Map([["a", 1], ["b", 2]]), set = new Set(["x", "y", 3]);
const makers = [() => map, () => map.keys(), () => map.values(), () => map.entries(), () => set, () => set.keys(), () => set.entries(),
  () => count(0, 4), () => nested(2), () => none(), () => new Own(3), () => [5, 6][Symbol.iterator](), () => "text"[Symbol.iterator](), () => "né€"];
for (let round = 0; round < 150; round++) for (const make of makers) collect(make());
for (const make of makers) console.log(collect(make()));
const g = count(0, 5), first = g.next("ignored");
console.log(first.value, g.next("a").value, g.next().value, [...g].join(), g.next().done);
for (let round = 0; round < 200; round++) { const h = count(0, 2); h.next("x"); h.next(round); const end = h.next("z"); if (end.value !== round + ",z" || !end.done) throw Error(end.value); }
const thrown = count(0, 3);
try { thrown.throw(new Error("before the start")); } catch (e) { console.log(e.message, thrown.next().done); }
console.log(JSON.stringify(count(0, 3).return(7)), [...count(3, 3)].length);
// Instances of generators follow the function's prototype.
count.prototype.twice = function () { return [...this].map((x) => x * 2).join(); };
console.log(count(1, 4).twice(), Object.getPrototypeOf(count(0, 1)) === count.prototype);
count.prototype = null;
console.log(typeof count(0, 1).next, collect(count(0, 2)));
// What a program has changed counts at once.
const entries = Map.prototype[Symbol.iterator];
Map.prototype[Symbol.iterator] = function () { return [[0, 0]][Symbol.iterator](); };
console.log(collect(map));
Map.prototype[Symbol.iterator] = Map.prototype.keys;
console.log(collect(map));
Map.prototype[Symbol.iterator] = entries;
Set.prototype[Symbol.iterator] = entries;
try { collect(set); } catch (e) { console.log(e.name); }
Set.prototype[Symbol.iterator] = Set.prototype.values;
const mapIterator = Object.getPrototypeOf(map[Symbol.iterator]()), next = mapIterator.next;
mapIterator.next = function () { const r = next.call(this); if (!r.done) r.value = "changed " + r.value; return r; };
console.log(collect(map), collect(map.keys()));
mapIterator.next = next;
console.log(collect(map), collect(set));
map[Symbol.iterator] = () => [9][Symbol.iterator]();
console.log(collect(map), collect(new Map([[1, 2]])));
