// Operators on BigInts of all sizes, conversions, errors.
const values = [0n, 1n, -1n, 7n, -7n, 2n ** 31n, -(2n ** 31n), 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 64n, -(2n ** 64n) + 1n, 123456789012345678901234567890n];
const operators = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b,
  "&": (a, b) => a & b, "|": (a, b) => a | b, "^": (a, b) => a ^ b,
  "<": (a, b) => a < b, "<=": (a, b) => a <= b, "==": (a, b) => a == b, "===": (a, b) => a === b, ">": (a, b) => a > b,
};
for (const [name, operator] of Object.entries(operators)) {
  for (const a of values) {
    console.log(name, a, values.map(b => {
      try {
        return String(operator(a, b));
      } catch (e) {
        return e.message;
      }
    }).join(" "));
  }
}
for (const a of values) console.log(-a, ~a, a << 3n, a >> 3n, a >> 70n, a << -2n, a ** 3n, a.toString(16), a.toString(36), Number(a), BigInt.asIntN(8, a), BigInt.asUintN(64, a), BigInt.asIntN(65, a), !a, a ? 1 : 2);
let counter = 2n ** 63n - 2n;
console.log(counter++, ++counter, counter--, -counter, typeof counter, `${counter}`, counter + "", [1n, 2n] + "");
console.log(1n == 1, 1n === 1, "1" == 1n, "x" == 1n, 1n < 1.5, 2n > "1", 1n < NaN, 1n >= NaN, 2n ** 1000n < Infinity, 0n == null, 0n == "", 0n == false, Object(1n) == 1n, 10n > 9, -0.5 < 0n);
console.log([3n, 1, 2n, 10, -1n].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), new Set([1n, 1n, 1]).size, new Map([[2n ** 70n, "big"]]).get(2n ** 70n), [1n].includes(1n), Object.is(0n, -0n));
console.log(BigInt(10), BigInt("0x1f"), BigInt("  12  "), BigInt(""), BigInt(true), BigInt(2 ** 60), BigInt(Number.MAX_VALUE) % 1000007n, Number(2n ** 1024n), parseInt("12n"), +Number(5n));
console.log(0x1Fn, 0b101n, 0o17n, 1_000n, Object(3n), [1n], { a: -1n }, typeof Object(1n), Object(1n) + 1n, BigInt(123456789).toLocaleString());
for (const bad of [() => 1n + 1, () => 1n * 1.5, () => +1n, () => 1n / 0n, () => 1n % 0n, () => 1n >>> 0n, () => BigInt(1.5), () => BigInt("1x"), () => BigInt(undefined), () => Math.max(1n), () => new BigInt(1), () => JSON.stringify({ a: 1n }), () => 1n << (1n << 40n), () => BigInt.asIntN(-1, 1n), () => (1n).toString(1), () => BigInt(Symbol())]) {
  try {
    console.log(bad());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
}
