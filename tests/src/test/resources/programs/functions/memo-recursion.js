// Recursion of many shapes: Ackermann, mutual, tree, catalan, with and without memo, deep but bounded.
const ack = (m, n) => (m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)));
console.log(ack(1, 5), ack(2, 4), ack(2, 9));
const F = (n) => (n === 0 ? 1 : n - M(F(n - 1))), M = (n) => (n === 0 ? 0 : n - F(M(n - 1)));
console.log([0, 1, 2, 3, 5, 8, 13].map(F).join(), [0, 1, 2, 3, 5, 8, 13].map(M).join());
const catalan = (n, memo = {}) => (n < 2 ? 1 : (memo[n] ??= Array.from({ length: n }, (_, i) => catalan(i, memo) * catalan(n - 1 - i, memo)).reduce((a, b) => a + b)));
console.log([0, 1, 2, 3, 4, 5, 10, 15].map((n) => catalan(n)).join());
const sumTree = (t) => (typeof t === "number" ? t : t.reduce((s, x) => s + sumTree(x), 0));
const deep = (n) => (n === 0 ? 1 : [n, deep(n - 1), [n]]);
console.log(sumTree([1, [2, [3, [4]], 5], []]), sumTree(deep(100)));
const pow = (b, n) => (n === 0 ? 1 : n % 2 ? b * pow(b, n - 1) : pow(b * b, n / 2));
console.log(pow(3, 13), pow(2, 100), pow(1.5, 7), pow("2", 5));
const count = (n) => (n === 0 ? 0 : 1 + count(n - 1));
console.log(count(1000), count(2500));
const binom = (n, k) => (k === 0 || k === n ? 1 : binom(n - 1, k - 1) + binom(n - 1, k));
console.log(binom(12, 5), binom(10, 0));
function subsets(xs) { return xs.length === 0 ? [[]] : subsets(xs.slice(1)).flatMap((s) => [s, [xs[0], ...s]]); }
console.log(subsets([1, 2, 3]).map((s) => s.join("")).sort().join("|"), subsets("abcdef".split("")).length);
let calls = 0;
const tarai = (x, y, z) => (calls++, x <= y ? y : tarai(tarai(x - 1, y, z), tarai(y - 1, z, x), tarai(z - 1, x, y)));
console.log(tarai(6, 3, 0), calls);
