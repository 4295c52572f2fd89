// One hot function for each operator, called with ints, doubles, strings, booleans and objects in turn.
const ops = { sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b, mod: (a, b) => a % b, pow: (a, b) => a ** b, and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b, shl: (a, b) => a << b, shr: (a, b) => a >> b, ushr: (a, b) => a >>> b, lt: (a, b) => a < b, ge: (a, b) => a >= b, eq: (a, b) => a == b, seq: (a, b) => a === b };
const values = [3, -7, 0, 2.5, -0.5, "4", "x", true, null, undefined, [2], { valueOf: () => 6 }, 2147483647, 1e10];
for (const [name, f] of Object.entries(ops)) {
  for (let i = 0; i < 300; i++) f(i, (i % 5) + 1);
  let text = "";
  for (let i = 0; i < values.length; i++) { const r = f(values[i], values[(i * 5 + 3) % values.length]); text += (Object.is(r, -0) ? "-0" : r) + " "; }
  console.log(name, text.trim());
}
