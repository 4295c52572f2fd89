// Destructuring, spread, rest, defaults, arguments, apply, optional chaining: what newer code is full of.

const defaults = { width: 10, height: 20, depth: 3, color: "red" };

function area({ width = 1, height = 1 } = {}) {
  return width * height;
}
function sum(...numbers) {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
}
function legacySum() {
  let total = 0;
  for (let i = 0; i < arguments.length; i++) total += arguments[i];
  return total;
}
function divide(a, b) {
  return [Math.floor(a / b), a % b];
}
function swap([a, b]) {
  return [b, a];
}
function forward(f, ...args) {
  return f(...args);
}

function work() {
  let total = 0;
  for (let i = 0; i < 400; i++) {
    const options = { ...defaults, width: i, extra: { level: i & 3 } };
    total += area(options) + area();
    const { color, ...others } = options;
    total += color.length + others.depth;
    const [quotient, remainder] = divide(i * 7, 5);
    total += quotient - remainder;
    const [first, ...more] = [i, i + 1, i + 2];
    total += first + more.length;
    total += sum(i, 2, 3) + legacySum(i, 1) + forward(sum, 1, 2, i) + sum.apply(null, [i, i]);
    const [x, y] = swap([i, 1]);
    total += x * y + (options.extra?.level ?? 5) + (options.missing?.level ?? 1);
    const list = [...more, ...[1, 2], i];
    total += list.length + Math.max(...list);
  }
  return total;
}

const EXPECTED = 2356160;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("spreading", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
