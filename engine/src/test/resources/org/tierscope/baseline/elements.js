// arrays that change their kind while code is hot
function fill(a, n, f) { for (let i = 0; i < n; i++) a[i] = f(i); return a; }
function sum(a) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
print(sum(fill([], 50, i => i)));
print(sum(fill([], 50, i => i / 4)));
print(sum(fill([], 50, i => i % 2 ? i : i / 8)));
print(sum(fill([], 5, i => "s" + i)));
const mixed = fill([], 10, i => i);
for (let i = 0; i < 3; i++) print(sum(mixed));
mixed[3] = 0.5;
print(sum(mixed));
mixed[4] = "text";
print(sum(mixed));
const holes = [1, , 3];
for (let i = 0; i < 3; i++) print(sum(holes), holes[1], holes[5], holes[-1]);
holes[1] = 2;
print(sum(holes), holes.length);
holes.length = 1;
print(sum(holes), holes[2]);
const doubles = [0.5, -0, 0 / 0, 1 / 0];
for (let i = 0; i < doubles.length; i++) print(doubles[i], 1 / doubles[i]);
doubles[1] = 7;
doubles[2] = -0;
print(doubles[1], 1 / doubles[2]);
function swapAll(a) {
  for (let i = 0, j = a.length - 1; i < j; i++, j--) { const t = a[i]; a[i] = a[j]; a[j] = t; }
  return a;
}
for (let i = 0; i < 4; i++) print(sum(swapAll(fill([], 9, k => k * (i + 1)))));
function sieve(n) {
  const composite = [];
  for (let i = 0; i <= n; i++) composite[i] = false;
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * i; j <= n; j += i) composite[j] = true;
  }
  return count;
}
print(sieve(1000), sieve(2000));
function text(s) { let out = ""; for (let i = s.length - 1; i >= 0; i--) out += s[i]; return out; }
print(text("straight"), text(""), text("ab"));
const matrix = [];
for (let i = 0; i < 4; i++) { matrix[i] = []; for (let j = 0; j < 4; j++) matrix[i][j] = i * j + 0.5; }
let trace = 0;
for (let i = 0; i < 4; i++) trace += matrix[i][i];
print(trace);
const keyed = {};
for (let i = 0; i < 10; i++) keyed["k" + i % 3] = (keyed["k" + i % 3] || 0) + i;
print(keyed.k0, keyed.k1, keyed.k2);
