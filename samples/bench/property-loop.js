// Reading and writing fields of objects of one class in a loop.

class Particle {
  constructor(i) {
    this.x = i;
    this.y = i * 2;
    this.dx = (i % 7) - 3;
    this.dy = (i % 5) - 2;
    this.bounces = 0;
  }
}

function work() {
  const particles = [];
  for (let i = 0; i < 100; i++) {
    particles.push(new Particle(i));
  }
  for (let step = 0; step < 1000; step++) {
    for (let i = 0; i < particles.length; i++) {
      const p = particles[i];
      p.x += p.dx;
      p.y += p.dy;
      if (p.x < 0 || p.x > 500) {
        p.dx = -p.dx;
        p.bounces++;
      }
      if (p.y < 0 || p.y > 500) {
        p.dy = -p.dy;
        p.bounces++;
      }
    }
  }
  let sum = 0;
  for (const p of particles) {
    sum += p.x + p.y * 3 + p.bounces * 1000;
  }
  return sum;
}

const EXPECTED = 614780;
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
console.log("property-loop", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
