// Planets pulling at each other: arithmetic on doubles held in object fields.
//
// Watch: all five bodies have one shape, so `advance` is monomorphic everywhere: shape checks that repeat
// are removed, and the loads of x, y and z of the outer body stay in xmm registers. Look in the SSA view
// which loads remain in the inner loop after "global value numbering" and "loop-invariant code motion", and
// why the stores to b.vx cannot be moved out of it.

const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS = 365.24;

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS;
    this.vy = vy * DAYS;
    this.vz = vz * DAYS;
    this.mass = mass * SOLAR_MASS;
  }
}

function solarSystem() {
  return [
    new Body(0, 0, 0, 0, 0, 0, 1),
    new Body(4.84143144, -1.16032004, -0.10362204, 0.00166007, 0.00769901, -0.00006904, 0.00095479),
    new Body(8.34336671, 4.12479856, -0.40352341, -0.00276742, 0.00499852, 0.00002304, 0.00028588),
    new Body(12.89436956, -15.1111514, -0.22330757, 0.00296460, 0.00237847, -0.00002965, 0.00004366),
    new Body(15.37969711, -25.91931460, 0.17925877, 0.00268067, 0.00162824, -0.00009515, 0.00005151),
  ];
}

function advance(bodies, dt) {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const force = dt / (distance2 * Math.sqrt(distance2));
      a.vx -= dx * b.mass * force;
      a.vy -= dy * b.mass * force;
      a.vz -= dz * b.mass * force;
      b.vx += dx * a.mass * force;
      b.vy += dy * a.mass * force;
      b.vz += dz * a.mass * force;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function energy(bodies) {
  let e = 0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      e -= (a.mass * b.mass) / Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2);
    }
  }
  return e;
}

const bodies = solarSystem();
console.log(energy(bodies).toFixed(9));
for (let step = 0; step < 100_000; step++) {
  advance(bodies, 0.01);
}
console.log(energy(bodies).toFixed(9));
