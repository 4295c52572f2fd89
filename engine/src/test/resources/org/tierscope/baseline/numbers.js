// int32, doubles, and everything between them, in one hot function each
function arithmetic(a, b) { return [a + b, a - b, a * b, a / b, a % b, -a, +a]; }
function bits(a, b) { return [a & b, a | b, a ^ b, a << b, a >> b, a >>> b, ~a]; }
function compare(a, b) { return [a < b, a <= b, a > b, a >= b, a == b, a != b, a === b, a !== b]; }
function constants(a) { return [a + 1, a - 1, a * 3, a & 255, a | 0, a << 2, a >> 1, a >>> 1, a % 10]; }
function show(list) {
  let text = "";
  for (let i = 0; i < list.length; i++) {
    const v = list[i];
    text += (v === 0 && 1 / v < 0 ? "-0" : v) + " ";
  }
  return text;
}
const nan = 0 / 0;
const values = [0, -0, 1, -1, 7, -7, 0.5, -2.5, 2147483647, -2147483648, 4294967295, 1e21, nan, 1 / 0,
  undefined, null, true, "3", "x"];
for (let i = 0; i < values.length; i++) {
  for (let j = 0; j < values.length; j++) {
    print(show(arithmetic(values[i], values[j])), show(bits(values[i], values[j])),
      show(compare(values[i], values[j])));
  }
  print(show(constants(values[i])));
}
let counter = 2147483640;
for (let i = 0; i < 20; i++) counter++;
print(counter);
let down = -2147483640;
for (let i = 0; i < 20; i++) down--;
print(down);
function jumps(a, b) {
  let r = 0;
  if (a < b) r += 1;
  if (!(a < b)) r += 2;
  if (a <= b) r += 4;
  if (!(a <= b)) r += 8;
  if (a > b) r += 16;
  if (!(a > b)) r += 32;
  if (a >= b) r += 64;
  if (!(a >= b)) r += 128;
  if (a == b) r += 256;
  if (a != b) r += 512;
  if (a === b) r += 1024;
  if (a !== b) r += 2048;
  if (a) r += 4096;
  if (!b) r += 8192;
  if (a == null) r += 16384;
  if (a ?? false) r += 32768;
  return r;
}
for (let i = 0; i < values.length; i++) {
  let line = "";
  for (let j = 0; j < values.length; j++) line += jumps(values[i], values[j]) + " ";
  print(line);
}
