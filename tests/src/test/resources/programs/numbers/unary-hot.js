// Unary operators on changing types in hot loops.
const neg = (x) => -x, plus = (x) => +x, not = (x) => ~x, bang = (x) => !x, type = (x) => typeof x, inc = (x) => ++x, dec = (x) => x--;
const values = [1, 0, -0, 2147483647, -2147483648, 0.5, NaN, "7", "", "q", null, undefined, true, [], [3], {}];
const show = (x) => (Object.is(x, -0) ? "-0" : String(x));
for (const f of [neg, plus, not, bang, type, inc, dec]) { for (let i = 0; i < 400; i++) f(i); console.log(values.map((v) => show(f(v))).join(" ")); }
let a = 0, b = -0, c = 5;
for (let i = 0; i < 1000; i++) { a = -a; b = -b; c = -(-c); }
console.log(show(a), show(b), c, show(-a), - -1, -(-2147483648), ~~-2147483649);
