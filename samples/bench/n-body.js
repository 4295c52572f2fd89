// Five bodies pulling at each other: doubles in object fields, nested loops, square roots.

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx;
    this.vy = vy;
    this.vz = vz;
    this.mass = mass;
  }
}

function advance(bodies, dt) {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const distance2 = dx * dx + dy * dy + dz * dz + 0.01;
      const force = dt / (distance2 * Math.sqrt(distance2));
      a.vx -= dx * b.mass * force;
      a.vy -= dy * b.mass * force;
      a.vz -= dz * b.mass * force;
      b.vx += dx * a.mass * force;
      b.vy += dy * a.mass * force;
      b.vz += dz * a.mass * force;
    }
  }
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i];
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function work() {
  const bodies = [
    new Body(0, 0, 0, 0, 0, 0, 40),
    new Body(5, 0, 0.5, 0, 2.8, 0, 0.04),
    new Body(-9, 1, 0, 0, -2.1, 0.1, 0.01),
    new Body(1, 14, -1, -1.7, 0, 0, 0.002),
    new Body(0, -20, 2, 1.4, 0, 0.05, 0.003),
  ];
  for (let step = 0; step < 4000; step++) {
    advance(bodies, 0.01);
  }
  let sum = 0;
  for (const b of bodies) {
    sum += b.x + b.y + b.z;
  }
  return sum.toFixed(9);
}

const EXPECTED = "42.045657029";
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
console.log("n-body", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
