// A phi that is int on one path and −0 on the other; the difference shows only in 1 / x and Object.is.
function choose(i, n) {
  let x = i - n;
  if (i % 3 === 0) x = -(i - i);
  return x;
}
function loop(n) {
  let negatives = 0;
  let zeros = 0;
  for (let i = 0; i < n; i++) {
    const x = choose(i, i);
    if (1 / x === -Infinity) negatives++;
    else if (1 / x === Infinity) zeros++;
  }
  return negatives + "/" + zeros;
}
console.log(loop(100), loop(5000));
function product(a, b) { return a * b; }
function quotient(a, b) { return a % b; }
let minus = 0;
for (let i = 0; i < 4000; i++) {
  if (Object.is(product(i & 1 ? 0 : 2, i & 2 ? -1 : 3), -0)) minus++;
  if (Object.is(quotient(i & 1 ? -4 : 4, 2), -0)) minus += 10000;
}
console.log(minus);
function negate(x) { return -x; }
let r = 0;
for (let i = 3000; i >= 0; i--) r = negate(i);
console.log(Object.is(r, -0), 1 / r);
function accumulate(n, start) {
  let s = start;
  for (let i = 0; i < n; i++) s = s + (i < n - 1 ? -0 : -0);
  return s;
}
accumulate(3000, 0);
console.log(Object.is(accumulate(3000, -0), -0), Object.is(accumulate(3000, 0), -0));
function roundAll(n) { let c = 0; for (let i = 0; i < n; i++) { if (Object.is(Math.round((i % 8) / 8 - 0.5), -0)) c++; } return c; }
console.log(roundAll(2000));
function minmax(a, b) { return Object.is(Math.min(a, b), -0) + 10 * Object.is(Math.max(a, b), -0); }
let mm = 0;
for (let i = 0; i < 3000; i++) mm += minmax(i % 2 ? 0 : -0, i % 3 ? 0 : -0);
console.log(mm);
