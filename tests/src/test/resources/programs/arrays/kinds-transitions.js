// An array going from ints to doubles to anything, to holes, in all orders.
const a = [1, 2, 3];
a.push(4);
a[1] = 2.5;
console.log(a.join(), a[0] + a[1], 1 / a[0]);
a.push("s");
a[0] = undefined; a[2] = { toString: () => "o" };
console.log(a.join(), a.length);
a[10] = 1.5;
console.log(a.length, a.join("|"), 7 in a, a[7]);
const d = [0.5, 1.5];
d[2] = 3; d[3] = -0; d[4] = NaN;
console.log(d.join(), Object.is(d[3], -0), d[4] !== d[4], d.includes(NaN));
d[0] = null;
console.log(d.join(), d[0]);
const h = [1, , 3];
console.log(1 in h, h[1], h.length, h.join());
h[1] = 2.25;
console.log(1 in h, h.join());
const e = [];
e[0] = 1e300; e[1] = 1; e[2] = true;
console.log(e.map((x) => typeof x).join());
const big = [];
big[5] = "five";
for (let i = 0; i < 5; i++) big[i] = i / 2;
console.log(big.join());
function fill(n, make) { const r = []; for (let i = 0; i < n; i++) r[i] = make(i); return r; }
const sum = (xs) => { let s = 0; for (let i = 0; i < xs.length; i++) s += xs[i]; return s; };
for (let round = 0; round < 4; round++) {
  console.log(sum(fill(500, (i) => i)), sum(fill(500, (i) => i / 4)), sum(fill(20, (i) => (i === 19 ? "x" : i))), sum(fill(500, (i) => (i === 400 ? 0.5 : i))));
}
const neg = [0, -0, 0];
console.log(neg.map((x) => 1 / x).join(), [1, 2, -0].indexOf(0), [0].includes(-0));
const ints = [1, 2, 3];
const alias = ints;
let seen = "";
for (let i = 0; i < ints.length; i++) { if (i === 1) alias[2] = "changed"; seen += ints[i] + ";"; }
console.log(seen);
