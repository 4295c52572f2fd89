// Typed arrays: a blur over bytes, a histogram, a wave equation over doubles.

const WIDTH = 96;
const HEIGHT = 64;

function blur(from, to) {
  for (let y = 1; y < HEIGHT - 1; y++) {
    for (let x = 1; x < WIDTH - 1; x++) {
      const i = y * WIDTH + x;
      to[i] = (from[i - 1] + from[i + 1] + from[i - WIDTH] + from[i + WIDTH] + from[i] * 4) >> 3;
    }
  }
}

function wave(u, v, n, steps) {
  for (let s = 0; s < steps; s++) {
    for (let i = 1; i < n - 1; i++) {
      v[i] += (u[i - 1] + u[i + 1] - 2 * u[i]) * 0.25;
    }
    for (let i = 1; i < n - 1; i++) {
      u[i] += v[i];
    }
  }
}

function work() {
  let a = new Uint8Array(WIDTH * HEIGHT);
  let b = new Uint8Array(WIDTH * HEIGHT);
  for (let i = 0; i < a.length; i++) {
    a[i] = (i * 37) ^ (i >> 3);
  }
  for (let round = 0; round < 8; round++) {
    blur(a, b);
    [a, b] = [b, a];
  }
  const histogram = new Int32Array(256);
  for (let i = 0; i < a.length; i++) {
    histogram[a[i]]++;
  }
  let sum = 0;
  for (let i = 0; i < 256; i++) {
    sum += histogram[i] * histogram[i];
  }
  const u = new Float64Array(200);
  const v = new Float64Array(200);
  u[100] = 1;
  wave(u, v, 200, 150);
  return sum + Math.round(u[60] * 1e9);
}

const EXPECTED = 76552117;
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
console.log("typed-arrays", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
