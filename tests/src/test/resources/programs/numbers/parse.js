// Text to numbers: Number(), parseInt, parseFloat, unary plus, literals.
const texts = [
  "", " ", "12", " 12 ", "12px", "0x1F", "0b101", "0o17", "-0x10", "1e3", "1e", ".5", "5.", ".", "-.5e-2", "+7", "--7", "Infinity",
  "-Infinity", "infinity", "1_000", "\t\n42\r", "0x", "00012", "1,5", "9007199254740993", "1e400", "-1e-400", "NaN", "true",
];
for (const t of texts) {
  console.log(JSON.stringify(t), Number(t), parseInt(t), parseFloat(t));
}
console.log(parseInt("ff", 16), parseInt("0xff", 16), parseInt("ff"), parseInt("101", 2), parseInt("z", 36), parseInt("12", 1));
console.log(parseInt("8", 8), parseInt("178", 8), parseInt("123", 37), parseInt("123", 0), parseInt(null, 36), parseInt("1e3"));
console.log(parseInt(0.0000005), parseInt(1e21), parseInt("99999999999999999999"), parseFloat("3.14abc"), parseFloat("-.5."));
console.log(+true, +null, +undefined, +[], +[5], +[1, 2], +{}, +"", +"0b11", +new Boolean(true));
console.log(0b1010, 0o777, 0xabc, 1_000_000, 0.1e2, 5e-1, 0xffffffffff, 010, 0.0000001, 08.5);
console.log(Number(), Number(null), Number([]), Number(["7"]), Number({ valueOf: () => 9 }), Number(false), Number("  \u00a0 3 \ufeff"));
