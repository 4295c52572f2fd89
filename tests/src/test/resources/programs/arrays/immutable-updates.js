// Copies with changes: spread, slice, concat, with, toSorted by hand; originals untouched.
const a = Object.freeze([3, 1, 2]);
const insert = (xs, i, x) => [...xs.slice(0, i), x, ...xs.slice(i)], remove = (xs, i) => [...xs.slice(0, i), ...xs.slice(i + 1)], update = (xs, i, f) => xs.map((x, j) => (i === j ? f(x) : x)), sorted = (xs, f) => [...xs].sort(f), reversed = (xs) => [...xs].reverse();
console.log(insert(a, 1, 9).join(), remove(a, 0).join(), update(a, 2, (x) => x * 10).join(), sorted(a).join(), reversed(a).join(), a.concat(4, [5]).join(), a.join());
const move = (xs, from, to) => insert(remove(xs, from), to, xs[from]);
console.log(move([1, 2, 3, 4], 0, 2).join(), move([1, 2, 3, 4], 3, 0).join());
const zip = (...xs) => xs[0].map((_, i) => xs.map((x) => x[i])), chunk = (xs, n) => (xs.length ? [xs.slice(0, n), ...chunk(xs.slice(n), n)] : []), unique = (xs) => xs.filter((x, i) => xs.indexOf(x) === i), range = (a, b, s = 1) => Array.from({ length: Math.ceil((b - a) / s) }, (_, i) => a + i * s);
console.log(zip([1, 2], ["a", "b"]).join("|"), chunk(range(0, 7), 3).join("|"), unique([1, 2, 1, 3, 2]).join(), range(0, 1, 0.25).join());
const partition = (xs, f) => xs.reduce(([y, n], x) => (f(x) ? [[...y, x], n] : [y, [...n, x]]), [[], []]);
console.log(partition(range(0, 10), (x) => x % 3 === 0).join("|"));
let state = range(0, 30);
for (let i = 0; i < 200; i++) state = i % 3 === 0 ? move(state, i % state.length, (i * 7) % state.length) : i % 3 === 1 ? update(state, i % state.length, (x) => x + 0.5) : insert(remove(state, 0), state.length - 1, i);
console.log(state.length, state.join());
const qs = (xs) => (xs.length < 2 ? xs : [...qs(xs.filter((x) => x < xs[0])), ...xs.filter((x) => x === xs[0]), ...qs(xs.filter((x) => x > xs[0]))]);
console.log(qs([3, 6, 1, 8, 2, 9, 2]).join(), qs(["d", "a", "c"]).join(), qs(range(0, 60).map((x) => (x * 37) % 61)).join());
