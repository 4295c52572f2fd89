// Integer division idioms and their rounding.
const div = (a, b) => (a / b) | 0, fdiv = (a, b) => Math.floor(a / b), tdiv = (a, b) => Math.trunc(a / b), cdiv = (a, b) => Math.ceil(a / b);
for (const [a, b] of [[7, 2], [-7, 2], [7, -2], [-7, -2], [0, 5], [1, 0], [-1, 0], [0, 0], [2147483647, 1], [-2147483648, -1], [1e10, 3], [5.5, 2]]) console.log(a, b, div(a, b), fdiv(a, b), tdiv(a, b), cdiv(a, b), Object.is(tdiv(a, b), -0));
let checks = 0;
for (let a = -300; a <= 300; a += 7) for (let b = -9; b <= 9; b++) if (b !== 0 && fdiv(a, b) * b + (((a % b) + b) % b) === a) checks++;
console.log(checks);
let digits = 0;
for (let n = 123456789; n > 0; n = div(n, 10)) digits += n % 10;
console.log(digits);
const mid = (lo, hi) => (lo + hi) >>> 1;
console.log(mid(1, 4), mid(2147483647, 2147483645), (2147483647 + 2147483645) >> 1);
let g = 0;
const gcd = (a, b) => (b ? gcd(b, a % b) : a);
for (let i = 1; i < 60; i++) for (let j = 1; j < 30; j++) g += gcd(i * 6, j * 4);
console.log(g, gcd(0, 5), gcd(-12, 18), gcd(1.5, 0.5));
