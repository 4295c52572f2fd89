// The sieve of Eratosthenes over an array and over bits of a typed array.

function overArray(n) {
  const composite = [];
  for (let i = 0; i <= n; i++) {
    composite.push(false);
  }
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (!composite[i]) {
      count++;
      for (let j = i * i; j <= n; j += i) {
        composite[j] = true;
      }
    }
  }
  return count;
}

function overBits(n) {
  const bits = new Int32Array((n >> 5) + 1);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if ((bits[i >> 5] & (1 << (i & 31))) === 0) {
      count++;
      for (let j = i * i; j <= n; j += i) {
        bits[j >> 5] |= 1 << (j & 31);
      }
    }
  }
  return count;
}

function work() {
  return overArray(40000) * 100000 + overBits(50000);
}

const EXPECTED = 420305133;
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
console.log("sieve", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
