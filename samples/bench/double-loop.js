// Arithmetic on doubles: the Mandelbrot set, with nothing but locals.

function work() {
  let total = 0;
  for (let y = 0; y < 60; y++) {
    for (let x = 0; x < 80; x++) {
      const cr = (x - 55) / 30;
      const ci = (y - 30) / 25;
      let zr = 0;
      let zi = 0;
      let n = 0;
      while (n < 80 && zr * zr + zi * zi < 4) {
        const t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        n++;
      }
      total += n;
    }
  }
  return total;
}

const EXPECTED = 114927;
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
console.log("double-loop", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
