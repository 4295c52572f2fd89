// Comparisons with NaN are all false, and negating them is not reversing them.
function describe(a, b) {
  let bits = "";
  bits += a < b ? 1 : 0;
  bits += a <= b ? 1 : 0;
  bits += a > b ? 1 : 0;
  bits += a >= b ? 1 : 0;
  bits += a == b ? 1 : 0;
  bits += a === b ? 1 : 0;
  bits += a != b ? 1 : 0;
  bits += !(a < b) ? 1 : 0;
  bits += !(a >= b) ? 1 : 0;
  if (a < b) bits += "L";
  else bits += "n";
  if (!(a <= b)) bits += "G";
  while (a > b) {
    bits += "W";
    break;
  }
  for (; !(a < b); ) {
    bits += "F";
    break;
  }
  return bits;
}
const values = [NaN, 0, -0, 1, -1.5, Infinity, undefined, null, "1", "x", true];
for (const a of values) {
  console.log(String(a), values.map((b) => describe(a, b)).join(" "));
}
console.log(isNaN("x"), Number.isNaN("x"), isNaN(undefined), isNaN(null), isNaN(""), isFinite("12"), Number.isFinite("12"));
console.log([NaN].indexOf(NaN), [NaN].includes(NaN), Object.is(NaN, NaN), NaN !== NaN, new Set([NaN, NaN, 0 / 0]).size);
console.log(Math.max(NaN, 1), Math.min(1, NaN), Math.max(), Math.min(), Math.max(1, undefined), Math.sign(NaN), NaN ** 0);
