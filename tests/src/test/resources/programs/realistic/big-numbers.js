// Arbitrary precision on arrays of digits: addition, multiplication, division by small, factorial, powers, comparison.
const BASE = 10000;
const from = (s) => { const d = []; for (let i = s.length; i > 0; i -= 4) d.push(parseInt(s.slice(Math.max(0, i - 4), i), 10)); return trim(d); };
const trim = (d) => { while (d.length > 1 && d[d.length - 1] === 0) d.pop(); return d; };
const show = (d) => d.map((x, i) => (i === d.length - 1 ? String(x) : String(x).padStart(4, "0"))).reverse().join("");
function add(a, b) { const r = []; let c = 0; for (let i = 0; i < Math.max(a.length, b.length) || c; i++) { c += (a[i] ?? 0) + (b[i] ?? 0); r.push(c % BASE); c = Math.floor(c / BASE); } return trim(r); }
function sub(a, b) { const r = []; let c = 0; for (let i = 0; i < a.length; i++) { let x = a[i] - (b[i] ?? 0) - c; c = x < 0 ? 1 : 0; r.push(x + c * BASE); } return trim(r); }
function mul(a, b) { const r = new Array(a.length + b.length).fill(0); for (let i = 0; i < a.length; i++) { let c = 0; for (let j = 0; j < b.length || c; j++) { c += r[i + j] + a[i] * (b[j] ?? 0); r[i + j] = c % BASE; c = Math.floor(c / BASE); } } return trim(r); }
function divSmall(a, n) { const r = []; let rem = 0; for (let i = a.length - 1; i >= 0; i--) { rem = rem * BASE + a[i]; r[i] = Math.floor(rem / n); rem %= n; } return [trim(r), rem]; }
const compare = (a, b) => { if (a.length !== b.length) return a.length - b.length; for (let i = a.length - 1; i >= 0; i--) if (a[i] !== b[i]) return a[i] - b[i]; return 0; };
const pow = (a, n) => (n === 0 ? [1] : n % 2 ? mul(a, pow(a, n - 1)) : pow(mul(a, a), n / 2));
let f = [1];
for (let i = 2; i <= 60; i++) f = mul(f, [i]);
console.log(show(f));
console.log(show(pow([2], 200)), show(pow([7], 77)));
let a = [0], b = [1];
for (let i = 0; i < 300; i++) [a, b] = [b, add(a, b)];
console.log(show(a), compare(a, b) < 0, compare(a, a), show(sub(b, a)));
let x = from("123456789012345678901234567890"), digits = 0;
const rems = [];
while (compare(x, [0]) > 0) { const [q, r] = divSmall(x, 97); rems.push(r); x = q; digits++; }
console.log(rems.join(), digits);
console.log(show(mul(from("99999999999999999999"), from("99999999999999999999"))), show(sub(from("100000000000000000000"), [1])));
const sqrtDigits = (() => { let lo = [1], hi = from("2" + "0".repeat(20)); const target = from("2" + "0".repeat(40)); for (let i = 0; i < 80; i++) { const mid = divSmall(add(lo, hi), 2)[0]; if (compare(mul(mid, mid), target) <= 0) lo = mid; else hi = mid; } return show(lo); })();
console.log(sqrtDigits);
