// Shortest decimal text of doubles, exponents, radixes.
const values = [
  0.1, 0.2 + 0.1, 1 / 3, 2 / 3, 100, 1e20, 1e21, 123456789012345680000, 1.5e300, 5e-324, 1.7976931348623157e308, 1e-6, 1e-7,
  0.000001234, 1.234e-7, 4.35, 0.5, -1.25, 1e5, 123e-20, 9007199254740993, 4294967296.5, 2 ** -1074, 2 ** 1023, 1e23, 5.5e-5,
  0.1 + 0.7, 1.005, 123456.789, 1e100, 1.1e-100, 2.2250738585072014e-308,
];
for (const v of values) {
  console.log(String(v), (-v).toString());
}
console.log((255).toString(16), (255).toString(2), (-255).toString(36), (35).toString(36), (0.5).toString(2), (0).toString(7));
console.log((1e21).toString(), (0.1).toString(3).slice(0, 20), (2 ** 40).toString(32), (123.75).toString(8), (-7.25).toString(2));
console.log((3735928559).toString(16), (4294967295).toString(36), (2 ** 53).toString(2).length, (1 / 3).toString(2).slice(0, 30));
console.log(String(Infinity), String(-Infinity), String(NaN), (NaN).toString(2), (Infinity).toString(16));
