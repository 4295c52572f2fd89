// INT_MIN: negation, division and remainder by −1, abs, and i++ across the border in a hot loop.
const MIN = -2147483648;
function neg(x) { return -x; }
function div(a, b) { return a / b; }
function mod(a, b) { return a % b; }
function abs(x) { return Math.abs(x); }
function intDiv(a, b) { return (a / b) | 0; }
let s = 0;
for (let i = 1; i < 3000; i++) s += neg(i) + div(i * 4, 2) + mod(i, 7) + abs(-i) + intDiv(i, 3);
console.log(s);
console.log(neg(MIN), div(MIN, -1), Object.is(mod(MIN, -1), -0), abs(MIN), intDiv(MIN, -1), intDiv(7, 0), intDiv(-7, 2));
function climb(start, n) {
  let last = start;
  for (let i = start; i < start + n; i++) last = i;
  return last;
}
climb(0, 3000);
console.log(climb(2147483640, 20), climb(2147483647, 3));
function descend(start, n) { let i = start; while (n-- > 0) i--; return i; }
descend(0, 3000);
console.log(descend(MIN + 3, 10));
function step(i, by) { for (let k = 0; k < 2000; k++) i += by; return i; }
console.log(step(0, 1), step(2147483000, 1), step(-2147483000, -1), step(0, 2000000));
let imul = 0, times = 0;
for (let i = 0; i < 3000; i++) { imul = (imul + Math.imul(i * 123457, 987651)) | 0; times = (times + i * 123457 * 987651) % 1e15; }
console.log(imul, times);
function mulOverflow(n) { let x = 1; for (let i = 0; i < n; i++) x = (x * 3) | 0; return x; }
console.log(mulOverflow(20), mulOverflow(3000));
