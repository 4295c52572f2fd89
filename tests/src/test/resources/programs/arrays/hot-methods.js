// map, filter, reduce, some, every, find, indexOf, includes, forEach with callbacks and arrays that change type, hot.
const kinds = [[1, 2, 3, 4, 5, 6], [0.5, 1.5, 2.5, -0, NaN], ["a", "b", "c"], [1, "x", null, undefined, {}], [1, , 3], []];
let log = "";
for (let i = 0; i < 360; i++) {
  const xs = kinds[i % kinds.length];
  const r = [xs.map((x) => x + 1).length, xs.filter((x) => x > 1).length, xs.reduce((s, x) => s + (typeof x === "number" && x === x ? x : 1), 0), xs.some((x) => x === null), xs.every((x) => x !== undefined), xs.find((x) => x >= 2), xs.indexOf(3), xs.includes(NaN), xs.findIndex((x) => x === "b")].map(String).join();
  if (i >= 354) log += r + "\n";
}
console.log(log.trim());
let calls = 0;
const counting = (x, i, a) => { calls++; return a[i] === x; };
for (let i = 0; i < 200; i++) kinds[i % 6].every(counting);
console.log(calls);
const matrix = Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (_, j) => (i * j) % 5));
let t = 0;
for (let i = 0; i < 12; i++) t += matrix.map((r) => r.reduce((a, b) => a + b)).filter((x) => x % 2 === i % 2).reduce((a, b) => a + b, 0);
console.log(t);
let sorted = 0;
for (let i = 0; i < 60; i++) { const xs = [5, i, 3, -i, i / 2].sort((a, b) => a - b); for (let k = 1; k < 5; k++) if (xs[k - 1] <= xs[k]) sorted++; }
console.log(sorted, [3, 1, 2].sort((a, b) => { log += a + "" + b + " "; return a - b; }).join(), log.slice(-12));
