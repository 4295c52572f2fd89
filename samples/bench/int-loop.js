// Arithmetic on ints in nested loops: additions, masks, shifts, a little multiplication.

function work() {
  let a = 1;
  let b = 7;
  for (let i = 0; i < 600; i++) {
    for (let j = 0; j < 500; j++) {
      a = (a + (b ^ j)) & 0xffffff;
      b = (b + (a >> 3) + i) & 0xffff;
    }
  }
  return a * 65536 + b;
}

const EXPECTED = 603604862790;
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
console.log("int-loop", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
