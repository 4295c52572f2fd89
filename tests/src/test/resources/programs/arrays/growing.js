// Arrays that grow from nothing by push, by literals and by index: kinds that change, sizes that do, all tiers.
function pushAll(n, f) { const a = []; for (let i = 0; i < n; i++) if (a.push(f(i)) !== i + 1) throw new Error("length " + i); return a; }
function append(n, f) { const a = []; for (let i = 0; i < n; i++) a[a.length] = f(i); return a; }
const o = {}, sizes = [0, 1, 4, 5, 10, 11, 22, 23, 60, 200, 700];
const values = [(i) => i, (i) => i / 2, (i) => "s" + i, () => o, (i) => (i < 7 ? i : i + 0.5), (i) => (i % 5 ? i : "t"), (i) => (i === 9 ? null : i * 0.25), () => undefined, () => NaN, () => -0];
let digest = 0;
function check(a, n, f) {
  if (a.length !== n) throw new Error("length " + a.length);
  for (let i = 0; i < n; i++) if (!Object.is(a[i], f(i))) throw new Error(i + ": " + a[i]);
  digest = (digest * 31 + a.length) % 1000003;
}
for (let round = 0; round < 8; round++) for (const f of values) for (const n of sizes) { check(pushAll(n, f), n, f); check(append(n, f), n, f); }
console.log(digest);
const holes = [, 1, ,];
for (let i = 0; i < 40; i++) holes.push(i % 3 ? i : i + 0.5);
console.log(holes.length, 0 in holes, holes.slice(0, 6).join("/"), holes[42]);
const spread = [];
for (let i = 0; i < 30; i++) spread.push([...spread.slice(-2).map((x) => x.length), i, ...(i % 2 ? ["odd"] : [0.5])]);
console.log(spread.slice(-3).join("; "));
const frozen = Object.freeze([1]);
for (const a of [frozen, Object.preventExtensions([2]), Object.defineProperty([3], "length", { writable: false })]) {
  try { a.push(4); console.log("pushed"); } catch (e) { console.log(e.name, a.length, a.join()); }
}
class Stack extends Array { top() { return this[this.length - 1]; } }
const stack = new Stack();
for (let i = 0; i < 50; i++) stack.push(i);
stack.length = 3;
for (let i = 0; i < 20; i++) stack.push(i + 0.5);
console.log(stack.top(), stack.length, stack.indexOf(7.5));
const emptied = [1, 2, 3];
for (let i = 0; i < 300; i++) { emptied.length = i % 4; emptied.push(i % 7 ? "x" : i); }
console.log(emptied.join());
// A remainder of fractions, and arguments from arrays of doubles.
function five(a, b, c, d, e) { return [a, b, c, d, e].join(" "); }
let rest = "";
for (let i = 0; i < 200; i++) rest = [7.5 % 2, -7.25 % 2.5, (i + 0.1) % 0.3, -0.5 % 1, 1e17 % 0.75, 5.5 % -Infinity, five.apply(null, [i / 2, 1.5, -2.5]), five.apply(null, [0.5, 1, i])].join(", ");
console.log(rest);
// Several values at once, some of which change how the array holds them.
let several = "";
for (let i = 0; i < 200; i++) {
  const a = [], b = [1, 2, 3];
  a.push(i, i + 1, i + 2);
  a.push(0.5, i); a.push("s", null, i, 2.5, o, undefined, i % 3 ? 1 : "one");
  b.push(4, 0.25, 5); b.push(); b.push(...a.slice(0, 2), NaN, -0);
  several = a.length + ":" + a.join() + "; " + b.push(6, 7) + ":" + b.join() + Object.is(b[9], -0);
}
console.log(several);
