// Hand-written iterators and iterables: protocol details.
class Range { constructor(a, b, s = 1) { this.a = a; this.b = b; this.s = s; } [Symbol.iterator]() { let v = this.a; const { b, s } = this; return { next: () => (v < b ? { value: (v += s) - s, done: false } : { value: "ret", done: true }) }; } }
console.log([...new Range(0, 5)].join(), Array.from(new Range(0, 1, 0.25)).join(), Math.max(...new Range(3, 9)), [...new Range(5, 0)].length);
const [a, b, ...c] = new Range(0, 6);
console.log(a, b, c.join());
let sum = 0;
for (const x of new Range(0, 2000)) { if (x % 2) continue; sum += x; if (x > 1500) break; }
console.log(sum);
const arrIt = [1, 2, 3][Symbol.iterator]();
console.log(arrIt.next().value, [...arrIt].join(), arrIt.next().done, arrIt[Symbol.iterator]() === arrIt, Object.prototype.toString.call(arrIt));
const live = [1, 2];
const seen = [];
for (const x of live) { seen.push(x); if (live.length < 5) live.push(x * 10); }
console.log(seen.join());
for (const bad of [{}, { [Symbol.iterator]: 5 }, { [Symbol.iterator]: () => 5 }, { [Symbol.iterator]: () => ({}) }, { [Symbol.iterator]: () => ({ next: () => 5 }) }, 5, null]) { try { for (const x of bad); console.log("none"); } catch (e) { console.log(e.name); } }
const str = [];
for (const ch of "a😀é") str.push(ch.length);
console.log(str.join(), [..."ab"].join("|"));
function zip(...its) { return { [Symbol.iterator]() { const rs = its.map((i) => i[Symbol.iterator]()); return { next() { const xs = rs.map((r) => r.next()); return xs.some((x) => x.done) ? { done: true, value: undefined } : { done: false, value: xs.map((x) => x.value) }; } }; } }; }
for (const [n, ch] of zip(new Range(0, 10), "abc")) str.push(n + ch);
console.log(str.slice(3).join());
Array.prototype[Symbol.iterator] = ((orig) => function () { const it = orig.call(this); return { next() { const r = it.next(); return r.done ? r : { value: r.value * 2, done: false }; } }; })(Array.prototype[Symbol.iterator]);
const [d2] = [21];
let doubled = 0;
for (const x of [1, 2, 3]) doubled += x;
console.log(d2, doubled, Math.max(...[4, 5]));
