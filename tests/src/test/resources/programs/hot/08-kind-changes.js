// The kind of an array changes in the middle of a loop: by an alias, a callback, a callee, a store of the loop itself.
function sum(a, at, change) { let t = 0; for (let i = 0; i < a.length; i++) { if (i === at) change(a, i); const v = a[i]; t += typeof v === "number" ? v : v === undefined ? 1000 : 5000; } return t; }
const ints = (n) => Array.from({ length: n }, (_, i) => i);
for (let i = 0; i < 100; i++) sum(ints(30), -1, null);
console.log(sum(ints(30), 10, (a, i) => { a[i + 1] = 0.5; }), sum(ints(30), 10, (a, i) => { a[i] = "s"; }), sum(ints(30), 10, (a, i) => { delete a[i + 1]; }), sum(ints(30), 10, (a) => { a.length = 20; }), sum(ints(30), 10, (a) => { a.push({}, 1.5); }));
function selfChange(n) { const a = []; for (let i = 0; i < n; i++) { a[i] = i < n / 2 ? i : i + 0.5; if (i === n - 2) a[3] = "three"; } return a[1] + a[n - 1] + "/" + a[3] + "/" + a.length; }
console.log(selfChange(10), selfChange(500), selfChange(501));
function aliasStore(a, b, n) { for (let i = 0; i < n; i++) { a[i] = i; b[i] = a[i] + 0.25; a[i] += 1; } return a[n - 1]; }
for (let i = 0; i < 40; i++) aliasStore([], [], 50);
const both = [];
console.log(aliasStore(both, both, 50), both[49], aliasStore([], new Float64Array(50), 50), aliasStore([], {}, 20));
const shared = ints(100);
const mutate = [() => 0, () => { shared[50] = 0.5; return 1; }, () => { shared[51] = "x"; return 2; }, () => { delete shared[52]; return 3; }, () => { shared[1000] = 1; return 4; }];
function callee(k) { return mutate[k](); }
function loop(k) { let t = ""; let n = 0; for (let i = 45; i < 60; i++) { if (i === 48) n = callee(k); t += shared[i] + ","; } return n + t; }
for (let i = 0; i < 100; i++) loop(0);
for (let k = 0; k < 5; k++) console.log(loop(k));
const mapped = ints(200).map((x, i, a) => { if (i === 100) a[150] = 2.5; if (i === 120) a[151] = null; return a[i]; });
console.log(mapped[150], mapped[151], mapped[199], ints(200).reduce((s, x, i, a) => { if (i === 50) a[199] = "end"; return s + x; }, 0));
function storeDouble(a, v) { for (let i = 0; i < a.length; i++) a[i] = v; return a[0]; }
const d = [0.5, 1.5, 2.5];
for (let i = 0; i < 500; i++) storeDouble(d, i / 2);
console.log(storeDouble(d, "tagged"), storeDouble(d, 1), d.join(), storeDouble([1, 2], 0.5));
