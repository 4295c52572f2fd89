// In which order sort calls its comparator, as programs that print there show.
const calls = [];
const spy = (a, b) => { calls.push(a + ":" + b); return a - b; };
for (const xs of [[2, 1], [1, 2, 3], [3, 2, 1], [5, 1, 4, 2, 3], [1, 1, 1], [2, 3, 1, 5, 4, 9, 0, 7]]) { calls.length = 0; const r = xs.slice().sort(spy).join(); console.log(r, calls.join(" ")); }
calls.length = 0;
[4, undefined, 2, , 8].sort(spy);
console.log(calls.join(" "));
const stable = Array.from({ length: 40 }, (_, i) => ({ k: i % 3, i }));
stable.sort((a, b) => a.k - b.k);
console.log(stable.map((x) => x.i).join());
const big = Array.from({ length: 200 }, (_, i) => ({ k: (i * 7) % 10, i }));
big.sort((a, b) => b.k - a.k);
let ok = true;
for (let i = 1; i < big.length; i++) ok = ok && (big[i - 1].k > big[i].k || (big[i - 1].k === big[i].k && big[i - 1].i < big[i].i));
console.log(ok);
