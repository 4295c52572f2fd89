// Rest in parameters and patterns; what it excludes; fresh arrays and objects each time.
function f(a, ...r) { r.push("own"); return [a, r.length, Array.isArray(r), arguments.length].join(); }
console.log(f(), f(1), f(1, 2, 3), f.length);
const g = (...[x, y = "dy", ...z]) => [x, y, z.length].join();
console.log(g(), g(1), g(1, 2, 3, 4), ((...{ length }) => length)(7, 8, 9));
const { a, ["b"]: b, 3: three, ...others } = { a: 1, b: 2, 3: 3, 4: 4, c: 5, get d() { return "gd"; } };
console.log(a, b, three, JSON.stringify(others));
const key = { toString() { calls++; return "k"; } };
let calls = 0;
const { [key]: kv, ...noK } = { k: 1, l: 2 };
console.log(kv, JSON.stringify(noK), calls);
const sym = Symbol("s");
const { [sym]: sv, ...noSym } = { [sym]: 1, [Symbol.iterator]: 2, x: 3 };
console.log(sv, Object.keys(noSym).join(), noSym[Symbol.iterator], sym in noSym);
let rest;
[, ...rest] = [1, 2, 3];
console.log(rest.join());
({ ...rest } = "ab");
console.log(JSON.stringify(rest));
const holder = {};
[...holder.items] = new Set([3, 2, 1]);
({ x: holder.x, ...holder.more } = { x: 1, y: 2, z: 3 });
console.log(JSON.stringify(holder));
const [...[n1, ...[n2, ...n3]]] = [1, 2, 3, 4];
console.log(n1, n2, n3.join());
const { ...fromArray } = [5, 6];
console.log(JSON.stringify(fromArray), JSON.stringify((({ ...r }) => r)(null ?? { q: 1 })));
let hot = 0;
function variadic(first, ...more) { let s = first; for (let i = 0; i < more.length; i++) s += more[i]; return s; }
for (let i = 0; i < 2000; i++) hot += variadic(i) + variadic(i, 1) + variadic(i, 1, 2, 3) + variadic(...[i, 0.5]);
console.log(hot);
function omit(o, k) { const { [k]: _, ...r } = o; return r; }
let o = { a: 1, b: 2, c: 3, d: 4 };
for (const k of ["b", "zz", "d"]) o = omit(o, k);
console.log(JSON.stringify(o));
