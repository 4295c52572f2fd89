// Closures made and called: counters, composition, callbacks of array methods.

function counter(step) {
  let n = 0;
  return () => (n += step);
}

function compose(f, g) {
  return (x) => f(g(x));
}

function work() {
  const next = counter(3);
  let sum = 0;
  for (let i = 0; i < 40000; i++) {
    sum += next() & 7;
  }
  const inc = (x) => x + 1;
  const twice = compose(inc, (x) => x * 2);
  const list = Array.from({ length: 300 }, (_, i) => i);
  for (let round = 0; round < 30; round++) {
    const k = round;
    sum += list
      .map((x) => twice(x) + k)
      .filter((x) => x % 3 !== 0)
      .reduce((a, b) => a + b, 0);
  }
  return sum;
}

const EXPECTED = 2027000;
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
console.log("closures", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
