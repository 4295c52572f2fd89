// Math over ordinary and special arguments.
const args = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3.7, -3.7, 4, 100, 2147483648, -2147483649, 1e17, NaN, Infinity, -Infinity];
const show = (x) => (Object.is(x, -0) ? "-0" : String(x));
for (const f of ["abs", "ceil", "floor", "round", "trunc", "sign", "sqrt", "fround", "clz32"]) {
  console.log(f + ":", args.map((a) => show(Math[f](a))).join(" "));
}
const near = (x) => (Number.isFinite(x) ? show(Number(x.toFixed(9))) : show(x));
for (const f of ["cbrt", "sin", "cos", "tan", "asin", "acos", "atan", "exp", "log", "log2", "log10", "log1p", "expm1", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh"]) {
  console.log(f + ":", [0, 0.5, 1, -0.25].map((a) => near(Math[f](a))).join(" "));
}
console.log(near(Math.atan2(1, 1)), near(Math.atan2(-0, -1)), show(Math.atan2(-0, 1)), near(Math.hypot(3, 4)), Math.hypot(), Math.hypot(1, Infinity, NaN));
console.log(Math.pow(2, 10), Math.pow(2, -1), Math.pow(-8, 1 / 3), Math.pow(0, 0), Math.pow(1, Infinity), Math.pow(-2, 3), Math.pow(NaN, 0));
console.log(2 ** 3 ** 2, (-2) ** 2, 2 ** -2, 7 ** 0.5 === Math.sqrt(7), 10 ** 15, 10 ** -3);
console.log(Math.max(1, "3", 2), Math.min(1, "-3", 2), Math.max(...[4, 9, 2]), Math.min.apply(null, [4, 9, 2]), Math.max([]), Math.max([7]));
console.log(Math.PI, Math.E, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT2, Math.SQRT1_2);
console.log(typeof Math.random(), Math.random() < 1, Math.random() >= 0, Object.prototype.toString.call(Math));
console.log(Math.round(0.49999999999999994), Math.round(4503599627370495.5), Math.round(-2.5), Math.round(2.5), Math.round(1e300));
