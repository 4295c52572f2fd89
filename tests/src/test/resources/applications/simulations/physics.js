// Bodies under gravity by Verlet and Runge-Kutta, a bouncing ball with events, a pendulum, springs; energy is kept.
class Body { constructor(m, x, y, vx, vy) { Object.assign(this, { m, x, y, vx, vy, ax: 0, ay: 0 }); } get kinetic() { return 0.5 * this.m * (this.vx ** 2 + this.vy ** 2); } }
class System {
  constructor(...bodies) { this.bodies = bodies; this.time = 0; this.forces(); }
  forces() { for (const b of this.bodies) b.ax = b.ay = 0; for (let i = 0; i < this.bodies.length; i++) for (let j = i + 1; j < this.bodies.length; j++) { const a = this.bodies[i], b = this.bodies[j], dx = b.x - a.x, dy = b.y - a.y, r2 = dx * dx + dy * dy + 1e-6, inv = 1 / (r2 * Math.sqrt(r2)); a.ax += dx * b.m * inv; a.ay += dy * b.m * inv; b.ax -= dx * a.m * inv; b.ay -= dy * a.m * inv; } }
  step(dt) { for (const b of this.bodies) { b.vx += (b.ax * dt) / 2; b.vy += (b.ay * dt) / 2; b.x += b.vx * dt; b.y += b.vy * dt; } this.forces(); for (const b of this.bodies) { b.vx += (b.ax * dt) / 2; b.vy += (b.ay * dt) / 2; } this.time += dt; }
  get energy() { let e = 0; this.bodies.forEach((a, i) => { e += a.kinetic; this.bodies.slice(i + 1).forEach((b) => { e -= (a.m * b.m) / Math.hypot(b.x - a.x, b.y - a.y); }); }); return e; }
  get momentum() { return this.bodies.reduce(([px, py], b) => [px + b.m * b.vx, py + b.m * b.vy], [0, 0]); }
}
const sun = new System(new Body(1000, 0, 0, 0, -0.0316), new Body(1, 100, 0, 0, 3.1623), new Body(0.1, 103, 0, 0, 3.8), new Body(2, -180, 0, 0, -2.357)), before = sun.energy;
for (let i = 0; i < 4000; i++) sun.step(0.05);
console.log(sun.time.toFixed(2), Math.abs(sun.energy / before - 1) < 1e-3, sun.momentum.map((p) => Math.abs(p) < 5), sun.bodies.map((b) => `${b.x.toFixed(2)},${b.y.toFixed(2)}`).join(' '));
const rk4 = (f, y, t, h) => { const add = (a, b, k) => a.map((v, i) => v + b[i] * k), k1 = f(t, y), k2 = f(t + h / 2, add(y, k1, h / 2)), k3 = f(t + h / 2, add(y, k2, h / 2)), k4 = f(t + h, add(y, k3, h)); return y.map((v, i) => v + (h / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i])); };
let pendulum = [2, 0], crossings = 0; const e0 = -Math.cos(2);
for (let i = 0; i < 3000; i++) { const next = rk4((_, [a, w]) => [w, -Math.sin(a)], pendulum, 0, 0.01); if (Math.sign(next[0]) !== Math.sign(pendulum[0])) crossings++; pendulum = next; }
console.log(crossings, Math.abs(pendulum[1] ** 2 / 2 - Math.cos(pendulum[0]) - e0) < 1e-8, pendulum.map((v) => v.toFixed(5)).join(' '));
const bounce = (() => { let y = 10, v = 0, t = 0; const times = [], dt = 0.001; while (times.length < 6) { v -= 9.81 * dt; y += v * dt; t += dt; if (y < 0) { y = -y * 0.8; v = -v * 0.8; times.push(t.toFixed(2)); } } return times; })();
console.log(bounce.join(' '));
const n = 12, chain = Array.from({ length: n }, (_, i) => ({ x: i, v: i === 0 ? 1 : 0 })); for (let s = 0; s < 2000; s++) { const f = chain.map((p, i) => (i > 0 ? chain[i - 1].x - p.x + 1 : 0) + (i < n - 1 ? chain[i + 1].x - p.x - 1 : 0)); chain.forEach((p, i) => { p.v += f[i] * 0.01; p.x += p.v * 0.01; }); }
console.log(chain.map((p, i) => (p.x - i).toFixed(3)).join(' '), chain.reduce((s, p) => s + p.v, 0).toFixed(9));
console.log(Array.from({ length: 8 }, (_, i) => rk4((t, [y]) => [-2 * t * y], [1], 0, (i + 1) / 10)[0].toFixed(6)).join(' '));
