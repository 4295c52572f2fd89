// Destructuring in hot loops: swaps, rotations, pairs from functions, defaults with changing types.
function fib(n) { let [a, b] = [0, 1]; for (let i = 0; i < n; i++) [a, b] = [b, (a + b) % 1000007]; return a; }
console.log(fib(10), fib(2000));
const divmod = (a, b) => [Math.floor(a / b), a % b];
function digits(n) { const out = []; let d; do { [n, d] = divmod(n, 10); out.unshift(d); } while (n > 0); return out.join(""); }
let ok = 0;
for (let i = 0; i < 1500; i += 7) if (digits(i) === String(i)) ok++;
console.log(ok, digits(987654321));
function opts({ x = 1, y: { z = 2 } = {}, ...rest } = {}) { return x + z + Object.keys(rest).length; }
let s = 0;
for (let i = 0; i < 1500; i++) s += i % 4 === 0 ? opts() : i % 4 === 1 ? opts({ x: i }) : i % 4 === 2 ? opts({ y: { z: 0.5 }, q: 1 }) : opts({ x: undefined, a: 1, b: 2 });
console.log(s, opts({ x: "s" }));
const points = Array.from({ length: 200 }, (_, i) => ({ p: [i, i * 2], tag: i % 3 ? "t" : undefined }));
let t = 0;
for (let r = 0; r < 6; r++) for (const { p: [x, y], tag = "none" } of points) t += x - y + tag.length;
console.log(t);
function rotate(a) { [a[0], a[1], a[2]] = [a[2], a[0], a[1]]; return a; }
let a = [1, "two", 3.5];
for (let i = 0; i < 1000; i++) a = rotate(a);
console.log(a.join());
const [first, ...others] = "destructure";
const { length, [length - 1]: last } = others;
console.log(first, length, last);
let m = new Map([["a", [1, 2]], ["b", [3, 4]]]), q = 0;
for (let i = 0; i < 500; i++) for (const [k, [u, v]] of m) q += k.charCodeAt(0) + u * v;
console.log(q);
