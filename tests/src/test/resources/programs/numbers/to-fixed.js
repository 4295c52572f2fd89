// toFixed, toPrecision and toExponential.
console.log((1.005).toFixed(2), (1.45).toFixed(1), (8.345).toFixed(2), (0.5).toFixed(0), (1.5).toFixed(0), (2.5).toFixed(0));
console.log((-1.5).toFixed(0), (-0.0000001).toFixed(2), (123.456).toFixed(0), (123.456).toFixed(10), (1e21).toFixed(2));
console.log((0).toFixed(3), (1234567.891).toFixed(1), (0.000001).toFixed(7), (0.1).toFixed(20), (1e-10).toFixed(2));
console.log((123.456).toPrecision(4), (0.000123).toPrecision(2), (123456).toPrecision(2), (1e21).toPrecision(3), (0).toPrecision(5));
console.log((1.25).toPrecision(2), (1.35).toPrecision(2), (99.99).toPrecision(3), (1e-7).toPrecision(3), (5).toPrecision());
console.log((123456).toExponential(), (123456).toExponential(2), (0.00015).toExponential(1), (0).toExponential(), (0).toExponential(3));
console.log((-1.5e-9).toExponential(4), (1e300).toExponential(0), (255).toExponential(10), NaN.toFixed(2), Infinity.toExponential());
for (const bad of [() => (1).toFixed(101), () => (1).toFixed(-1), () => (1).toPrecision(0), () => (1).toPrecision(101), () => (1).toString(1)]) {
  try {
    console.log("no error", bad());
  } catch (e) {
    console.log(e.name);
  }
}
