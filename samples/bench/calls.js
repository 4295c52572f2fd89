// Calls of small functions with few and with many arguments, none of them a method.

function add(a, b) {
  return a + b;
}

function clamp(x, low, high) {
  return x < low ? low : x > high ? high : x;
}

function mix(a, b, c, d) {
  return add(add(a, b), clamp(c - d, -100, 100));
}

function work() {
  let sum = 0;
  for (let i = 0; i < 120000; i++) {
    sum = (sum + mix(i, 3, sum & 1023, i & 255)) & 0xfffffff;
  }
  return sum;
}

const EXPECTED = 229640825;
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
console.log("calls", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
