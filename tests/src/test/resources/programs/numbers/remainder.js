// The sign of % follows the dividend; doubles, zeros, infinities.
const show = (x) => (Object.is(x, -0) ? "-0" : String(x));
const values = [7, -7, 5.5, -5.5, 0, -0, 3, -3, 2147483647, -2147483648, Infinity, -Infinity, NaN, 1e-7];
for (const a of values) {
  let line = show(a) + ":";
  for (const b of values) {
    line += " " + show(a % b);
  }
  console.log(line);
}
let r = 100;
r %= 7;
console.log(r, (r %= -2), (r %= 1), show(-4 % 2), show((-4 % 2) + 0));
console.log(5 % "3", "17" % 5, null % 4, show(true % 1), [8] % 3, undefined % 1);
let sum = 0;
for (let i = -50; i < 50; i++) {
  sum += ((i % 7) + 7) % 7;
}
console.log(sum);
console.log(2 ** 53 % 3, 1e308 % 7, 1e15 % 1.5, 4.2 % 0.1, -1 % 4294967296, 4294967296 % -10);
