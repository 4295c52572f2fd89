// Integers beyond 2^53, sums that cancel, comparison of near values, decimal money.
console.log(2 ** 53 + 1, 2 ** 53 + 2, 9007199254740993 - 1, 0.1 + 0.2, 0.3 - 0.1, 1.1 * 3, 4.35 * 100, 1.005 * 1000, 1e16 + 1 - 1e16);
console.log(1e308 * 10, -1e308 * 10, 1e-320, 5e-324 / 2, 1 / 3 * 3 === 1, 0.1 * 3 === 0.3, 1e21 + 1 === 1e21, (0.1).toFixed(20), (1.1).toPrecision(21));
let kahan = 0, c = 0, naive = 0;
for (let i = 0; i < 5000; i++) { const y = 0.1 - c, t = kahan + y; c = t - kahan - y; kahan = t; naive += 0.1; }
console.log(kahan, naive);
const cents = [1999, 501, 250, 5].map((p) => p / 100);
console.log(cents.reduce((a, b) => a + b), Math.round(cents.reduce((a, b) => a + b) * 100) / 100, (27.55).toFixed(1), (1.255).toFixed(2));
let eps = 1;
while (1 + eps / 2 > 1) eps /= 2;
console.log(eps === Number.EPSILON, Math.fround(0.1), Math.fround(16777217), Math.hypot(3e200, 4e200));
let a = 1;
for (let i = 0; i < 60; i++) a *= 2;
let b = 1;
for (let i = 0; i < 60; i++) b += b;
console.log(a, b, a === b, a % 10, a.toString(2).length);
console.log(123456789 * 987654321, 99999999 * 99999999, 94906267 * 94906267, 94906265 * 94906265, 3037000500 ** 2);
