// Recursion: Fibonacci, Takeuchi, and towers of Hanoi.

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function tak(x, y, z) {
  return y < x ? tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) : z;
}

function hanoi(n, from, to, via) {
  return n === 0 ? 0 : hanoi(n - 1, from, via, to) + 1 + hanoi(n - 1, via, to, from);
}

function work() {
  return fib(20) + tak(12, 8, 4) + hanoi(12, 0, 1, 2);
}

const EXPECTED = 10865;
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
console.log("recursion", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
